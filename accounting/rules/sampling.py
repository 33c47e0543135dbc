"""Whom a check by sample falls on, by risk and by a published seed (DOC-04, SMP-01)."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Stratum:
    """Cases of like risk: from which amount in EUR on, which share in percent, how many at least."""

    code: str
    from_amount: Decimal
    share_percent: Decimal
    least: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A case that may be drawn: its number, its amount in EUR, whether there is doubt about it."""

    number: str
    amount: Decimal
    in_doubt: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """One stratum of a sample: how many it held, how many are checked and which, as they came."""

    stratum: Stratum
    of: int
    numbers: tuple[str, ...]


def sample_size(of: int, share_percent: Decimal, least: int) -> int:
    """Return how many of `of` cases are checked: the share rounded up, the least, never more (SMP-01)."""
    share = (share_percent * of / HUNDRED).to_integral_value(ROUND_CEILING)
    return min(of, max(least, int(share)))


def draw_sample(
    cases: Iterable[Checked], strata: Sequence[Stratum], seed: str
) -> tuple[Drawn, ...]:
    """Draw a sample, stratum by stratum from the greatest amounts, in the order of `ticket` (SMP-01).

    A case in doubt belongs to the first stratum whatever its amount. Whoever knows the seed gets the
    same sample. Raises ValueError without a seed, or for an amount that no stratum takes.
    """
    if not seed.strip():
        raise ValueError("a sample needs a seed that is published")
    order = sorted(strata, key=lambda each: each.from_amount, reverse=True)
    groups: dict[str, list[str]] = {stratum.code: [] for stratum in order}
    for case in cases:
        groups[_stratum_of(case, order).code].append(case.number)
    return tuple(_drawn(stratum, groups[stratum.code], seed) for stratum in order)


def ticket(seed: str, number: str) -> str:
    """Return a case's place in the draw: SHA-256 of the seed followed at once by its number."""
    return hashlib.sha256(f"{seed}{number}".encode()).hexdigest()


def _stratum_of(case: Checked, order: Sequence[Stratum]) -> Stratum:
    if case.in_doubt:
        return order[0]
    for stratum in order:
        if case.amount >= stratum.from_amount:
            return stratum
    raise ValueError(f"no stratum takes the amount of {case.number}")


def _drawn(stratum: Stratum, numbers: list[str], seed: str) -> Drawn:
    size = sample_size(len(numbers), stratum.share_percent, stratum.least)
    in_order = sorted(sorted(numbers), key=lambda number: ticket(seed, number))
    return Drawn(stratum, len(numbers), tuple(in_order[:size]))
