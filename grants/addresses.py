"""Where the pages of an application's form stand: of a case, or of a call that is being tried."""

from django.urls import reverse

from grants.models import RentContribution


def address_of(case: RentContribution, name: str, *args: object) -> str:
    """Return the address of a page of the form; a case that is not stored belongs to a trial.

    `name` is `page`, `review`, `autosave`, `upload`, `remove_document`, `submit` or `start`.
    """
    if not case.pk:
        return reverse(f"grants:try_{name}", args=[case.call.code, *args])
    if name == "start":
        return reverse("grants:start", args=[case.call.code])
    return reverse(f"grants:{name}", args=[case.pk, *args])
