"""How amounts, percentages and days are written and counted in Italian letters."""

from calendar import monthrange
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def cents(amount: Decimal) -> Decimal:
    """Round to the cent, half up (AMT-06)."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def euro(amount: Decimal) -> str:
    """Write an amount as Italian letters do: 1.500,00 €."""
    text = f"{cents(amount):,.2f}"
    return text.translate(str.maketrans(",.", ".,")) + " €"


def percent(value: Decimal) -> str:
    """Write a percentage: 50%, 12,5%."""
    return f"{value.normalize():f}".replace(".", ",") + "%"


def day(value: date) -> str:
    """Write a day as Italian letters do: 23/11/2026."""
    return f"{value:%d/%m/%Y}"


def months_after(start: date, months: int) -> date:
    """Return the same day `months` later, or the month's last day where it is missing (TERM-05)."""
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def age_on(born: date, on: date) -> int:
    """Return full years of age on a day; who is born on 29 February ages on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
