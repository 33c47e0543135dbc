"""The head and the stepper of every page of a form."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from workflows.written.addresses import address_of
from workflows.written.kinds import written_of
from workflows.written.pages import Page

REVIEW = Page("riepilogo", _("Summary"))


def steps_of(whole: Any, current: str) -> list[dict[str, Any]]:
    """Return the steps as the stepper draws them, the summary last."""
    case = whole.case
    steps = [
        {
            "name": page.title,
            "url": address_of(case, "page", page.slug),
            "done": not whole.problems(page.slug),
            "current": page.slug == current,
        }
        for page in whole.pages
    ]
    here = current == REVIEW.slug
    review = address_of(case, "review")
    return [*steps, {"name": REVIEW.title, "url": review, "done": False, "current": here}]


def shell_context(whole: Any, current: str) -> dict[str, Any]:
    """Return what the head and the stepper of a page need."""
    steps = steps_of(whole, current)
    return {
        "case": whole.case,
        "application": whole,
        "steps": steps,
        "step_number": next(n for n, step in enumerate(steps, 1) if step["current"]),
        "step_count": len(steps),
        "autosave_url": address_of(whole.case, "autosave"),
        **written_of(whole.case).shell_context(whole),
    }
