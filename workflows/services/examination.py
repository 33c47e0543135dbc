"""The acts of an examination and the applicant's answers to them, the same for every kind of case."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from django.db import transaction
from django.utils.translation import gettext as _

from parties import moment
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.examination.against import curing_outcomes
from workflows.examination.terms import (
    ExaminationTerms,
    conclusion_due,
    integration_rule,
    observation_rule,
    prenotice_stops_at,
)
from workflows.models import CaseTerm
from workflows.services import clock, documents, integrations
from workflows.services.handed_in import register_answer
from workflows.terms import compute_term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parties.models import User
    from workflows.models import IntegrationRequest

CONCLUSION, INTEGRATION = CaseTerm.Kind.CONCLUSION, CaseTerm.Kind.INTEGRATION
OBSERVATIONS = CaseTerm.Kind.OBSERVATIONS

Ground = tuple[str, str] | tuple[str, str, str]


class Letters(Protocol):
    """What the room of a kind of case writes in the course of an examination."""

    def send_integration_request(
        self, case: Any, request: IntegrationRequest, *, by: User | None
    ) -> Any:
        """Send what is asked for, with its term."""

    def send_refusal_notice(self, case: Any, *, by: User | None) -> Any:
        """Send every reason against."""


class Examination:
    """The acts of one kind of case: each method is a service, named like its transition.

    `letters` writes what leaves the house; `integrated` is the subject under which an answer is
    registered; `source` is where the term of an integration stands.
    """

    def __init__(self, letters: Letters, *, integrated: str, source: str) -> None:
        self.letters, self.integrated, self.source = letters, integrated, source

    def start_examination(
        self, case: Any, *, by: User | None, seen_version: int | None = None
    ) -> Any:
        """Take charge of a filed case."""
        return apply_transition(case, "start_examination", by=by, seen_version=seen_version)

    @transaction.atomic
    def request_integration(
        self,
        case: Any,
        *,
        by: User | None,
        items: Sequence[integrations.Asked],
        reason: str,
        seen_version: int | None = None,
    ) -> Any:
        """Ask for typed items within a term; only those reopen, and the procedure's clock stands.

        What cannot be cured is not asked for: the refusal says what the law says (SOC-02..SOC-06).
        """
        if not items:
            raise TransitionRefused(Refusal.RULE, _("Say at least one thing that you ask for."))
        _refuse_incurable(case, items)
        rule = integration_rule(_terms(case).integration_days, self.source)
        due_on = compute_term(moment.today(), rule).due
        case = apply_transition(
            case,
            "request_integration",
            by=by,
            reason=reason,
            seen_version=seen_version,
            due_on=due_on,
        )
        request = integrations.open_request(case, items, by=by, reason=reason, due_on=due_on)
        stops = clock.Stops(CONCLUSION, "integration", "PROC-T5")
        clock.start_term(case, INTEGRATION, rule, awaits_letter=True, stops=stops)
        self.letters.send_integration_request(case, request, by=by)
        return case

    @transaction.atomic
    def answer_integration(
        self,
        case: Any,
        *,
        by: User | None,
        changes: Mapping[str, object] | None = None,
        seen_version: int | None = None,
    ) -> Any:
        """Hand in what was asked: fields by name with new values, documents already attached."""
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
        register_answer(case, subject=self.integrated)
        return case

    @transaction.atomic
    def close_integration(
        self, case: Any, *, by: User | None, seen_version: int | None = None
    ) -> Any:
        """Go on with what is in the file, the term having passed without an answer (SOC-01)."""
        due = _stop_after_term(case, INTEGRATION, "integration")
        case = apply_transition(
            case, "close_integration", by=by, seen_version=seen_version, due_on=due
        )
        clock.end_term(case, INTEGRATION)
        integrations.close_request(case, answered=False)
        return case

    @transaction.atomic
    def give_refusal_notice(
        self,
        case: Any,
        *,
        by: User | None,
        grounds: Sequence[Ground],
        reason: str = "",
        seen_version: int | None = None,
    ) -> Any:
        """Tell the applicant every reason against; the procedure's clock stands (PRE).

        A ground is (rule, text), and the code of the document whose lack is the reason, if one is.
        """
        write_grounds(case, grounds, told_at=moment.now())
        rule = observation_rule(_terms(case).observation_days)
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
        self.letters.send_refusal_notice(case, by=by)
        return case

    @transaction.atomic
    def file_observations(
        self,
        case: Any,
        *,
        by: User | None,
        observations: Mapping[int, str],
        seen_version: int | None = None,
    ) -> Any:
        """Answer the reasons against, one by one; the clock resumes as PRE-03 says."""
        for ground in case.grounds:
            ground.observation = observations.get(ground.pk, ground.observation)
            ground.save(update_fields=["observation"])
        heard = clock.end_term(case, OBSERVATIONS)
        pause = _terms(case).observation_pause_days
        clock.resume(case, CONCLUSION, "refusal_notice", on=_resumes_on(heard, pause))
        case = apply_transition(
            case, "file_observations", by=by, seen_version=seen_version, due_on=conclusion_due(case)
        )
        documents.file_all(case)
        register_answer(case, subject="Osservazioni ai motivi ostativi")
        return case

    @transaction.atomic
    def close_observations(
        self, case: Any, *, by: User | None, seen_version: int | None = None
    ) -> Any:
        """Go on without observations, their term having passed (PRE-03)."""
        due = _stop_after_term(case, OBSERVATIONS, "refusal_notice")
        case = apply_transition(
            case, "close_observations", by=by, seen_version=seen_version, due_on=due
        )
        clock.end_term(case, OBSERVATIONS)
        return case

    @transaction.atomic
    def propose_refusal(
        self,
        case: Any,
        *,
        by: User | None,
        answers: Mapping[int, str] | None = None,
        standing: Mapping[int, bool] | None = None,
        added: Sequence[Ground] = (),
        reason: str = "",
        seen_version: int | None = None,
    ) -> Any:
        """Propose to refuse; each observation has its answer, and may bring its reason down (PRE-05).

        `added` are reasons that the notice did not tell: after one they flow from the observations;
        without one they are those for which none is due.
        """
        weigh(case, answers, standing, added)
        return apply_transition(
            case, "propose_refusal", by=by, reason=reason, seen_version=seen_version
        )


def write_grounds(case: Any, grounds: Sequence[Ground], **details: Any) -> None:
    """Write reasons against down; whoever asks for them next finds them among the others."""
    rows, details = case.refusal_grounds, case.about_grounds() | details
    rows.model.objects.bulk_create(
        rows.model(
            **{rows.field.name: case}, rule=rule, text=text, document="".join(rest), **details
        )
        for rule, text, *rest in grounds
    )


def weigh(
    case: Any,
    answers: Mapping[int, str] | None,
    standing: Mapping[int, bool] | None,
    added: Sequence[Ground],
) -> None:
    """Write down what the office makes of the observations: answers, what stands, what came up (PRE-05)."""
    write_answers(case, answers)
    for ground in case.grounds:
        ground.upheld = (standing or {}).get(ground.pk, ground.upheld)
        ground.save(update_fields=["upheld"])
    was_told = any(ground.told_at for ground in case.grounds)
    write_grounds(case, added, from_observations=was_told)


def write_answers(case: Any, answers: Mapping[int, str] | None) -> None:
    """Write down the answers to what was observed, by reason."""
    for ground in case.grounds:
        ground.answer = (answers or {}).get(ground.pk, ground.answer)
        ground.save(update_fields=["answer"])


def send_back(case: Any, *, by: User | None, reason: str, seen_version: int | None = None) -> Any:
    """Ask for a further examination; the reason is due (PROC-10)."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the case goes back."))
    return apply_transition(case, "send_back", by=by, reason=reason, seen_version=seen_version)


def _terms(case: Any) -> ExaminationTerms:
    return ExaminationTerms.of(case.call_version)


def _refuse_incurable(case: Any, items: Sequence[integrations.Asked]) -> None:
    asked = [(item.target, item.code, item.label) for item in items]
    blocking = [one for one in curing_outcomes(case, asked) if one.blocks]
    if blocking:
        sentences = [f"{one.sentence} ({one.rule}) {one.remedy}".strip() for one in blocking]
        raise TransitionRefused(Refusal.RULE, " ".join(sentences), blocking)


def _stop_after_term(case: Any, kind: str, suspended_by: str) -> date | None:
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
