"""What must hold to say no: the notice, its answers, its reasons (PRE, SOC)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workflows import curing, prenotice
from workflows.examination.told import has_arrived
from workflows.models import CaseTerm, IntegrationItem
from workflows.rules import Outcome, judge
from workflows.rules.papers import ground_not_own_fault

if TYPE_CHECKING:
    from collections.abc import Iterable

OBSERVATIONS = "observations"


def setting_of(case: Any) -> prenotice.Setting:
    """Return when the case's call gives notice of reasons against (PRE-07)."""
    return prenotice.Setting.of(case.call.procedure, case.call_version.parameters.get("prenotice"))


def notice_outcomes(case: Any) -> list[Outcome]:
    """A notice of reasons against names at least one reason, and none that cannot be one (PRE-01)."""
    grounds = case.grounds
    return [
        judge(
            "PRE-01",
            bool(grounds),
            yes=f"Motivi comunicati: {len(grounds)}.",
            no="Il preavviso deve indicare almeno un motivo.",
            source=prenotice.SOURCE,
        ),
        *_reasons_that_may_be(case, grounds),
    ]


def refusal_outcomes(case: Any) -> list[Outcome]:
    """A refusal rests on reasons told first where that is due, each observation answered (G3)."""
    setting, grounds = setting_of(case), case.grounds
    standing = [ground for ground in grounds if ground.upheld]
    unanswered = [ground for ground in grounds if ground.observation and not ground.answer]
    added = [ground.rule for ground in standing if ground.from_observations]
    return [
        *_notice_under_way(case, grounds),
        prenotice.notice_owed(setting, _untold(setting, grounds)),
        judge(
            "PROC-03",
            bool(standing),
            yes=f"Motivi che restano in piedi: {len(standing)}.",
            no="Nessun motivo resta in piedi: il diniego non è possibile.",
            source="L. 241/1990, art. 3",
        ),
        prenotice.new_reasons_owed(added, observed=_is_observed(case, grounds)),
        judge(
            "PRE-05",
            not unanswered,
            yes="A ogni osservazione è stata data risposta.",
            no=f"Osservazioni senza risposta: {len(unanswered)}.",
            source=prenotice.SOURCE,
        ),
        *_reasons_that_may_be(case, standing),
    ]


def curing_outcomes(case: Any, items: Iterable[tuple[str, str, str]]) -> list[Outcome]:
    """Say what of the items to ask for, as (target, code, label), may be asked (SOC-02..SOC-07)."""
    there = {document.requirement for document in case.documents.all() if document.filed_at}
    known = {document.code: document for document in case.call_version.documents.all()}
    is_ranking = case.call.procedure == prenotice.RANKING
    outcomes = []
    for target, code, label in items:
        if code in curing.NEVER:
            outcomes.append(curing.never_curable(code))
        elif target == IntegrationItem.Target.DOCUMENT and code in known:
            outcomes.append(
                curing.curable_document(
                    known[code].title_it,
                    is_essential=known[code].is_essential,
                    is_there=code in there,
                )
            )
        elif target == IntegrationItem.Target.FIELD and is_ranking:
            outcomes.append(curing.keeps_the_score(code, label, scored=case.SCORED))
    return [*outcomes, curing.keeps_its_place()] if not is_ranking else outcomes


def is_plainly_inadmissible(case: Any) -> bool:
    """Tell whether the decisive reason is enough for the act (PROC-02)."""
    return curing.short_form_allowed({ground.rule for ground in case.grounds if ground.upheld})


def _untold(setting: prenotice.Setting, grounds: list[Any]) -> list[str]:
    """Return the rules of reasons that no notice told; before any is written, what any would be."""
    if not grounds:
        return [] if setting.may_be_left_out else ["tutti"]
    return [
        ground.rule
        for ground in grounds
        if ground.upheld and not ground.told_at and not ground.from_observations
    ]


def _notice_under_way(case: Any, grounds: list[Any]) -> list[Outcome]:
    """Reasons that were told count once the notice has arrived, and not before (PRE-01, TERM-12)."""
    if not any(ground.told_at for ground in grounds) or has_arrived(
        case, CaseTerm.Kind.OBSERVATIONS
    ):
        return []
    return [
        judge(
            "PRE-01",
            False,
            yes="",
            no="La comunicazione dei motivi non risulta ancora ricevuta.",
            source=prenotice.SOURCE,
        )
    ]


def _is_observed(case: Any, grounds: list[Any]) -> bool:
    """Whether the applicant answered the notice, in words or with documents."""
    told = min((ground.told_at for ground in grounds if ground.told_at), default=None)
    return any(ground.observation for ground in grounds) or any(
        document.requirement == OBSERVATIONS
        and document.filed_at is not None
        and (told is None or document.filed_at > told)
        for document in case.documents.all()
    )


def _reasons_that_may_be(case: Any, grounds: Iterable[Any]) -> list[Outcome]:
    """No reason is the office's own fault, nor a document that was never asked for (PRE-10, SOC-05)."""
    documents = {document.code: document for document in case.call_version.documents.all()}
    asked = {
        item.code
        for request in case.integration_requests.all()
        for item in request.items.all()
        if item.target == IntegrationItem.Target.DOCUMENT
    }
    outcomes = []
    for ground in grounds:
        own_fault = ground_not_own_fault(ground.rule)
        if own_fault.blocks:
            outcomes.append(own_fault)
        if wanted := documents.get(ground.document):
            outcomes.append(
                curing.missing_document_asked(
                    wanted.title_it,
                    is_essential=wanted.is_essential,
                    was_asked=wanted.code in asked,
                )
            )
    return outcomes
