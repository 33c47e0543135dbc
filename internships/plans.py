"""What the rules say of an internship until its plan is signed: facts gathered, outcomes returned.

Asked again at each step (R-PUB-21). What an outcome would tell of health or hardship is said of
the general rule instead: history and pages show outcomes to everybody who works on the case.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import Q

from calls.models import Parameter
from internships import checks
from internships.agreements import (
    agreed_outcomes,
    agreement_outcomes,
    fits_outcomes,
    interregional_outcome,
)
from internships.banned import ban_outcomes
from internships.models.statuses import (
    BEFORE_START,
    COUNTS_WITH_HOST,
    HOLDS_PLACE,
    TAKES_HOURS,
    OfferStatus,
)
from internships.parameters import OfferParameters, limits_on
from internships.places import condition_of, place_outcomes
from internships.rules import (
    bans,
    duration,
    indemnity,
    papers,
    procedure,
    promoters,
    recipients,
    start,
)
from internships.rules.promoters import PromoterType
from internships.rules.recipients import FRAGILE, Category, Kind
from parties import moment
from workflows.rules import Verdict
from workflows.rules.words import age_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from internships.models import Deed, Internship, Tutor
    from workflows.rules import Outcome

SUMMER_PROMOTERS = frozenset({PromoterType.JOB_CENTRE})
# The general rule in whose name a rule on health or hardship is told.
GENERAL = {"R-DUR-04": "R-DUR-01", "R-DUR-08": "R-DUR-10", "R-DUR-09": "R-DUR-10"}
HOST, PROMOTER = "host", "promoter"


def opening_outcomes(case: Internship) -> list[Outcome]:
    """Whether the internship of a person on an offer can be opened."""
    offer = case.offer
    return [
        procedure.published(is_published=offer.status == OfferStatus.PUBLISHED),
        age_outcome(case),
        first_with_host(case, [*COUNTS_WITH_HOST, *BEFORE_START]),
        hours_outcome(case),
    ]


def convention_outcomes(case: Internship) -> list[Outcome]:
    """Whether the agreement can be signed: a promoter with a title, a host in order."""
    return [
        *promoter_outcomes(case),
        *checks.host_outcomes(case.offer),
        *agreement_outcomes(case),
    ]


def framework_outcomes(case: Internship) -> list[Outcome]:
    """Whether the internship can go on under a collective agreement that both have signed (R-DOC-02)."""
    signed = signatures_of(current_deed(case, "convention"))
    return [
        papers.convention_signed(
            by_host=signed.get(start.Actor.HOST), by_promoter=signed.get(start.Actor.PROMOTER)
        ),
        *fits_outcomes(case),
        *convention_outcomes(case),
    ]


def convention_signed_outcomes(case: Internship) -> list[Outcome]:
    """Whether both have signed, and what they declare in it holds (R-DOC-01, R-DOC-05)."""
    signed = signatures_of(current_deed(case, "convention"))
    return [
        papers.convention_signed(
            by_host=signed.get(start.Actor.HOST), by_promoter=signed.get(start.Actor.PROMOTER)
        ),
        *convention_outcomes(case),
    ]


def plan_outcomes(case: Internship) -> list[Outcome]:
    """Every rule on person, promoter, host, place, time, money and tutors."""
    return discreet(
        [
            *_person(case),
            *promoter_outcomes(case),
            *checks.host_outcomes(case.offer),
            *agreed_outcomes(case),
            *_duration(case),
            *_money(case),
            *tutor_outcomes(case),
            *place_outcomes(case),
        ]
    )


def plan_signed_outcomes(case: Internship) -> list[Outcome]:
    """Whether all have signed the plan, and it still holds, with what was promised meanwhile."""
    signed = signatures_of(current_deed(case, "plan"))
    minor = is_minor(case)
    order = start.signers_of_plan(is_minor=minor)
    return [
        papers.plan_signed({start.NAMES[actor]: signed.get(actor) for actor in order}),
        papers.minor_authorised(is_minor=minor, authorised=case.minor_authorised),
        *plan_outcomes(case),
    ]


def never_begun_outcomes(case: Internship) -> list[Outcome]:
    """Whether it can be cancelled: nobody has been there a single day (R-DUR-19)."""
    from internships.models import Day  # noqa: PLC0415 (the models name the checks)

    attended = Day.objects.filter(month__internship_id=case.pk, done_minutes__gt=0).count()
    return [duration.never_begun(attended)]


def promoter_outcomes(case: Internship) -> list[Outcome]:
    """The rules on the promoter (R-PRO)."""
    promoter = case.promoter
    today = moment.today()
    if promoter is None:
        return [promoters.title_holds(None, "", None, today)]
    kind = PromoterType(promoter.kind)
    condition = condition_of(case)
    found = [
        promoters.title_holds(kind, promoter.registration, promoter.valid_to, today),
        promoters.promoter_is_not_host(promoter.party.tax_code, case.host.tax_code),
        promoters.summer_promoter_fits(kind, Kind(case.type), SUMMER_PROMOTERS),
        interregional_outcome(case, kind),
        _graduate(case, kind),
        *ban_outcomes(promoter.party.tax_code, today),
    ]
    if condition is not None:
        found.append(
            promoters.social_promoter_fits(
                kind, Category(condition.category), in_charge=condition.in_charge
            )
        )
    return discreet(found)


def tutor_outcomes(case: Internship) -> list[Outcome]:
    """The rules on both tutors (R-TUT)."""
    limits = limits_on(case.start)
    host, promoter = case.tutor(HOST), case.tutor(PROMOTER)
    set_ = OfferParameters.of(case.call_version)
    found = []
    if host is not None:
        declared = case.offer.tutor_follows if host.tax_code == case.offer.tutor_tax_code else 0
        found += [
            papers.host_tutor_free(declared + follows(host), limits),
            papers.tutor_suitable(host.role, host.years, host.skills, set_.tutor_least_years),
            papers.substitute_named(host.substitute),
        ]
    if promoter is not None:
        found.append(
            papers.promoter_tutor_free(
                follows(promoter), limits, same_aim=_same_aim(promoter, case)
            )
        )
    missing = [name for name, one in (("ospitante", host), ("promotore", promoter)) if one is None]
    return [*found, papers.tutors_named(missing)]


def first_with_host(case: Internship, statuses: Iterable[str]) -> Outcome:
    """R-BAN-01: whether it is the person's first with the host; the tax codes decide."""
    from internships.models import Internship  # noqa: PLC0415 (the models name the checks)

    others = Internship.objects.filter(
        trainee__tax_code=case.trainee.tax_code,
        offer__applicant__tax_code=case.host.tax_code,
        status__in=list(statuses),
    ).exclude(pk=case.pk)
    return bans.first_with_host([bans.Earlier(extracurricular=True, began=True) for _one in others])


