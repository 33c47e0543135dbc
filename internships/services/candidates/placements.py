"""Outcome of the ranking, and the place: proposed, answered, confirmed, assigned (R-PUB-11..13)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from evaluation.queries import ranked_row
from internships import funds
from internships.candidate_checks import facts_of, following, pair_outcomes
from internships.candidate_content import content_of
from internships.letters import candidates as letters
from internships.models import (
    Candidacy,
    HostOffer,
    Internship,
    InternshipType,
    OfferStatus,
    Support,
    Unit,
)
from internships.parameters import CandidacyParameters
from internships.permissions import may_examine
from internships.quota import taken_places
from internships.rules.assigning import place_free
from internships.rules.dates import DAY
from internships.rules.procedure import published
from internships.rules.recipients import Category
from internships.services.placements.opening import Opening, open_internship
from parties import moment
from parties.models import User
from workflows import tasks
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.models import CaseTerm
from workflows.services import clock
from workflows.services.handed_in import register_answer
from workflows.terms import Rule, compute_term

ACCEPTANCE = CaseTerm.Kind.ACCEPTANCE
DECLINED = "Proposta rifiutata dal candidato."
NOT_CONFIRMED = "Il soggetto ospitante non ha confermato"


@transaction.atomic
def enter_ranking(
    case: Candidacy, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Candidacy:
    """Take the place of the approved list; the candidate is told points and place (C07)."""
    _require_listed(case, placed=True)
    case = apply_transition(case, "enter_ranking", by=by, reason=reason, seen_version=seen_version)
    letters.send_outcome(case, by=by)
    return case


@transaction.atomic
def exclude_by_ranking(
    case: Candidacy, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Candidacy:
    """End below the points that the call asks for; the candidate is told why (C08)."""
    _require_listed(case, placed=False)
    case = apply_transition(
        case, "exclude_by_ranking", by=by, reason=reason, seen_version=seen_version
    )
    clock.end_all(case)
    letters.send_outcome(case, by=by)
    return case


@transaction.atomic
def propose_placement(
    case: Candidacy,
    *,
    by: User | None,
    offer: int,
    reason: str = "",
    seen_version: int | None = None,
) -> Candidacy:
    """Propose a place, as the approved pairing says; the candidate's term begins with the letter.

    The unit stays locked until the transaction ends: two proposals of one place are counted one
    after the other. Raises `TransitionRefused` where the place is taken, or a rule on the pair
    does not hold any more.
    """
    place = _held(offer)
    outcomes = [
        published(is_published=place.status == OfferStatus.PUBLISHED),
        place_free(taken_places(place, but=case.pk), place.admitted_places or 0),
        *pair_outcomes(facts_of(case), place),
    ]
    if blocking := [one for one in outcomes if one.blocks]:
        raise TransitionRefused(Refusal.RULE, blocking[0].sentence, blocking)
    rule = acceptance_rule(CandidacyParameters.of(case.call_version))
    case = apply_transition(
        case,
        "propose_placement",
        by=by,
        reason=reason,
        seen_version=seen_version,
        offer=place,
        due_on=compute_term(moment.today(), rule).due,
    )
    clock.start_term(case, ACCEPTANCE, rule, awaits_letter=True)
    letters.send_proposal(case, by=by)
    return case


@transaction.atomic
def accept_placement(
    case: Candidacy, *, by: User | None, seen_version: int | None = None
) -> Candidacy:
    """Accept the place; the host confirms it next (R-PUB-12)."""
    clock.end_term(case, ACCEPTANCE)
    rule = confirmation_rule(CandidacyParameters.of(case.call_version))
    due_on = compute_term(moment.today(), rule).due
    case = apply_transition(
        case, "accept_placement", by=by, seen_version=seen_version, due_on=due_on
    )
    register_answer(case, subject="Accettazione della proposta di tirocinio")
    letters.send_confirmation_request(case)
    return case


@transaction.atomic
def decline_placement(
    case: Candidacy, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Candidacy:
    """Decline the place: the next pairing gives it to whoever follows (R-PUB-11)."""
    offer = case.placement_id
    clock.end_term(case, ACCEPTANCE)
    case = apply_transition(
        case, "decline_placement", by=by, reason=reason, seen_version=seen_version
    )
    case.preferences.filter(offer=offer).update(dropped=DECLINED)
    register_answer(case, subject="Rifiuto della proposta di tirocinio")
    return case


@transaction.atomic
def lapse(
    case: Candidacy, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Candidacy:
    """Lapse, the term having passed without an answer; the place is free again (R-PUB-12)."""
    case = apply_transition(case, "lapse", by=by, reason=reason, seen_version=seen_version)
    clock.end_all(case)
    return case


@transaction.atomic
def assign(
    case: Candidacy, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Candidacy:
    """Assign the place, the host having confirmed it; rules are asked again (R-PUB-21).

    What comes next – agreement, plan, insurance, communication – is the internship's own case.
    """
    if case.placement_id:
        _held(case.placement_id)
    case = apply_transition(
        case,
        "assign",
        by=by,
        reason=reason,
        seen_version=seen_version,
        due_on=last_start(case, moment.today()),
    )
    clock.end_all(case)
    funds.set_aside(open_for(case, by=by), by=by)
    letters.send_assignment(case, by=by)
    return case


def note_start(case: Candidacy, *, by: User | None, seen_version: int | None = None) -> Candidacy:
    """End a candidacy whose internship has begun; the first day itself does so."""
    return apply_transition(case, "note_start", by=by, seen_version=seen_version)


@transaction.atomic
def lapse_assignment(
    case: Candidacy, *, by: User | None, reason: str, seen_version: int | None = None
) -> Candidacy:
    """Revoke an assignment that no internship followed, saying what those concerned said (R-PUB-13).

    The internship that was opened is cancelled, its money and its place are free again.
    """
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the assignment is revoked."))
    place, opened = case.placement, following(case)
    case = apply_transition(
        case, "lapse_assignment", by=by, reason=reason, seen_version=seen_version
    )
    clock.end_all(case)
    if opened is not None:
        funds.hold(opened.call)
        funds.free(opened, by=by, why=funds.LAPSED)
        tasks.perform(opened, "cancel", by=by, reason=reason)
    letters.send_lapse(case, place, by=by, reason=reason)
    return case


def last_start(case: Candidacy, day: date) -> date:
    """Return the last day on which an internship may begin, assigned on a day (R-PUB-13)."""
    days = CandidacyParameters.of(case.call_version).start_days
    offer = case.placement
    ends = [day + DAY * days, *([offer.start_to] if offer and offer.start_to else [])]
    return min(ends)


@transaction.atomic
def decline_by_host(
    case: Candidacy, *, by: User | None, reason: str, seen_version: int | None = None
) -> Candidacy:
    """Let the host not confirm, saying why: the candidate stays in the ranking for other offers."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the place is not confirmed."))
    offer = case.placement_id
    case = apply_transition(
        case, "decline_by_host", by=by, reason=reason, seen_version=seen_version
    )
    case.preferences.filter(offer=offer).update(dropped=f"{NOT_CONFIRMED}: {reason.strip()}")
    letters.send_not_confirmed(case, HostOffer.objects.get(pk=offer), by=by, reason=reason.strip())
    return case


