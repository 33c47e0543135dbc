"""A running term as the case page shows it: what is left, its runs of days, each day's reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from workflows.terms import Term, expand_days
from workflows.terms.clock import on_the_day

if TYPE_CHECKING:
    from workflows.models import CaseTerm

# From how many days before its end a term is shown in amber; a matter of display, not of law.
SOON_DAYS = 7


def running_terms(terms: Iterable[CaseTerm], today: date) -> list[dict[str, Any]]:
    """Return the terms that have not ended, the first to expire first, for `workflows/office/_terms.html`."""
    rows = [_row(term, today) for term in terms if term.ended_at is None]
    return sorted(rows, key=lambda row: row["due"])


def _row(stored: CaseTerm, today: date) -> dict[str, Any]:
    term = on_the_day(Term.from_dict(stored.reckoning), today)
    suspended = term.is_suspended_on(today)
    return {
        "kind": stored.kind,
        "label": stored.get_kind_display(),
        "rule": stored.rule,
        "due": term.due,
        "days_left": (term.due - today).days,
        "soon_days": SOON_DAYS,
        "suspended": suspended,
        "sentence": term.sentence,
        "warnings": term.warnings,
        "steps": term.steps,
        "bar": _bar(term, today),
        "days": expand_days(term),
    }


def _bar(term: Term, today: date) -> dict[str, Any]:
    """Return the term as a strip one unit wide a day: its runs, and where today stands in it."""
    first = term.start
    length = (term.due - first).days + 1
    runs = []
    for step in term.steps:
        begins, ends = date.fromisoformat(step["first"]), date.fromisoformat(step["last"])
        runs.append(
            {
                "kind": step["kind"],
                "x": (begins - first).days,
                "width": (ends - begins + timedelta(days=1)).days,
            }
        )
    return {"length": length, "runs": runs, "today": min(max((today - first).days, 0), length - 1)}