def hours_outcome(case: Internship) -> Outcome:
    """R-REC-07: the week of the person, with the other internships that they are in, or about to be."""
    from internships.models import Internship  # noqa: PLC0415 (the same)

    others = Internship.objects.filter(
        Q(end__gte=case.start, start__lte=case.end),
        trainee__tax_code=case.trainee.tax_code,
        status__in=TAKES_HOURS,
    ).exclude(pk=case.pk)
    weeks = [_hours(one.weekly_minutes) for one in others]
    return recipients.hours_compatible(_hours(case.weekly_minutes), weeks, limits_on(case.start))


def age_outcome(case: Internship) -> Outcome:
    """R-REC-01: of working age on the first day."""
    return recipients.of_age(
        case.trainee.birth_date,
        case.start,
        schooling_done=True,
        kind=Kind(case.type),
        limits=limits_on(case.start),
    )


def is_minor(case: Internship) -> bool:
    """Tell whether the intern is under age on the first day (R-DOC-04)."""
    limits = limits_on(case.start)
    return age_on(case.trainee.birth_date, case.start) < limits.adult_age


def current_deed(case: Internship, kind: str) -> Deed | None:
    """Return the agreement or plan that counts: the one that was not dropped.

    An internship without an agreement of its own goes under the collective one that it names.
    """
    own = next(
        (one for one in case.deeds.all() if one.kind == kind and one.dropped_at is None), None
    )
    shared = case.agreement if kind == "convention" else None
    if own is not None or shared is None or not shared.is_collective:
        return own
    return shared.deed if shared.deed is not None and shared.deed.dropped_at is None else None


def signatures_of(deed: Deed | None) -> dict[start.Actor, datetime]:
    """Return who has signed a deed, and when."""
    if deed is None:
        return {}
    return {start.Actor(one.actor): one.signed_at for one in deed.signatures.all()}


