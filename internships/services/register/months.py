"""Months of the register: laid out, handed in, confirmed, checked, closed, or sent back."""

from typing import Any

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _
from django_fsm import can_proceed

from internships import register
from internships.letters import placements as letters
from internships.models import Day, Internship, Month, MonthStatus
from internships.rules import attendance
from internships.rules.dates import months_from
from internships.services.register.allowances import reckon
from internships.services.register.holding import ask_kept, ask_right, ask_rules, held
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused


def lay_out(case: Internship) -> None:
    """Put a row for each month from the first day to the last; closed ones stay as they are.

    Done when the internship begins, and again whenever its last day moves (R-IND-11, R-DUR-14).
    Raises `TransitionRefused` where hours are written after the last day.
    """
    end = register.last_day_of(case)
    late = Day.objects.filter(month__internship=case, day__gt=end)
    if late.aggregate(sum=Sum("done_minutes"))["sum"]:
        raise TransitionRefused(
            Refusal.RULE, _("The register has hours after that day (R-ATT-01).")
        )
    late.delete()
    rows = list(case.months.order_by("number"))
    closed = [one for one in rows if one.status == MonthStatus.CLOSED]
    waiting = rows[len(closed) :]
    first = closed[-1].last_day + register.DAY if closed else case.start
    spans = months_from(case.start, first, end)
    for place, (begins, ends) in enumerate(spans):
        month = waiting[place] if place < len(waiting) else Month(internship=case)
        month.number = len(closed) + place + 1
        month.first_day, month.last_day = begins, ends
        month.save()
    for month in waiting[len(spans) :]:
        month.delete()


@transaction.atomic
def hand_in(month: Month, *, by: User) -> Month:
    """Hand a month in: the intern has written each planned day (R-ATT-01)."""
    case, month = held(month)
    ask_right(allowed=register.may_write(case, by))
    return _move(case, month, "fill", register.handing_in_outcomes, at=moment.now())


@transaction.atomic
def validate(month: Month, *, by: User) -> Month:
    """Confirm a month: the tutor signs each of its days (R-ATT-01)."""
    case, month = held(month)
    ask_right(allowed=register.may_validate(case, by))
    now = moment.now()
    month = _move(case, month, "validate", register.handing_in_outcomes, at=now)
    month.days.update(tutor_signed_at=now, tutor_signed_by=by)
    return month


@transaction.atomic
def send_back(month: Month, *, by: User, reason: str) -> Month:
    """Send a month back to the intern, who is told what is wrong (M02); the tutor's signatures fall."""
    case, month = held(month)
    ask_right(allowed=register.may_send_back(case, by))
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say what is wrong with the month."))
    month = _move(case, month, "reject", None, note=reason.strip())
    month.days.update(tutor_signed_at=None, tutor_signed_by=None)
    letters.send_month_back(case, month, by=by)
    return month


@transaction.atomic
def check(month: Month, *, by: User) -> Month:
    """Check a month for the promoter."""
    case, month = held(month)
    ask_right(allowed=register.may_check(case, by))
    return _move(case, month, "verify", register.closing_outcomes, at=moment.now())


@transaction.atomic
def close(month: Month, *, by: User) -> Month:
    """Close a month and reckon what it is worth; from here on nothing in it changes (R-IND-06)."""
    case, month = held(month)
    ask_right(allowed=register.may_check(case, by))
    if case.months.filter(number__lt=month.number).exclude(status=MonthStatus.CLOSED).exists():
        raise TransitionRefused(
            Refusal.RULE, _("The months before this one are to be closed first (R-ATT-01).")
        )
    rows = register.rows_of(month)
    month = _move(
        case,
        month,
        "close",
        register.closing_outcomes,
        at=moment.now(),
        planned_minutes=attendance.planned_minutes(rows),
        done_minutes=sum(row.done for row in rows),
    )
    reckon(case, month)
    return month


def _move(case: Internship, month: Month, name: str, rules: Any, **inputs: Any) -> Month:
    """Move a month through one of its transitions: status, then rules, then the move; the only door."""
    ask_kept(case)
    step = getattr(month, name)
    if not can_proceed(step):
        raise TransitionRefused(
            Refusal.STATUS,
            _("The month is now “{status}”: this can no longer be done.").format(
                status=month.get_status_display()
            ),
        )
    if rules is not None:
        ask_rules(rules(case, month))
    step(**inputs)
    month.save()
    return month
