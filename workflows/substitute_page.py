"""Requests to whoever holds the power to substitute, as the office reads and reports them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from parties import moment
from workflows.bulk.results import RISKY, SEPARATOR
from workflows.kinds import kind_of
from workflows.models import SubstituteRequest
from workflows.paging import Key
from workflows.showing import status_words

if TYPE_CHECKING:
    from parties.models import User
    from workflows.models import HistoryEntry

KEYS = (Key("due_on", models.DateField()), Key("id", models.BigIntegerField()))
# The report goes to the body that governs the office and keeps Italian titles in any language.
TITLES = (
    "Domanda",
    "Richiedente",
    "Bando",
    "Termine del procedimento",
    "Richiesta del",
    "Titolare del potere sostitutivo",
    "Giorni assegnati",
    "Scadenza",
    "Concluso il",
    "Esito",
    "Deciso da",
    "Deciso dal titolare",
    "Nei termini",
)


@dataclass(frozen=True)
class Row:
    """One request with what came of it; `days_left` counts to the substitute's last day."""

    request: SubstituteRequest
    status: str
    tone: str
    is_mine: bool
    days_left: int
    decided: HistoryEntry | None


def requests(*, is_open: bool, year: int | None = None) -> QuerySet[SubstituteRequest]:
    """Return requests with all that their lists show; of a year, those that were asked in it."""
    found = SubstituteRequest.objects.filter(closed_at__isnull=is_open).select_related(
        "case__applicant", "case__call", "holder"
    )
    if year is not None:
        found = SubstituteRequest.objects.filter(asked_at__year=year).select_related(
            "case__applicant", "case__call", "holder"
        )
    return found.prefetch_related("case__history__by", "case__terms")


def waiting_for(user: User) -> QuerySet[SubstituteRequest]:
    """Return the open requests that are addressed to the person."""
    return SubstituteRequest.objects.filter(holder=user, closed_at__isnull=True)


def rows(found: Iterable[SubstituteRequest], user: User) -> list[Row]:
    """Return requests as the page shows them."""
    today = moment.today()
    return [
        Row(
            request=one,
            status=status_words(one.case, one.case.status),
            tone=kind_of(one.case).tones.get(one.case.status, "neutral"),
            is_mine=one.holder_id == user.pk,
            days_left=(one.due_on - today).days,
            decided=decision_on(one),
        )
        for one in found
    ]


def decision_on(request: SubstituteRequest) -> HistoryEntry | None:
    """Return the move by which the office's silence ended, or None while it lasts."""
    undecided = kind_of(request.case).undecided
    return next(
        (
            entry
            for entry in request.case.history.all()
            if entry.at > request.asked_at
            and entry.source in undecided
            and entry.target not in undecided
        ),
        None,
    )


def report(year: int) -> bytes:
    """Return a year's report as CSV: UTF-8 with signature, `;`, CRLF (PROC-T10).

    Text that a spreadsheet could run as a formula gets a leading apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(TITLES)
    for request in requests(is_open=False, year=year).order_by("asked_at", "pk"):
        writer.writerow([_safe(str(value)) for value in _reported(request)])
    return ("\ufeff" + out.getvalue()).encode()


def _safe(text: str) -> str:
    return f"'{text}" if text[:1] in RISKY else text


def _reported(request: SubstituteRequest) -> list[Any]:
    case, decided = request.case, decision_on(request)
    ended = timezone.localtime(decided.at).date() if decided else None
    own = next((term for term in case.terms.all() if term.kind == "conclusion"), None)
    return [
        case.number,
        case.applicant.name if case.applicant else "",
        case.call.code,
        _day(own.due_on if own else None),
        _day(timezone.localtime(request.asked_at).date()),
        request.holder,
        request.term_days,
        _day(request.due_on),
        _day(ended),
        status_words(case, decided.target) if decided else "",
        decided.by if decided and decided.by else "",
        _yes(decided is not None and decided.by_id == request.holder_id),
        _yes(ended is not None and ended <= request.due_on),
    ]


def _day(value: date | None) -> str:
    return f"{value:%d/%m/%Y}" if value else ""


def _yes(value: bool) -> str:
    return "sì" if value else "no"
