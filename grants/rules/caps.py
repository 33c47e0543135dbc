"""The most that one enterprise receives from several calls of a programme (COW-11)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from workflows.rules import Outcome, Verdict
from workflows.rules.words import euro

NOTHING = Decimal("0.00")
SOURCE = "Bando, agevolazione"


class Received(NamedTuple):
    """What was granted or offered on one application, in EUR, and by which codes its party is known."""

    case: int
    codes: frozenset[str]
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Room:
    """The most for one enterprise, and what it has received already; EUR."""

    cap: Decimal
    received: Decimal

    @property
    def left(self) -> Decimal:
        """What may still come to it, in EUR."""
        return max(self.cap - self.received, NOTHING)


def received_by(codes: Collection[str], given: Iterable[Received], *, but: int | None) -> Decimal:
    """Sum what the bearer of any of `codes` received, in EUR, save on the application `but`.

    Tax codes and VAT numbers say who somebody is, never the name: two parties that share one are
    the same enterprise (COW-11).
    """
    return sum(
        (one.amount for one in given if one.case != but and not one.codes.isdisjoint(codes)),
        NOTHING,
    )


def within_cap(amount: Decimal, room: Room | None) -> Decimal:
    """Return what of `amount` may be granted under the cap, in EUR (COW-11)."""
    return amount if room is None else min(amount, room.left)


def cap_across_calls(amount: Decimal, room: Room, *, is_filed: bool) -> Outcome:
    """COW-11: a grant never lifts what one enterprise receives across calls above the cap.

    What passes it is cut. Where nothing is left nothing can be granted; before filing this is
    a warning, since an earlier grant may still be given up.
    """
    inputs = {"contributo": amount, "massimo": room.cap, "già concesso": room.received}
    cap, received, left = euro(room.cap), euro(room.received), euro(room.left)
    if amount <= room.left:
        sentence = (
            f"Il contributo rientra nel massimo di {cap} per impresa fra più bandi del programma: "
            f"ne sono già concessi {received}."
        )
        return Outcome("COW-11", Verdict.MET, sentence, inputs, SOURCE)
    told = (
        f"Il bando concede a una stessa impresa al massimo {cap} fra più bandi del programma, e ne "
        f"sono già concessi {received}"
    )
    if room.left:
        sentence = f"{told}: il contributo si riduce da {euro(amount)} a {left}."
        return Outcome("COW-11", Verdict.WARNING, sentence, inputs, SOURCE)
    verdict = Verdict.NOT_MET if is_filed else Verdict.WARNING
    return Outcome("COW-11", verdict, f"{told}: non resta nulla da concedere.", inputs, SOURCE)
