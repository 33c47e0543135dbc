"""What will follow from an act on a list, said before it is done: letters, money, terms."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from accounting.models import Budget, Pot
from evaluation.kinds import ranked_kind
from evaluation.models import RankedList, Ranking
from evaluation.queries import counts_of
from evaluation.services.scrolls import Plan

SHOWN_POTS = (Pot.AVAILABLE, Pot.RESERVED, Pot.GRANTED)


def of_approval(ranking: Ranking) -> dict[str, Any]:
    """Return how many files get what, and the ledger before and after, in EUR; empty without money."""
    counts = counts_of(ranking)
    granted = counts[RankedList.FINANCED]["granted"]
    offered = counts[RankedList.PARTLY]["granted"]
    return {
        "counts": counts,
        "ledger": _ledger(
            ranking,
            {
                Pot.AVAILABLE: -(granted + offered),
                Pot.RESERVED: offered,
                Pot.GRANTED: granted,
            },
        ),
    }


def of_scroll(plan: Plan) -> dict[str, Any]:
    """Return the ledger before and after a scroll-down, in EUR: what it gives is bound or set aside."""
    given = plan.available - plan.left
    whole = sum(
        (one.after - one.before for one in plan.raises if one.after == one.candidate.asked),
        Decimal(0),
    )
    return {
        "ledger": _ledger(
            plan.ranking,
            {Pot.AVAILABLE: -given, Pot.RESERVED: given - whole, Pot.GRANTED: whole},
        )
    }


def _ledger(ranking: Ranking, moves: dict[Pot, Decimal]) -> list[dict[str, Any]]:
    if not ranked_kind(ranking.call.kind).gives_money:
        return []
    budget = Budget.objects.get(call_id=ranking.call_id)
    return [
        {
            "pot": pot.label,
            "before": getattr(budget, pot.value),
            "after": getattr(budget, pot.value) + moves[pot],
        }
        for pot in SHOWN_POTS
    ]
