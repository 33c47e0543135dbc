"""Which candidate goes to which offer: candidates propose, offers hold the best (R-PUB-11, section 10)."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pairing:
    """What came of one proposal: held, refused because full, or given up for a better one."""

    candidate: str
    offer: str
    outcome: str
    instead_of: str = ""


HELD, REFUSED, NOT_LISTED, REPLACED = "held", "refused", "not_listed", "replaced"


@dataclass(frozen=True, slots=True)
class Matching:
    """Who is matched with which offer, who is in reserve, what is free, and every step."""

    matched: dict[str, str]
    reserve: tuple[str, ...]
    free: dict[str, int]
    log: tuple[Pairing, ...]


def match(
    preferences: Mapping[str, Sequence[str]],
    orders: Mapping[str, Sequence[str]],
    places: Mapping[str, int],
) -> Matching:
    """Pair candidates with offers so that no pair would rather have each other.

    `preferences` lists each candidate's offers, best first; `orders` each offer's acceptable
    candidates, best first (pairs that a rule forbids are left out of both); `places` how many an
    offer has. With strict orders the result is the only one that is best for all candidates, and
    does not depend on the order in which they propose; the log goes by their names.
    """
    market = _Market(orders, places)
    nexts = dict.fromkeys(preferences, 0)
    waiting = deque(sorted(preferences))
    while waiting:
        name = waiting.popleft()
        choice = nexts[name]
        if choice >= len(preferences[name]):
            continue
        nexts[name] = choice + 1
        loser = market.propose(name, preferences[name][choice])
        if loser:
            waiting.appendleft(loser)
    matched = {name: offer for offer, names in market.held.items() for name in names}
    return Matching(
        matched,
        tuple(name for name in sorted(preferences) if name not in matched),
        {offer: count - len(market.held[offer]) for offer, count in places.items()},
        tuple(market.log),
    )


def host_order(listed: Sequence[str], ranked: Sequence[str], *, unlisted_follow: bool) -> list[str]:
    """Return an offer's candidates, best first: the host's list, then the ranking (section 10, step 2).

    Without a list the ranking alone counts; with one, those whom it leaves out follow only where
    the call says so.
    """
    first = [name for name in listed if name in ranked]
    if first and not unlisted_follow:
        return first
    return [*first, *(name for name in ranked if name not in first)]


def unstable_pairs(
    matching: Matching,
    preferences: Mapping[str, Sequence[str]],
    orders: Mapping[str, Sequence[str]],
    places: Mapping[str, int],
) -> Iterable[tuple[str, str]]:
    """Yield pairs that would both rather have each other; a matching of `match` has none."""
    holding: dict[str, list[str]] = {}
    for name, offer in matching.matched.items():
        holding.setdefault(offer, []).append(name)
    for name, offers in preferences.items():
        for offer in offers:
            if offer == matching.matched.get(name):
                break
            order = list(orders.get(offer, ()))
            if name not in order:
                continue
            names = holding.get(offer, [])
            worse = [one for one in names if order.index(one) > order.index(name)]
            if len(names) < places.get(offer, 0) or worse:
                yield name, offer


class _Market:
    """Offers with those they hold for now, and what every proposal came to."""

    def __init__(self, orders: Mapping[str, Sequence[str]], places: Mapping[str, int]) -> None:
        self.ranks = {
            offer: {name: place for place, name in enumerate(order)}
            for offer, order in orders.items()
        }
        self.places = places
        self.held: dict[str, list[str]] = {offer: [] for offer in places}
        self.log: list[Pairing] = []

    def propose(self, name: str, offer: str) -> str:
        """Let a candidate propose; return who must go on proposing, or an empty string."""
        ranks = self.ranks.get(offer, {})
        if name not in ranks or not self.places.get(offer):
            self.log.append(Pairing(name, offer, NOT_LISTED))
            return name
        names = self.held[offer]
        if len(names) < self.places[offer]:
            names.append(name)
            self.log.append(Pairing(name, offer, HELD))
            return ""
        worst = max(names, key=ranks.__getitem__)
        if ranks[name] > ranks[worst]:
            self.log.append(Pairing(name, offer, REFUSED))
            return name
        names[names.index(worst)] = name
        self.log.append(Pairing(name, offer, REPLACED, instead_of=worst))
        return worst
