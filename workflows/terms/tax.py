"""Deadlines of tax payments and returns, which move in their own way."""

from datetime import date
from typing import NamedTuple

from workflows.terms.public_holidays import shift


class SummerPause(NamedTuple):
    """Days of a year (month, day), both included: deadlines between them fall on the last one."""

    first: tuple[int, int]
    last: tuple[int, int]
    source: str


AUGUST_PAUSE = SummerPause((8, 1), (8, 20), "DL 223/2006 art. 37")


def tax_deadline(year: int, month: int, day: int, pause: SummerPause | None = AUGUST_PAUSE) -> date:
    """The day by which a tax deadline of this date is really due.

    A date in the summer pause moves to its last day; then Saturdays and holidays move to the next
    working day. `pause` None switches the summer rule off. Raises ValueError for a date that does
    not exist. Source: TAX-10.
    """
    deadline = date(year, month, day)
    if pause and pause.first <= (month, day) <= pause.last:
        deadline = date(year, *pause.last)
    return shift(deadline, saturday_shifts=True)
