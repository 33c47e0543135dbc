"""The whole ranking as one function: same applications, same list, in whatever sequence they come."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial

from evaluation.rules.chain import order
from evaluation.rules.reserves import serve_with_reserves
from evaluation.rules.scheme import (
    NOTHING,
    Application,
    Listed,
    Policy,
    Ranking,
    RankingRefused,
    Row,
    Scheme,
    Tie,
)
from evaluation.rules.scores import Scores, below_thresholds, score
from evaluation.rules.sharing import WHOLE, cents_of, euros_of, in_order, pro_rata
from evaluation.rules.territories import by_territory

# What `Row._make` does, without its own check of the length.
MAKE_ROW = partial(tuple.__new__, Row)


def rank(scheme: Scheme, applications: Sequence[Application]) -> Ranking:
    """Score, put in order and give the money of a call (RANK-01 to RANK-16).

    Lists A, B and C follow in one order, list D behind them by number. Raises `RankingRefused`,
    with a sentence to show, where the data or the call's rules leave no single answer.
    """
    _check(applications)
    examined = [one for one in applications if not one.against]
    scores = score(scheme.criteria, examined) if scheme.criteria else None
    below = below_thresholds(scheme.criteria, scheme.threshold, scores) if scores else {}
    suitable = [one for at, one in enumerate(examined) if at not in below]
    kept = _without(scores, below)
    placed, ties = order(suitable, kept, scheme)
    ordered = [suitable[at] for at in placed]
    amounts = allocate(scheme, ordered)
    rows = _rows(ordered, placed, ties, kept, amounts)
    rows += sorted(_not_admitted(applications, examined, scores, below), key=_number)
    left = cents_of(scheme.endowment) - sum(amounts)
    return Ranking(tuple(rows), scheme.endowment, euros_of(left))


def allocate(scheme: Scheme, ordered: Sequence[Application]) -> list[int]:
    """Give the call's money to applications in their order; returns whole cents, one each."""
    asked = [cents_of(application.asked) for application in ordered]
    endowment = cents_of(scheme.endowment)
    whole_only = {at for at, one in enumerate(ordered) if one.whole_only}

    def serve(places: Sequence[int], money: int) -> list[int]:
        needs = [asked[at] for at in places]
        waiting = {n for n, at in enumerate(places) if at in whole_only} if whole_only else ()
        classes = [ordered[at].classes for at in places] if scheme.reserves else ()
        return _served(scheme, needs, classes, money, waiting)

    if not scheme.territories:
        return serve(range(len(ordered)), endowment)
    shares = {name: cents_of(share) for name, share in scheme.territories.items()}
    if sum(shares.values()) != endowment:
        raise RankingRefused(
            "RANK-15", "Le quote dei territori non sommano alla dotazione del bando."
        )
    return by_territory(
        [application.territory for application in ordered],
        asked,
        shares,
        serve,
        compensation=scheme.compensation,
    )


def digest(ranking: Ranking) -> str:
    """Return SHA-256, in hexadecimal, of everything a ranking says: the approval act quotes it."""
    rows = [[_plain(value) for value in row] for row in ranking.rows]
    told = {"endowment": str(ranking.endowment), "left": str(ranking.left), "rows": rows}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _served(
    scheme: Scheme,
    needs: Sequence[int],
    classes: Sequence[Collection[str]],
    money: int,
    whole_only: Collection[int],
) -> list[int]:
    if scheme.policy is Policy.PRO_RATA:
        if scheme.reserves:
            raise RankingRefused(
                "CALL-17", "Il riparto in proporzione non può avere anche delle riserve."
            )
        return pro_rata(needs, money)
    if scheme.reserves:
        return serve_with_reserves(
            needs,
            classes,
            scheme.reserves,
            money,
            last_place=scheme.last_place,
            releases=scheme.releases_reserves,
            whole_only=whole_only,
        )
    return in_order(needs, {WHOLE: money}, last_place=scheme.last_place, whole_only=whole_only)


def _check(applications: Sequence[Application]) -> None:
    seen: set[str] = set()
    for application in applications:
        if application.id in seen:
            raise RankingRefused("RANK-07", f"La domanda {application.id} compare due volte.")
        seen.add(application.id)


def _without(scores: Scores | None, below: Collection[int]) -> Scores | None:
    """Return the scores of those that are suitable."""
    if scores is None or not below:
        return scores
    kept = [at for at in range(len(scores.totals)) if at not in below]
    return Scores([scores.totals[at] for at in kept], [scores.means[at] for at in kept])


def _rows(
    ordered: Sequence[Application],
    placed: Sequence[int],
    ties: Sequence[Tie | None],
    scores: Scores | None,
    amounts: Sequence[int],
) -> list[Row]:
    """Return lists A, B and C. Column by column: a call may have many rows."""
    size = len(ordered)
    asked = [one.asked for one in ordered]
    granted = [euros_of(amount) if amount else NOTHING for amount in amounts]
    listed = [
        Listed.NOT_FINANCED if not has else Listed.FINANCED if has == ask else Listed.PARTLY
        for has, ask in zip(granted, asked, strict=True)
    ]
    columns = (
        range(1, size + 1),
        [one.id for one in ordered],
        listed,
        [scores.totals[at] for at in placed] if scores else [None] * size,
        [scores.means[at] for at in placed] if scores else [()] * size,
        asked,
        granted,
        ties,
        [()] * size,
    )
    return list(map(MAKE_ROW, zip(*columns, strict=True)))


def _not_admitted(
    applications: Sequence[Application],
    examined: Sequence[Application],
    scores: Scores | None,
    below: Mapping[int, tuple[str, ...]],
) -> Iterator[Row]:
    """Yield list D: those refused at the examination, and those under a threshold."""
    for one in applications:
        if one.against:
            yield _listed_d(one, None, (), one.against)
    if scores:
        for at, reasons in below.items():
            yield _listed_d(examined[at], scores.totals[at], scores.means[at], reasons)


def _listed_d(
    one: Application, total: int | None, means: Sequence[int], reasons: tuple[str, ...]
) -> Row:
    return Row(None, one.id, Listed.NOT_ADMITTED, total, means, one.asked, NOTHING, None, reasons)


def _number(row: Row) -> str:
    return row.id
