"""Days of the register, as the intern writes them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from internships import register
from internships.models import Day, Internship, Month, PlanActivity
from internships.rules import attendance
from internships.rules.attendance import Absence, Interval, Row
from internships.services.register.holding import ask_kept, ask_right, ask_rules, held
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused

MOST_INTERVALS = 2


@dataclass(frozen=True)
class DayData:
    """What the intern says of a day: in and out, where, why not, what was done."""

    intervals: tuple[Interval, ...] = ()
    mode: str = Day.Mode.PRESENCE
    absence: str = ""
    activity: PlanActivity | None = None
    note: str = ""
    explained: str = ""


@dataclass(frozen=True)
class AbsenceData:
    """An absence of one or more days."""

    first: date
    last: date
    absence: str
    note: str = ""


@transaction.atomic
def write_day(
    month: Month, day: date, *, by: User, data: DayData, seen: datetime | None = None
) -> Day:
    """Write a day down, or write it anew; with it the intern signs it (R-ATT-01..04).

    `seen` is when the day that the page showed was written, None for one that was not. Raises
    `TransitionRefused`, and then nothing has changed, with the rules that do not hold.
    """
    case, month = _open(month, by)
    found = Day.objects.filter(month=month, day=day).first()
    if (found.trainee_signed_at if found else None) != seen:
        raise TransitionRefused(
            Refusal.STALE, _("This day has been written since you opened the page.")
        )
    planned = found.planned_minutes if found else register.planned_on(case, day)
    row = _row(day, planned, data)
    ask_rules(register.day_outcomes(case, row, register.rows_beside(case, day)))
    _ask_inside(month, day)
    written = found or Day(month=month, day=day)
    _fill(written, row, data)
    written.save()
    return written


@transaction.atomic
def write_absence(month: Month, *, by: User, data: AbsenceData) -> list[Day]:
    """Write an absence of some days of a month: all of them or none (R-ATT-02)."""
    case, month = _open(month, by)
    if data.last < data.first:
        raise TransitionRefused(Refusal.RULE, _("The last day comes before the first."))
    _ask_inside(month, data.first)
    _ask_inside(month, data.last)
    every = list(register.days_between(data.first, data.last))
    written = [one.day for one in month.days.all()]
    ask_rules([attendance.absences_apart(every, written)])
    days = [day for day in every if register.planned_on(case, day)]
    if not days:
        raise TransitionRefused(
            Refusal.RULE, _("On these days the plan foresees no hours (R-ATT-02).")
        )
    found = []
    said = DayData(absence=data.absence, note=data.note)
    for day in days:
        row = _row(day, register.planned_on(case, day), said)
        ask_rules(register.day_outcomes(case, row, []))
        one = Day(month=month, day=day)
        _fill(one, row, said)
        found.append(one)
    return Day.objects.bulk_create(found)


def _open(month: Month, by: User) -> tuple[Internship, Month]:
    case, month = held(month)
    ask_right(allowed=register.may_write(case, by))
    ask_kept(case)
    if month.status not in register.FILLABLE:
        raise TransitionRefused(
            Refusal.STATUS, _("The month has been handed in: it can be changed once sent back.")
        )
    return case, month


def _ask_inside(month: Month, day: date) -> None:
    if not month.first_day <= day <= month.last_day:
        raise TransitionRefused(Refusal.RULE, _("This day is of another month (R-ATT-01)."))


def _row(day: date, planned: int, data: DayData) -> Row:
    return Row(
        day=day,
        planned=planned,
        done=attendance.minutes_of(data.intervals),
        intervals=data.intervals,
        absence=Absence(data.absence) if data.absence else None,
        is_remote=data.mode == Day.Mode.REMOTE,
        explained=data.explained,
    )


def _fill(day: Day, row: Row, data: DayData) -> None:
    day.planned_minutes, day.done_minutes = row.planned, row.done
    pairs = [*data.intervals, (None, None), (None, None)][:MOST_INTERVALS]
    (day.in_1, day.out_1), (day.in_2, day.out_2) = pairs
    day.mode, day.absence, day.activity = data.mode, data.absence, data.activity
    day.note, day.explained = data.note, data.explained
    day.trainee_signed_at = moment.now()
    day.tutor_signed_at = day.tutor_signed_by = None
