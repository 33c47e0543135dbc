"""How a case is told to its applicant: by when, what has happened, what comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from workflows.term_pages import OFFICES_OWN, drawn_terms, running_terms

if TYPE_CHECKING:
    from workflows.kinds import Kind, StatusWords
    from workflows.models import Case, CaseTerm, HistoryEntry


def words_of(kind: Kind, case: Case) -> StatusWords:
    """Return the plain words of the status in which a case stands."""
    return kind.applicant_words[case.status]


def deadline(words: StatusWords, terms: Iterable[CaseTerm], today: date) -> dict | None:
    """Return the term that runs for whoever has the move, or None where none does.

    The keys are those of `partials/_term.html`, with the term's own words and reckoning.
    """
    rows = running_terms(terms, today)
    if words.moves == "nobody" or not rows:
        return None
    mine = [row for row in rows if (row["kind"] in OFFICES_OWN) == (words.moves == "office")]
    return (mine or rows)[0]


def timeline(
    case: Case, kind: Kind, history: Iterable[HistoryEntry], terms: Iterable[CaseTerm], today: date
) -> list[dict[str, Any]]:
    """Return the case as `partials/_timeline.html` draws it: what happened, what comes.

    "You are here" is the last thing that happened: it brought the case where it stands.
    """
    events = [
        {
            "day": timezone.localtime(entry.at).date(),
            "title": kind.applicant_events.get(entry.name, entry.target),
            "text": "",
            "url": "",
            "state": "past",
        }
        for entry in history
        # Changes of hands and of reckoning have no words of their own for the applicant.
        if entry.name in kind.applicant_events or entry.source != entry.target
    ]
    if events:
        events[-1] |= {"state": "here", "text": words_of(kind, case).where}
    rows = [] if case.closed_at else running_terms(terms, today)
    return [*events, *(_to_come(row) for row in rows)]


def terms_of(terms: Iterable[CaseTerm], today: date) -> list[dict[str, Any]]:
    """Return the running terms for `workflows/_applicant_terms.html`, titled in plain words."""
    rows = drawn_terms(terms, today)["terms"]
    return [row | {"title": _COMING[row["kind"]]()} for row in rows]


def _to_come(row: dict[str, Any]) -> dict[str, Any]:
    text = ""
    if row["awaits"]:
        text = _("This day is provisional: the term begins when our letter reaches you.")
    elif row["suspended"]:
        text = _("The clock stands still: this day moves on by as long as the suspension lasts.")
    elif row["days_left"] < 0:
        text = _("This day has passed.")
    return {
        "day": row["due"],
        "title": _COMING[row["kind"]](),
        "text": text,
        "url": "",
        "state": "future",
    }


_COMING = {
    "conclusion": lambda: _("By this day the office decides"),
    "integration": lambda: _("Last day to send what we ask for"),
    "observations": lambda: _("Last day to answer the reasons against"),
    "acceptance": lambda: _("Last day to answer the offer"),
    "memories": lambda: _("Last day to send memories"),
    "substitute": lambda: _("By this day whoever stands in for the office decides"),
}
