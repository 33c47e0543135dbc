"""Receipts, requests, calls to interviews, proposals and acts about a candidacy."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from evaluation.queries import approved_ranking
from internships.candidate_checks import following
from internships.letters.candidates.dossier import CandidacyDossier
from internships.letters.candidates.values import outcome_values
from internships.letters.placements.sending import recipient
from internships.models import Candidacy, HostOffer, Promoter
from internships.parameters import CandidacyParameters
from letters.cases import exchanged
from letters.cases.sending import decider_role, role_of, running_term, send, stated_reason
from letters.models import Letter
from letters.recipients import Recipient, of_case
from parties import moment
from parties.models import User
from workflows.models import CaseTerm, IntegrationRequest, SubstituteRequest
from workflows.terms import Term
from workflows.terms.italian import italian_date, length, with_weekday


def send_receipt(case: Any) -> Letter:
    """Send the receipt, which is the notice that the procedure has begun (R-PUB-03)."""
    return exchanged.send_receipt(case, "candidacy_receipt")


def send_integration_request(case: Any, request: IntegrationRequest, *, by: User | None) -> Letter:
    """Send the request with its list and its term (R-PUB-04)."""
    return exchanged.send_integration_request(case, request, "candidacy_integration", by=by)


def send_refusal_notice(case: Any, *, by: User | None) -> Letter:
    """Tell every reason against (PRE-01)."""
    return exchanged.send_refusal_notice(case, "candidacy_refusal_notice", by=by)


def send_admission(case: Any, *, by: User | None) -> Letter:
    """Say that the candidacy is admitted to the interview, and for which offers."""
    return send(
        case,
        "candidacy_admission",
        by=by,
        role=role_of(case, by),
        given={"motivazione": _reason(case, "admit_candidate")},
    )


def send_exclusion(case: Any, *, by: User | None) -> Letter:
    """Send the act that excludes, with each reason, what was said to it and the answer."""
    return send(
        case,
        "candidacy_exclusion",
        by=by,
        role=decider_role(case, by),
        given={"motivazione": _reason(case, "refuse")},
    )


def send_interview_call(case: Any, *, by: User | None) -> Letter:
    """Call to the interview: when, where, who asks, what to bring (C05)."""
    return send(case, "interview_call", by=by, role=role_of(case, by))


def send_outcome(case: Any, *, by: User | None) -> Letter:
    """Say what the approved ranking says of the candidate: points, place, fit or not (C07, C08)."""
    return send(
        case,
        "candidacy_outcome",
        by=by,
        role=decider_role(case, by),
        given=outcome_values(case),
    )


def send_proposal(case: Any, *, by: User | None) -> Letter:
    """Propose the place, with its term (C10)."""
    term = running_term(case, CaseTerm.Kind.ACCEPTANCE)
    return send(
        case,
        "assignment_proposal",
        by=by,
        role=decider_role(case, by),
        given={"termine.durata": _length(term), "graduatoria.atto": _ranking_act(case)},
        starts=[term],
    )


def send_reserve(case: Any, *, by: User | None, why: Sequence[str]) -> Letter:
    """Say that no place is free for the candidate now, and why; they stay in the ranking (C11)."""
    return send(
        case,
        "assignment_reserve",
        by=by,
        role=decider_role(case, by),
        given={
            "graduatoria.atto": _ranking_act(case),
            "assegnazione.perche": list(why),
        },
    )


def send_assignment(case: Any, *, by: User | None) -> Letter:
    """Send the act that assigns the place, with what comes before the first day (C14).

    The candidate and the host receive it, and the promoter where there is one already; where the
    host itself confirmed, the owner of the procedure signs.
    """
    return _from_office(
        case,
        "assignment_letter",
        by=by,
        given={
            "graduatoria.atto": _ranking_act(case),
            "assegnazione.promotore": _promoter_of(case) is not None,
        },
        to=everybody(case, case.placement),
    )


def send_confirmation_request(case: Candidacy) -> Letter:
    """Ask the host to confirm who has accepted, or to say why not, by its day; a letter of the offer."""
    offer = HostOffer.objects.select_related("call__procedure_owner").get(pk=case.placement_id)
    return exchanged.send_receipt(
        offer,
        "offer_confirmation_request",
        given={
            "candidato.nome": case.applicant.name,
            "candidato.codice": case.code,
            "conferma.entro": with_weekday(case.due_on) if case.due_on else None,
        },
    )


def send_not_confirmed(
    case: Candidacy, offer: HostOffer, *, by: User | None, reason: str
) -> Letter:
    """Tell the candidate that the host does not confirm, and why; they stay in the ranking."""
    return _from_office(
        case,
        "placement_not_confirmed",
        by=by,
        given={
            "conferma.titolo": offer.title,
            "conferma.ospitante": offer.applicant.name if offer.applicant else None,
            "conferma.motivi": reason,
        },
    )


def send_lapse(case: Candidacy, offer: HostOffer | None, *, by: User | None, reason: str) -> Letter:
    """Send the act that revokes an assignment to candidate and host (C15)."""
    return _from_office(
        case,
        "assignment_lapse",
        by=by,
        given={
            "decadenza.titolo": offer.title if offer else None,
            "decadenza.ospitante": offer.applicant.name if offer and offer.applicant else None,
            "decadenza.avvio_durata": length(CandidacyParameters.of(case.call_version).start_days),
            "decadenza.assegnata": italian_date(case.assigned_on) if case.assigned_on else None,
            "motivazione": reason,
        },
        to=everybody(case, offer),
    )


def everybody(case: Candidacy, offer: HostOffer | None) -> list[Recipient]:
    """Return the candidate, and for information the host and the promoter of the place."""
    found = list(of_case(case))
    if offer is not None and offer.applicant is not None:
        found.append(replace(recipient(offer.applicant, offer.opened_by), is_copy=True))
    if promoter := _promoter_of(case):
        found.append(replace(recipient(promoter.party, None), is_copy=True))
    return [one for one in found if one.address]


def _promoter_of(case: Candidacy) -> Promoter | None:
    opened = following(case)
    return opened.promoter if opened else None


def _from_office(
    case: Candidacy,
    code: str,
    *,
    by: User | None,
    given: dict[str, Any],
    to: list[Recipient] | None = None,
) -> Letter:
    """Send what is the office's to say, whoever did the act: a host may have."""
    writer = by if by is not None and by.is_office else None
    return send(
        case,
        code,
        by=writer,
        role=role_of(case, writer),
        signer=case.call.procedure_owner,
        given=given,
        to=to,
    )


def send_substitute_receipt(case: Any, request: SubstituteRequest) -> Letter:
    """Register the request to the substitute in the protocol and confirm it (PROC-T8)."""
    return exchanged.send_substitute_receipt(case, request, "candidacy_substitute_receipt")


def _length(term: CaseTerm) -> str:
    rule = Term.from_dict(term.reckoning).rule
    return length(rule.count, rule.unit)


def _ranking_act(case: Candidacy) -> str | None:
    ranking = approved_ranking(case.call)
    if ranking is None or ranking.act_date is None:
        return None
    return f"{ranking.act_number} in data {ranking.act_date:%d/%m/%Y}"


def _reason(case: Candidacy, move: str) -> str | None:
    return stated_reason(CandidacyDossier(case, moment.today()).last(move))
