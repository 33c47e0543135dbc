"""What the rules on an offer must know beside its own words: asked of the database in one place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Sum

from coworking_registry.models import Space
from internships.models.statuses import COUNTS_WITH_HOST, InternshipStatus, OfferStatus
from internships.models.units import Unit
from internships.parameters import OfferParameters, grid_on, limits_on
from internships.quota import PROMISED, Room, promised_in, raised_in, room_of
from internships.rules.dates import months_before
from internships.rules.green import GreenScore, Grid, green_score

if TYPE_CHECKING:
    from datetime import date

    from calls.models import CallVersion
    from internships.content import OfferContent
    from internships.rules.limits import Limits

LIVE = [
    OfferStatus.SUBMITTED,
    OfferStatus.UNDER_EXAMINATION,
    OfferStatus.INTEGRATION_REQUESTED,
    OfferStatus.REFUSAL_NOTICE,
    OfferStatus.OBSERVATIONS_RECEIVED,
    *PROMISED,
]


@dataclass(frozen=True)
class Facts:
    """An offer in its call: numbers of the law, other offers of the host, the space it names.

    `day` is the day on which it counts, `today` the present one; `number` the key of
    its own case.
    """

    content: OfferContent
    version: CallVersion
    day: date
    today: date
    number: int = 0

    @cached_property
    def parameters(self) -> OfferParameters:
        """The parameters of the call."""
        return OfferParameters.of(self.version)

    @cached_property
    def limits(self) -> Limits:
        """The ruleset of the first day on which an internship may begin."""
        return limits_on(self.content.start_from)

    @cached_property
    def grid(self) -> Grid:
        """The points of the green profile."""
        return grid_on(self.day)

    @cached_property
    def score(self) -> GreenScore:
        """The green points of the offer."""
        return green_score(self.content.green, self.day, self.grid)

    @cached_property
    def room(self) -> Room:
        """The room in the unit (R-NUM)."""
        unit = self.content.unit
        key = Unit.key_of(unit.street, unit.street_number, unit.municipality)
        host, left_out = self.content.host_tax_code, self.limits.quota.left_out
        promised = promised_in(host, key, self.number, left_out)
        return room_of(self.content, self.limits, promised, raised=raised_in(host, key))

    @cached_property
    def serial(self) -> tuple[int, int]:
        """How many internships this position of the unit has had, and how many ended in a hire (R-BAN-06)."""
        from internships.models import Internship  # noqa: PLC0415 (the models name the checks)

        unit = self.content.unit
        had = Internship.objects.filter(
            offer__applicant__tax_code=self.content.host_tax_code,
            unit__key=Unit.key_of(unit.street, unit.street_number, unit.municipality),
            title__iexact=self.content.title,
            status__in=COUNTS_WITH_HOST,
            start__gte=months_before(self.today, self.limits.bans.serial_months),
        )
        return had.count(), had.filter(status=InternshipStatus.TRANSFORMED).count()

    @cached_property
    def places_elsewhere(self) -> int:
        """The places of other live offers of the host in this call."""
        from internships.models import HostOffer  # noqa: PLC0415 (the models name the checks)

        others = HostOffer.objects.filter(
            call_id=self.version.call_id,
            status__in=LIVE,
            applicant__tax_code=self.content.host_tax_code,
        ).exclude(pk=self.number)
        return others.aggregate(sum=Sum("places"))["sum"] or 0

    @cached_property
    def tutor_follows(self) -> int:
        """How many interns the tutor follows, or is promised to, apart from this offer."""
        from internships.models import HostOffer  # noqa: PLC0415 (the same)

        promised = HostOffer.objects.filter(
            status__in=PROMISED, tutor_tax_code=self.content.tutor_tax_code
        ).exclude(pk=self.number)
        return self.content.tutor_follows + (
            promised.aggregate(sum=Sum("admitted_places"))["sum"] or 0
        )

    @cached_property
    def space(self) -> Space | None:
        """The coworking space that the offer names."""
        return Space.objects.select_related("manager").filter(pk=self.content.space or 0).first()

    @cached_property
    def is_listed(self) -> bool:
        """Whether that space stands in the register today."""
        return self.space is not None and self.space.is_qualified_on(self.today)
