"""What the rules say of a candidacy: gathers the facts, asks `rules`, returns the outcomes.

The state machine names these functions in its conditions; pages show the same outcomes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from grants.rules import age_within, declarations_made, documents_present
from internships.candidate_content import content_of
from internships.candidate_facts import CandidateFacts
from internships.checks import window_outcome
from internships.models.statuses import OfferStatus
from internships.quota import taken_places
from internships.rules import bans, procedure, recipients
from internships.rules.recipients import Category, Kind
from parties import moment
from workflows.examination import told
from workflows.models import CaseTerm

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calls.models import CallVersion
    from internships.models import Candidacy, HostOffer
    from workflows.rules import Outcome

CANDIDATE = "candidate"


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


def assignment_outcomes(case: Candidacy) -> list[Outcome]:
    """Requirements of both hold again, and the place is there (R-PUB-21)."""
    facts, offer = facts_of(case), case.placement
    if offer is None:
        raise ValueError("a place that was accepted is known")
    return [
        *_person(facts),
        *pair_outcomes(facts, offer),
        procedure.published(is_published=offer.status == OfferStatus.PUBLISHED),
        procedure.place_free(taken_places(offer, but=case.pk), offer.admitted_places or 0),
    ]


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
