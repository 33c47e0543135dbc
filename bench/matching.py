"""How long 10,000 candidates take to be paired with 2,000 offers, against putting their pairs in order."""

import random

from bench.office import BenchOffice
from bench.report import Figure
from bench.timing import fastest
from internships.rules.matching import Matching, match, unstable_pairs

CANDIDATES, OFFERS, MOST_PLACES, MOST_CHOICES = 10_000, 2_000, 5, 8
Lists = dict[str, list[str]]


def measure_matching(_office: BenchOffice) -> list[Figure]:
    """Pair by deferred acceptance; the run fails when a pair would rather have each other.

    The baseline puts every candidate of every offer in order, which is what a list without
    preferences would ask for.
    """
    preferences, points, places = _market()
    orders = _orders(points)
    paired, matching = fastest(lambda: match(preferences, orders, places))
    ordered, _lists = fastest(lambda: _orders(points))
    if not isinstance(matching, Matching) or any(
        unstable_pairs(matching, preferences, orders, places)
    ):
        raise RuntimeError("a candidate and an offer would rather have each other")
    return [Figure("match_10k_s", paired, "s", ordered)]


def _orders(points: dict[str, dict[str, int]]) -> Lists:
    """Return each offer's candidates, the best first; equals by their number."""
    return {
        offer: sorted(scored, key=lambda name, given=scored: (-given[name], name))
        for offer, scored in points.items()
    }


def _market() -> tuple[Lists, dict[str, dict[str, int]], dict[str, int]]:
    """Return invented preferences, what each offer gives its candidates, and its places."""
    chance = random.Random(2026)
    offers = [f"offerta-{number:04}" for number in range(1, OFFERS + 1)]
    places = {offer: chance.randint(1, MOST_PLACES) for offer in offers}
    preferences, points = {}, {offer: {} for offer in offers}
    for number in range(1, CANDIDATES + 1):
        name = f"candidato-{number:05}"
        preferences[name] = chance.sample(offers, chance.randint(1, MOST_CHOICES))
        for offer in preferences[name]:
            points[offer][name] = chance.randint(60, 100)
    return preferences, points, places
