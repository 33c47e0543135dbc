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
from internships.rules.dates import end_for
from internships.rules.quota import (
    base_quota,
    human_resources,
    overlapping,
    premium_places,
)

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from internships.content import OfferContent
    from internships.models import HostOffer, Internship
    from internships.rules.limits import Limits
    from internships.rules.quota import Period

# Offers whose places are promised.
PROMISED = [OfferStatus.ADMISSION_PROPOSED, OfferStatus.PUBLISHED]


@dataclass(frozen=True)
class Room:
    """What the unit of an offer holds: staff that counts, quotas, interns present together."""

    resources: int
    base: int
    premium: int
    present: int

    @property
    def left(self) -> int:
        """The places that are free."""
        return max(self.base + self.premium - self.present, 0)


def room_of(
    content: OfferContent, limits: Limits, promised: list[Period], period: Period | None = None
) -> Room:
    """Return the room for an offer, or for one internship of it in its own `period`.

    `promised` are the periods of interns who are in the unit, or will be, apart from those.
    """
    first, last = period or (content.start_from, end_for(content.start_to, content.months))
    resources = human_resources(content.staff, first, last)
    return Room(
        resources,
        base_quota(resources, limits.quota),
        premium_places(content.permanent, content.activated, content.hired, limits.quota),
        overlapping([*content.running, *promised], first, last),
    )


def promised_in(host_tax_code: str, unit_key: str, but: int) -> list[Period]:
    """Return a period for each place of a unit that is promised apart from one offer (R-NUM-01).

    Internships hold theirs from the signature of their plan; what other offers were admitted for
    and nobody has taken yet is promised for all the time in which it may be taken.
    """
    held = _held(host_tax_code, unit_key).exclude(offer_id=but)
    return [*_untaken(host_tax_code, unit_key, but), *held.values_list("start", "end")]


def promised_beside(case: Internship) -> list[Period]:
    """Return a period for each place of its unit that is promised to others than an internship.

    The places of its own offer that nobody has taken are not promised to anybody else.
    """
    host, unit = case.host.tax_code, case.unit
    held = _held(host, unit.key).exclude(pk=case.pk)
    return [*_untaken(host, unit.key, case.offer_id), *held.values_list("start", "end")]


def taken_of(offer: HostOffer, but: int) -> int:
    """Return how many places of an offer internships have taken, apart from one."""
    return offer.internships.filter(status__in=COUNTS_WITH_HOST).exclude(pk=but).count()


def _held(host_tax_code: str, unit_key: str) -> QuerySet[Internship]:
    from internships.models import Internship  # noqa: PLC0415 (the models name the checks)

    return Internship.objects.filter(
        status__in=HOLDS_PLACE, unit__key=unit_key, unit__host__tax_code=host_tax_code
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
