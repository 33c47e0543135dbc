"""One letter as the office sees it: how it reads, to whom it goes, what has been done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from letters import consequences, permissions, standing, templating
from letters.models import Letter
from letters.outbox_search import letter_page
from letters.services.replacing import REPLACEABLE
from letters.twin import twin_of
from letters.views.outbox import TONES
from workflows.permissions import is_own_case

if TYPE_CHECKING:
    from parties.models import User

State = Letter.State
STEPS = {
    "sign": gettext_lazy("Signed"),
    "characters_replaced": gettext_lazy("Characters that could not be printed"),
    "approve": gettext_lazy("Approved"),
    "leave_at_once": gettext_lazy("Left with the act"),
    "keep": gettext_lazy("Put on record"),
    "hold": gettext_lazy("Kept back"),
    "hold_back": gettext_lazy("Kept back: something is missing"),
    "take_up_again": gettext_lazy("Taken up again"),
    "withdraw": gettext_lazy("Taken back"),
    "edit": gettext_lazy("Text changed"),
    "replace": gettext_lazy("Written in the place of another"),
    "supersede": gettext_lazy("Gave way to another letter"),
    "begin_sending": gettext_lazy("Sending begun"),
    "note_sent": gettext_lazy("Sent"),
    "note_delivered": gettext_lazy("Delivered"),
    "note_failed": gettext_lazy("Not delivered"),
    "send_again": gettext_lazy("To be sent again"),
    "not_sealed": gettext_lazy("Could not be sealed"),
}
DELIVERY_TONES = {
    "waiting": "neutral",
    "sending": "info",
    "accepted": "success",
    "delivered": "success",
    "failed": "danger",
}


@login_required
@permission_required(permissions.VIEW_OUTBOX, raise_exception=True)
@require_GET
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a letter with what can be done to it and what would follow."""
    letter = letter_for(request.user, pk)
    if is_party(letter, request.user):
        return own_letter(request)
    return render(request, "letters/outbox/letter.html", page_context(letter, request.user))


def letter_for(user: User, pk: int) -> Letter:
    """Return a letter with all that its page shows, or raise 404."""
    return get_object_or_404(letter_page(user, pk))


def is_party(letter: Letter, user: User) -> bool:
    """Tell whether the person is a party to the case that a letter is about (ORG-08)."""
    return letter.case is not None and is_own_case(letter.case, user)


def own_letter(request: HttpRequest) -> HttpResponse:
    """Answer somebody of the office to whom the letter is written."""
    sentence = _("You are a party to this case: you read its letters in your personal area.")
    return forbidden(request, sentence, reverse("letters:inbox"), _("Go to your letters"))


def forbidden(request: HttpRequest, sentence: str, url: str, label: str) -> HttpResponse:
    """Say why somebody may not do something, and where to go instead."""
    context = {"sentence": sentence, "back_url": url, "back_label": label}
    return render(request, "workflows/office_forbidden.html", context, status=403)


def page_context(letter: Letter, user: User) -> dict[str, Any]:
    """Return what the page of a letter shows."""
    is_waiting = letter.state in {State.TO_APPROVE, State.HELD}
    return {
        "letter": letter,
        "tones": TONES,
        "delivery_tones": DELIVERY_TONES,
        "twin": twin_of(standing.as_today(letter) if is_waiting else letter.content)
        if is_waiting or letter.content
        else None,
        "is_waiting": is_waiting,
        "lacking": standing.lacking(letter) if is_waiting else [],
        "held_for": held_for(letter),
        "edits": changes(letter),
        "steps": step_rows(letter),
        "may": may(letter, user),
        "approval": consequences.of_approval(letter) if letter.state == State.TO_APPROVE else [],
        "successor": successor(letter),
        "terms": [term for term in letter.starts.all() if term.ended_at is None],
    }


def may(letter: Letter, user: User) -> dict[str, bool]:
    """Return what the person may do to a letter as it stands, by act."""
    waits = letter.state in {State.TO_APPROVE, State.HELD}
    approves = permissions.may_approve(letter, user)
    edits = permissions.may_edit(letter, user)
    return {
        "approve": approves and letter.state == State.TO_APPROVE and not letter.needs_signature,
        "hold": approves and letter.state == State.TO_APPROVE,
        "take_up": approves and letter.state == State.HELD,
        "withdraw": approves and letter.state in {State.TO_APPROVE, State.HELD, State.READY},
        "edit": edits and waits and bool(letter.text),
        "replace": edits and letter.state in REPLACEABLE and successor(letter) is None,
    }


def successor(letter: Letter) -> Letter | None:
    """Return the letter that takes the place of this one, or None."""
    return getattr(letter, "superseded_by", None)


def held_for(letter: Letter) -> str:
    """Return why a held letter is held."""
    if letter.state != State.HELD:
        return ""
    holds = [
        one for one in letter.events.all() if one.target == State.HELD and one.source != one.target
    ]
    return holds[-1].reason if holds else ""


def changes(letter: Letter) -> list[dict[str, Any]]:
    """Return what the letter says now against what the decision wrote, and each change on the way."""
    edits = list(letter.edits.all())
    if not edits:
        return []
    return [
        {"edit": edit, "lines": templating.diff(edit.text_before, edit.text_after)}
        for edit in edits
    ]


def step_rows(letter: Letter, *, since: int = 1) -> list[dict[str, Any]]:
    """Return the steps of a letter for `workflows/office/_history.html`, those after a version alone."""
    events = list(letter.events.all())
    if since > 1:
        events = events[-max(letter.version - since, 0) or len(events) :]
    states = dict(State.choices)
    return [
        {
            "name": event.name,
            "what": str(STEPS.get(event.name, event.name)),
            "who": str(event.by) if event.by else _("The system"),
            "when": event.at,
            "source": str(states[event.source]),
            "target": str(states[event.target]),
            "reason": event.reason,
            "checks": [],
            "changes": [],
        }
        for event in events
    ]
