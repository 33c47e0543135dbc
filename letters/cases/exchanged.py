"""Receipts, requests and notices that every examination exchanges; `code` names the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from letters.cases.sending import OWNER, role_of, running_term, send
from letters.compose import moment_words, name_of
from workflows.examination.terms import ExaminationTerms
from workflows.models import CaseTerm, ProtocolEntry
from workflows.services.protocol import next_entry, register
from workflows.terms import Term
from workflows.terms.italian import length, with_weekday

if TYPE_CHECKING:
    from letters.models import Letter
    from parties.models import User
    from workflows.models import IntegrationRequest, SubstituteRequest

REQUEST = "Richiesta di intervento del titolare del potere sostitutivo"


def send_receipt(case: Any, code: str, *, given: dict[str, Any] | None = None) -> Letter:
    """Send the receipt, which is the notice that the procedure has begun (PROC-05..PROC-07).

    Nobody signs it: the system issues it, as it does other notices that follow by themselves.
    """
    return send(case, code, by=None, role=OWNER, signer=case.call.procedure_owner, given=given)


def send_integration_request(
    case: Any, request: IntegrationRequest, code: str, *, by: User | None
) -> Letter:
    """Send the request with its list, its term and what silence leads to (SOC-01, PROC-09)."""
    term = running_term(case, CaseTerm.Kind.INTEGRATION)
    rule = Term.from_dict(term.reckoning).rule
    return send(
        case,
        code,
        by=by,
        role=role_of(case, by),
        given={
            "motivazione": request.reason,
            "termine.durata": length(rule.count, rule.unit),
        },
        starts=[term],
    )


def send_refusal_notice(
    case: Any,
    code: str,
    *,
    by: User | None,
    role: str = "",
    given: dict[str, Any] | None = None,
) -> Letter:
    """Tell every reason against, one by one, before any refusal (PRE-01).

    `role` is the capacity of who writes where it is not that of an examination.
    """
    days = ExaminationTerms.of(case.call_version).observation_days
    return send(
        case,
        code,
        by=by,
        role=role or role_of(case, by),
        given={"termine.durata": length(days), **(given or {})},
        starts=[running_term(case, CaseTerm.Kind.OBSERVATIONS)],
    )


def send_substitute_receipt(case: Any, request: SubstituteRequest, code: str) -> Letter:
    """Register the request in the protocol and confirm it; nobody signs (PROC-T8)."""
    entry = register(
        next_entry(case.call.manager),
        direction=ProtocolEntry.Direction.IN,
        subject=f"{REQUEST} – {case.number}",
        counterpart=case.applicant.name,
        case=case,
    )
    return send(
        case,
        code,
        by=None,
        role=OWNER,
        signer=case.call.procedure_owner,
        given={
            "sostituzione.ricevuta": moment_words(request.asked_at),
            "sostituzione.protocollo": entry.mark,
            "sostituzione.titolare": name_of(request.holder),
            "sostituzione.durata": length(request.term_days),
            "sostituzione.scadenza": with_weekday(request.due_on),
        },
    )
