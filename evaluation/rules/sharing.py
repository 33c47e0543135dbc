"""Giving money to rows in their order, or in proportion. Whole cents, so that nothing is rounded away."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from evaluation.rules.scheme import LastPlace, RankingRefused

Pots = dict[str, int]
WHOLE = ""


def cents_of(amount: Decimal) -> int:
    """Return an amount of EUR in whole cents. Raises `RankingRefused` for parts of a cent."""
    whole = amount.scaleb(2)
    number = int(whole)
    if number != whole or number < 0:
        raise RankingRefused("AMT-06", f"{amount} non è un importo in euro e centesimi.")
    return number


def euros_of(cents: int) -> Decimal:
    """Return whole cents as an amount of EUR."""
    return Decimal(cents).scaleb(-2)


def in_order(
    needs: Sequence[int],
    pots: Pots,
    *,
    last_place: LastPlace,
    drawn_from: Sequence[tuple[str, ...]] | None = None,
    whole_only: Collection[int] = (),
) -> list[int]:
    """Serve rows one after the other from the pots each may draw from, in cents (RANK-01, RANK-12).

    `pots` is used up as it goes. The first whom its pots do not cover gets what is left in them
    (PARTIAL), gives way to the next that fits (SKIP), or is the last that may draw (STOP). Rows
    in `whole_only` take no part.
    """
    given = [0] * len(needs)
    closed: set[str] = set()
    own = (WHOLE,)
    for at, need in enumerate(needs):
        if not need:
            continue
        mine = drawn_from[at] if drawn_from is not None else own
        if closed:
            mine = tuple(pot for pot in mine if pot not in closed)
        free = pots[WHOLE] if mine == own else sum(pots[pot] for pot in mine)
        if need <= free:
            given[at] = _draw(pots, mine, need)
        elif last_place is LastPlace.STOP:
            closed.update(mine)
        elif last_place is LastPlace.PARTIAL and free and at not in whole_only:
            given[at] = _draw(pots, mine, free)
    return given


def pro_rata(asks: Sequence[int], funds: int) -> list[int]:
    """Share `funds` among asks in proportion, in cents, cents left over by largest remainder (RANK-16).

    Equal remainders go by order. Sums to `funds` exactly; nobody gets more than they asked.
    """
    whole = sum(asks)
    if whole <= funds:
        return list(asks)
    divided = [divmod(ask * funds, whole) for ask in asks]
    given = [share for share, _remainder in divided]
    over = funds - sum(given)
    by_remainder = sorted(range(len(asks)), key=lambda at: -divided[at][1])
    for at in by_remainder[:over]:
        given[at] += 1
    return given


def trimmed(
    wanted: Sequence[int], held: Sequence[int], funds: int, *, last_place: LastPlace
) -> list[int]:
    """Raise what rows hold towards what they should have, in order, never above `funds` (RANK-13).

    Nobody loses what they hold. A raise that does not fit is made in part, skipped or the last.
    """
    left = funds - sum(held)
    given = list(held)
    for at, (should, has) in enumerate(zip(wanted, held, strict=True)):
        more = should - has
        if more <= 0:
            continue
        if more > left and last_place is LastPlace.STOP:
            break
        if more <= left or last_place is LastPlace.PARTIAL:
            more = min(more, max(left, 0))
            given[at] += more
            left -= more
    return given


def _draw(pots: Pots, mine: tuple[str, ...], amount: int) -> int:
    left = amount
    for pot in mine:
        taken = min(left, pots[pot])
        pots[pot] -= taken
        left -= taken
    return amount


def portions(needs: Mapping[str, int], funds: int) -> dict[str, int]:
    """Share `funds` in proportion to needs by name, in cents; names in order break equal remainders."""
    names = sorted(needs)
    return dict(zip(names, pro_rata([needs[name] for name in names], funds), strict=True))
