"""What the clock does about months not handed in and allowances not paid in time (M01, R-SAN-01)."""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet

from internships.letters import placements as letters
from internships.models import AllowanceDue, Internship, Month, MonthStatus
from internships.parameters import month_reminder_days
from internships.register import KEPT
from parties import moment
from workflows.engine import hold
from workflows.models import Case


def late() -> QuerySet[AllowanceDue]:
    """Return the allowances whose term to pay is over and of which no proof has come."""
    return (
        AllowanceDue.objects.filter(amount__gt=0, paid_on__isnull=True, due_on__lt=moment.today())
        .select_related("month__internship")
        .order_by("month__internship_id", "month__number")
    )


def remind_all() -> int:
    """Remind each host of the months it has not paid, once for each; return how many letters left."""
    cases = set(late().filter(reminded_on__isnull=True).values_list("month__internship", flat=True))
    return sum(remind(key) for key in sorted(cases))


@transaction.atomic
def remind(key: int) -> bool:
    """Write to the host of an internship about every month that is late, if one is new."""
    case = Internship.objects.get(pk=key)
    hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=key)
    unpaid = list(late().filter(month__internship=key))
    if all(one.reminded_on for one in unpaid):
        return False
    letters.send_reminder(case, unpaid)
    keys = [one.pk for one in unpaid]
    AllowanceDue.objects.filter(pk__in=keys).update(reminded_on=moment.today())
    return True


def remind_months() -> int:
    """Write, once for each month of a register, to whoever has it some days after its end (M01).

    Returns how many letters left.
    """
    today = moment.today()
    over = (
        Month.objects.filter(
            internship__status__in=KEPT, reminded_on__isnull=True, last_day__lt=today
        )
        .exclude(status=MonthStatus.CLOSED)
        .select_related("internship")
        .order_by("internship_id", "number")
    )
    waiting = [
        one.pk
        for one in over
        if one.last_day + timedelta(days=month_reminder_days(one.internship.start)) <= today
    ]
    return sum(_remind_month(key) for key in waiting)


@transaction.atomic
def _remind_month(key: int) -> bool:
    case = Internship.objects.get(months=key)
    hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    month = Month.objects.get(pk=key)
    if month.status == MonthStatus.CLOSED or month.reminded_on is not None:
        return False
    month.reminded_on = moment.today()
    month.save(update_fields=["reminded_on"])
    return letters.send_month_reminder(case, month) is not None
