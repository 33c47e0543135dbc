"""How many places a unit has left: its staff, who is there already, what is promised to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from internships.models.statuses import (
    BEFORE_START,
    COUNTS_WITH_HOST,
    HOLDS_PLACE,
    CandidacyStatus,
    OfferStatus,
)
from internships.rules.counting import (
    Raised,
    apart_told,
    hires_told,
    left_out_told,
    raised_quota,
)
from internships.rules.dates import end_for
from internships.rules.quota import (
    base_quota,
    human_resources,
    overlapping,
    premium_places,
    valid_hires,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

    from internships.content import OfferContent
    from internships.models import HostOffer, Internship
    from internships.rules.limits import Limits
    from internships.rules.quota import Period
    from workflows.rules import Outcome

# Offers whose places are promised.
PROMISED = [OfferStatus.ADMISSION_PROPOSED, OfferStatus.PUBLISHED]


@dataclass(frozen=True)
class Room:
    """What the unit of an offer holds: staff that counts, quotas, interns present together.

    `told` says how it was counted: who apart, which hires, which categories, by which act it was
    raised (R-NUM-04, R-NUM-06, R-NUM-09, R-NUM-10).
    """

    resources: int
    base: int
    premium: int
    present: int
    told: tuple[Outcome, ...] = ()

    @property
    def left(self) -> int:
        """The places that are free."""
        return max(self.base + self.premium - self.present, 0)


def room_of(
    content: OfferContent,
    limits: Limits,
    promised: list[Period],
    period: Period | None = None,
    raised: Raised | None = None,
) -> Room:
    """Return the room for an offer, or for one internship of it in its own `period`.

    `promised` are the periods of interns who are in the unit, or will be, apart from those;
    `raised` is what an act of the Region adds.
    """
    first, last = period or (content.start_from, end_for(content.start_to, content.months))
    resources = human_resources(content.staff, first, last)
    hired = valid_hires(content.hires, limits.quota)
    base, by_act = raised_quota(base_quota(resources, limits.quota), raised, first)
    present = overlapping([*content.running, *promised], first, last)
    curricular = overlapping(content.curricular, first, last)
    return Room(
        resources,
        base,
        premium_places(content.permanent, content.activated, hired, limits.quota),
        present,
        (
            apart_told(["extracurricular"] * present + ["curricular"] * curricular),
            hires_told(
                len(content.hires),
                hired,
                limits.quota.hire_min_months,
                limits.quota.part_time_min_percent,
            ),
            left_out_told(limits.quota.left_out),
            by_act,
        ),
    )


def raised_in(host_tax_code: str, unit_key: str) -> Raised | None:
    """Return the act that raises the quota of a unit, the one that lasts longest (R-NUM-10)."""
    from internships.models import QuotaRaise  # noqa: PLC0415 (the models name the checks)

    found = (
        QuotaRaise.objects.filter(
            unit__key=unit_key, unit__host__tax_code=host_tax_code, dropped_at__isnull=True
        )
        .order_by("until", "pk")
        .last()
    )
    return Raised(found.places, found.act_number, found.until) if found else None


def promised_in(
    host_tax_code: str, unit_key: str, but: int, left_out: Sequence[str] = ()
) -> list[Period]:
    """Return a period for each place of a unit that is promised apart from one offer (R-NUM-01).

    Internships hold theirs from the signature of their plan; what other offers were admitted for
    and nobody has taken yet is promised for all the time in which it may be taken. Interns of the
    categories `left_out` take up no place (R-NUM-09).
    """
    held = _held(host_tax_code, unit_key, left_out).exclude(offer_id=but)
    return [*_untaken(host_tax_code, unit_key, but), *held.values_list("start", "end")]


def promised_beside(case: Internship, left_out: Sequence[str] = ()) -> list[Period]:
    """Return a period for each place of its unit that is promised to others than an internship.

    The places of its own offer that nobody has taken are not promised to anybody else.
    """
    host, unit = case.host.tax_code, case.unit
    held = _held(host, unit.key, left_out).exclude(pk=case.pk)
    return [*_untaken(host, unit.key, case.offer_id), *held.values_list("start", "end")]


def taken_of(offer: HostOffer, but: int) -> int:
    """Return how many places of an offer internships have taken, apart from one."""
    return offer.internships.filter(status__in=COUNTS_WITH_HOST).exclude(pk=but).count()


def _held(host_tax_code: str, unit_key: str, left_out: Sequence[str]) -> QuerySet[Internship]:
    from internships.models import Internship  # noqa: PLC0415 (the models name the checks)

    held = Internship.objects.filter(
        status__in=HOLDS_PLACE, unit__key=unit_key, unit__host__tax_code=host_tax_code
    )
    return held.exclude(condition__category__in=left_out) if left_out else held


def room_for(case: Internship, limits: Limits, last: date) -> Room:
    """Return the room that an internship finds in its unit from its first day to `last`."""
    from internships.stored import content_of  # noqa: PLC0415 (the same)

    return room_of(
        content_of(case.offer),
        limits,
        promised_beside(case, limits.quota.left_out),
        (case.start, last),
        raised_in(case.host.tax_code, case.unit.key),
    )


def _untaken(host_tax_code: str, unit_key: str, but: int) -> list[Period]:
    from internships.models import HostOffer  # noqa: PLC0415 (the same)

    taken = Count("internships", filter=Q(internships__status__in=COUNTS_WITH_HOST))
    others = (
        HostOffer.objects.filter(
            status__in=PROMISED, unit__key=unit_key, unit__host__tax_code=host_tax_code
        )
        .exclude(pk=but)
        .annotate(taken=taken)
        .values_list("start_from", "start_to", "months", "admitted_places", "taken")
    )
    return [
        period
        for start_from, start_to, months, places, gone in others
        for period in [_period(start_from, start_to, months)] * max((places or 0) - gone, 0)
    ]


def _period(start_from: date | None, start_to: date | None, months: int) -> Period:
    if start_from is None or start_to is None:
        raise ValueError("a filed offer says when it begins")
    return start_from, end_for(start_to, months)


# Candidacies that hold a place of an offer until its internship is opened, and take it over.
HOLDING = [CandidacyStatus.PROPOSED, CandidacyStatus.ACCEPTED]


def taken_places(offer: HostOffer, *, but: int = 0) -> int:
    """Return how many places of an offer are proposed, or taken by internships; one candidacy apart.

    An internship takes its place from its opening on: what is being prepared is not proposed again.
    """
    opened = offer.internships.filter(status__in=[*BEFORE_START, *COUNTS_WITH_HOST])
    return offer.placed.filter(status__in=HOLDING).exclude(pk=but).count() + opened.count()
