"""A term as a small timeline: where its days and marks stand on the drawing, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ui.formats import short_date
from workflows.models import TermEvent
from workflows.services.clock import EXPIRED, RESUMED
from workflows.terms import CountedSuspension, Term

if TYPE_CHECKING:
    from workflows.models import CaseTerm
    from workflows.services.clock import Alarm

ONE_DAY = timedelta(days=1)
# Units of the drawing, which is scaled to the place it has.
WIDTH, MARGIN = 400, 10
RUNS = {"start": "count", "end": "count", "skipped": "pause", "shift": "pause"}
# The shape of each mark, drawn round the middle of the strip.
SHAPES = {
    "start": "M0 8v18",
    "today": "M-5 2h10L0 9zM0 9v17",
    "due": "M0 26V4h8l-2 3 2 3H0",
    "reminder": "M-3 29a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
    "resumed": "M-3 26v6l6-3z",
    "expired": "M-3 26l6 6M3 26l-6 6",
    "ended": "M-3 26h6v6h-6z",
}
ORDER = ("start", "suspended", "resumed", "reminder", "today", "due", "expired", "ended")
REASONS = {
    "integration": lambda: _("integration request"),
    "refusal_notice": lambda: _("notice of reasons against"),
}
# What an applicant reads of a term: what the office reminds itself of is not for them.
OFFICES_OWN = {"conclusion", "substitute"}


def facts(stored: CaseTerm, term: Term, coming: Iterable[Alarm], today: date) -> list[dict]:
    """Return what there is to say of a term, day by day: {"day", "kind", "title", "text"}.

    `coming` is what the term has yet to bring about. What the clock did is told with its outcome.
    """
    told = [_fact(term.start, "start", _("Begins"), _("this day is not counted"))]
    told += [_suspended(one) for one in term.suspensions]
    told += [_planned(name, timezone.localdate(at)) for name, at in coming if name != EXPIRED]
    told += [_happened(event, stored) for event in stored.events.all()]
    if_resumed = _("if it ran again from today") if term.is_provisional else ""
    told.append(_fact(term.due, "due", _("Last day"), if_resumed))
    if stored.ended_at is None:
        told.append(_fact(today, "today", _("Today")))
    else:
        told.append(_fact(timezone.localdate(stored.ended_at), "ended", _("Ended")))
    return sorted(told, key=lambda fact: (fact["day"], ORDER.index(fact["kind"])))


def for_applicant(stored: CaseTerm, told: Iterable[dict]) -> list[dict]:
    """Return what its applicant reads of a term: neither the office's reminders nor its mishaps."""
    hidden = {"reminder"} if stored.kind in OFFICES_OWN else set()
    return [fact for fact in told if fact["kind"] not in hidden and not fact["is_internal"]]


def drawing(stored: CaseTerm, term: Term, told: Iterable[dict]) -> dict[str, Any]:
    """Return the drawing of a term: its runs of days and its marks, in units of `WIDTH`.

    Numbers are strings ready for SVG: {"key", "width", "runs", "marks"}.
    """
    told = list(told)
    stands = next(fact["day"] for fact in told if fact["kind"] in {"today", "ended"})
    last = max([term.due, *(fact["day"] for fact in told)])
    scale = _Scale(term.start, last)
    runs = [
        scale.run(
            RUNS.get(step["kind"], step["kind"]),
            date.fromisoformat(step["first"]),
            date.fromisoformat(step["last"]),
        )
        for step in term.steps
    ]
    if stands > term.due:
        runs.append(scale.run("late", term.due + ONE_DAY, stands))
    marks = [scale.mark(fact["kind"], fact["day"]) for fact in told if fact["kind"] != "suspended"]
    return {"key": f"{stored.kind}-{stored.pk}", "width": str(WIDTH), "runs": runs, "marks": marks}


class _Scale:
    """Turns days into places on the drawing."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.unit = (WIDTH - 2 * MARGIN) / ((last - first).days + 1)

    def run(self, kind: str, first: date, last: date) -> dict[str, str]:
        """Return a run of whole days."""
        days = (last - first).days + 1
        return {"kind": kind, "x": self._place(first), "width": f"{days * self.unit:.1f}"}

    def mark(self, kind: str, day: date) -> dict[str, str]:
        """Return a mark: in the middle of its day, save that a term ends where its last day ends."""
        share = {"start": 0.0, "due": 1.0}.get(kind, 0.5)
        return {"kind": kind, "x": self._place(day, share), "shape": SHAPES[kind]}

    def _place(self, day: date, share: float = 0.0) -> str:
        return f"{MARGIN + ((day - self.first).days + share) * self.unit:.1f}"


def _fact(day: date, kind: str, title: str, text: str = "", *, is_internal: bool = False) -> dict:
    return {"day": day, "kind": kind, "title": title, "text": text, "is_internal": is_internal}


def _suspended(one: CountedSuspension) -> dict:
    days = ngettext("%(days)d day", "%(days)d days", one.counted_days) % {"days": one.counted_days}
    if one.limit_days == 0:
        until = _("it does not stop the clock a second time")
    elif one.is_provisional:
        until = _("it lasts; {days} so far").format(days=days)
    else:
        resumes = one.start + timedelta(days=one.counted_days)
        until = _("until {day}, {days}").format(day=short_date(resumes), days=days)
    reason = REASONS[one.kind]() if one.kind in REASONS else one.label
    return _fact(one.start, "suspended", _("Suspended"), ": ".join(filter(None, (reason, until))))


def _planned(name: str, day: date) -> dict:
    if name == RESUMED:
        return _fact(day, "resumed", _("Runs again"), _("the suspension may last no longer"))
    return _fact(day, "reminder", _("Reminder"), _("to be sent"))


def _happened(event: TermEvent, stored: CaseTerm) -> dict:
    """Tell what the clock did: on the day on which it was due, even if it was made up for later."""
    kind = event.name if event.name in {EXPIRED, RESUMED} else "reminder"
    titles = {EXPIRED: _("The term passed"), RESUMED: _("Runs again"), "reminder": _("Reminder")}
    done = _("sent") if kind == "reminder" else _("by the clock")
    is_done = event.outcome == TermEvent.Outcome.DONE
    text = done if is_done else event.sentence or str(event.get_outcome_display())
    if kind == "reminder" and event.due_on != stored.due_on:
        former = _("for the former last day, {day}").format(day=short_date(event.due_on))
        text = f"{text}, {former}"
    due_on = timezone.localdate(event.due_at)
    fired_on = timezone.localdate(event.fired_at)
    if fired_on != due_on:
        text = _("{text}, on {day}").format(text=text, day=short_date(fired_on))
    return _fact(due_on, kind, titles[kind], text, is_internal=not is_done)
