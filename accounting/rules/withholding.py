"""Tax withheld on contributions (TAX)."""

from dataclasses import dataclass
from decimal import Decimal

from workflows.rules.words import cents

HUNDRED = Decimal(100)
NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Withholding:
    """How a gross amount divides, in EUR: gross = withheld + net, and not_taxable + taxable."""

    not_taxable: Decimal
    taxable: Decimal
    withheld: Decimal
    net: Decimal


def withholding_due(
    *, call_withholds: bool, is_enterprise: bool, is_body: bool, has_commercial_activity: bool
) -> bool:
    """Tell whether tax is withheld on a contribution (TAX-01 to TAX-03).

    Enterprises bear it; associations and other bodies only for a commercial activity; people and
    self-employed professionals never. A call may exclude it, where the law exempts its aid.
    """
    return call_withholds and (is_enterprise or (is_body and has_commercial_activity))


def withholding(
    gross: Decimal,
    rate_percent: Decimal,
    *,
    capital_spend: Decimal = NOTHING,
    total_spend: Decimal = NOTHING,
) -> Withholding:
    """Divide a gross amount in EUR into what is withheld and what is paid (TAX-01, TAX-04).

    The share of `capital_spend` in `total_spend` (both EUR) is not taxable: contributions to buy
    capital goods bear no withholding. Every step is rounded to the cent, half up. Raises
    ValueError when the capital goods cost more than the whole.
    """
    if not NOTHING <= capital_spend <= total_spend:
        raise ValueError("capital spend must lie between zero and the total spend")
    not_taxable = cents(gross * capital_spend / total_spend) if total_spend else NOTHING
    taxable = gross - not_taxable
    withheld = cents(taxable * rate_percent / HUNDRED)
    return Withholding(not_taxable, taxable, withheld, gross - withheld)


def no_withholding(gross: Decimal) -> Withholding:
    """Return the division of an amount in EUR on which no tax is withheld (TAX-03)."""
    return Withholding(gross, NOTHING, NOTHING, gross)
