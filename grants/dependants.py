"""Which contributions depend on a space: those that run there, and those that may still be granted."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from coworking_registry.dependants import Dependant, Stop
from coworking_registry.models import Space
from grants import letters
from grants.models import RentContribution, Status
from grants.models.statuses import BOUND, UNDECIDED
from workflows.engine import amend
from workflows.kinds import kind_of

STOPPED = "space_stopped"
WAITING = [*UNDECIDED, Status.WAITING_LIST]


def contributions_at(space: Space, day: date, user: Any) -> Iterator[Dependant]:
    """Yield the contributions for a desk in a space that are open or run on a day or after it."""
    cases = RentContribution.objects
    seen = cases.filter(submitted_at__isnull=False) if user is None else cases.visible_to(user)
    found = (
        seen.filter(
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


def stop_contribution(pk: int, stopped: Stop, by: Any) -> None:
    """Admit no expense of a running contribution after a day: history and letter say so (SPA-27)."""
    case = RentContribution.objects.filter(pk=pk).first()
    if case is None:
        return
    case = amend(case, STOPPED, by=by, reason=f"{stopped.space.name}: {stopped.reason}")
    case.spend_until = stopped.until
    case.save(update_fields=["spend_until"])
    letters.send_space_stopped(case, stopped, by=by)
