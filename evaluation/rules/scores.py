"""From the members' sheets to one total: sums of stored points, rounded once (RANK-10).

Points are whole hundredths while they are reckoned with: no binary fraction, and no rounding but
the one that is meant.
"""

from collections.abc import Sequence
from decimal import Decimal
from operator import gt
from typing import NamedTuple

from evaluation.rules.scheme import Application, Criterion, RankingRefused

Sheets = Sequence[Sequence[int]]


class Score(NamedTuple):
    """The total of an application, and the mean of each criterion, in hundredths of a point."""

    total: int
    means: list[int]


class Scorer:
    """Scores applications of one call, and says which are not suitable."""

    def __init__(self, criteria: Sequence[Criterion], threshold: Decimal | None) -> None:
        self.criteria = criteria
        self.weights = [hundredths(criterion.weight) for criterion in criteria]
        self.minimums = [hundredths(criterion.minimum) for criterion in criteria]
        self.has_minimums = any(self.minimums)
        self.threshold = 0 if threshold is None else hundredths(threshold)

    def score(self, application: Application) -> Score:
        """Return total and means; the total is rounded from the members' sums, not from the means.

        Premium points are added after the rounding. Raises `RankingRefused` where a sheet is
        missing, is not one point a criterion, or leaves a criterion's range.
        """
        sheets, weights = application.sheets, self.weights
        size, count = len(weights), len(sheets)
        if not count:
            raise _refused(application, "non ha punteggi.")
        for sheet in sheets:
            if len(sheet) != size:
                raise _refused(
                    application, f"ha una scheda con {len(sheet)} punteggi: i criteri sono {size}."
                )
            if min(sheet) < 0 or any(map(gt, sheet, weights)):
                raise _refused(application, "ha un punteggio fuori dai limiti del criterio.")
        sums = sheets[0] if count == 1 else [*map(sum, zip(*sheets, strict=True))]
        twice = 2 * count
        total = (2 * sum(sums) + count) // twice
        if application.premium_points:
            total += hundredths(application.premium_points)
        return Score(total, [(2 * points + count) // twice for points in sums])

    def against(self, score: Score) -> tuple[str, ...]:
        """Return why a score is not suitable, criterion by criterion and in the whole (RANK-09)."""
        if score.total >= self.threshold and not self.has_minimums:
            return ()
        reasons = [
            f"{criterion.title or f'Criterio {number}'}: {points(mean)} punti su un minimo di "
            f"{points(least)}."
            for number, (criterion, least, mean) in enumerate(
                zip(self.criteria, self.minimums, score.means, strict=True), 1
            )
            if mean < least
        ]
        if score.total < self.threshold:
            reasons.append(
                f"Totale: {points(score.total)} punti su un minimo di {points(self.threshold)}."
            )
        return tuple(reasons)


def spread(sheets: Sheets) -> list[int]:
    """Return, criterion by criterion, how far apart the members are: highest minus lowest point."""
    return [max(given) - min(given) for given in zip(*sheets, strict=True)]


def hundredths(points: Decimal) -> int:
    """Return points in whole hundredths. Raises `RankingRefused` for finer ones (RANK-10)."""
    number = int(points.scaleb(2))
    if number != points.scaleb(2):
        raise RankingRefused("RANK-10", f"{points} non è un punteggio con due decimali.")
    return number


def points(number: int) -> str:
    """Write hundredths of a point as Italian acts do: 59,99."""
    return f"{number // 100},{number % 100:02}"


def _refused(application: Application, what: str) -> RankingRefused:
    return RankingRefused("RANK-10", f"La domanda {application.id} {what}", domanda=application.id)
