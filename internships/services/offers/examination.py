"""The officer's acts on an offer, and the host's answers to them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Parameter
from grants.against import curing_outcomes
from internships.checks import facts_of, places_outcome
from internships.letters import offers as letters
from internships.models import HostOffer, OfferGround, Unit
from internships.parameters import OfferParameters
from internships.rules.quota import reduction_explained
from internships.services.offers.terms import conclusion_due, integration_rule, observation_rule
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.models import CaseTerm
from workflows.services import clock, documents, integrations
from workflows.terms import compute_term

CONCLUSION, INTEGRATION = CaseTerm.Kind.CONCLUSION, CaseTerm.Kind.INTEGRATION
OBSERVATIONS = CaseTerm.Kind.OBSERVATIONS

Ground = tuple[str, str] | tuple[str, str, str]


def start_examination(
    case: HostOffer, *, by: User | None, seen_version: int | None = None
) -> HostOffer:
    """Take charge of a filed offer."""
    return apply_transition(case, "start_examination", by=by, seen_version=seen_version)


@transaction.atomic
def request_integration(
    case: HostOffer,
    *,
    by: User | None,
    items: Sequence[integrations.Asked],
    reason: str,
    seen_version: int | None = None,
) -> HostOffer:
    """Ask for typed items within a term, once; only those reopen, and the clock stands (R-PUB-04)."""
    if not items:
        raise TransitionRefused(Refusal.RULE, _("Say at least one thing that you ask for."))
    _refuse_incurable(case, items)
    rule = integration_rule(OfferParameters.of(case.call_version))
    due_on = compute_term(moment.today(), rule).due
    case = apply_transition(
        case, "request_integration", by=by, reason=reason, seen_version=seen_version, due_on=due_on
    )
    request = integrations.open_request(case, items, by=by, reason=reason, due_on=due_on)
    stops = clock.Stops(CONCLUSION, "integration", "PROC-T5")
    clock.start_term(case, INTEGRATION, rule, awaits_letter=True, stops=stops)
    letters.send_integration_request(case, request, by=by)
    return case


@transaction.atomic
def answer_integration(
    case: HostOffer,
    *,
    by: User | None,
    changes: Mapping[str, object] | None = None,
    seen_version: int | None = None,
) -> HostOffer:
    """Hand in what was asked: fields by name with their new values, documents already attached."""
    clock.end_term(case, INTEGRATION)
    clock.resume(case, CONCLUSION, "integration", on=moment.today())
    case = apply_transition(
        case,
        "answer_integration",
        by=by,
        seen_version=seen_version,
        due_on=conclusion_due(case),
        changes=changes or {},
    )
    integrations.close_request(case, answered=True)
    documents.file_all(case)
    letters.register_answer(case, subject="Integrazione dell'offerta di tirocinio")
    return case


@transaction.atomic
def close_integration(
    case: HostOffer, *, by: User | None, seen_version: int | None = None
) -> HostOffer:
    """Go on with what is in the file, the term having passed without an answer (SOC-01)."""
    due = _stop_after_term(case, INTEGRATION, "integration")
    case = apply_transition(case, "close_integration", by=by, seen_version=seen_version, due_on=due)
    clock.end_term(case, INTEGRATION)
    integrations.close_request(case, answered=False)
    return case


@transaction.atomic
def give_refusal_notice(
    case: HostOffer,
    *,
    by: User | None,
    grounds: Sequence[Ground],
    reason: str = "",
    seen_version: int | None = None,
) -> HostOffer:
    """Tell the host every reason against; the procedure's clock stands (PRE-01)."""
    _write_grounds(case, grounds, told_at=moment.now())
    rule = observation_rule(OfferParameters.of(case.call_version))
    case = apply_transition(
        case,
        "give_refusal_notice",
        by=by,
        reason=reason,
        seen_version=seen_version,
        due_on=compute_term(moment.today(), rule).due,
    )
    stands_from = Parameter.objects.value("prenotice_suspends_from", moment.today())
    stops = clock.Stops(CONCLUSION, "refusal_notice", "PRE-03", at=stands_from)
    clock.start_term(case, OBSERVATIONS, rule, awaits_letter=True, stops=stops)
    letters.send_refusal_notice(case, by=by)
    return case


