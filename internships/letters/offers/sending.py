"""Receipts, requests, notices and acts about an offer."""

from typing import Any

from grants.letters import exchanged
from grants.letters.answers import register_answer
from grants.letters.sending import (
    OWNER,
    decider_role,
    role_of,
    running_term,
    send,
    stated_reason,
)
from internships.facts import Facts
from internships.letters.offers.dossier import OfferDossier
from internships.letters.offers.values import reduced_because
from internships.models import HostOffer
from internships.parameters import OfferParameters
from letters.models import Letter
from parties import moment
from parties.models import User
from workflows.models import CaseTerm, IntegrationRequest, SubstituteRequest
from workflows.terms import Term
from workflows.terms.italian import length

__all__ = ["register_answer"]


def send_receipt(case: Any) -> Letter:
    """Send the receipt, which is the notice that the procedure has begun (R-PUB-03, PROC-05).

    Nobody signs it: the system issues it.
    """
    return send(case, "offer_receipt", by=None, role=OWNER, signer=case.call.procedure_owner)


def send_integration_request(case: Any, request: IntegrationRequest, *, by: User | None) -> Letter:
    """Send the request with its list, its term and what silence leads to (R-PUB-04)."""
    term = running_term(case, CaseTerm.Kind.INTEGRATION)
    rule = Term.from_dict(term.reckoning).rule
    return send(
        case,
        "offer_integration",
        by=by,
        role=role_of(case, by),
        given={
            "motivazione": request.reason,
            "termine.durata": length(rule.count, rule.unit),
        },
        starts=[term],
    )


def send_refusal_notice(case: Any, *, by: User | None) -> Letter:
    """Tell every reason against, one by one, before any refusal (PRE-01)."""
    days = OfferParameters.of(case.call_version).observation_days
    return send(
        case,
        "offer_refusal_notice",
        by=by,
        role=role_of(case, by),
        given={"termine.durata": length(days)},
        starts=[running_term(case, CaseTerm.Kind.OBSERVATIONS)],
    )


def send_admission(case: Any, facts: Facts, *, by: User | None) -> Letter:
    """Send the act that admits the offer: places, quota, green points, day of publication."""
    return send(
        case,
        "offer_admission",
        by=by,
        role=decider_role(case, by),
        given={
            "motivazione": _reason(case, "admit"),
            "offerta.posti_ridotti": reduced_because(
                case, facts.room, _reason(case, "propose_admission") or ""
            ),
        },
    )


def send_refusal(case: Any, *, by: User | None) -> Letter:
    """Send the act that refuses, with each reason, what was said to it and the answer."""
    return send(
        case,
        "offer_refusal",
        by=by,
        role=decider_role(case, by),
        given={"motivazione": _reason(case, "refuse")},
    )


def send_substitute_receipt(case: Any, request: SubstituteRequest) -> Letter:
    """Register the request to the substitute in the protocol and confirm it (PROC-T8)."""
    return exchanged.send_substitute_receipt(case, request, "offer_substitute_receipt")


def _reason(case: HostOffer, move: str) -> str | None:
    return stated_reason(OfferDossier(case, moment.today()).last(move))
