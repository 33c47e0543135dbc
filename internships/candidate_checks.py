"""What the rules say of a candidacy: gathers the facts, asks `rules`, returns the outcomes.

The state machine names these functions in its conditions; pages show the same outcomes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from calls.models import Parameter
from grants.rules import age_within, declarations_made, documents_present
from internships.candidate_content import content_of
from internships.candidate_facts import CandidateFacts
from internships.checks import window_outcome
from internships.models.statuses import InternshipStatus, OfferStatus
from internships.parameters import CandidacyParameters, limits_on
from internships.quota import taken_places
from internships.rules import assigning, bans, exposure, indemnity, procedure, recipients
from internships.rules.dates import days_in, end_for
from internships.rules.recipients import Category, Kind
from parties import moment
from workflows.examination import told
from workflows.models import CaseTerm

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calls.models import CallVersion
    from internships.models import Candidacy, HostOffer, Internship
    from workflows.rules import Outcome

CANDIDATE = "candidate"
OPEN_INTERVIEWS = ("called", "confirmed", "change_asked")


def filing_day(case: Candidacy) -> date:
    """Return the day on which the candidacy counts as filed: today until it is."""
    return timezone.localtime(case.submitted_at).date() if case.submitted_at else moment.today()


def facts_of(case: Candidacy) -> CandidateFacts:
    """Return a candidacy that is filed, or is just being, with what its rules must know."""
    person = case.representative
    if person is None:
        raise ValueError("a candidacy that is filed has its candidate")
    return CandidateFacts(
        content_of(case),
        case.call_version,
        filing_day(case),
        moment.today(),
        person.birth_date,
        person.tax_code,
        number=case.pk,
    )


def filing_outcomes(case: Candidacy) -> list[Outcome]:
    """All that must hold to file: in time, who, which offers, the papers."""
    here = case.documents.values_list("requirement", flat=True)
    return [
        window_outcome(case.call),
        *judged(facts_of(case)),
        *paper_outcomes_of(case.call_version, here, case.declarations),
    ]


def merit_outcomes(case: Candidacy) -> list[Outcome]:
    """The rules on the person and the offers chosen, as today's facts are."""
    return judged(facts_of(case), is_filing=False)


def admission_outcomes(case: Candidacy) -> list[Outcome]:
    """All that must hold to admit to the interview (R-REC, R-BAN, R-PUB-06)."""
    return [*merit_outcomes(case), *paper_outcomes(case)]


def paper_outcomes(case: Candidacy) -> list[Outcome]:
    """The rules on documents and declarations of a filed candidacy."""
    here = [document.requirement for document in case.documents.all()]
    return paper_outcomes_of(case.call_version, here, case.declarations)


def first_integration_outcomes(case: Candidacy) -> list[Outcome]:
    """What is missing is asked for once (R-PUB-04)."""
    return [procedure.completed_once(case.integration_requests.count())]


def interview_day_outcomes(case: Candidacy) -> list[Outcome]:
    """The time of the interview has come (R-PUB-09)."""
    has_come = case.interview_at is not None and case.interview_at <= moment.now()
    return [procedure.interview_due(has_come=has_come)]


def interview_outcomes(case: Candidacy) -> list[Outcome]:
    """The time has come, and whoever asked was complete and free of conflicts (R-PUB-09)."""
    held = case.interviews.filter(state__in=OPEN_INTERVIEWS).select_related("slot").last()
    slot = held.slot if held else None
    members = slot.members if slot else []
    return [
        *interview_day_outcomes(case),
        procedure.panel_complete(
            len(members),
            len(members) if held and held.is_declared else 0,
            host=bool(slot and slot.for_host),
            programme=bool(slot and slot.for_programme),
            least=CandidacyParameters.of(case.call_version).panel_least,
        ),
    ]


def justification_outcomes(case: Candidacy) -> list[Outcome]:
    """The time to justify an absence has passed (R-PUB-10)."""
    missed = case.interviews.filter(state="missed").order_by("pk").last()
    if missed is not None and missed.said:
        # What was said in time is weighed by a person.
        return [procedure.reason_weighed()]
    return [told.term_passed(case, CaseTerm.Kind.JUSTIFICATION, "R-PUB-10")]


def proposal_told(case: Candidacy) -> list[Outcome]:
    """The proposal has left the office."""
    return [told.has_left(case, CaseTerm.Kind.ACCEPTANCE)]


def proposal_term_outcomes(case: Candidacy) -> list[Outcome]:
    """The time to answer a proposal has passed (R-PUB-12)."""
    return [told.term_passed(case, CaseTerm.Kind.ACCEPTANCE, "R-PUB-12")]


def allowance_outcomes(case: Candidacy) -> list[Outcome]:
    """What the allowance of a proposed place means for the candidate: due or not, and the tax on it."""
    offer = case.placement
    if offer is None or offer.start_from is None:
        return []
    said, limits = content_of(case), limits_on(offer.start_from)
    days = days_in(offer.start_from, end_for(offer.start_from, offer.months))
    numbers = Parameter.objects.value("internship_tax", offer.start_from)
    year = exposure.TaxYear(
        **{name: Decimal(numbers[name]) for name in ("rate_percent", "bracket", "credit")},
        days=int(numbers["days"]),
    )
    return [
        indemnity.due_at_all(
            offer.allowance,
            category=said.category or Category.UNEMPLOYED,
            has_income_support=said.support != "none",
            meals=offer.gives_meals,
            limits=limits.indemnity,
        ),
        exposure.tax_told(offer.allowance * offer.months, days, year),
    ]


