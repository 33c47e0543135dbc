"""Room for de minimis aid: the window of years, the ceilings, who counts as one undertaking (AID)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accounting.rules.shares import shared
from workflows.rules import Outcome, judge
from workflows.rules.words import euro


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


@dataclass(frozen=True, slots=True)
class Aid:
    """One aid as a register knows it: whose, when, under which regulation, gross, in EUR (AID-04)."""

    firm: str
    granted_on: date
    amount: Decimal
    regulation: str


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What a regulation lets an undertaking have, in EUR, within so many rolling years (AID-01)."""

    regulation: str
    amount: Decimal
    years: int


@dataclass(frozen=True, slots=True)
class Merger:
    """A firm took over another, whole, on a day: what this one had before counts for it (AID-07)."""

    taken_over: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Split:
    """A firm was divided: each part takes its share of the aid that firm had before (AID-07).

    `shares` are the weights by firm: the book value of the equity, or 1 for the one firm that goes
    on with the activity that was aided.
    """

    divided: str
    shares: Mapping[str, Decimal]
    on: date


def single_undertaking(firm: str, controls: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the firms that are one undertaking with `firm`, itself among them (AID-06).

    `controls` are pairs of enterprises, one of which holds the other by one of the four relations
    of art. 2(2); a chain counts. Links through people or public bodies are none: leave them out.
    """
    neighbours: dict[str, set[str]] = {}
    for holder, held in controls:
        neighbours.setdefault(holder, set()).add(held)
        neighbours.setdefault(held, set()).add(holder)
    found, waiting = {firm}, [firm]
    while waiting:
        new = neighbours.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return frozenset(found)


def after_changes(aids: Iterable[Aid], changes: Sequence[Merger | Split]) -> list[Aid]:
    """Return the aids under the firms that answer for them now, in EUR to the cent (AID-07).

    Changes are taken in the order of their days; a division loses no cent. Aid granted after a
    change stays where it was granted.
    """
    standing = list(aids)
    for change in sorted(changes, key=lambda each: each.on):
        standing = [part for aid in standing for part in _parts(aid, change)]
    return standing


def _parts(aid: Aid, change: Merger | Split) -> list[Aid]:
    gone = change.taken_over if isinstance(change, Merger) else change.divided
    if aid.firm != gone or aid.granted_on > change.on:
        return [aid]
    if isinstance(change, Merger):
        return [Aid(change.by, aid.granted_on, aid.amount, aid.regulation)]
    return [
        Aid(firm, aid.granted_on, amount, aid.regulation)
        for firm, amount in shared(aid.amount, change.shares).items()
        if amount
    ]


def aid_fits(
    amount: Decimal,
    regulation: str,
    granted_on: date,
    aids: Iterable[Aid],
    ceilings: Mapping[str, Ceiling],
) -> list[Outcome]:
    """AID-01, AID-05, AID-12: under its own ceiling, and all together under the highest.

    `aids` are those of the single undertaking. Raises `KeyError` for a regulation without ceiling.
    """
    own, highest = ceilings[regulation], max(ceilings.values(), key=lambda each: each.amount)
    known = [(aid.granted_on, aid.amount, aid.regulation) for aid in aids]
    alone = [(on, given) for on, given, under in known if under == regulation]
    together = [(on, given) for on, given, _under in known]
    outcomes = [
        _fits("AID-01", amount, own, aid_in_window(alone, granted_on, own.years), granted_on)
    ]
    if len(alone) != len(together):
        used = aid_in_window(together, granted_on, highest.years)
        outcomes.append(_fits("AID-12", amount, highest, used, granted_on))
    return outcomes


def most_that_fits(outcomes: Iterable[Outcome]) -> Decimal:
    """Return the most that may be granted, in EUR, where the call cuts to the room left (AID-05)."""
    return min(outcome.inputs["residuo"] for outcome in outcomes)


def _fits(
    rule: str,
    amount: Decimal,
    ceiling: Ceiling,
    used: Decimal,
    granted_on: date,
) -> Outcome:
    room = max(ceiling.amount - used, Decimal(0))
    whose = "tutti i regolamenti" if rule == "AID-12" else f"Reg. (UE) {ceiling.regulation}"
    told = f"massimale {euro(ceiling.amount)} in {ceiling.years} anni, già ricevuti {euro(used)}"
    return judge(
        rule,
        amount <= room,
        yes=f"L'aiuto di {euro(amount)} rientra nel de minimis ({whose}): {told}.",
        no=f"L'aiuto di {euro(amount)} supera il de minimis ({whose}): {told}, "
        f"restano {euro(room)}.",
        inputs={
            "importo": amount,
            "massimale": ceiling.amount,
            "ricevuti": used,
            "residuo": room,
            "dal": window_start(granted_on, ceiling.years),
        },
        source="Reg. (UE) 2023/2831, artt. 3 e 5",
        remedy="Se il bando lo prevede, il contributo si riduce al residuo.",
    )
