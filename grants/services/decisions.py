"""The director's acts, and what the applicant answers to an offer."""

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accounting.models import AidEntry
from accounting.services import ledger
from grants import caps, letters
from grants.checks import parameters_of
from grants.models import RentContribution
from grants.services.acceptances import open_acceptance
from grants.services.enterprises import hold_enterprise
from grants.services.terms import acceptance_rule
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.examination.terms import conclusion_due, conclusion_rule
from workflows.models import CaseTerm
from workflows.services import clock, substitutes
from workflows.services.handed_in import register_answer
from workflows.terms import compute_term

# The moves by which a part is offered.
OFFERS = ("offer_partial", "offer_by_ranking")
ACCEPTANCE, CONCLUSION = CaseTerm.Kind.ACCEPTANCE, CaseTerm.Kind.CONCLUSION


@transaction.atomic
def grant(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Grant what was proposed: the money is bound, the aid written down, the letter goes out.

    What would lift the enterprise above the cap across calls is cut (COW-11).
    """
    hold_enterprise(case)
    ledger.locked_budget(case.call)
    case = apply_transition(
        case,
        "grant",
        by=by,
        reason=reason,
        seen_version=seen_version,
        amount=caps.most_for(case),
    )
    bind(case, by=by)
    letters.send_grant(case, by=by)
    return case


@transaction.atomic
def offer_partial(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Offer what is left of the funds and set it aside until the applicant answers (RANK-12)."""
    hold_enterprise(case)
    budget = ledger.locked_budget(case.call)
    rule = acceptance_rule(parameters_of(case))
    case = apply_transition(
        case,
        "offer_partial",
        by=by,
        reason=reason,
        seen_version=seen_version,
        amount=min(budget.available, caps.most_for(case)),
        due_on=compute_term(moment.today(), rule).due,
    )
    ledger.reserve(
        case, case.offered, by=by, description=f"Offerta parziale per la domanda {case.number}"
    )
    clock.start_term(case, ACCEPTANCE, rule, awaits_letter=True)
    letters.send_partial_offer(case, by=by)
    return case


@transaction.atomic
def accept_partial(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Take the part that was offered."""
    return _take_effect(case, "accept_partial", by, seen_version)


@transaction.atomic
def declare_acceptance(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Take note that the offer was accepted in time, where a paper of the office's is missing (RANK-12).

    The money stays aside, the acceptance has its protocol number, and the office completes the grant.
    """
    case = apply_transition(
        case,
        "declare_acceptance",
        by=by,
        seen_version=seen_version,
        due_on=conclusion_due(case),
    )
    clock.end_term(case, ACCEPTANCE)
    register_answer(case, subject="Accettazione della proposta parziale")
    return case


@transaction.atomic
def complete_acceptance(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Let an acceptance take effect once all evidence is there (G4)."""
    return _take_effect(case, "complete_acceptance", by, seen_version)


@transaction.atomic
def examine_accepted(
    case: RentContribution, *, by: User | None, reason: str, seen_version: int | None = None
) -> RentContribution:
    """Examine anew an application whose offer was accepted; what was set aside comes free."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say what stands against the grant."))
    ledger.locked_budget(case.call)
    case = apply_transition(
        case,
        "examine_accepted",
        by=by,
        reason=reason,
        seen_version=seen_version,
        due_on=conclusion_due(case),
    )
    ledger.release(case, by=by, description=f"Riesame della domanda {case.number}")
    return case


@transaction.atomic
def decline_partial(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Leave the part that was offered; the money comes free and the case waits."""
    return _end_offer(case, "decline_partial", by, seen_version)


@transaction.atomic
def close_offer(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """End an offer that nobody accepted in time."""
    return _end_offer(case, "close_offer", by, seen_version)


@transaction.atomic
def put_on_waiting_list(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Admit without funds (RANK-17)."""
    ledger.locked_budget(case.call)
    case = apply_transition(
        case, "put_on_waiting_list", by=by, reason=reason, seen_version=seen_version
    )
    conclude(case)
    letters.send_waiting_list(case, by=by)
    return case


@transaction.atomic
def recall_from_waiting_list(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Propose a waiting case again, now that money has come free: its term starts anew (RANK-13)."""
    rule = conclusion_rule(parameters_of(case).conclusion_days, case.call)
    case = apply_transition(
        case,
        "recall_from_waiting_list",
        by=by,
        seen_version=seen_version,
        due_on=compute_term(moment.today(), rule).due,
    )
    clock.end_term(case, CONCLUSION)
    clock.start_term(case, CONCLUSION, rule)
    return case


@transaction.atomic
def refuse(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Refuse with the reasons of the notice; a person signs (PROC-20)."""
    case = apply_transition(case, "refuse", by=by, reason=reason, seen_version=seen_version)
    clock.end_all(case)
    substitutes.conclude(case)
    letters.send_refusal(case, by=by)
    return case


def bind(
    case: RentContribution, *, by: User | None, more: Decimal | None = None, act: str = ""
) -> None:
    """Bind the money of a grant, or `more` EUR where it is raised, and write the aid down.

    `act` names the act that gives it, where that is another than the grant itself.
    """
    amount = case.granted if more is None else more
    what = "Concessione alla" if more is None else "Aumento della concessione alla"
    try:
        words = " – ".join(filter(None, (f"{what} domanda {case.number}", act)))
        ledger.grant(case, amount, by=by, description=words)
    except ledger.NotEnough as error:
        raise TransitionRefused(Refusal.RULE, _("The funds left are not enough.")) from error
    clock.end_all(case)
    substitutes.conclude(case)
    open_acceptance(case)
    if case.applicant_kind in {"enterprise", "professional"}:
        AidEntry.objects.update_or_create(
            case=case,
            source=AidEntry.Source.GRANTED_HERE,
            defaults={"amount": case.granted},
            create_defaults={
                "party_id": case.applicant_id,
                "regulation": parameters_of(case).aid_regime,
                "authority": case.call.owner.name,
                "measure": case.call.title_it[:160],
                "granted_on": moment.today(),
                "amount": case.granted,
            },
        )


def _take_effect(
    case: RentContribution, name: str, by: User | None, seen_version: int | None
) -> RentContribution:
    hold_enterprise(case)
    ledger.locked_budget(case.call)
    case = apply_transition(case, name, by=by, seen_version=seen_version)
    bind(case, by=by)
    # The act is the director's who made the offer: acceptance makes it effective.
    offer = case.history.filter(name__in=OFFERS).latest("id")
    letters.send_grant(case, by=offer.by)
    return case


def _end_offer(
    case: RentContribution, name: str, by: User | None, seen_version: int | None
) -> RentContribution:
    ledger.locked_budget(case.call)
    case = apply_transition(case, name, by=by, seen_version=seen_version)
    ledger.release(case, by=by, description=f"Offerta non accettata, domanda {case.number}")
    clock.end_term(case, ACCEPTANCE)
    conclude(case)
    return case


def conclude(case: RentContribution) -> None:
    """End the procedure's term: the waiting list is a decision, and none is owed until money comes."""
    clock.end_term(case, CONCLUSION)
    substitutes.conclude(case)