def follows(tutor: Tutor) -> int:
    """Return how many interns a tutor follows, apart from this one; the tax code decides."""
    return (
        type(tutor)
        .objects.filter(
            side=tutor.side,
            tax_code=tutor.tax_code,
            ended_on__isnull=True,
            internship__status__in=HOLDS_PLACE,
        )
        .exclude(internship_id=tutor.internship_id)
        .count()
    )


def discreet(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Tell rules on health and hardship in the name of the general one, without what they looked at."""
    return [
        replace(
            one,
            rule=GENERAL.get(one.rule, one.rule),
            inputs={name: value for name, value in one.inputs.items() if name != "categoria"},
        )
        for one in outcomes
    ]


def _person(case: Internship) -> list[Outcome]:
    condition = condition_of(case)
    if condition is None:
        return [recipients.one_category(None)]
    category = Category(condition.category)
    proved = recipients.evidence_held(category, condition.evidence_on, case.start)
    if category in FRAGILE:
        sentence = "La condizione della persona è documentata."
        if proved.blocks:
            sentence = "Manca, o è successivo all'inizio, il documento della condizione."
        proved = replace(proved, sentence=sentence)
    known = replace(
        recipients.one_category(category), sentence="La categoria di destinatario è indicata."
    )
    return [
        age_outcome(case),
        known,
        proved,
        recipients.permit_covers(
            needs_permit=condition.needs_permit,
            lives_abroad=False,
            valid_to=condition.permit_to,
            end=case.end,
            renewing=condition.permit_renewing,
        ),
        hours_outcome(case),
        first_with_host(case, COUNTS_WITH_HOST),
    ]


def _duration(case: Internship) -> list[Outcome]:
    limits = limits_on(case.start).duration
    condition = condition_of(case)
    category = Category(condition.category) if condition else Category.UNEMPLOYED
    levels = [one.level for one in case.competences.all() if one.extension_id is None]
    allowed = duration.months_allowed(
        levels, kind=Kind(case.type), category=category, limits=limits
    )
    return [
        bans.not_elementary(levels, limits),
        duration.long_enough(
            case.start,
            case.end,
            kind=Kind(case.type),
            category=category,
            seasonal=case.offer.is_seasonal,
            limits=limits,
        ),
        duration.short_enough(case.start, case.end, allowed),
        duration.hours_within_contract(_hours(case.weekly_minutes), _hours(case.contract_minutes)),
        duration.odd_hours_explained(
            case.odd_hours, at_night_or_holidays=bool(case.week and case.week[6])
        ),
        duration.remote_described(case.remote_rules, remote_days=case.remote_days),
    ]


def _money(case: Internship) -> list[Outcome]:
    return [
        indemnity.amount_enough(
            case.allowance,
            is_public=case.offer.host_kind == "public_body",
            meals=case.gives_meals,
            max_daily_hours=_hours(case.daily_minutes),
            limits=limits_on(case.start).indemnity,
        )
    ]


def _graduate(case: Internship, kind: PromoterType) -> Outcome:
    """R-REC-05: soon enough after the degree; where it is not known, a person looks at it."""
    degree = _graduated_on(case)
    practice = Parameter.objects.value("internship_practice", case.start)
    found = recipients.graduate_in_time(
        degree,
        case.start,
        promoter_is_university=kind is PromoterType.UNIVERSITY,
        months=practice["graduate_months"],
    )
    return replace(found, verdict=Verdict.WARNING) if found.blocks and degree is None else found


def _graduated_on(case: Internship) -> date | None:
    """Return when the intern obtained their title, as the candidacy that led here says (R-REC-05)."""
    from internships.models import Candidacy  # noqa: PLC0415 (the models name the checks)

    said = Candidacy.objects.filter(
        placement=case.offer_id, representative=case.trainee_id, graduated_on__isnull=False
    )
    return said.values_list("graduated_on", flat=True).order_by("pk").last()


def _same_aim(tutor: Tutor, case: Internship) -> bool:
    """R-TUT-02: all whom the promoter's tutor follows share host and position."""
    others = type(tutor).objects.filter(
        side=tutor.side,
        tax_code=tutor.tax_code,
        ended_on__isnull=True,
        internship__status__in=HOLDS_PLACE,
    )
    return not others.exclude(internship__offer_id=case.offer_id).exists()


def _hours(minutes: int) -> Decimal:
    return Decimal(minutes) / 60
