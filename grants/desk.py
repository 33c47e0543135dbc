"""What a beneficiary still has to do for a grant, on their home: the deed, then the report."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from grants import reporting
from grants.accepting import awaits_deed
from grants.models import RentContribution, Status
from parties.models import User
from workflows.desk_parts import MOST, Part, Sum, Task, mine, register


def register_part() -> None:
    """Make grants known to people's homes."""
    register(Part(tasks=tasks_of, sums=sums_of))


def tasks_of(user: User) -> list[Task]:
    """Return the deeds and reports that a person and those they act for owe, one a grant."""
    found = (_task(case) for case in _granted(user)[:MOST])
    return [task for task in found if task is not None]


def sums_of(user: User) -> list[Sum]:
    """Return what was granted and nobody has begun to pay: it follows once the report is approved."""
    waiting = _granted(user).filter(payments__isnull=True, acceptance__lapsed_at__isnull=True)
    return [
        Sum(
            str(case.number),
            reverse("workflows:case", args=[case.pk]),
            _("Granted"),
            "neutral",
            case.amount,
            _("It is paid once your report is approved."),
        )
        for case in waiting[:MOST]
        if case.amount
    ]


def _granted(user: User) -> QuerySet[RentContribution]:
    granted = mine(RentContribution.objects.filter(status=Status.GRANTED), user)
    related = granted.select_related("call", "call_version", "acceptance", "report")
    return related.order_by("-pk")


def _task(case: RentContribution) -> Task | None:
    about = f"{case.number} · {case.call.title}"
    if awaits_deed(case):
        return Task(
            _("Accept the grant"),
            _("Sign the deed of commitment and send it back with the account to be paid."),
            about,
            reverse("grants:acceptance", args=[case.pk]),
            _("Accept the grant"),
            case.acceptance.due_on,
        )
    if reporting.is_open(case):
        return Task(
            _("Report what you have spent"),
            _("With invoices and proofs of payment. Without the report the grant is not paid."),
            about,
            reverse("grants:report", args=[case.pk]),
            _("Go to the report"),
            reporting.due_on(case),
        )
    return None
