"""A space as it declares itself, in plain values (form 14.1)."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Desks:
    """How many desks there are: in all, which a person in a wheelchair can use, and of which sort."""

    total: int
    accessible: int
    open_space: int = 0
    reserved: int = 0
    offices: int = 0
    workshop: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of opening; days of the week from 0, Monday."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Price:
    """One line of a price list: price without VAT, in EUR."""

    description: str
    price: Decimal
    is_desk: bool = False


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine that people use, and whether they are told how to use it safely."""

    name: str
    quantity: int
    safety_briefing: bool


@dataclass(frozen=True, slots=True)
class Tenure:
    """By which title the manager has the rooms, and until when; without an end where it is theirs."""

    title: str
    until: date | None
