"""The money of a call for internships: set aside with each place, free again when it is given up (R-PUB-19)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from accounting.models import Budget
from accounting.services import ledger
from internships.rules.dates import days_in, months_from
from internships.rules.procedure import budget_covers, refund_by_days
from workflows.engine import Refusal, TransitionRefused

if TYPE_CHECKING:
    from internships.models import Internship
    from parties.models import User

SET_ASIDE, FREED = "Rimborso previsto per il tirocinio", "Assegnazione venuta meno"


def foreseen(case: Internship) -> Decimal:
    """Return the most that the call refunds for an internship as it is planned, in EUR (R-PUB-18)."""
    stored = case.call_version.parameters
    if monthly := stored.get("host_refund_monthly"):
        return Decimal(monthly) * len(months_from(case.start, case.start, case.end))
    steps = [(int(days), Decimal(amount)) for days, amount in stored.get("refund_by_days") or []]
    return refund_by_days(days_in(case.start, case.end), steps)


def set_aside(case: Internship, *, by: User | None) -> None:
    """Reserve what an internship may cost, where the call has money: never more than there is.

    Raises `TransitionRefused` with R-PUB-19 where it does not do.
    """
    amount = foreseen(case)
    if not amount or not Budget.objects.filter(call=case.call_id).exists():
        return
    held = ledger.locked_budget(case.call)
    outcome = budget_covers(
        amount, held.reserved, held.granted + held.paid + held.economies, held.endowment
    )
    if outcome.blocks:
        raise TransitionRefused(Refusal.RULE, outcome.sentence, [outcome])
    ledger.reserve(case, amount, by=by, description=SET_ASIDE)


def free(case: Internship, *, by: User | None) -> None:
    """Give back what was reserved for an internship that does not begin."""
    ledger.release(case, by=by, description=FREED)
