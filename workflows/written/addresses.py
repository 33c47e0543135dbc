"""Where the pages of a form stand: of a case, or of a call that is being tried.

A kind of case says with `FORM_PAGES` under which names its pages stand, and with `TRIAL_PAGES`
those of a trial.
"""

from typing import Any

from django.urls import reverse


def address_of(case: Any, name: str, *args: object) -> str:
    """Return the address of a page of the form; a case that is not stored belongs to a trial.

    `name` is `page`, `review`, `autosave`, `upload`, `remove_document`, `submit` or `start`.
    """
    if not case.pk:
        return reverse(f"{case.TRIAL_PAGES}{name}", args=[case.call.code, *args])
    if name == "start":
        return reverse(f"{case.FORM_PAGES}start", args=[case.call.code])
    return reverse(f"{case.FORM_PAGES}{name}", args=[case.pk, *args])
