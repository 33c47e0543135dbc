"""The terms of a case as its pages show them: what is left, a small timeline, each day's reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from workflows.services import clock
from workflows.term_line import OFFICES_OWN, drawing, facts, for_applicant
from workflows.terms import Term, expand_days
from workflows.terms.clock import on_the_day

if TYPE_CHECKING:
    from workflows.models import CaseTerm

__all__ = ["OFFICES_OWN", "SOON_DAYS", "drawn_terms", "running_terms"]

# From how many days before its end a term is shown in amber; a matter of display, not of law.
SOON_DAYS = 7


def running_terms(terms: Iterable[CaseTerm], today: date) -> list[dict[str, Any]]:
    """Return what is left of the terms that have not ended, the first to expire first."""
    rows = [_left(term, today)[0] for term in terms if term.ended_at is None]
    return sorted(rows, key=lambda row: row["due"])


def drawn_terms(
    terms: Iterable[CaseTerm], today: date, *, is_office: bool = False
) -> dict[str, list[dict[str, Any]]]:
    """Return the context of `_terms.html`: running "terms" and "ended_terms", drawn and explained.

    The events of the terms must have been fetched; one query asks for the reminders to come.
    """
    terms = list(terms)
    planned = clock.planned(term for term in terms if term.ended_at is None)
    running = [
        _drawn(term, today, planned[term.pk], is_office=is_office)
        for term in terms
        if term.ended_at is None
    ]
    ended = [_drawn(term, today, [], is_office=is_office) for term in terms if term.ended_at]
    return {"terms": sorted(running, key=lambda row: row["due"]), "ended_terms": ended}


def _left(stored: CaseTerm, today: date) -> tuple[dict[str, Any], Term]:
    day = today if stored.ended_at is None else timezone.localdate(stored.ended_at)
    term = on_the_day(Term.from_dict(stored.reckoning), day)
    row = {
        "kind": stored.kind,
        "label": stored.get_kind_display(),
        "rule": stored.rule,
        "due": term.due,
        "days_left": (term.due - today).days,
        "soon_days": SOON_DAYS,
        "suspended": term.is_suspended_on(day),
        "awaits": stored.awaits,
        "ended_at": stored.ended_at,
        "sentence": term.sentence,
        "warnings": term.warnings,
        "steps": term.steps,
    }
    return row, term


def _drawn(
    stored: CaseTerm, today: date, planned: list[clock.Alarm], *, is_office: bool
) -> dict[str, Any]:
    row, term = _left(stored, today)
    fired = {event.name for event in stored.events.all() if event.due_on == stored.due_on}
    told = facts(stored, term, [alarm for alarm in planned if alarm[0] not in fired], today)
    if not is_office:
        told = for_applicant(stored, told)
    return row | {
        "facts": told,
        "line": drawing(stored, term, told),
        "days": expand_days(term),
    }