def acceptance_rule(set_: CandidacyParameters) -> Rule:
    """The candidate's time to answer a proposal (R-PUB-12)."""
    return Rule(
        "R-PUB-12",
        set_.acceptance_working_days,
        "working_days",
        source="Bando, proposta di assegnazione",
    )


def confirmation_rule(set_: CandidacyParameters) -> Rule:
    """The host's time to confirm a candidate who has accepted; the office then asks, or acts."""
    return Rule(
        "R-PUB-12",
        set_.confirmation_working_days,
        "working_days",
        source="Bando, conferma dell'ospitante",
    )


def open_for(case: Candidacy, *, by: User | None) -> Internship:
    """Open the internship of a place that is assigned, with what the candidacy knows of the person.

    A host that confirms opens nothing itself: the case is then opened by the office's clock.
    """
    offer, person = case.placement, case.representative
    if offer is None or person is None or offer.start_from is None:
        raise LookupError(f"{case} has no place to open")
    said = content_of(case)
    opening = Opening(
        start=max(offer.start_from, said.available_from or offer.start_from),
        category=said.category or Category.UNEMPLOYED,
        evidence=said.evidence_number,
        evidence_on=said.evidence_on,
        income_support=said.support != Support.NONE,
        needs_permit=said.needs_permit,
        permit_to=said.permit_until,
        permit_renewing=said.is_renewing,
        type=InternshipType.SUMMER
        if said.category is Category.STUDENT
        else InternshipType.ORDINARY,
    )
    opener = by if may_examine(case, by) else None
    return open_internship(offer, person, by=opener, opening=opening)


def _require_listed(case: Candidacy, *, placed: bool) -> None:
    """Refuse what the approved ranking does not say: nobody gets or loses a place outside it."""
    row = ranked_row(case)
    if row is None or (row.place is not None) is not placed:
        raise TransitionRefused(
            Refusal.RULE, _("The approved ranking does not say this of the candidacy.")
        )


def _held(offer: int) -> HostOffer:
    """Return an offer whose unit is locked until the transaction ends (R-NUM-01)."""
    place = HostOffer.objects.select_related("applicant", "unit").get(pk=offer)
    Unit.objects.select_for_update().get(pk=place.unit_id)
    return place
