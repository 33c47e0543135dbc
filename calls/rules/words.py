"""How the rules of calls write numbers, amounts and days in Italian."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
_ITALIAN = str.maketrans(",.", ".,")


def cents(amount: Decimal) -> Decimal:
    """Round an amount half up to two decimals (AMT-06)."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def euro(amount: Decimal) -> str:
    """An amount as "1.500,00 €"."""
    return f"{cents(amount):,.2f}".translate(_ITALIAN) + " €"


def number(value: Decimal | int) -> str:
    """A number without idle zeros: "30", "12,5"."""
    plain = f"{Decimal(value):f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.replace(".", ",")


def day(value: date) -> str:
    """A day as "23/11/2026"."""
    return f"{value:%d/%m/%Y}"


def instant(value: datetime) -> str:
    """An instant, already in the office's zone, as "23/11/2026 alle 12:00"."""
    return f"{value:%d/%m/%Y} alle {value:%H:%M}"


def listed(words: list[str]) -> str:
    """Words as a sentence lists them: "a, b e c"."""
    if len(words) < 2:  # noqa: PLR2004 (one word needs no "e")
        return "".join(words)
    return f"{', '.join(words[:-1])} e {words[-1]}"
