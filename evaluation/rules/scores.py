"""From the members' sheets to one total: sums of stored points, rounded once (RANK-10).

Points are whole hundredths while they are reckoned with: no binary fraction, and no rounding but
the one that is meant. Columns of numbers instead of a loop over rows: a call may have many.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import chain
from operator import add
from typing import NamedTuple

from evaluation.rules.scheme import Application, Criterion, RankingRefused

Sheets = Sequence[Sequence[int]]


class Scores(NamedTuple):
    """Total and means of each application, in hundredths of a point; None and empty where unscored."""

    totals: list[int]
    means: list[Sequence[int]]


def score(criteria: Sequence[Criterion], applications: Sequence[Application]) -> Scores:
    """Return totals and means; a total is rounded from the members' sums, not from the means.

    Premium points are added after the rounding. Raises `RankingRefused` where a sheet is missing,
    is not one point a criterion, or leaves a criterion's range.
    """
    scores = Scores([0] * len(applications), [()] * len(applications))
    # Some applications may have fewer sheets than others: a member had to abstain.
    by_count = defaultdict(list)
    for at, application in enumerate(applications):
        by_count[len(application.sheets)].append(at)
    weights = [hundredths(criterion.weight) for criterion in criteria]
    for count, places in by_count.items():
        group = [applications[at] for at in places]
        totals, means = _group(group, count, weights)
        for at, total, mean in zip(places, totals, means, strict=True):
            scores.totals[at], scores.means[at] = total, mean
    for at, application in enumerate(applications):
        if application.premium_points:
            scores.totals[at] += hundredths(application.premium_points)
    return scores


def below_thresholds(
    criteria: Sequence[Criterion], threshold: Decimal | None, scores: Scores
) -> dict[int, tuple[str, ...]]:
    """Return which are not suitable, and why: by criterion and in the whole (RANK-09)."""
    least = 0 if threshold is None else hundredths(threshold)
    found = {at: _whole(total, least) for at, total in enumerate(scores.totals) if total < least}
    minimums = [hundredths(criterion.minimum) for criterion in criteria]
    if not any(minimums):
        return found
    for at, means in enumerate(scores.means):
        reasons = tuple(
            f"{criterion.title or f'Criterio {number}'}: {points(mean)} punti su un minimo di "
            f"{points(minimum)}."
            for number, (criterion, minimum, mean) in enumerate(
                zip(criteria, minimums, means, strict=True), 1
            )
            if mean < minimum
        )
        if reasons:
            found[at] = reasons + found.get(at, ())
    return found


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


def _group(
    group: Sequence[Application], count: int, weights: Sequence[int]
) -> tuple[list[int], list[Sequence[int]]]:
    """Score applications that have `count` sheets each."""
    if not count:
        raise _refused(group[0], "non ha punteggi.")
    size = len(weights)
    # One long column a member: the points of all sheets, one after the other.
    members = [[one.sheets[member] for one in group] for member in range(count)]
    for sheets in members:
        if set(map(len, sheets)) != {size}:
            raise _wrong_length(group, sheets, size)
    columns = [list(chain.from_iterable(sheets)) for sheets in members]
    for column in columns:
        for at, weight in enumerate(weights):
            given = column[at::size]
            if min(given) < 0 or max(given) > weight:
                raise _out_of_range(group, given, weight)
    sums = columns[0]
    for column in columns[1:]:
        sums = list(map(add, sums, column))
    twice = 2 * count
    means = [(2 * given + count) // twice for given in sums]
    totals = [(2 * given + count) // twice for given in map(sum, _by(size, sums))]
    return totals, list(_by(size, means))


def _by(size: int, numbers: Sequence[int]) -> "zip[tuple[int, ...]]":
    return zip(*[iter(numbers)] * size, strict=True)


def _wrong_length(
    group: Sequence[Application], sheets: Sequence[Sequence[int]], size: int
) -> RankingRefused:
    at = next(at for at, sheet in enumerate(sheets) if len(sheet) != size)
    return _refused(
        group[at], f"ha una scheda con {len(sheets[at])} punteggi: i criteri sono {size}."
    )


def _out_of_range(
    group: Sequence[Application], given: Sequence[int], weight: int
) -> RankingRefused:
    at = next(at for at, point in enumerate(given) if not 0 <= point <= weight)
    return _refused(group[at], "ha un punteggio fuori dai limiti del criterio.")


def _whole(total: int, least: int) -> tuple[str, ...]:
    return (f"Totale: {points(total)} punti su un minimo di {points(least)}.",)


def _refused(application: Application, what: str) -> RankingRefused:
    return RankingRefused("RANK-10", f"La domanda {application.id} {what}", domanda=application.id)
