"""What the rules say of the agreement of an internship: its own, or a collective one (R-DOC, R-HOS-07)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from calls.models import Parameter
from internships.parameters import OfferParameters, limits_on
from internships.rules import counting, formalities, promoters
from internships.rules.promoters import PromoterType
from internships.rules.regions import region_of
from parties import moment

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from internships.models import Agreement, Internship
    from workflows.rules import Outcome


def agreement_outcomes(case: Internship) -> list[Outcome]:
    """Return what an agreement must say before it is signed (R-DOC-02, R-DOC-05, R-DOC-08, R-HOS-07)."""
    found = case.agreement
    if found is None:
        return [formalities.kind_known("")]
    return [
        formalities.kind_known(found.kind),
        formalities.in_force(
            collective=found.is_collective,
            valid_to=_last_day(found),
            today=moment.today(),
        ),
        formalities.jointly_declared(declared=found.jointly_declared),
        stamp_outcome(found),
        lead_outcome(case),
        region_outcome(case, found),
    ]


def agreed_outcomes(case: Internship) -> list[Outcome]:
    """Return what must hold of the agreement when a plan is signed under it."""
    found = case.agreement
    if found is None:
        return []
    return [
        formalities.in_force(
            collective=found.is_collective,
            valid_to=_last_day(found),
            today=moment.today(),
        ),
        formalities.jointly_declared(declared=found.jointly_declared),
        stamp_outcome(found),
        lead_outcome(case),
    ]


def fits_outcomes(case: Internship) -> list[Outcome]:
    """Whether a collective agreement is one of the host's and the promoter's (R-DOC-02)."""
    found = case.agreement
    return [
        formalities.same_parties(
            collective=found is not None and found.is_collective,
            same=found is not None
            and found.host.tax_code == case.host.tax_code
            and found.promoter_id == case.promoter_id,
        )
    ]


def stamp_outcome(found: Agreement) -> Outcome:
    """R-DOC-08: whether the stamp duty that the promoter asks for is paid."""
    return formalities.stamp_paid(found.stamp_receipt, asked=found.stamp_asked)


def lead_outcome(case: Internship) -> Outcome:
    """R-DOC-10: whether the forms went to the host soon enough before the first day."""
    practice = Parameter.objects.value("internship_practice", case.start)
    return formalities.sent_soon_enough(forms_sent_on(case), case.start, practice["lead_days"])


def forms_sent_on(case: Internship) -> date:
    """Return the day on which the forms of an internship went to its host; today until they do."""
    sent = [one.drawn_at for one in case.deeds.all() if one.kind != one.Kind.ADDENDUM]
    return timezone.localtime(min(sent)).date() if sent else moment.today()


def region_outcome(case: Internship, found: Agreement) -> Outcome:
    """R-HOS-07: of which Region the rules are; those of another one are looked at by a person."""
    unit, seat = region_of(case.unit.province), region_of(case.host.province)
    governing = counting.governing_region(
        unit, seat, several_regions=found.several_regions, choice=found.ruled_by
    )
    return formalities.region_ruled(
        governing, home_region(case), ruleset=limits_on(case.start).code
    )


def interregional_outcome(case: Internship, kind: PromoterType) -> Outcome:
    """R-PRO-03: whether the promoter may act where the unit is."""
    away = region_of(case.unit.province) != home_region(case)
    return promoters.region_fits(kind, other_region=away)


def home_region(case: Internship) -> str:
    """Return the Region of the call, whose rules the parameters hold."""
    return region_of(OfferParameters.of(case.call_version).province)


def frameworks_for(case: Internship) -> QuerySet[Agreement]:
    """Return the collective agreements of its host that hold today, signed by both (R-DOC-02)."""
    from internships.models import Agreement  # noqa: PLC0415 (the models name the checks)

    return Agreement.objects.filter(
        kind=Agreement.Kind.COLLECTIVE,
        host__tax_code=case.host.tax_code,
        valid_to__gte=moment.today(),
        ended_on__isnull=True,
        deed__completed_at__isnull=False,
        deed__dropped_at__isnull=True,
    ).select_related("promoter__party", "deed")


def _last_day(found: Agreement) -> date | None:
    return found.ended_on or found.valid_to
