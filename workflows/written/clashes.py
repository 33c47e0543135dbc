"""Two windows have changed the same field: both writings are shown, and one is chosen."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from workflows.services.drafts import Clash


def show_clashes(request: HttpRequest, application: Any, clashes: list[Clash]) -> HttpResponse:
    """Ask which writing of each field stays; the answer goes to the page that was sent."""
    fields = fields_of(application)
    context = {
        "case": application.case,
        "clashes": [
            {
                "clash": clash,
                "label": _label(fields.get(clash.field)),
                "revision": str(clash.revision),
                # Several ticks travel as lines of one value (`access.read_form`).
                "mine": _sent(clash.mine),
                "theirs": _sent(clash.theirs),
                "mine_words": _words(fields.get(clash.field), clash.mine),
                "theirs_words": _words(fields.get(clash.field), clash.theirs),
            }
            for clash in clashes
        ],
        "address": request.path,
        "back": request.POST.get("da", ""),
    }
    return render(request, "workflows/written/clash.html", context, status=409)


def fields_of(application: Any) -> dict[str, forms.BoundField]:
    """Return every field of the form by the name that the draft gives it."""
    return {
        form.add_prefix(name): form[name]
        for page in application.pages
        for form in application.forms(page.slug)
        for name in form.fields
    }


def _label(field: forms.BoundField | None) -> str:
    return _("What you answer") if field is None else str(field.label)


def _sent(value: str | list[str]) -> str:
    return "\n".join(value) if isinstance(value, list) else value


def _words(field: forms.BoundField | None, value: str | list[str]) -> str:
    """Return what was written as people read it: the words of a choice, not its code."""
    titles = {str(code): str(title) for code, title in getattr(_asked(field), "choices", ())}
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(titles.get(one, one) for one in chosen if one)


def _asked(field: forms.BoundField | None) -> forms.Field | None:
    return field.field if field is not None else None
