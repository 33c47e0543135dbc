"""Who comes first: points, then the call's chain of steps; every tie is explained (RANK-08)."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from evaluation.rules.scheme import Application, Policy, RankingRefused, Scheme, Tie
from evaluation.rules.scores import Score

DRAW = "public_draw"
CRITERION = "criterion:"
# A filing is ordered by its instant, and by its number where instants are equal (RANK-01, RANK-06).
FILING_CHAIN = ("earlier_filing", "earlier_protocol")
PLAIN_STEPS = ("premium_holder", *FILING_CHAIN)


class Candidate(NamedTuple):
    """An admissible application with its score; None where the call scores nothing."""

    application: Application
    score: Score | None


class Placed(NamedTuple):
    """A candidate in its place, and the tie it lost to the one ahead."""

    candidate: Candidate
    tie: Tie | None


class Step(NamedTuple):
    """One comparator: `key` sorts smaller first, `value` is what is told of it."""

    name: str
    key: Callable[[Candidate], Any]
    value: Callable[[Candidate], Any]


def order(candidates: Sequence[Candidate], scheme: Scheme) -> list[Placed]:
    """Put candidates in order by the call's policy; the result does not depend on their sequence.

    Raises `RankingRefused` where the chain leaves some equal, or where its draw has no seed yet.
    """
    if scheme.policy is Policy.DRAW:
        return _in_order(candidates, [_draw(scheme.seed)], scheme)
    if scheme.policy is Policy.FILING or not scheme.criteria:
        return _in_order(candidates, steps(FILING_CHAIN, scheme), scheme)
    chain = steps(scheme.chain, scheme)
    equal = defaultdict(list)
    for candidate in candidates:
        equal[candidate.score.total].append(candidate)  # type: ignore[union-attr]
    placed: list[Placed] = []
    for total in sorted(equal, reverse=True):
        placed += _broken(equal[total], chain, scheme)
    return placed


def steps(names: Sequence[str], scheme: Scheme) -> list[Step]:
    """Return the comparators a chain names. Raises `RankingRefused` for one that is not known."""
    found = []
    for name in names:
        if name.startswith(CRITERION):
            found.append(_criterion(name, len(scheme.criteria)))
        elif name == DRAW:
            found.append(_draw(scheme.seed))
        elif name in PLAIN_STEPS:
            found.append(_PLAIN[name])
        else:
            raise _unknown(name)
    return found


def drawn(seed: str, application: str) -> str:
    """Return the ticket of an application in a public draw; the smallest comes first.

    It is SHA-256 of the seed followed at once by the application's number, in hexadecimal: anyone
    who knows the published seed can work it out again (SMP-01).
    """
    return hashlib.sha256(f"{seed}{application}".encode()).hexdigest()


def _in_order(
    candidates: Sequence[Candidate], chain: Sequence[Step], scheme: Scheme
) -> list[Placed]:
    """Order by a chain whose first step is the order itself: only a later one breaks a tie."""
    return [
        placed
        if placed.tie and placed.tie.step != chain[0].name
        else Placed(placed.candidate, None)
        for placed in _broken(list(candidates), chain, scheme)
    ]


def _broken(equal: list[Candidate], chain: Sequence[Step], scheme: Scheme) -> list[Placed]:
    """Order candidates of equal points step by step, each behind the one it lost to."""
    if len(equal) <= 1:
        return [Placed(candidate, None) for candidate in equal]
    before = [step for step in chain if step.name != DRAW]
    keyed = [([step.key(candidate) for step in before], candidate) for candidate in equal]
    keyed.sort(key=_first)
    if any(keyed[n][0] == keyed[n - 1][0] for n in range(1, len(keyed))):
        _draw_lots(keyed, chain, scheme.seed)
        keyed.sort(key=_first)
    placed = [Placed(keyed[0][1], None)]
    for number in range(1, len(keyed)):
        (ahead_keys, ahead), (keys, behind) = keyed[number - 1], keyed[number]
        at = next(n for n, key in enumerate(keys) if key != ahead_keys[n])
        step = chain[at]
        tie = Tie(step.name, ahead.application.id, step.value(ahead), step.value(behind))
        placed.append(Placed(behind, tie))
    return placed


def _first(pair: tuple[list[Any], Candidate]) -> list[Any]:
    return pair[0]


def _draw_lots(keyed: list[tuple[list[Any], Candidate]], chain: Sequence[Step], seed: str) -> None:
    """Add a ticket to every key, where the chain ends in a draw and its seed is known."""
    last = chain[-1] if chain else None
    tied = sorted(
        {
            keyed[at][1].application.id
            for n in range(1, len(keyed))
            if keyed[n][0] == keyed[n - 1][0]
            for at in (n - 1, n)
        }
    )
    named = ", ".join(tied)
    if last is None or last.name != DRAW:
        raise RankingRefused(
            "RANK-08",
            f"Le domande {named} restano pari: il bando non prevede altri criteri di precedenza. "
            "Serve un sorteggio pubblico, con il suo verbale.",
            domande=named,
        )
    if not seed:
        raise RankingRefused(
            "RANK-08",
            f"Le domande {named} restano pari: il bando prevede il sorteggio pubblico. "
            "Indica il seme estratto e pubblicato.",
            domande=named,
        )
    for keys, candidate in keyed:
        keys.append(last.key(candidate))


def _criterion(name: str, count: int) -> Step:
    number = name.removeprefix(CRITERION)
    if not number.isdecimal() or not 1 <= int(number) <= count:
        raise _unknown(name)
    at = int(number) - 1

    def value(candidate: Candidate) -> int:
        return candidate.score.means[at]  # type: ignore[union-attr]

    return Step(name, lambda candidate: -value(candidate), value)


def _draw(seed: str) -> Step:
    def ticket(candidate: Candidate) -> str:
        return drawn(seed, candidate.application.id)

    return Step(DRAW, ticket, ticket)


def _unknown(name: str) -> RankingRefused:
    return RankingRefused(
        "RANK-08", f"Il bando usa un criterio di precedenza sconosciuto: {name}.", criterio=name
    )


def _holds_premium(candidate: Candidate) -> bool:
    return candidate.application.holds_premium


def _holds_no_premium(candidate: Candidate) -> bool:
    return not candidate.application.holds_premium


def _instant(candidate: Candidate) -> datetime:
    return candidate.application.filed_at


def _number(candidate: Candidate) -> int:
    return candidate.application.sequence


_PLAIN = {
    "premium_holder": Step("premium_holder", _holds_no_premium, _holds_premium),
    "earlier_filing": Step("earlier_filing", _instant, _instant),
    "earlier_protocol": Step("earlier_protocol", _number, _number),
}
