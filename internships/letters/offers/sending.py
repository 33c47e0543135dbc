"""Receipts, requests, notices and acts about an offer."""

from typing import Any

from internships.facts import Facts
from internships.letters.offers.dossier import OfferDossier
from internships.letters.offers.values import reduced_because
from internships.models import HostOffer
from letters.cases import exchanged
from letters.cases.sending import decider_role, send, stated_reason
from letters.models import Letter
from parties import moment
from parties.models import User
from workflows.models import IntegrationRequest, SubstituteRequest


def send_receipt(case: Any) -> Letter:
    """Send the receipt, which is the notice that the procedure has begun (R-PUB-03)."""
    return exchanged.send_receipt(case, "offer_receipt")


def send_integration_request(case: Any, request: IntegrationRequest, *, by: User | None) -> Letter:
    """Send the request with its list and its term (R-PUB-04)."""
    return exchanged.send_integration_request(case, request, "offer_integration", by=by)


def send_refusal_notice(case: Any, *, by: User | None) -> Letter:
    """Tell every reason against (PRE-01)."""
    return exchanged.send_refusal_notice(case, "offer_refusal_notice", by=by)


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
