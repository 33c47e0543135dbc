"""De minimis arithmetic: windows, sums and room (AID-01, AID-02). Standard library only."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal


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
