"""Premiums: what they add, and what follows when one was stated falsely (CALL-13 to CALL-16)."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from evaluation.rules.ranking import rank
from evaluation.rules.scheme import NOTHING, Application, Listed, Ranking, Row, Scheme
from evaluation.rules.scores import points
from workflows.rules import Outcome, Verdict
from workflows.rules.words import euro


class Raised(NamedTuple):
    """An amount with its premium, in EUR, and the steps that led to it."""

    amount: Decimal
    steps: tuple[tuple[str, Decimal], ...]


def with_premium(
    base: Decimal,
    premium: Decimal,
    *,
    ceiling: Decimal,
    ceiling_includes_premium: bool,
    aid_room: Decimal | None = None,
    funds: Decimal | None = None,
) -> Raised:
    """Add a premium to a contribution, never above intensity, ceilings and funds (CALL-15).

    `base` is the contribution within its own ceiling. Amounts in EUR; None is no limit.
    """
    limits = [("Contributo con premialità", base + premium)]
    if ceiling_includes_premium:
        limits.append(("Contributo massimo, premialità compresa", ceiling))
    else:
        limits.append(("Contributo massimo, oltre alla premialità", ceiling + premium))
    if aid_room is not None:
        limits.append(("Margine degli aiuti de minimis", aid_room))
    if funds is not None:
        limits.append(("Risorse disponibili", funds))
    amount = max(min(limit for _name, limit in limits), NOTHING)
    steps = (("Contributo", base), ("Premialità", premium), *limits, ("Importo", amount))
    return Raised(amount, steps)


class Consequence(StrEnum):
    """What follows from a premium that was not due (CALL-16)."""

    NOTHING = "nothing"
    SUBTRACT = "subtract"
    REVOKE = "revoke"


class Lost(NamedTuple):
    """The consequence, the grant as it becomes in EUR, both rows, and the outcome to quote."""

    consequence: Consequence
    amount: Decimal
    before: Row
    after: Row
    outcome: Outcome


def premium_lost(
    scheme: Scheme,
    applications: Sequence[Application],
    application_id: str,
    *,
    lost_points: Decimal = NOTHING,
    lost_amount: Decimal = NOTHING,
    still_holds: bool = False,
    classes: frozenset[str] | None = None,
) -> Lost:
    """Rank again without a premium that was not due, and say what follows (CALL-16).

    `lost_points` were added to its total, `lost_amount` EUR to what it asked; it `still_holds`
    where another premium remains, and then belongs to `classes` alone, where the premium was what a
    reserve is for. Where it would still be financed, only the advantage goes;
    where it would not, the premium decided and the whole grant goes.
    """
    changed = [
        one._replace(
            premium_points=one.premium_points - lost_points,
            asked=one.asked - lost_amount,
            holds_premium=still_holds,
            classes=one.classes if classes is None else classes,
        )
        if one.id == application_id
        else one
        for one in applications
    ]
    before = _row_of(rank(scheme, applications), application_id)
    after = _row_of(rank(scheme, changed), application_id)
    consequence, amount = _consequence(before, after)
    return Lost(consequence, amount, before, after, _told(consequence, amount, before, after))


def _consequence(before: Row, after: Row) -> tuple[Consequence, Decimal]:
    if before.granted and not after.granted:
        return Consequence.REVOKE, NOTHING
    amount = min(before.granted, after.granted)
    if amount < before.granted:
        return Consequence.SUBTRACT, amount
    return Consequence.NOTHING, amount


def _told(consequence: Consequence, amount: Decimal, before: Row, after: Row) -> Outcome:
    without = (
        "non sarebbe idonea"
        if after.listed is Listed.NOT_ADMITTED
        else f"sarebbe al posto {after.place}"
    )
    scored = "" if after.total is None else f" con {points(after.total)} punti"
    sentence = {
        Consequence.REVOKE: f"Senza la premialità la domanda{scored} {without} e non avrebbe "
        "avuto il contributo: la premialità è stata determinante e il contributo è revocato per "
        "intero.",
        Consequence.SUBTRACT: f"Senza la premialità la domanda{scored} {without} e avrebbe avuto "
        f"{euro(amount)}: si perde soltanto il vantaggio, {euro(before.granted - amount)}.",
        Consequence.NOTHING: f"Senza la premialità la domanda{scored} {without}: l'importo non "
        "cambia.",
    }[consequence]
    return Outcome(
        "CALL-16",
        Verdict.MET if consequence is Consequence.NOTHING else Verdict.WARNING,
        sentence,
        {"concesso": before.granted, "senza": after.granted},
        source="D.Lgs. 184/2025, art. 8 c. 4",
    )


def _row_of(ranking: Ranking, application_id: str) -> Row:
    return next(row for row in ranking.rows if row.id == application_id)
