"""An amount divided by weights, to the cent, with nothing lost (AMT-06)."""

from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal

from workflows.rules.words import CENT

NOTHING = Decimal("0.00")


def shared(amount: Decimal, weights: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Divide EUR among names by their weights, above zero: the parts sum to the amount.

    Each part is cut to the cent; the cents left go to the largest remainders, equal ones by name.
    """
    whole = sum(weights.values(), Decimal(0))
    exact = {name: amount * weight / whole for name, weight in weights.items()}
    parts = {name: part.quantize(CENT, ROUND_DOWN) for name, part in exact.items()}
    missing = int((amount - sum(parts.values(), NOTHING)) / CENT)
    for name in sorted(exact, key=lambda each: (parts[each] - exact[each], each))[:missing]:
        parts[name] += CENT
    return parts
