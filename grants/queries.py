"""Questions about contributions that services, checks and pages share."""

from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from calls.models import Call
from grants.models import RentContribution, Status

UNDECIDED = [
    Status.SUBMITTED,
    Status.UNDER_EXAMINATION,
    Status.INTEGRATION_REQUESTED,
    Status.REFUSAL_NOTICE,
    Status.OBSERVATIONS_RECEIVED,
    Status.ADMISSION_PROPOSED,
    Status.REFUSAL_PROPOSED,
]


def ahead_of(case: RentContribution) -> tuple[Decimal, int]:
    """Return what undecided applications filed before `case` may still get in EUR, and how many.

    The order is that of the protocol, the server's own (RANK-01, RANK-06).
    """
    before = Q(submitted_at__lt=case.submitted_at) | Q(
        submitted_at=case.submitted_at, protocol_in__number__lt=case.protocol_in.number
    )
    found = RentContribution.objects.filter(
        before, call_id=case.call_id, status__in=UNDECIDED
    ).aggregate(
        total=Coalesce(Sum(Coalesce("proposed", "requested")), Decimal(0)), number=Count("pk")
    )
    return found["total"], found["number"]


def granted_for_workbook(call: Call):
    """Return a call's grants in the order of their acts, with all that a row of export 1 shows."""
    return (
        RentContribution.objects.filter(call=call, status=Status.GRANTED)
        .select_related(
            "call__programme",
            "call__manager",
            "applicant__organisation",
            "applicant__person",
            "representative",
            "protocol_in",
            "space",
        )
        .order_by("decided_at", "pk")
    )
