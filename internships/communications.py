"""What is communicated to the employment authorities after the start, and whether in time (R-COB-03)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from internships.parameters import limits_on
from internships.rules import papers
from parties import moment

if TYPE_CHECKING:
    from datetime import date

    from internships.models import Internship
    from workflows.rules import Outcome

END = "fine"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is communicated: which row it stands in, since when, until when, and the receipt."""

    code: str
    label: str
    on: date
    due_on: date
    number: str
    told_on: date | None
    row: Any = None


def events_of(case: Internship) -> list[Event]:
    """Return what is to be communicated: a return, a longer duration, an early end or a hire.

    The end on the day that was communicated needs nothing.
    """
    days = timedelta(days=limits_on(case.start).cob_variation_days)
    found = [
        _event(f"sospensione-{one.pk}", "ripresa e nuovo termine", one.returned_on, days, one)
        for one in case.suspensions.all()
        if one.returned_on
    ]
    found += [
        _event(f"proroga-{one.pk}", "proroga", one.previous_end, days, one)
        for one in case.extensions.all()
        if one.previous_end
    ]
    if case.ended_on and (case.was_hired or case.ended_on < case.end):
        label = "trasformazione" if case.was_hired else "cessazione anticipata"
        told = case.end_cob_number, case.end_cob_on
        found.append(Event(END, label, case.ended_on, case.ended_on + days, *told))
    return sorted(found, key=lambda one: (one.on, one.code))


def event_of(case: Internship, code: str) -> Event | None:
    """Return one of them by its code."""
    return next((one for one in events_of(case) if one.code == code), None)


def missing(case: Internship) -> list[Event]:
    """Return those whose number is not on record yet."""
    return [one for one in events_of(case) if not one.number]


def outcome_of(case: Internship, event: Event) -> Outcome:
    """Whether it was communicated in time, or still can be (R-COB-03)."""
    told = event.told_on
    return papers.variation_told_in_time(event.on, told, limits_on(case.start), moment.today())


def _event(code: str, label: str, on: date, days: timedelta, row: Any) -> Event:
    return Event(code, label, on, on + days, row.cob_number, row.cob_on, row)
