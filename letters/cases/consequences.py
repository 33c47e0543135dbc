"""The parts of what will follow from an act, said before it is done (`workflows.kinds.Act.preview`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from letters.recipients import address_of
from parties import moment
from ui.formats import long_date
from workflows.terms import compute_term

if TYPE_CHECKING:
    from workflows.terms import Rule

Preview = dict[str, Any]


def preview(
    *,
    letter: dict[str, str] | None = None,
    ledger: list[dict[str, Any]] | None = None,
    terms: list[str] | None = None,
    notes: list[str] | None = None,
) -> Preview:
    """Return what the page of an act shows: a letter, pots of the ledger, sentences."""
    return {"letter": letter, "ledger": ledger or [], "terms": terms or [], "notes": notes or []}


def letter_to(case: Any, title: str) -> dict[str, str]:
    """Return the letter that the applicant of a case will receive."""
    return {"title": title, "addressee": case.applicant.name, "address": address_of(case)}


def starts(sentence: str, rule: Rule) -> str:
    """Say until when somebody has to act whose term begins today; `sentence` has a {day}."""
    due = compute_term(moment.today(), rule).due
    return f"{sentence.format(day=long_date(due))} ({rule.rule_id})"
