"""The whole ranking as one function: same applications, same list, in whatever sequence they come."""

import hashlib
import json
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from decimal import Decimal

from evaluation.rules.chain import Candidate, Placed, order
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
)
from evaluation.rules.scores import Score, Scorer
from evaluation.rules.sharing import WHOLE, cents_of, euros_of, in_order, pro_rata
from evaluation.rules.territories import by_territory


def rank(scheme: Scheme, applications: Sequence[Application]) -> Ranking:
    """Score, put in order and give the money of a call (RANK-01 to RANK-16).

    Lists A, B and C follow in one order, list D behind them by number. Raises `RankingRefused`,
    with a sentence to show, where the data or the call's rules leave no single answer.
    """
    _check(applications)
    suitable, unsuitable = _judged(scheme, applications)
    placed = order(suitable, scheme)
    amounts = allocate(scheme, [one.candidate.application for one in placed])
    rows = [
        _row(place, one, amount)
        for place, (one, amount) in enumerate(zip(placed, amounts, strict=True), 1)
    ]
    rows += sorted(unsuitable, key=lambda row: row.id)
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
        last_place=scheme.last_place,
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


def _judged(
    scheme: Scheme, applications: Sequence[Application]
) -> tuple[list[Candidate], list[Row]]:
    """Part those that are suitable from list D: refused at the examination, or under a threshold."""
    scorer = Scorer(scheme.criteria, scheme.threshold) if scheme.criteria else None
    suitable, unsuitable = [], []
    for application in applications:
        if application.against:
            unsuitable.append(_not_admitted(application, None, application.against))
            continue
        score = scorer.score(application) if scorer else None
        reasons = scorer.against(score) if scorer and score else ()
        if reasons:
            unsuitable.append(_not_admitted(application, score, reasons))
        else:
            suitable.append(Candidate(application, score))
    return suitable, unsuitable


def _not_admitted(application: Application, score: Score | None, reasons: tuple[str, ...]) -> Row:
    total, means = score or (None, ())
    return Row(
        None,
        application.id,
        Listed.NOT_ADMITTED,
        total,
        means,
        application.asked,
        NOTHING,
        None,
        reasons,
    )


def _row(place: int, placed: Placed, amount: int) -> Row:
    application, score = placed.candidate
    if not amount:
        listed, granted = Listed.NOT_FINANCED, NOTHING
    elif (granted := euros_of(amount)) == application.asked:
        listed = Listed.FINANCED
    else:
        listed = Listed.PARTLY
    total, means = score or (None, ())
    return Row(
        place,
        application.id,
        listed,
        total,
        means,
        application.asked,
        granted,
        placed.tie,
        (),
    )
