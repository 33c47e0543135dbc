"""Shares of the money by territory, and where the unused part goes (RANK-15)."""

from collections.abc import Callable, Mapping, Sequence

from evaluation.rules.scheme import Compensation, LastPlace, RankingRefused
from evaluation.rules.sharing import WHOLE, in_order, portions

# Gives money of one territory, in cents, to some of the rows; what it gives each, in their order.
Serve = Callable[[Sequence[int], int], list[int]]


def by_territory(
    territories: Sequence[str],
    needs: Sequence[int],
    shares: Mapping[str, int],
    serve: Serve,
    *,
    compensation: Compensation,
    last_place: LastPlace,
) -> list[int]:
    """Serve each territory from its share, then move the unused part to others, in cents.

    `serve` is called with the places of a territory's rows and the money for them. The unused
    part goes in proportion to unmet need, each territory then serving its own again, or to
    whoever comes first in the order of the call.
    """
    members: dict[str, list[int]] = {name: [] for name in shares}
    for at, territory in enumerate(territories):
        if territory not in members:
            raise RankingRefused(
                "RANK-15", f"Il bando non prevede risorse per il territorio “{territory}”."
            )
        members[territory].append(at)
    given = _serve_each(members, shares, serve, len(needs))
    used = {name: sum(given[at] for at in own) for name, own in members.items()}
    unused = sum(shares.values()) - sum(used.values())
    if compensation is Compensation.NONE or not unused:
        return given
    left = [need - has for need, has in zip(needs, given, strict=True)]
    if compensation is Compensation.BY_ORDER:
        more = in_order(left, {WHOLE: unused}, last_place=last_place)
        return [has + raised for has, raised in zip(given, more, strict=True)]
    unmet = {name: sum(left[at] for at in own) for name, own in members.items()}
    moved = portions(unmet, unused)
    return _serve_each(
        members, {name: used[name] + moved[name] for name in shares}, serve, len(needs)
    )


def compensated(shares: Mapping[str, int], requests: Mapping[str, int]) -> dict[str, int]:
    """Return what each territory can give once the unused shares have moved, by need, in cents."""
    used = {name: min(share, requests[name]) for name, share in shares.items()}
    unused = sum(shares.values()) - sum(used.values())
    moved = portions({name: requests[name] - used[name] for name in shares}, unused)
    return {name: used[name] + moved[name] for name in shares}


def _serve_each(
    members: Mapping[str, list[int]], shares: Mapping[str, int], serve: Serve, size: int
) -> list[int]:
    given = [0] * size
    for name, own in members.items():
        for at, amount in zip(own, serve(own, shares[name]), strict=True):
            given[at] = amount
    return given
