"""Who comes first: points, then the call's chain of steps; every tie is explained (RANK-08)."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from evaluation.rules.scheme import Application, Policy, RankingRefused, Scheme, Tie
from evaluation.rules.scores import Scores

DRAW = "public_draw"
CRITERION = "criterion:"
YOUNGER = "younger"
LARGER_FIRST = frozenset({"premium_holder", YOUNGER})
# A filing is ordered by its instant, and by its number where instants are equal (RANK-01, RANK-06).
FILING_CHAIN = ("earlier_filing", "earlier_protocol")


class Step(NamedTuple):
    """One comparator as a column: a value an application, and whether the larger one comes first."""

    name: str
    values: Sequence[Any]
    larger_first: bool = False


def order(
    applications: Sequence[Application], scores: Scores | None, scheme: Scheme
) -> tuple[list[int], list[Tie | None]]:
    """Return the applications' places in the input, in the call's order, and the tie each one lost.

    Whatever the sequence of the input, the order is the same. Raises `RankingRefused` where the
    chain leaves some equal, or where its draw has no seed yet.
    """
    if scheme.policy is Policy.DRAW:
        _ask_for_seed(scheme, "Il bando ordina le domande per sorteggio pubblico.")
        tickets = [drawn(scheme.seed, application.id) for application in applications]
        main, chain = Step(DRAW, tickets), list[Step]()
    elif scheme.policy is Policy.FILING or scores is None:
        main, *chain = _steps(FILING_CHAIN, applications, scores)
    else:
        main = Step("total", scores.totals, larger_first=True)
        chain = _steps(scheme.chain, applications, scores)
    placed = list(range(len(applications)))
    for step in (*reversed(chain), main):
        placed.sort(key=step.values.__getitem__, reverse=step.larger_first)
    ties, equals = _ties(placed, main, chain, applications)
    for first, after in equals:
        _draw(placed, ties, range(first, after), applications, scheme)
    return placed, ties


def drawn(seed: str, application: str) -> str:
    """Return the ticket of an application in a public draw; the smallest comes first.

    It is SHA-256 of the seed followed at once by the application's number, in hexadecimal: anyone
    who knows the published seed can work it out again (SMP-01).
    """
    return hashlib.sha256(f"{seed}{application}".encode()).hexdigest()


def _steps(
    names: Sequence[str], applications: Sequence[Application], scores: Scores | None
) -> list[Step]:
    """Return the columns a chain compares, save for its draw. Refuses a step that is not known."""
    return [
        _criterion(name, scores) if name.startswith(CRITERION) else _plain(name, applications)
        for name in names
        if name != DRAW
    ]


def _criterion(name: str, scores: Scores | None) -> Step:
    means = scores.means if scores else ()
    number = name.removeprefix(CRITERION)
    count = len(means[0]) if means else 0
    if not means:
        return Step(name, ())
    if not number.isdecimal() or not 1 <= int(number) <= count:
        raise _unknown(name)
    at = int(number) - 1
    return Step(name, [row[at] for row in means], larger_first=True)


def _plain(name: str, applications: Sequence[Application]) -> Step:
    if name not in _COLUMNS:
        raise _unknown(name)
    return Step(name, _COLUMNS[name](applications), larger_first=name in LARGER_FIRST)


_COLUMNS: dict[str, Callable[[Sequence[Application]], list[Any]]] = {
    "premium_holder": lambda applications: [one.holds_premium for one in applications],
    # Whoever has no birthday, as a firm, comes after those who have (R-PUB-08).
    YOUNGER: lambda applications: [one.born or date.min for one in applications],
    "earlier_filing": lambda applications: [one.filed_at for one in applications],
    "earlier_protocol": lambda applications: [one.sequence for one in applications],
}


def _ties(
    placed: Sequence[int], main: Step, chain: Sequence[Step], applications: Sequence[Application]
) -> tuple[list[Tie | None], list[tuple[int, int]]]:
    """Return for each place the step that put it behind one of equal points, or None.

    The runs of places that no step tells apart come with it: first, and after the last.
    """
    points, steps = main.values, [(step.name, step.values) for step in chain]
    ties: list[Tie | None] = [None] * len(placed)
    equals: list[tuple[int, int]] = []
    for place in range(1, len(placed)):
        ahead, behind = placed[place - 1], placed[place]
        if points[ahead] != points[behind]:
            continue
        for name, values in steps:
            if values[ahead] != values[behind]:
                first = applications[ahead].id
                told = (None, None) if name == YOUNGER else (values[ahead], values[behind])
                ties[place] = Tie(name, first, *told)
                break
        else:
            start = equals.pop()[0] if equals and equals[-1][1] == place else place - 1
            equals.append((start, place + 1))
    return ties, equals


def _draw(
    placed: list[int],
    ties: list[Tie | None],
    places: range,
    applications: Sequence[Application],
    scheme: Scheme,
) -> None:
    """Put those that no step tells apart in the order of their tickets, where the call draws."""
    numbers = {at: applications[at].id for at in (placed[place] for place in places)}
    _ask_for_draw(numbers.values(), scheme)
    tickets = {at: drawn(scheme.seed, number) for at, number in numbers.items()}
    equal = sorted(tickets, key=tickets.__getitem__)
    for place, at in zip(places, equal, strict=True):
        placed[place] = at
    for place, ahead, behind in zip(places[1:], equal, equal[1:], strict=False):
        ties[place] = Tie(DRAW, numbers[ahead], tickets[ahead], tickets[behind])
    after = ties[places.stop] if places.stop < len(ties) else None
    if after:
        # Those drawn are equal in all but their tickets: the next one lost to the last of them alike.
        ties[places.stop] = after._replace(ahead=numbers[equal[-1]])


def _ask_for_draw(numbers: Iterable[str], scheme: Scheme) -> None:
    named = ", ".join(sorted(numbers))
    if DRAW not in scheme.chain:
        raise RankingRefused(
            "RANK-08",
            f"Le domande {named} restano pari: il bando non prevede altri criteri di precedenza. "
            "Serve un sorteggio pubblico, con il suo verbale.",
            domande=named,
        )
    _ask_for_seed(
        scheme,
        f"Le domande {named} restano pari: il bando prevede il sorteggio pubblico.",
        domande=named,
    )


def _ask_for_seed(scheme: Scheme, why: str, **inputs: object) -> None:
    if not scheme.seed:
        raise RankingRefused("RANK-08", f"{why} Indica il seme estratto e pubblicato.", **inputs)


def _unknown(name: str) -> RankingRefused:
    return RankingRefused(
        "RANK-08", f"Il bando usa un criterio di precedenza sconosciuto: {name}.", criterio=name
    )
