"""Acts on an application whose call goes by ranking, and the waiver of a grant."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from accounting.models import Payment, Pot, Recovery
from accounting.services import ledger, recoveries
from evaluation.queries import latest_act
from grants import caps, letters, ranking
from grants.checks import computed, parameters_of
from grants.models import RentContribution
from grants.ranking import with_premiums
from grants.services.decisions import ACCEPTANCE, bind, conclude
from grants.services.enterprises import hold_enterprise
from grants.services.examination import write_admitted
from grants.services.terms import acceptance_rule
from parties import moment
from parties.models import User
from workflows.engine import apply_transition, hold
from workflows.services import clock, substitutes
from workflows.services.handed_in import register_answer
from workflows.terms import compute_term

NOTHING = Decimal("0.00")


@transaction.atomic
def admit_to_ranking(
    case: RentContribution,
    *,
    by: User | None,
    admitted: Mapping[int, tuple[Decimal, str]] | None = None,
    answers: Mapping[int, str] | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Admit an application to the scoring; the amount is as in `propose_admission`, with premiums."""
    write_admitted(case, admitted, answers)
    base = min(computed(case).amount or NOTHING, case.requested or NOTHING)
    return apply_transition(
        case,
        "admit_to_ranking",
        by=by,
        reason=reason,
        seen_version=seen_version,
        amount=with_premiums(case, base),
    )


@transaction.atomic
def grant_by_ranking(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Grant the whole, as the approved list or a scroll-down says, within the cap (COW-11)."""
    hold_enterprise(case)
    ledger.locked_budget(case.call)
    case = apply_transition(
        case,
        "grant_by_ranking",
        by=by,
        reason=reason,
        seen_version=seen_version,
        amount=caps.most_for(case),
    )
    bind(case, by=by, act=latest_act(case)[1])
    letters.send_grant(case, by=by)
    return case


@transaction.atomic
def offer_by_ranking(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Offer the part that the list or a scroll-down gives, and set it aside for an answer."""
    hold_enterprise(case)
    ledger.locked_budget(case.call)
    rule = acceptance_rule(parameters_of(case))
    case = apply_transition(
        case,
        "offer_by_ranking",
        by=by,
        reason=reason,
        seen_version=seen_version,
        amount=ranking.given(case)[0],
        due_on=compute_term(moment.today(), rule).due,
    )
    ledger.reserve(
        case,
        case.offered or NOTHING,
        by=by,
        description=f"Offerta parziale per la domanda {case.number} – {latest_act(case)[1]}",
    )
    clock.start_term(case, ACCEPTANCE, rule)
    letters.send_partial_offer(case, by=by)
    return case


@transaction.atomic
def wait_by_ranking(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Put an application where the list puts it: admissible, without money for now."""
    ledger.locked_budget(case.call)
    case = apply_transition(
        case, "wait_by_ranking", by=by, reason=reason, seen_version=seen_version
    )
    conclude(case)
    letters.send_ranking_outcome(case, by=by)
    return case


@transaction.atomic
def exclude_by_ranking(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Refuse what scored below a threshold, telling the party alone why (RANK-09, RANK-11)."""
    case = apply_transition(
        case, "exclude_by_ranking", by=by, reason=reason, seen_version=seen_version
    )
    clock.end_all(case)
    substitutes.conclude(case)
    letters.send_ranking_outcome(case, by=by)
    return case


@transaction.atomic
def raise_grant(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Raise a grant in part to what a scroll-down gives; the difference is bound too."""
    hold(case)
    hold_enterprise(case)
    ledger.locked_budget(case.call)
    before = case.granted or NOTHING
    case = apply_transition(
        case,
        "raise_grant",
        by=by,
        reason=reason,
        seen_version=seen_version,
        amount=ranking.given(case)[0],
    )
    bind(case, by=by, more=(case.granted or NOTHING) - before, act=latest_act(case)[1])
    letters.send_raise(case, by=by)
    return case


@transaction.atomic
def waive(
    case: RentContribution, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> RentContribution:
    """Give a grant up: what is bound comes free and the list may scroll down (REV-17, RANK-13).

    What was paid is asked back with interest at the reference rate alone (REV-09).
    """
    hold(case)
    ledger.locked_budget(case.call)
    granted = RentContribution.objects.get(pk=case.pk).granted or NOTHING
    case = apply_transition(case, "waive", by=by, reason=reason, seen_version=seen_version)
    words = f"Rinuncia alla concessione, domanda {case.number}"
    freed = ledger.take_back(case, by=by, description=words)
    case.aid_entries.filter(source="granted_here").delete()
    entry = register_answer(case, subject="Rinuncia al contributo")
    letters.send_waiver(
        case,
        entry=entry,
        granted=granted,
        freed=freed.amount if freed else NOTHING,
        recovery=_to_return(case),
    )
    return case


def _to_return(case: RentContribution) -> Recovery | None:
    """Ask back what was paid of a grant that is given up (REV-09, REV-17)."""
    paid = ledger.held_for(case)[Pot.PAID]
    if not paid:
        return None
    last = Payment.objects.reached().filter(case=case).order_by("-pk").first()
    return recoveries.open_recovery(
        case,
        principal=paid,
        cause="Rinuncia al contributo",
        paid_on=(last.paid_on if last else None) or moment.today(),
        with_surcharge=False,
    )