@transaction.atomic
def file_observations(
    case: HostOffer,
    *,
    by: User | None,
    observations: Mapping[int, str],
    seen_version: int | None = None,
) -> HostOffer:
    """Answer the reasons against, one by one; the clock resumes as PRE-03 says."""
    for ground in case.grounds:
        ground.observation = observations.get(ground.pk, ground.observation)
        ground.save(update_fields=["observation"])
    heard = clock.end_term(case, OBSERVATIONS)
    pause = OfferParameters.of(case.call_version).observation_pause_days
    clock.resume(case, CONCLUSION, "refusal_notice", on=_resumes_on(heard, pause))
    case = apply_transition(
        case, "file_observations", by=by, seen_version=seen_version, due_on=conclusion_due(case)
    )
    documents.file_all(case)
    letters.register_answer(case, subject="Osservazioni ai motivi ostativi")
    return case


@transaction.atomic
def close_observations(
    case: HostOffer, *, by: User | None, seen_version: int | None = None
) -> HostOffer:
    """Go on without observations, their term having passed (PRE-03)."""
    due = _stop_after_term(case, OBSERVATIONS, "refusal_notice")
    case = apply_transition(
        case, "close_observations", by=by, seen_version=seen_version, due_on=due
    )
    clock.end_term(case, OBSERVATIONS)
    return case


@transaction.atomic
def propose_admission(
    case: HostOffer,
    *,
    by: User | None,
    places: int | None = None,
    answers: Mapping[int, str] | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> HostOffer:
    """Propose to admit the offer for all places that it asks for, or for fewer.

    The unit stays locked until the transaction ends: places proposed together are counted one
    after the other (R-NUM-07). Raises `TransitionRefused` where they are more than are free, and
    where fewer than the unit can hold are admitted without a reason.
    """
    Unit.objects.select_for_update().get(pk=case.unit_id)
    wanted = case.places if places is None else places
    if not 1 <= wanted <= case.places:
        raise TransitionRefused(
            Refusal.RULE,
            _("Admit from 1 to {most} places.").format(most=case.places),
        )
    facts = facts_of(case)
    outcomes = [
        places_outcome(facts, wanted),
        reduction_explained(case.places, wanted, facts.room.left, reason),
    ]
    if blocking := [one for one in outcomes if one.blocks]:
        raise TransitionRefused(Refusal.RULE, blocking[0].sentence, blocking)
    _write_answers(case, answers)
    return apply_transition(
        case, "propose_admission", by=by, reason=reason, seen_version=seen_version, places=wanted
    )


@transaction.atomic
def propose_refusal(
    case: HostOffer,
    *,
    by: User | None,
    answers: Mapping[int, str] | None = None,
    standing: Mapping[int, bool] | None = None,
    added: Sequence[Ground] = (),
    reason: str = "",
    seen_version: int | None = None,
) -> HostOffer:
    """Propose to refuse; each observation has its answer, and may bring its reason down (PRE-05)."""
    _write_answers(case, answers)
    for ground in case.grounds:
        ground.upheld = (standing or {}).get(ground.pk, ground.upheld)
        ground.save(update_fields=["upheld"])
    was_told = any(ground.told_at for ground in case.grounds)
    _write_grounds(case, added, from_observations=was_told)
    return apply_transition(
        case, "propose_refusal", by=by, reason=reason, seen_version=seen_version
    )


def _refuse_incurable(case: Any, items: Sequence[integrations.Asked]) -> None:
    asked = [(item.target, item.code, item.label) for item in items]
    blocking = [one for one in curing_outcomes(case, asked) if one.blocks]
    if blocking:
        sentences = [f"{one.sentence} ({one.rule}) {one.remedy}".strip() for one in blocking]
        raise TransitionRefused(Refusal.RULE, " ".join(sentences), blocking)


def _write_grounds(case: HostOffer, grounds: Sequence[Ground], **details: Any) -> None:
    OfferGround.objects.bulk_create(
        OfferGround(offer=case, rule=rule, text=text, document="".join(rest), **details)
        for rule, text, *rest in grounds
    )


def _write_answers(case: HostOffer, answers: Mapping[int, str] | None) -> None:
    for ground in case.grounds:
        ground.answer = (answers or {}).get(ground.pk, ground.answer)
        ground.save(update_fields=["answer"])


def _stop_after_term(case: HostOffer, kind: str, suspended_by: str) -> date | None:
    """The clock has been running again since the host's term ended, seen or not."""
    term = clock.running_term(case, kind)
    if term is not None and term.due_on < moment.today():
        clock.resume(case, CONCLUSION, suspended_by, on=term.due_on)
    return conclusion_due(case)


def _resumes_on(heard: CaseTerm | None, pause_days: int) -> date:
    """After observations in time the clock rests some days; late ones find it running (PRE-03)."""
    today = moment.today()
    if heard is not None and today > heard.due_on:
        return heard.due_on
    return today + timedelta(days=pause_days)
