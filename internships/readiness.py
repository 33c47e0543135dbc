"""What keeps an internship from its first day, and who has it: one answer for everybody (R-DOC-07)."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from calls.models import Parameter
from internships.parameters import CandidacyParameters, limits_on
from internships.plans import current_deed, discreet, is_minor, signatures_of
from internships.rules import assigning, papers, start
from parties import moment

if TYPE_CHECKING:
    from datetime import date

    from internships.models import Internship
    from workflows.rules import Outcome


def readiness_of(case: Internship) -> start.Readiness:
    """Return every rule on the start of an internship and what is missing, with who has it."""
    return start.readiness(preparation_of(case), limits_on(case.start), training_hours(case.start))


def cover_outcomes(case: Internship) -> list[Outcome]:
    """Whether the insurance is in order: it comes before the communication (R-DOC-07, R-INS)."""
    return papers.insured(
        accident_reference=case.accident_reference,
        liability_policy=case.liability_policy,
        expiry=case.liability_expiry,
        end=case.end,
        renews=case.liability_renews,
    )


def start_outcomes(case: Internship) -> list[Outcome]:
    """All that must hold on the first day."""
    ready = readiness_of(case)
    come = start.first_day_come(case.start, moment.today())
    return discreet([*ready.outcomes, come, *_assigned_in_time(case)])


def _assigned_in_time(case: Internship) -> list[Outcome]:
    """Whether the first day is soon enough after the place was assigned (R-PUB-13)."""
    from internships.models import Candidacy  # noqa: PLC0415 (the models name the checks)

    assigned = Candidacy.objects.filter(
        placement=case.offer_id, representative=case.trainee_id, assigned_on__isnull=False
    ).select_related("call_version", "placement")
    return [
        assigning.start_in_time(
            one.assigned_on,
            case.start,
            CandidacyParameters.of(one.call_version).start_days,
            one.placement.start_to,
        )
        for one in assigned
        if one.assigned_on and one.placement
    ]


def preparation_of(case: Internship) -> start.Preparation:
    """Return an internship before it begins, as the rules take it."""
    minor = is_minor(case)
    return start.Preparation(
        start=case.start,
        end=case.end,
        first_instant=first_instant(case.start),
        convention=signatures_of(current_deed(case, "convention")),
        plan=signatures_of(current_deed(case, "plan")),
        cover=start.Cover(
            bearer=start.Actor(case.cover_bearer),
            accident_reference=case.accident_reference,
            liability_policy=case.liability_policy,
            expiry=case.liability_expiry,
            renews=case.liability_renews,
            opened_at=case.covered_at,
        ),
        safety=start.Safety(
            risk=papers.Risk(case.risk),
            general=case.general_hours,
            specific=case.specific_hours,
            bearer=start.Actor(case.safety_bearer),
            needs_surveillance=case.needs_surveillance,
            fit_on=case.fit_on,
        ),
        communication=start.Communication(case.cob_number, case.cob_sent_at),
        is_minor=minor,
        minor_authorised=case.minor_authorised,
    )


def first_instant(day: date) -> datetime:
    """Return the midnight with which a day begins, in the zone of the office."""
    return timezone.make_aware(datetime.combine(day, time.min))


def training_hours(day: date) -> dict[str, Decimal]:
    """Return the table of safety training in force on a day, in hours (R-SAF-02)."""
    stored = Parameter.objects.value("safety_training_hours", day)
    return {name: Decimal(hours) for name, hours in stored.items()}
