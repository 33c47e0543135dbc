"""Arithmetic of aid, tax and funds: de minimis room (AID), withholding (TAX), endowments (CALL-08)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from workflows.rules import Outcome, judge
from workflows.rules.words import euro

CENT = Decimal("0.01")
HUNDRED = Decimal(100)
NOTHING = Decimal("0.00")


def window_start(granted_on: date, years: int) -> date:
    """Return the first day that counts, `years` before a grant; 29 February becomes 28 (AID-02)."""
    try:
        return granted_on.replace(year=granted_on.year - years)
    except ValueError:
        return granted_on.replace(year=granted_on.year - years, day=28)


def aid_in_window(history: Iterable[tuple[date, Decimal]], granted_on: date, years: int) -> Decimal:
    """Sum the aids, in EUR, from the window's first day to the grant, both included (AID-02)."""
    first = window_start(granted_on, years)
    return sum((amount for day, amount in history if first <= day <= granted_on), Decimal(0))


def room_left(
    ceiling: Decimal, history: Iterable[tuple[date, Decimal]], granted_on: date, years: int
) -> Decimal:
    """Return how much aid in EUR may still be granted on a day under a ceiling (AID-01)."""
    return max(ceiling - aid_in_window(history, granted_on, years), Decimal(0))


def endowment_covers(endowment: Decimal, bound: Decimal) -> Outcome:
    """CALL-08: an endowment, in EUR, never goes below what is reserved, granted, paid or saved."""
    return judge(
        "CALL-08",
        endowment >= bound,
        yes=f"La dotazione di {euro(endowment)} copre {euro(bound)} già impegnati.",
        no=f"La dotazione non può scendere sotto quanto è già impegnato: {euro(bound)} fra "
        "prenotato, concesso, pagato ed economie.",
        inputs={"dotazione": endowment, "impegnato": bound},
        source="D.Lgs. 184/2025, art. 12",
    )


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
    not_taxable = _cents(gross * capital_spend / total_spend) if total_spend else NOTHING
    taxable = gross - not_taxable
    withheld = _cents(taxable * rate_percent / HUNDRED)
    return Withholding(not_taxable, taxable, withheld, gross - withheld)


def no_withholding(gross: Decimal) -> Withholding:
    """Return the division of an amount in EUR on which no tax is withheld (TAX-03)."""
    return Withholding(gross, NOTHING, NOTHING, gross)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
