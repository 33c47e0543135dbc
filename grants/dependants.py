"""Which contributions depend on a space: those that run there, and those that may still be granted."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from coworking_registry.dependants import Dependant
from coworking_registry.models import Space
from grants.models import RentContribution, Status
from grants.models.statuses import BOUND, UNDECIDED
from workflows.kinds import kind_of

WAITING = [*UNDECIDED, Status.WAITING_LIST]


def contributions_at(space: Space, day: date, user: Any) -> Iterator[Dependant]:
    """Yield the contributions for a desk in a space that are open or run on a day or after it."""
    found = (
        RentContribution.objects.visible_to(user)
        .filter(
            Q(status__in=WAITING) | Q(status__in=BOUND, period_to__gte=day),
            space=space,
        )
        .select_related("applicant")
        .order_by("number")
    )
    for case in found:
        yield Dependant(
            pk=case.pk,
            number=case.number,
            kind=kind_of(case).label,
            who=case.applicant.name,
            status=case.get_status_display(),
            is_running=case.status in BOUND,
            until=case.period_to,
            amount=case.amount,
        )
