"""Answers of a bank against the payments that were ordered, by id alone (SEPA-06)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

PAID, REFUSED, RETURNED = "paid", "refused", "returned"


class Standing(StrEnum):
    """What an answer is worth."""

    TAKEN = "taken"
    UNKNOWN = "unknown"
    REPEATED = "repeated"
    DIFFERS = "differs"
    OUT_OF_PLACE = "out_of_place"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: the payment's id, what happened (paid, refused, returned), EUR where it is said."""

    id: str
    happened: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Ordered:
    """A payment as it stands: EUR to the beneficiary; `state` is sent, or what happened to it since."""

    amount: Decimal
    state: str


FROM = {PAID: {"sent"}, REFUSED: {"sent"}, RETURNED: {"sent", PAID}}


def match(answers: Iterable[Answer], ordered: Mapping[str, Ordered]) -> list[Standing]:
    """Judge each answer, in order: only those TAKEN change anything.

    The second answer of a kind to one payment is REPEATED, in this file or since an earlier one; an amount
    that differs by a cent DIFFERS; what cannot follow on the payment's state is OUT_OF_PLACE.
    """
    states = {name: payment.state for name, payment in ordered.items()}
    found = []
    for answer in answers:
        standing = _standing(answer, ordered.get(answer.id), states.get(answer.id, ""))
        if standing is Standing.TAKEN:
            states[answer.id] = answer.happened
        found.append(standing)
    return found


def _standing(answer: Answer, payment: Ordered | None, state: str) -> Standing:
    if payment is None:
        return Standing.UNKNOWN
    if state == answer.happened:
        return Standing.REPEATED
    if state not in FROM[answer.happened]:
        return Standing.OUT_OF_PLACE
    if answer.amount is not None and answer.amount != payment.amount:
        return Standing.DIFFERS
    return Standing.TAKEN
