"""What the pages of the designer have in common."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from calls import checks, permissions, queries
from calls.engine import CallRefused
from calls.models import Call, CallVersion, State
from calls.rules.faults import Fault, at, blocking
from calls.services import editing
from calls.subjects import SUBJECTS, Subject
from calls.words import TONES

CONFLICT, UNPROCESSABLE = 409, 422

View = Callable[..., HttpResponse]


def for_office(view: View) -> View:
    """Open a page to whoever may see calls before the public does."""
    return login_required(permission_required(permissions.VIEW, raise_exception=True)(view))


def for_designers(view: View) -> View:
    """Open a page to whoever sets calls up."""
    return login_required(permission_required(permissions.SET_UP, raise_exception=True)(view))


def with_call(view: View) -> View:
    """Hand the call over, with all that its pages show; 404 for a code that no call bears."""

    @wraps(view)
    def found(request: HttpRequest, code: str, **kwargs: Any) -> HttpResponse:
        call = get_object_or_404(queries.with_everything(code))
        return view(request, call, **kwargs)

    return found


def shown_version(call: Call) -> CallVersion:
    """Return the version that the designer shows: the one being set up, else the present one."""
    return call.draft_version or call.current_version


def shell(request: HttpRequest, call: Call, current: str = "") -> dict[str, Any]:
    """Return what every page about a call needs: its state, and the checklist beside it."""
    version = shown_version(call)
    faults = checks.faults_of(call, version)
    return {
        "call": call,
        "version": version,
        "state": {"label": State(call.state).label, "tone": TONES[call.state]},
        "faults": faults,
        "steps": [_step(call, subject, faults, current) for subject in SUBJECTS],
        "missing": len(blocking(faults)),
        "may_set_up": permissions.may_set_up(call, request.user),
    }


def _step(call: Call, subject: Subject, faults: list[Fault], current: str) -> dict[str, Any]:
    here = at(subject.slug, faults)
    wrong = blocking(here)
    return {
        "slug": subject.slug,
        "title": subject.title,
        "hint": subject.hint,
        "url": reverse("calls:subject", args=[call.code, subject.slug]),
        "missing": len(wrong),
        "advice": len(here) - len(wrong),
        "is_done": not wrong,
        "is_current": subject.slug == current,
    }


def told(faults: Iterable[Fault]) -> list[dict[str, Any]]:
    """Return faults as lists of pages show them."""
    return [
        {"sentence": fault.sentence, "rule": fault.rule, "is_advice": fault.is_advice}
        for fault in faults
    ]


def lock_of(request: HttpRequest, call: Call, place: str) -> str:
    """Say why this person cannot change a subject now; nothing where they can."""
    if not permissions.may_set_up(call, request.user):
        return _("You see how the call is set up; whoever sets calls up can change it.")
    return editing.why_locked(call, place)


def refuse(form: Any, refused: CallRefused) -> None:
    """Say beside the fields of a form, or above them, why something was refused."""
    placed = False
    for fault in refused.faults:
        if fault.item in form.fields:
            form.add_error(fault.item, fault.sentence or refused.sentence)
            placed = True
    if not placed:
        form.add_error(None, refused.sentence)
