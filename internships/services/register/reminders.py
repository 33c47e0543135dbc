"""What the clock does about allowances that are not paid in time (R-SAN-01)."""

from django.db import transaction
from django.db.models import QuerySet

from internships.letters import placements as letters
from internships.models import AllowanceDue, Internship
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
