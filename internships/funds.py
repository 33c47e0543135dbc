"""The money of a call for internships: set aside with each place, free again once it is not needed (R-PUB-19).

What the ledger holds for an internship stands in `Case.amount` too, so that the daily round can
compare both. The money of the call is locked before the case, as every act on it does.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from accounting.models import Budget, Pot
from accounting.services import ledger
from internships.rules.dates import days_in, months_from
from internships.rules.duration import suspended_between
from internships.rules.procedure import budget_covers, refund_by_days
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case

if TYPE_CHECKING:
    from calls.models import Call
    from internships.models import Internship
    from parties.models import User

NOTHING = Decimal("0.00")
SET_ASIDE = "Rimborso previsto per il tirocinio"
# Why reserved money is free again, as the ledger says it.
LAPSED = "Assegnazione venuta meno"
CANCELLED = "Tirocinio annullato"
REVOKED = "Tirocinio revocato"
ENDED_EARLY = "Rimborso non maturato: il tirocinio è terminato prima"
WAIVED = "Rinuncia dell'ospitante al rimborso"
REFUSED = "Rimborso negato"
UNCLAIMED = "Rimborso non chiesto"


def hold(call: Call) -> Budget | None:
    """Lock the money of a call until the transaction ends; None where it has none."""
    return Budget.objects.select_for_update(of=("self",)).filter(call=call).first()


def foreseen(case: Internship) -> Decimal:
    """Return the most that the call refunds for an internship up to its last day, in EUR (R-PUB-18).

    Days on which it stood still are worth nothing; nor is what the funder pays itself.
    """
    if case.payer == "funder":
        return NOTHING
    stored = case.call_version.parameters
    last = _worked_to(case, min(case.ended_on or case.end, case.end))
    if last < case.start:
        return NOTHING
    if monthly := stored.get("host_refund_monthly"):
        return Decimal(monthly) * len(months_from(case.start, case.start, last))
    steps = [(int(days), Decimal(amount)) for days, amount in stored.get("refund_by_days") or []]
    return refund_by_days(days_in(case.start, last), steps)


def reserved_for(case: Internship) -> Decimal:
    """Return what is reserved for an internship, in EUR."""
    return ledger.held_for(case)[Pot.RESERVED]


def set_aside(case: Internship, *, by: User | None) -> None:
    """Reserve what an internship may cost, where the call has money: never more than there is.

    Asked again when the plan is longer than the assignment, or an extension makes it so: then the
    difference is reserved. Raises `TransitionRefused` with R-PUB-19 where the money does not do.
    """
    budget = hold(case.call)
    held = reserved_for(case)
    more = foreseen(case) - held
    if budget is None or more <= 0 or case.refund_waived_on is not None:
        return
    outcome = budget_covers(
        more, budget.reserved, budget.granted + budget.paid + budget.economies, budget.endowment
    )
    if outcome.blocks:
        raise TransitionRefused(Refusal.RULE, outcome.sentence, [outcome])
    ledger.reserve(case, more, by=by, description=SET_ASIDE)
    note_held(case, held + more)


def free(case: Internship, *, by: User | None, why: str) -> Decimal:
    """Give back all that is reserved for an internship; return how much, in EUR."""
    entry = ledger.release(case, by=by, description=why)
    if entry is None:
        return NOTHING
    note_held(case, None)
    return entry.amount


def keep_matured(case: Internship, *, by: User | None) -> Decimal:
    """Give back what an internship that ended early cannot earn any more; return how much, in EUR."""
    held, most = reserved_for(case), foreseen(case)
    if held <= most:
        return NOTHING
    ledger.release(case, by=by, description=ENDED_EARLY, amount=held - most)
    note_held(case, most or None)
    return held - most


def note_held(case: Internship, amount: Decimal | None) -> None:
    """Write down on the case what the ledger holds for it."""
    Case.objects.filter(pk=case.pk).update(amount=amount)
    case.amount = amount


def _worked_to(case: Internship, last: date) -> date:
    """Return the last day as if it had never stood still: pauses up to it are taken off."""
    pauses = [
        (one.first_day, min(one.last_day, last))
        for one in case.suspensions.all()
        if one.first_day <= last
    ]
    return last - timedelta(days=suspended_between(pauses))
