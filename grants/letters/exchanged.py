"""Receipts, requests and notices, and what becomes of an annulment."""

from decimal import Decimal

from grants.letters.changed import NOTICE, of_change, role_in_change
from grants.letters.dossier import Dossier
from grants.models import Annulment, RentContribution
from grants.rules import euro
from letters.cases import exchanged
from letters.cases.sending import DIRECTOR, OWNER, running_term, send, stated_reason
from letters.models import Letter
from parties import moment
from parties.models import User
from workflows.models import CaseTerm, IntegrationRequest, SubstituteRequest
from workflows.terms import Term
from workflows.terms.italian import length


def send_receipt(case: RentContribution) -> Letter:
    """Send the receipt, which is the notice that the procedure has begun."""
    return exchanged.send_receipt(case, "receipt")


def send_integration_request(
    case: RentContribution, request: IntegrationRequest, *, by: User | None
) -> Letter:
    """Send the request with its list and its term (SOC-01)."""
    return exchanged.send_integration_request(case, request, "integration_request", by=by)


def send_refusal_notice(case: RentContribution, *, by: User | None) -> Letter:
    """Tell every reason against the application, or the change that is asked for (PRE-01)."""
    if asked := case.change_at_hand:
        given, role = of_change(case, asked), role_in_change(by)
        return exchanged.send_refusal_notice(case, NOTICE, by=by, role=role, given=given)
    return exchanged.send_refusal_notice(case, "refusal_notice", by=by)


def send_substitute_receipt(case: RentContribution, request: SubstituteRequest) -> Letter:
    """Confirm a request to the substitute (PROC-T8)."""
    return exchanged.send_substitute_receipt(case, request, "substitute_receipt")


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
