"""What is typed on a scoring sheet: points within their range, each with its reason (RANK-18)."""

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from evaluation.rules.scores import hundredths, points

DECIMALS = 2
LONGEST_REASON = 4_000


class Typed(NamedTuple):
    """A criterion with what stands in its two fields."""

    code: str
    weight: Decimal
    points: str
    reason: str


class Given(NamedTuple):
    """Points that hold, with their reason."""

    code: str
    points: Decimal
    reason: str


def read_points(text: str, weight: Decimal) -> Decimal | str:
    """Return the points that were typed, or the sentence that says why they do not hold.

    A comma or a point parts the decimals, at most two; the range is 0 to `weight`.
    """
    plain = text.strip().replace(",", ".")
    if not plain:
        return "Scrivi i punti."
    try:
        value = Decimal(plain)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or not plain.isascii():
        return "Scrivi i punti in cifre, per esempio 18 oppure 18,5."
    most = points(hundredths(weight))
    if not 0 <= value <= weight:
        return f"I punti vanno da 0 a {most}."
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > DECIMALS:
        return "Scrivi al massimo due decimali."
    return value.quantize(Decimal("0.01"))


def read_reason(text: str) -> str:
    """Return why a reason does not hold, or nothing."""
    if not text.strip():
        return "Scrivi il motivo del punteggio."
    if len(text) > LONGEST_REASON:
        return f"Il motivo è troppo lungo: al massimo {LONGEST_REASON} caratteri."
    return ""


def read_sheet(rows: list[Typed]) -> tuple[list[Given], dict[str, str]]:
    """Return what was given, criterion by criterion, and the sentences by field that stand against.

    Fields are named "points-<code>" and "reason-<code>".
    """
    given, faults = [], {}
    for row in rows:
        value = read_points(row.points, row.weight)
        if isinstance(value, str):
            faults[f"points-{row.code}"] = value
        if sentence := read_reason(row.reason):
            faults[f"reason-{row.code}"] = sentence
        if isinstance(value, Decimal) and not sentence:
            given.append(Given(row.code, value, row.reason.strip()))
    return given, faults
