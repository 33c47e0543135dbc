"""Shares of the money kept for some: small enterprises first of all (CALL-17, CALL-18)."""

from collections.abc import Collection, Sequence
from decimal import ROUND_CEILING, Decimal

from evaluation.rules.scheme import LastPlace, RankingRefused, Reserve
from evaluation.rules.sharing import WHOLE, Pots, in_order

HUNDRED = Decimal(100)


def reserved_amounts(reserves: Sequence[Reserve], endowment: int) -> dict[str, int]:
    """Return what each reserve amounts to, in cents, the narrower ones included in the wider.

    "At least" a share: parts of a cent count whole. Raises `RankingRefused` where reserves ask
    for more than there is, name each other in a circle, or name one that does not exist.
    """
    amounts: dict[str, int] = {}
    for reserve in _outermost_first(reserves):
        base = amounts[reserve.within] if reserve.within else endowment
        share = Decimal(base) * reserve.percent / HUNDRED
        amounts[reserve.code] = int(share.to_integral_value(ROUND_CEILING))
    for outer, within in _families(reserves).items():
        room = amounts[outer] if outer else endowment
        if sum(amounts[code] for code in within) > room:
            raise RankingRefused("CALL-17", "Le riserve superano le risorse del bando.")
    return amounts


def serve_with_reserves(
    needs: Sequence[int],
    classes: Sequence[Collection[str]],
    reserves: Sequence[Reserve],
    endowment: int,
    *,
    last_place: LastPlace,
    releases: bool,
    whole_only: Collection[int] = (),
) -> list[int]:
    """Serve rows in order: each draws from its own reserves first, then from the common money.

    What a reserve does not use goes, where the call `releases` it, to the wider one, and at last
    to all; those not yet served are then served again, in order.
    """
    pots = _exclusive(reserves, endowment)
    levels = _levels(reserves)
    given = [0] * len(needs)
    depth = max(levels.values(), default=0)
    while True:
        drawn_from = [_pots_of(own, pots, levels) for own in classes]
        left = [need - has for need, has in zip(needs, given, strict=True)]
        more = in_order(
            left, pots, last_place=last_place, drawn_from=drawn_from, whole_only=whole_only
        )
        given = [has + raised for has, raised in zip(given, more, strict=True)]
        if not releases or depth == 0:
            return given
        _fold(pots, reserves, levels, depth)
        depth -= 1


def _pots_of(own: Collection[str], pots: Pots, levels: dict[str, int]) -> tuple[str, ...]:
    """Return where a row draws from, the narrowest reserve first, the common money last."""
    mine = sorted((code for code in own if code in pots), key=lambda code: (-levels[code], code))
    return (*mine, WHOLE)


def _exclusive(reserves: Sequence[Reserve], endowment: int) -> Pots:
    """Return each pot without the narrower ones inside it; the common money is what no reserve keeps."""
    amounts = {WHOLE: endowment} | reserved_amounts(reserves, endowment)
    pots = dict(amounts)
    for reserve in reserves:
        pots[reserve.within or WHOLE] -= amounts[reserve.code]
    return pots


def _fold(pots: Pots, reserves: Sequence[Reserve], levels: dict[str, int], depth: int) -> None:
    """Give back what the reserves of one depth have not used to the wider ones."""
    for reserve in reserves:
        if levels[reserve.code] == depth:
            pots[reserve.within or WHOLE] += pots.pop(reserve.code)


def _levels(reserves: Sequence[Reserve]) -> dict[str, int]:
    levels: dict[str, int] = {}
    for reserve in _outermost_first(reserves):
        levels[reserve.code] = levels[reserve.within] + 1 if reserve.within else 1
    return levels


def _families(reserves: Sequence[Reserve]) -> dict[str, list[str]]:
    families: dict[str, list[str]] = {}
    for reserve in reserves:
        families.setdefault(reserve.within, []).append(reserve.code)
    return families


def _outermost_first(reserves: Sequence[Reserve]) -> list[Reserve]:
    families, found = _families(reserves), list[Reserve]()
    by_code = {reserve.code: reserve for reserve in reserves}
    waiting = list(families.get("", []))
    while waiting:
        code = waiting.pop(0)
        found.append(by_code[code])
        waiting += families.get(code, [])
    if len(found) != len(reserves):
        raise RankingRefused("CALL-17", "Una riserva è dentro un'altra che non c'è.")
    return found
