"""Which internships depend on a coworking space: those that an offer brought there, and the offers."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from coworking_registry.dependants import Dependant, Stop
from coworking_registry.models import Space
from internships.models import HostOffer, Internship
from internships.models.statuses import ALIVE, BEFORE_START, InternshipStatus
from workflows.engine import amend
from workflows.kinds import kind_of

STOPPED = "space_stopped"
RUNS = [*BEFORE_START, InternshipStatus.RUNNING, InternshipStatus.SUSPENDED]


def internships_at(space: Space, day: date, user: Any) -> Iterator[Dependant]:
    """Yield the internships that run, or are prepared, by an offer tied to a space on a day or after it."""
    seen = Internship.objects.all() if user is None else Internship.objects.visible_to(user)
    found = (
        seen.filter(offer__space=space, status__in=RUNS, end__gte=day)
        .select_related("trainee")
        .order_by("number")
    )
    for case in found:
        yield Dependant(
            pk=case.pk,
            number=case.number,
            kind=kind_of(case).label,
            who=case.trainee.name,
            status=case.get_status_display(),
            is_running=True,
            until=case.end,
        )


def offers_at(space: Space, _day: date, user: Any) -> Iterator[Dependant]:
    """Yield the offers tied to a space that wait for a decision or for candidates."""
    seen = HostOffer.objects.all() if user is None else HostOffer.objects.visible_to(user)
    found = seen.filter(space=space, status__in=ALIVE).select_related("applicant")
    for case in found.order_by("number"):
        yield Dependant(
            pk=case.pk,
            number=case.number,
            kind=kind_of(case).label,
            who=case.applicant.name,
            status=case.get_status_display(),
            is_running=False,
        )


def stop_internship(pk: int, stopped: Stop, by: Any) -> None:
    """Say in the history of an internship that its space was stopped; who follows it decides (SPA-27)."""
    case = Internship.objects.filter(pk=pk).first()
    if case is not None:
        amend(case, STOPPED, by=by, reason=f"{stopped.space.name}: {stopped.reason}")