def assignment_outcomes(case: Candidacy) -> list[Outcome]:
    """Requirements of both hold again, and the place is there (R-PUB-21)."""
    facts, offer = facts_of(case), case.placement
    if offer is None:
        raise ValueError("a place that was accepted is known")
    return [
        *_person(facts),
        *pair_outcomes(facts, offer),
        procedure.published(is_published=offer.status == OfferStatus.PUBLISHED),
        assigning.place_free(taken_places(offer, but=case.pk), offer.admitted_places or 0),
    ]


def begun_outcomes(case: Candidacy) -> list[Outcome]:
    """The internship that follows from the place has begun."""
    followed = following(case)
    return [assigning.begun(has_begun=followed is not None and followed.started_at is not None)]


def assignment_lapse_outcomes(case: Candidacy) -> list[Outcome]:
    """No internship has begun, and its last day has passed or a requirement is lost (R-PUB-13)."""
    followed = following(case)
    outcomes = [
        assigning.not_begun(has_begun=followed is not None and followed.started_at is not None)
    ]
    if lost := [one for one in _person(facts_of(case)) if one.blocks]:
        return [*outcomes, assigning.requirement_lost(lost)]
    return [*outcomes, assigning.start_overdue(case.due_on, moment.today())]


def following(case: Candidacy) -> Internship | None:
    """Return the internship that was opened for the place of a candidacy, the latest."""
    if case.placement is None:
        return None
    return (
        case.placement.internships.filter(trainee=case.representative)
        .exclude(status=InternshipStatus.CANCELLED)
        .order_by("pk")
        .last()
    )


def judged(facts: CandidateFacts, *, is_filing: bool = True) -> list[Outcome]:
    """Return what every rule on the content says; offers are open at filing, and may fill up later."""
    chosen = facts.content.preferences
    on_list = [one for one in facts.offers if one.status == OfferStatus.PUBLISHED]
    return [
        *_person(facts),
        procedure.preferences_valid(chosen, facts.parameters.most_preferences),
        *(
            [procedure.published(is_published=len(on_list) == len(chosen))]
            if chosen and is_filing
            else []
        ),
        procedure.one_preference_left(len(standing(facts))),
    ]


def standing(facts: CandidateFacts) -> list[HostOffer]:
    """Return the offers for which every rule on the pair holds."""
    return [
        one
        for one in facts.offers
        if not any(outcome.blocks for outcome in pair_outcomes(facts, one))
    ]


def pair_outcomes(facts: CandidateFacts, offer: HostOffer) -> list[Outcome]:
    """Return what the rules say of a candidate with one host (R-BAN-01..03, R-REC-07, R-REC-08)."""
    start = offer.start_from or facts.day
    running = [one for one in facts.content.running if one.last_day >= start]
    return [
        bans.first_with_host(facts.earlier(offer)),
        bans.no_earlier_relation(facts.relations(offer), start, facts.limits.bans),
        bans.little_occasional_work(facts.occasional_days(offer), start, facts.limits.bans),
        recipients.no_kinship(
            declared=facts.content.has_kinship, call_forbids=facts.parameters.forbids_kinship
        ),
        recipients.hours_compatible(
            _hours(offer.weekly_minutes),
            [_hours(one.weekly_minutes) for one in running],
            facts.limits,
        ),
    ]


def paper_outcomes_of(
    version: CallVersion, here: Iterable[str], declared: Iterable[str]
) -> list[Outcome]:
    """The rules on documents that are there and declarations that were made."""
    present, ticked = set(here), set(declared)
    wanted = [one for one in version.documents.all() if concerns_candidates(one.only_for)]
    return [
        *documents_present(
            [
                (one.title_it, one.is_essential)
                for one in wanted
                if one.is_required and one.code not in present
            ]
        ),
        declarations_made(
            [
                one.title_it
                for one in version.declarations.all()
                if concerns_candidates(one.only_for) and one.code not in ticked
            ]
        ),
    ]


def concerns_candidates(only_for: Iterable[str]) -> bool:
    """Tell whether a document or declaration of the call is asked of candidates."""
    named = list(only_for)
    return not named or CANDIDATE in named


def _person(facts: CandidateFacts) -> list[Outcome]:
    content, set_ = facts.content, facts.parameters
    category = content.category
    is_summer = category is Category.STUDENT
    return [
        age_within(facts.born, facts.day, set_.age),
        recipients.of_age(
            facts.born,
            facts.start,
            schooling_done=content.schooling_done,
            kind=Kind.SUMMER if is_summer else Kind.ORDINARY,
            limits=facts.limits,
        ),
        recipients.one_category(category),
        *(
            [recipients.evidence_held(category, content.evidence_on, facts.start)]
            if category
            else []
        ),
        recipients.permit_covers(
            needs_permit=content.needs_permit,
            lives_abroad=False,
            valid_to=content.permit_until,
            end=facts.end,
            renewing=content.is_renewing,
        ),
        recipients.neet([content.is_neet], wanted=set_.neet_only),
    ]


def _hours(minutes: int) -> Decimal:
    return Decimal(minutes) / 60
