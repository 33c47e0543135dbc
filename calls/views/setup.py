"""A call as a checklist, with what can be done to it, its versions and its history."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from calls import kinds
from calls.engine import open_moves
from calls.kinds import kind_of
from calls.models import Call, CallHistoryEntry
from calls.permissions import may_publish
from calls.views.shown import for_office, shell, with_call
from calls.words import ACTS, EVENTS


@require_safe
@for_office
@with_call
def setup(request: HttpRequest, call: Call) -> HttpResponse:
    """Show the checklist of a call."""
    moves = open_moves(call, request.user)
    context = shell(request, call) | {
        "acts": [
            {"act": act, "url": reverse("calls:act", args=[call.code, act.name])}
            for act in ACTS
            if act.name in moves
        ],
        "tools": _tools(call),
        "office_pages": kinds.office_pages(call, request.user),
        "versions": list(call.versions.order_by("-number")),
        "history": [_event(entry) for entry in call.history.select_related("by").all()],
        "filings": kinds.filings(call),
        "drafts": kinds.drafts(call),
        "draft_version": call.draft_version if call.is_published else None,
        "may_publish": may_publish(call, request.user),
        "may_revise": call.is_published and not call.has_ended,
        "letters": kind_of(call.kind).letters,
    }
    return render(request, "calls/setup.html", context)


def _tools(call: Call) -> list[dict[str, str]]:
    """Return where a call can be seen as applicants see it, tried out, read and sent around."""
    kind = kind_of(call.kind)
    pages = {
        "preview": kind.preview_page,
        "trial": kind.trial_page,
        "text": kinds.text_page(),
    }
    return [
        {"name": name, "url": reverse(page, args=[call.code])}
        for name, page in pages.items()
        if page
    ]


def _event(entry: CallHistoryEntry) -> dict[str, Any]:
    return {
        "title": EVENTS.get(entry.name, entry.name),
        "at": entry.at,
        "by": entry.by,
        "reason": entry.reason,
        "act": entry.act,
        "closes_at": entry.new_closing,
    }
