"""Aid beside other aid on the same costs (AID-13)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from workflows.rules import Outcome, judge
from workflows.rules.words import cents, euro, percent

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class OtherAid:
    """Aid that somebody else gave, in EUR; `same_costs` tells whether it meets the same spend.

    `intensity_percent` is the most that its own rules allow on those costs; None where they say none.
    """

    authority: str
    amount: Decimal
    same_costs: bool
    intensity_percent: Decimal | None = None


def cumulation_allowed(cost: Decimal, amount: Decimal, others: Iterable[OtherAid]) -> Outcome:
    """AID-13: all aid on the same costs stays within the lowest intensity that applies, at most 100%.

    `cost` and `amount`, in EUR, are the spend and the aid asked for it here.
    """
    on_same = [other for other in others if other.same_costs]
    limits = [o.intensity_percent for o in on_same if o.intensity_percent is not None]
    most_percent = min([*limits, HUNDRED])
    beside = sum((other.amount for other in on_same), Decimal(0))
    # Compared unrounded: a cent above is above.
    holds = (amount + beside) * HUNDRED <= cost * most_percent
    most = cents(cost * most_percent / HUNDRED)
    return judge(
        "AID-13",
        holds,
        yes=f"Gli aiuti sugli stessi costi sono {euro(amount + beside)} su {euro(cost)}: "
        f"rientrano nel limite del {percent(most_percent)}.",
        no=f"Gli aiuti sugli stessi costi sarebbero {euro(amount + beside)}: il limite è "
        f"{euro(most)}, il {percent(most_percent)} di {euro(cost)}.",
        inputs={"costo": cost, "aiuto": amount, "altri aiuti": beside, "limite": most},
        source="Reg. (UE) 2023/2831, art. 5 par. 3",
    )
