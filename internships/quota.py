"""How many places a unit has left: its staff, who is there already, what is promised to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from internships.models.statuses import OfferStatus
from internships.rules.dates import end_for
from internships.rules.quota import (
    base_quota,
    human_resources,
    overlapping,
    premium_places,
)

if TYPE_CHECKING:
    from datetime import date

    from internships.content import OfferContent
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


def room_of(content: OfferContent, limits: Limits, promised: list[Period]) -> Room:
    """Return the room for the offer; `promised` are the periods of interns of other offers."""
    first, last = content.start_from, end_for(content.start_to, content.months)
    resources = human_resources(content.staff, first, last)
    return Room(
        resources,
        base_quota(resources, limits.quota),
        premium_places(content.permanent, content.activated, content.hired, limits.quota),
        overlapping([*content.running, *promised], first, last),
    )


def promised_in(host_tax_code: str, unit_key: str, but: int) -> list[Period]:
    """Return a period for each place that other offers of a unit were admitted for (R-NUM-01)."""
    from internships.models import HostOffer  # noqa: PLC0415 (the models name the checks)

    others = (
        HostOffer.objects.filter(
            status__in=PROMISED, unit__key=unit_key, unit__host__tax_code=host_tax_code
        )
        .exclude(pk=but)
        .values_list("start_from", "start_to", "months", "admitted_places")
    )
    return [
        period
        for start_from, start_to, months, places in others
        for period in [_period(start_from, start_to, months)] * (places or 0)
    ]


def _period(start_from: date | None, start_to: date | None, months: int) -> Period:
    if start_from is None or start_to is None:
        raise ValueError("a filed offer says when it begins")
    return start_from, end_for(start_to, months)
