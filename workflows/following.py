"""How a case is told to its applicant: by when, what has happened, what comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.term_pages import OFFICES_OWN, drawn_terms, running_terms
from workflows.way import way_to_goal

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

    "You are here" is the last move: it brought the case where it stands. After it come the terms
    that run, with their days, and the statuses on the way to what was asked for, without one.
    """
    history = list(history)
    # Changes of officer and of reckoning have no words of their own for the applicant.
    told = [
        entry
        for entry in history
        if entry.name in kind.applicant_events
        or entry.name in HANDS
        or entry.source != entry.target
    ]
    events = [
        {
            "day": timezone.localtime(entry.at).date(),
            "title": kind.applicant_events.get(entry.name)
            or HANDS.get(entry.name)
            or kind.statuses.get(entry.target, entry.target),
            "text": "",
            "url": "",
            "state": "past",
        }
        for entry in told
    ]
    moves = [n for n, entry in enumerate(told) if entry.name not in HANDS]
    if moves:
        events[moves[-1]] |= {"state": "here", "text": words_of(kind, case).where}
    rows = [] if case.closed_at else running_terms(terms, today)
    been = {entry.target for entry in history}
    return [*events, *(_to_come(row) for row in rows), *_way(case, kind, been)]


def _way(case: Case, kind: Kind, been: Iterable[str]) -> list[dict[str, Any]]:
    """Return what is left where all goes well; statuses that read the same are told once."""
    coming: dict[str, dict[str, Any]] = {str(words_of(kind, case).label): {}}
    for status in way_to_goal(case, kind, set(been)):
        coming.setdefault(str(kind.applicant_words[status].label), _on_the_way(kind, status))
    return [event for event in coming.values() if event]


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


def _on_the_way(kind: Kind, status: str) -> dict[str, Any]:
    """Return a status that the case has before it where all goes well; nobody knows its day."""
    return {
        "day": None,
        "title": kind.applicant_words[status].label,
        "text": _("What was asked for") if status == kind.goal else "",
        "url": "",
        "state": "future",
    }


# What became of delegations, and of a draft handed over (`workflows.services.delegations`).
HANDS = {
    "give_delegation": gettext_lazy("Delegation given"),
    "accept_delegation": gettext_lazy("Delegation accepted"),
    "declined_delegation": gettext_lazy("Delegation declined"),
    "revoked_delegation": gettext_lazy("Delegation ended by the applicant"),
    "given_up_delegation": gettext_lazy("Delegation given up"),
    "hand_draft_over": gettext_lazy("Draft handed over"),
    "hand_draft_back": gettext_lazy("Draft handed back"),
    "take_draft_back": gettext_lazy("Draft taken back"),
}
_COMING = {
    "conclusion": lambda: _("By this day the office decides"),
    "integration": lambda: _("Last day to send what we ask for"),
    "observations": lambda: _("Last day to answer the reasons against"),
    "acceptance": lambda: _("Last day to answer the offer"),
    "memories": lambda: _("Last day to send memories"),
    "substitute": lambda: _("By this day whoever stands in for the office decides"),
}
