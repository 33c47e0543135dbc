"""The officer's acts, and the applicant's answers to them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from grants import letters
from grants.against import curing_outcomes
from grants.checks import computed, parameters_of
from grants.models import RefusalGround, RentContribution
from grants.services.terms import (
    conclusion_due,
    integration_rule,
    observation_rule,
    prenotice_stops_at,
)
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
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Take charge of a filed case."""
    return apply_transition(case, "start_examination", by=by, seen_version=seen_version)


@transaction.atomic
def request_integration(
    case: RentContribution,
    *,
    by: User | None,
    items: Sequence[integrations.Asked],
    reason: str,
    seen_version: int | None = None,
) -> RentContribution:
    """Ask for typed items within a term; only those reopen, and the procedure's clock stands.

    What cannot be cured is not asked for: the refusal says what the law says (SOC-02..SOC-06).
    """
    if not items:
        raise TransitionRefused(Refusal.RULE, _("Say at least one thing that you ask for."))
    _refuse_incurable(case, items)
    rule = integration_rule(parameters_of(case))
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
    case: RentContribution,
    *,
    by: User | None,
    changes: Mapping[str, object] | None = None,
    seen_version: int | None = None,
) -> RentContribution:
    """Hand in what was asked: fields by name with their new values, documents already attached."""
    _resume(case, INTEGRATION, "integration")
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
    letters.register_answer(case, subject="Integrazione della domanda")
    return case


@transaction.atomic
def close_integration(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Go on with what is in the file, the term having passed without an answer (SOC-01)."""
    due = _stop_after_term(case, INTEGRATION, "integration")
    case = apply_transition(case, "close_integration", by=by, seen_version=seen_version, due_on=due)
    clock.end_term(case, INTEGRATION)
    integrations.close_request(case, answered=False)
    return case


@transaction.atomic
def propose_admission(
    case: RentContribution,
    *,
    by: User | None,
    admitted: Mapping[int, tuple[Decimal, str]] | None = None,
    answers: Mapping[int, str] | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Propose the grant: `admitted` gives the spend allowed and the reason of a cut, line by line.

    The amount follows from the spend admitted and never passes what was asked for (AMT-01). Where
    a cut was told first, `answers` are those to the observations on it, by reason (PRE-09).
    """
    write_admitted(case, admitted, answers)
    result = computed(case)
    amount = min(result.amount or Decimal(0), case.requested)
    return apply_transition(
        case,
        "propose_admission",
        by=by,
        reason=reason,
        seen_version=seen_version,
        amount=amount,
    )


def write_admitted(
    case: RentContribution,
    admitted: Mapping[int, tuple[Decimal, str]] | None,
    answers: Mapping[int, str] | None,
) -> None:
    """Write down the spend admitted, the reason of each cut, and the answers to what was said of it."""
    _write_answers(case, answers)
    for line in case.lines.all():
        if not admitted or line.pk not in admitted:
            continue
        spend, why = admitted[line.pk]
        if spend > line.plain.asked(with_vat=case.vat_is_cost):
            raise TransitionRefused(
                Refusal.RULE,
                _("More spend is admitted than was asked for: {line}.").format(line=line),
            )
        line.admitted, line.cut_reason = spend, why
        line.save(update_fields=["admitted", "cut_reason"])


@transaction.atomic
def give_refusal_notice(
    case: RentContribution,
    *,
    by: User | None,
    grounds: Sequence[Ground],
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Tell the applicant every reason against; the procedure's clock stands (PRE).

    A ground is (rule, text), and the code of the document whose lack is the reason, if one is.
    """
    _write_grounds(case, grounds, told_at=moment.now())
    rule = observation_rule(parameters_of(case))
    case = apply_transition(
        case,
        "give_refusal_notice",
        by=by,
        reason=reason,
        seen_version=seen_version,
        due_on=compute_term(moment.today(), rule).due,
    )
    stops = clock.Stops(CONCLUSION, "refusal_notice", "PRE-03", at=prenotice_stops_at())
    clock.start_term(case, OBSERVATIONS, rule, awaits_letter=True, stops=stops)
    letters.send_refusal_notice(case, by=by)
    return case


@transaction.atomic
def file_observations(
    case: RentContribution,
    *,
    by: User | None,
    observations: Mapping[int, str],
    seen_version: int | None = None,
) -> RentContribution:
    """Answer the reasons against, one by one; the clock resumes as PRE-03 says."""
    for ground in case.grounds:
        ground.observation = observations.get(ground.pk, ground.observation)
        ground.save(update_fields=["observation"])
    heard = clock.end_term(case, OBSERVATIONS)
    pause = parameters_of(case).observation_pause_days
    clock.resume(case, CONCLUSION, "refusal_notice", on=_resumes_on(heard, pause))
    case = apply_transition(
        case, "file_observations", by=by, seen_version=seen_version, due_on=conclusion_due(case)
    )
    documents.file_all(case)
    letters.register_answer(case, subject="Osservazioni ai motivi ostativi")
    return case


@transaction.atomic
def close_observations(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Go on without observations, their term having passed (PRE-03)."""
    due = _stop_after_term(case, OBSERVATIONS, "refusal_notice")
    case = apply_transition(
        case, "close_observations", by=by, seen_version=seen_version, due_on=due
    )
    clock.end_term(case, OBSERVATIONS)
    return case


@transaction.atomic
def propose_refusal(
    case: RentContribution,
    *,
    by: User | None,
    answers: Mapping[int, str] | None = None,
    standing: Mapping[int, bool] | None = None,
    added: Sequence[Ground] = (),
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Propose to refuse; each observation has its answer, and may bring its reason down (PRE-05).

    `added` are reasons that the notice did not tell: after one they flow from the observations;
    without one they are those for which none is due.
    """
    _write_answers(case, answers)
    for ground in case.grounds:
        ground.upheld = (standing or {}).get(ground.pk, ground.upheld)
        ground.save(update_fields=["upheld"])
    was_told = any(ground.told_at for ground in case.grounds)
    _write_grounds(case, added, from_observations=was_told)
    return apply_transition(
        case, "propose_refusal", by=by, reason=reason, seen_version=seen_version
    )


def _refuse_incurable(case: RentContribution, items: Sequence[integrations.Asked]) -> None:
    asked = [(item.target, item.code, item.label) for item in items]
    blocking = [one for one in curing_outcomes(case, asked) if one.blocks]
    if blocking:
        sentences = [f"{one.sentence} ({one.rule}) {one.remedy}".strip() for one in blocking]
        raise TransitionRefused(Refusal.RULE, " ".join(sentences), blocking)


def _write_grounds(case: RentContribution, grounds: Sequence[Ground], **details: Any) -> None:
    """Write reasons against down; whoever asks for them next finds them among the others."""
    RefusalGround.objects.bulk_create(
        RefusalGround(contribution=case, rule=rule, text=text, document="".join(rest), **details)
        for rule, text, *rest in grounds
    )


def _write_answers(case: RentContribution, answers: Mapping[int, str] | None) -> None:
    for ground in case.grounds:
        ground.answer = (answers or {}).get(ground.pk, ground.answer)
        ground.save(update_fields=["answer"])


def _resume(case: RentContribution, kind: str, suspended_by: str) -> None:
    clock.end_term(case, kind)
    clock.resume(case, CONCLUSION, suspended_by, on=moment.today())


def _stop_after_term(case: RentContribution, kind: str, suspended_by: str) -> date | None:
    """The clock has been running again since the applicant's term ended, seen or not."""
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
