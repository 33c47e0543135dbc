"""What the monthly register of an internship asks, and what the rules say of it (R-ATT)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from internships.models.statuses import ENDED, InternshipStatus, MonthStatus
from internships.parameters import register_on
from internships.permissions import actors_of, may_follow
from internships.rules import attendance
from internships.rules.dates import days_in
from internships.rules.start import Actor
from parties import moment
from workflows.terms.public_holidays import is_holiday

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from internships.models import Day, Internship, Month
    from internships.rules.attendance import Row
    from parties.models import User
    from workflows.rules import Outcome

DAY = timedelta(days=1)
# While it runs, and until the last months are closed.
KEPT = {InternshipStatus.RUNNING, InternshipStatus.SUSPENDED, *ENDED}
FILLABLE = {MonthStatus.OPEN, MonthStatus.REJECTED}


def last_day_of(case: Internship) -> date:
    """Return the last day of an internship: the one it ended on, or is to end on."""
    return case.ended_on or case.end


def pauses_of(case: Internship) -> list[tuple[date, date]]:
    """Return the periods in which it stands still; one without a return goes on to the last day."""
    return [one.period for one in case.suspensions.all()]


def stands_still(case: Internship, day: date) -> bool:
    """Tell whether the internship is suspended on a day."""
    return any(first <= day <= last for first, last in pauses_of(case))


def planned_on(case: Internship, day: date) -> int:
    """Return the minutes that the plan foresees on a day: none on holidays and while suspended."""
    return 0 if is_holiday(day) or stands_still(case, day) else case.week[day.weekday()]


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield each day from the first to the last, both of them too."""
    return (first + DAY * number for number in range(days_in(first, last)))


def planned_days(case: Internship, month: Month) -> list[date]:
    """Return the days of a month for which the plan foresees hours."""
    return [
        day for day in days_between(month.first_day, month.last_day) if planned_on(case, day) > 0
    ]


def running_days(case: Internship, month: Month) -> int:
    """Return on how many days of a month the internship does not stand still."""
    days = days_between(month.first_day, month.last_day)
    return sum(not stands_still(case, day) for day in days)


def day_outcomes(case: Internship, row: Row, others: list[Row]) -> list[Outcome]:
    """Whether a day may be written so, beside the other days of its week (R-ATT-01..04, R-DUR-22)."""
    longest = register_on(case.start).day_minutes
    possible = attendance.day_can_be_written(
        row.day,
        today=moment.today(),
        start=case.start,
        end=last_day_of(case),
        suspended=pauses_of(case),
    )
    if possible.blocks:
        return [possible]
    return [
        possible,
        attendance.times_make_sense(row.intervals, longest),
        attendance.remote_foreseen(is_remote=row.is_remote, remote_days=case.remote_days),
        attendance.absence_explained(row),
        attendance.not_over_plan(row),
        attendance.week_within_contract([*others, row], case.contract_minutes),
    ]


def handing_in_outcomes(case: Internship, month: Month) -> list[Outcome]:
    """Whether a month can be handed in: it is over, and each planned day is written (R-ATT-01)."""
    rows = rows_of(month)
    return [
        attendance.month_over(month.last_day, moment.today()),
        attendance.every_day_written(planned_days(case, month), [row.day for row in rows]),
        *(attendance.not_over_plan(row) for row in rows if row.done > row.planned),
    ]


def closing_outcomes(case: Internship, month: Month) -> list[Outcome]:
    """Whether a month can be closed: signed by intern and tutor, nothing missing (R-ATT-01)."""
    signed = [one.day for one in month.days.all() if one.trainee_signed_at and one.tutor_signed_at]
    return [
        *handing_in_outcomes(case, month),
        attendance.month_can_close(rows_of(month), signed, moment.today()),
    ]


def rows_of(month: Month) -> list[Row]:
    """Return the days of a month as the rules take them."""
    return [one.plain for one in month.days.all()]


def rows_beside(case: Internship, day: date) -> list[Row]:
    """Return the other days of the same week, whichever month they are of."""
    from internships.models import Day  # noqa: PLC0415 (the models name the conditions)

    monday = day - DAY * day.weekday()
    found: list[Day] = list(
        Day.objects.filter(
            month__internship=case.pk, day__range=(monday, monday + DAY * 6)
        ).exclude(day=day)
    )
    return [one.plain for one in found]


def may_write(case: Internship, user: User) -> bool:
    """The intern alone writes the register (R-ATT-01)."""
    return Actor.TRAINEE in actors_of(case, user)


def may_validate(case: Internship, user: User) -> bool:
    """The tutor of the host confirms it; the host does in the tutor's place (R-TUT-04)."""
    mine = actors_of(case, user)
    return bool(mine & {Actor.HOST_TUTOR, Actor.HOST}) and Actor.TRAINEE not in mine


def may_check(case: Internship, user: User) -> bool:
    """The promoter checks and closes it, or the office does."""
    return Actor.PROMOTER in actors_of(case, user) or may_follow(case, user)


def may_send_back(case: Internship, user: User) -> bool:
    """Whoever has to confirm or to check it may send it back."""
    return may_validate(case, user) or may_check(case, user)
