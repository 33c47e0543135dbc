"""Receipts, requests and notices, and what becomes of an annulment."""

from decimal import Decimal

from grants.checks import parameters_of
from grants.letters.dossier import Dossier
from grants.letters.sending import DIRECTOR, OWNER, role_of, running_term, send, stated_reason
from grants.models import Annulment, RentContribution
from grants.rules import euro
from letters.compose import moment_words, name_of
from letters.models import Letter
from parties import moment
from parties.models import User
from workflows.models import CaseTerm, IntegrationRequest, ProtocolEntry, SubstituteRequest
from workflows.services.protocol import next_entry, register
from workflows.terms import Term
from workflows.terms.italian import length, with_weekday

REQUEST = "Richiesta di intervento del titolare del potere sostitutivo"


def send_receipt(case: RentContribution) -> Letter:
    """Send the receipt, which is the notice that the procedure has begun (PROC-05..PROC-07).

    Nobody signs it: the system issues it.
    """
    return send(case, "receipt", by=None, role=OWNER, signer=case.call.procedure_owner)


def send_withdrawal(case: RentContribution, *, freed: Decimal | None) -> Letter:
    """Take note that an application was taken back: its procedure ends without a decision (PROC-02).

    Nobody signs it: the system issues it. `freed` is what had been set aside for it, in EUR.
    """
    return send(
        case,
        "withdrawal_acknowledgement",
        by=None,
        role=OWNER,
        signer=case.call.procedure_owner,
        given={
            "motivazione": stated_reason(Dossier(case, moment.today()).last("withdraw")),
            "ritiro.somma": euro(freed) if freed else None,
        },
    )


def send_integration_request(
    case: RentContribution, request: IntegrationRequest, *, by: User | None
) -> Letter:
    """Send the request with its list, its term and what silence leads to (SOC-01, PROC-09)."""
    term = running_term(case, CaseTerm.Kind.INTEGRATION)
    rule = Term.from_dict(term.reckoning).rule
    return send(
        case,
        "integration_request",
        by=by,
        role=role_of(case, by),
        given={
            "motivazione": request.reason,
            "termine.durata": length(rule.count, rule.unit),
        },
        starts=[term],
    )


def send_refusal_notice(case: RentContribution, *, by: User | None) -> Letter:
    """Tell every reason against, one by one, before any refusal (PRE-01)."""
    return send(
        case,
        "refusal_notice",
        by=by,
        role=role_of(case, by),
        given={"termine.durata": length(parameters_of(case).observation_days)},
        starts=[running_term(case, CaseTerm.Kind.OBSERVATIONS)],
    )


def send_annulment_start(case: RentContribution, *, by: User | None) -> Letter:
    """Tell that the grant may be annulled, why, and by when to answer (PRE-11, PROC-07)."""
    term = running_term(case, CaseTerm.Kind.MEMORIES)
    is_owner = by is not None and by.pk == case.call.procedure_owner_id
    return send(
        case,
        "annulment_start",
        by=by,
        role=OWNER if is_owner else DIRECTOR,
        given={"termine.durata": length(Term.from_dict(term.reckoning).rule.count)},
        starts=[term],
    )


def send_annulment(case: RentContribution, annulment: Annulment, *, by: User | None) -> Letter:
    """Send the act that annuls, with every memory and its answer."""
    move = Dossier(case, moment.today()).last("annul")
    return send(
        case,
        "annulment",
        by=by,
        role=DIRECTOR,
        given={"motivazione": stated_reason(move)},
        amount=annulment.returned,
    )


def send_annulment_dropped(case: RentContribution, *, by: User | None) -> Letter:
    """Say that the grant stays as it is, and why."""
    move = Dossier(case, moment.today()).last("drop_annulment")
    return send(
        case,
        "annulment_dropped",
        by=by,
        role=DIRECTOR,
        given={"motivazione": stated_reason(move)},
    )


def send_substitute_receipt(
    case: RentContribution, request: SubstituteRequest, code: str = "substitute_receipt"
) -> Letter:
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
