"""Drawings of balances as plain numbers: the template makes them visible."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Day = tuple[date, Decimal]


@dataclass(frozen=True)
class Segment:
    """A part of a bar: where it begins and how long it is, in hundredths of a percent."""

    name: str
    start: int
    length: int


@dataclass(frozen=True)
class Line:
    """A line that falls and rises in steps: points of an SVG path, in the units of its box."""

    path: str
    first: date
    last: date
    top: Decimal


def bar(parts: Sequence[tuple[str, Decimal]]) -> list[Segment]:
    """Lay parts (EUR) end to end along 10,000 units; nothing where they add up to nothing."""
    whole = sum((amount for _, amount in parts), Decimal(0))
    if not whole:
        return []
    segments, before = [], Decimal(0)
    for name, amount in parts:
        start = int(before * 10_000 / whole)
        before += amount
        if amount:
            segments.append(Segment(name, start, int(before * 10_000 / whole) - start))
    return segments


def steps(days: Sequence[Day], until: date, *, width: int, height: int) -> Line | None:
    """Draw what was left (EUR) from the first day to `until`; None where there is no day.

    The top of the box is the most that ever was left; each amount holds until the next change.
    """
    if not days:
        return None
    first, last = days[0][0], max(until, days[-1][0])
    span = max((last - first).days, 1)
    top = max(*(amount for _, amount in days), Decimal(1))

    def across(day: date) -> int:
        return (day - first).days * width // span

    def down(amount: Decimal) -> int:
        return height - int(amount * height / top)

    path = [f"M{across(first)} {down(days[0][1])}"]
    for day, amount in days[1:]:
        path += [f"H{across(day)}", f"V{down(amount)}"]
    path.append(f"H{width}")
    return Line(" ".join(path), first, last, top)
