"""Two rankings of the same applications side by side: who gains, who loses."""

from decimal import Decimal
from typing import NamedTuple

from evaluation.rules.scheme import Ranking, Row


class Change(NamedTuple):
    """An application whose list, place or money is not the same in both rankings."""

    before: Row
    after: Row

    @property
    def difference(self) -> Decimal:
        """What it gains, or loses where negative, in EUR."""
        return self.after.granted - self.before.granted


def compare(before: Ranking, after: Ranking) -> tuple[Change, ...]:
    """Return what changes from one ranking to the other, in the order of the second."""
    known = {row.id: row for row in before.rows}
    return tuple(
        Change(known[row.id], row)
        for row in after.rows
        if row.id in known
        and (row.listed, row.place, row.granted)
        != (known[row.id].listed, known[row.id].place, known[row.id].granted)
    )
