"""What the periods of a space in the register say of a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol, TypeVar


class Period(Protocol):
    """A stretch of days, both included, with one standing; without an end while it runs."""

    standing: str
    valid_from: date
    valid_to: date | None


Any_Period = TypeVar("Any_Period", bound=Period)


def period_on(periods: Iterable[Any_Period], day: date) -> Any_Period | None:
    """Return the period that covers a day, or None."""
    for period in periods:
        if period.valid_from <= day and (period.valid_to is None or day <= period.valid_to):
            return period
    return None


def standing_since(periods: Iterable[Any_Period], day: date) -> date | None:
    """Return since when the standing of a day lasts without a gap, or None outside the register.

    A renewal that begins the day after the period before it does not start the count anew.
    """
    known = list(periods)
    period = period_on(known, day)
    if period is None:
        return None
    since = period.valid_from
    while True:
        before = period_on(known, since - timedelta(days=1))
        if before is None or before.standing != period.standing:
            return since
        since = before.valid_from
