"""What is missing or wrong in a call: where, by which rule, in an Italian sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold.

    `place` is the subject of the designer where it is mended, `item` the field or the code of the
    row there. An advice does not stand against publication.
    """

    place: str
    sentence: str
    rule: str = ""
    item: str = ""
    is_advice: bool = False


def blocking(faults: Iterable[Fault]) -> list[Fault]:
    """Return the faults that stand against publication."""
    return [fault for fault in faults if not fault.is_advice]


def at(place: str, faults: Iterable[Fault]) -> list[Fault]:
    """Return the faults of one subject."""
    return [fault for fault in faults if fault.place == place]


def of_item(item: str, faults: Iterable[Fault]) -> list[Fault]:
    """Return the same faults, said of one row."""
    return [replace(fault, item=item) for fault in faults]
