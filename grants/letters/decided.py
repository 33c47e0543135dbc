"""The letters of a decision on the application."""

from grants.checks import parameters_of
from grants.letters.dossier import Dossier
from grants.letters.examined import GRANTS, OFFERS
from grants.letters.ranked import standing
from grants.models import RentContribution
from letters.cases.sending import DIRECTOR, decider_role, running_term, send, stated_reason
from letters.models import Letter
from parties import moment
from parties.models import User
from workflows.examination.against import is_plainly_inadmissible
from workflows.models import CaseTerm
from workflows.terms.italian import length, with_weekday


def send_grant(case: RentContribution, *, by: User | None) -> Letter:
    """Send the act of grant, signed by the director, which is its notice too (REV-01).

    Where the beneficiary accepts a part (`by` is None), the act is the director's who offered it.
    """
    dossier = Dossier(case, moment.today())
    offer = dossier.last(*OFFERS)
    director = by or (offer.by if offer else None)
    return send(
        case,
        "grant",
        by=director,
        role=decider_role(case, director),
        given={"motivazione": stated_reason(dossier.last(*GRANTS)), **standing(case)},
        amount=case.granted,
    )


def send_partial_offer(case: RentContribution, *, by: User | None) -> Letter:
    """Offer what is left of the funds, with the days to accept and what silence means (RANK-12)."""
    dossier = Dossier(case, moment.today())
    return send(
        case,
        "partial_offer",
        by=by,
        role=decider_role(case, by),
        given={
            "motivazione": stated_reason(dossier.last(*OFFERS)),
            "termine.durata": length(parameters_of(case).partial_acceptance_days),
            **standing(case),
        },
        amount=case.offered,
        starts=[running_term(case, CaseTerm.Kind.ACCEPTANCE)],
    )


def send_waiting_list(case: RentContribution, *, by: User | None) -> Letter:
    """Say that the application is admitted without funds and waits in its order (RANK-17)."""
    move = Dossier(case, moment.today()).last("put_on_waiting_list")
    return send(
        case,
        "waiting_list",
        by=by,
        role=decider_role(case, by),
        given={"motivazione": stated_reason(move)},
    )


def send_refusal(case: RentContribution, *, by: User | None) -> Letter:
    """Refuse with the reasons told, the observations and the answers to them (PRE-05).

    Where the application is plainly inadmissible the act keeps to the decisive reason (PROC-02).
    """
    is_short = is_plainly_inadmissible(case)
    return send(
        case,
        "refusal_short" if is_short else "refusal",
        by=by,
        role=decider_role(case, by),
        given={"motivazione": stated_reason(Dossier(case, moment.today()).last("refuse"))},
    )


def send_refusal_annulled(case: RentContribution, *, by: User | None) -> Letter:
    """Say that the refusal falls and that the application is examined anew."""
    dossier = Dossier(case, moment.today())
    due = dossier.conclusion.due if dossier.conclusion else None
    return send(
        case,
        "refusal_annulled",
        by=by,
        role=DIRECTOR,
        given={
            "motivazione": stated_reason(dossier.last("annul_refusal")),
            "procedimento.scadenza": with_weekday(due) if due else None,
        },
    )
