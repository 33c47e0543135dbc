"""What keeps an internship from its first day, and who has it: one answer for everybody (R-DOC-07)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from calls.models import Parameter
from internships import agreements
from internships.parameters import CandidacyParameters, limits_on
from internships.plans import current_deed, discreet, is_minor, signatures_of
from internships.rules import assigning, covering, formalities, papers, start
from parties import moment

if TYPE_CHECKING:
    from datetime import date

    from internships.models import Internship
    from workflows.rules import Outcome


# What a plan may foresee beside its activities, as the insurance names it.
AWAY, REMOTE = "trasferte e attività fuori sede", "attività a distanza"
HAVE_COPIES = (start.Actor.PROMOTER, start.Actor.HOST, start.Actor.TRAINEE)


def readiness_of(case: Internship) -> start.Readiness:
    """Return every rule on the start of an internship and what is missing, with who has it."""
    return start.readiness(
        preparation_of(case),
        limits_on(case.start),
        training_hours(case.start),
        beside_outcomes(case),
    )


def beside_outcomes(case: Internship) -> list[start.Missing]:
    """Return what does not keep an internship from its start, with who has it (R-DOC, R-INS-04)."""
    agreement = case.agreement
    found = [
        start.Missing("copie degli atti firmati", start.Actor.PROMOTER, one)
        for one in copies_outcomes(case)
    ]
    if agreement is not None:
        found.append(
            start.Missing(
                "bollo sulla convenzione", start.Actor.HOST, agreements.stamp_outcome(agreement)
            )
        )
        found.append(
            start.Missing(
                "tempo per gli adempimenti", start.Actor.PROMOTER, agreements.lead_outcome(case)
            )
        )
    premium = start.Missing("premio INAIL", start.Actor(case.cover_bearer), premium_outcome(case))
    return [*found, premium]


def copies_outcomes(case: Internship) -> list[Outcome]:
    """R-DOC-06: whether promoter, host and intern have their copy of each signed paper."""
    given = {(one.deed_id, one.actor) for one in case.copies.all()}
    papers_ = [current_deed(case, "convention"), current_deed(case, "plan")]
    signed = [one for one in papers_ if one is not None and one.completed_at is not None]
    return [
        formalities.copies_given(
            [
                f"{start.NAMES[actor]} ({one.get_kind_display().lower()})"
                for actor in HAVE_COPIES
                if (one.pk, actor.value) not in given
            ]
        )
        for one in signed
    ]


def premium_outcome(case: Internship) -> Outcome:
    """R-INS-04: what the insurance against accidents costs, by the days that the plan foresees."""
    set_ = Parameter.objects.value("internship_inail", case.start)
    days = planned_days(case)
    amount = covering.premium(
        Decimal(set_["least_yearly"]), days, Decimal(set_["rate_per_mille"]), set_["working_days"]
    )
    return covering.premium_told(amount, days, set_["item"], set_["rate_per_mille"])


def planned_days(case: Internship) -> int:
    """Return on how many days the plan foresees work, from the first day to the last."""
    length = (case.end - case.start).days + 1
    weekdays = [(case.start + timedelta(days=number)).weekday() for number in range(length)]
    return sum(bool(case.week and case.week[weekday]) for weekday in weekdays)


def wanted_covers(case: Internship) -> list[str]:
    """Return what the insurance of a plan must cover: its activities, its trips, days at a distance."""
    found = [one.text for one in case.activities.all()]
    found += [AWAY] if case.trips.strip() else []
    return [*found, REMOTE] if case.remote_days else found


def communication_data(case: Internship) -> dict[str, str]:
    """Return what the communication of the start must say, by its Italian name (R-COB-06)."""
    promoter = case.promoter.party if case.promoter else None
    return {
        "codice fiscale del promotore": promoter.tax_code if promoter else "",
        "denominazione del promotore": promoter.name if promoter else "",
        "sede del promotore": ", ".join(promoter.address_lines) if promoter else "",
        "codice del tipo di promotore": case.cob_promoter_code,
        "codice della categoria di tirocinante": case.cob_intern_code,
        "codice del tipo di tirocinio": case.cob_type_code,
        "posizione INAIL (PAT)": case.accident_reference,
    }


def communication_outcomes(case: Internship) -> list[Outcome]:
    """Whether all that the communication must say is there (R-COB-06)."""
    return [formalities.communication_complete(communication_data(case))]


def cover_outcomes(case: Internship) -> list[Outcome]:
    """Whether the insurance is in order: it comes before the communication (R-DOC-07, R-INS)."""
    return [
        *papers.insured(
            accident_reference=case.accident_reference,
            liability_policy=case.liability_policy,
            expiry=case.liability_expiry,
            end=case.end,
            renews=case.liability_renews,
        ),
        covering.covers_everything(uncovered(case)),
    ]


def uncovered(case: Internship) -> tuple[str, ...]:
    """Return what the plan foresees and the insurance does not cover (R-INS-02)."""
    return tuple(one for one in wanted_covers(case) if one not in case.covered)


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
            left_out=uncovered(case),
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
        communication=start.Communication(
            case.cob_number, case.cob_sent_at, communication_data(case)
        ),
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
