"""Shares of the money by territory, and where the unused part goes (RANK-15)."""

from collections.abc import Callable, Mapping, Sequence

from evaluation.rules.scheme import Compensation, RankingRefused
from evaluation.rules.sharing import portions

# Gives money of one territory, in cents, to some of the rows; what it gives each, in their order.
Serve = Callable[[Sequence[int], int], list[int]]


def by_territory(
    territories: Sequence[str],
    needs: Sequence[int],
    shares: Mapping[str, int],
    serve: Serve,
    *,
    compensation: Compensation,
) -> list[int]:
    """Serve each territory from its share, then move the unused part to others, in cents.

    `serve` is called with the places of a territory's rows and the money for them. The unused
    part goes in proportion to unmet need, or to one after the other in the order of the shares;
    each territory then serves its own again.
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
    unmet = {name: sum(left[at] for at in own) for name, own in members.items()}
    moved = _moved(unmet, unused, compensation)
    return _serve_each(
        members, {name: used[name] + moved[name] for name in shares}, serve, len(needs)
    )


def compensated(
    shares: Mapping[str, int],
    requests: Mapping[str, int],
    compensation: Compensation = Compensation.BY_NEED,
) -> dict[str, int]:
    """Return what each territory can give once the unused shares have moved, in cents."""
    used = {name: min(share, requests[name]) for name, share in shares.items()}
    unused = sum(shares.values()) - sum(used.values())
    unmet = {name: requests[name] - used[name] for name in shares}
    moved = _moved(unmet, unused, compensation)
    return {name: used[name] + moved[name] for name in shares}


def _moved(unmet: Mapping[str, int], unused: int, compensation: Compensation) -> dict[str, int]:
    if compensation is Compensation.NONE:
        return dict.fromkeys(unmet, 0)
    if compensation is Compensation.BY_NEED:
        return portions(unmet, unused)
    moved = {}
    for name, need in unmet.items():
        moved[name] = min(need, unused)
        unused -= moved[name]
    return moved


def _serve_each(
    members: Mapping[str, list[int]], shares: Mapping[str, int], serve: Serve, size: int
) -> list[int]:
    given = [0] * size
    for name, own in members.items():
        for at, amount in zip(own, serve(own, shares[name]), strict=True):
            given[at] = amount
    return given


def scaled(shares: Mapping[str, int], endowment: int) -> dict[str, int]:
    """Return the shares for another endowment, in the same proportion: money came anew, or went."""
    if sum(shares.values()) == endowment:
        return dict(shares)
    whole = sum(shares.values())
    if endowment < whole:
        return portions(shares, endowment)
    more = endowment % whole if whole else 0
    times = endowment // whole if whole else 0
    extra = portions(shares, more)
    return {name: share * times + extra[name] for name, share in shares.items()}
