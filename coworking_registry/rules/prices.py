"""The price list: amounts that can be, and a price for a desk (SPA-09)."""

from collections.abc import Iterable
from decimal import Decimal

from coworking_registry.rules.requirements import SOURCE
from coworking_registry.rules.sheets import Price
from workflows.rules import Outcome, Verdict, judge
from workflows.rules.words import CENT


def prices_can_be(prices: Iterable[Price]) -> list[Outcome]:
    """SPA-09: each price is more than zero with two decimals at most, and a desk has one."""
    known = list(prices)
    faults = [fault for price in known if (fault := _fault(price))]
    return [
        *(Outcome("SPA-09", Verdict.NOT_MET, sentence, source=SOURCE) for sentence in faults),
        judge(
            "SPA-09",
            any(price.is_desk for price in known),
            yes="Il listino ha almeno un prezzo per una postazione.",
            no="Il listino deve avere almeno un prezzo per una postazione.",
            inputs={"voci": len(known)},
            source=SOURCE,
        ),
    ]


def _fault(price: Price) -> str:
    if not price.price.is_finite() or price.price <= Decimal(0):
        return f"“{price.description}”: il prezzo deve essere maggiore di zero."
    if price.price != price.price.quantize(CENT):
        return f"“{price.description}”: il prezzo ha al massimo due decimali."
    return ""
