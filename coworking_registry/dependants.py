"""What depends on a space: the rooms upstairs say so, each of its own cases, when the site starts."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from coworking_registry.models import Space


@dataclass(frozen=True)
class Dependant:
    """A case that names a space: whose, where it stands, until when and for how much, in EUR.

    One that `is_running` has been granted: it goes on only as far as the office lets it once the
    space is stopped. The others wait for a decision, which a stopped space keeps from them.
    """

    pk: int
    number: str
    kind: Any
    who: str
    status: Any
    is_running: bool
    until: date | None = None
    amount: Decimal | None = None


@dataclass(frozen=True)
class Stop:
    """Why what runs in a space goes on only until a day: that the space was stopped, and the reason.

    One that `is_final` has left the register; the others are suspended for a time.
    """

    space: Space
    until: date
    reason: str
    is_final: bool = False


Stopper = Callable[[int, Stop, Any], None]
_stoppers: list[Stopper] = []
Source = Callable[[Space, date, Any], Iterable[Dependant]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Let a room say which of its cases depend on a space; each does so once, when the site starts."""
    _sources.append(source)


def dependants_of(space: Space, day: date, user: Any) -> list[Dependant]:
    """Return what depends on a space on a day and the person may see: what runs first, by number.

    Without a person it is all of it, as an act of the office must know it.
    """
    found = [one for source in _sources for one in source(space, day, user)]
    return sorted(found, key=lambda one: (not one.is_running, one.number))


def carry_out(stopper: Stopper) -> None:
    """Let a room do to its running cases what follows when their space is stopped."""
    _stoppers.append(stopper)


def stop(dependant: Dependant, stopped: Stop, by: Any) -> None:
    """Carry out, in each room that has such a case, what follows from a space that is stopped."""
    for stopper in _stoppers:
        stopper(dependant.pk, stopped, by)


def digest_of(found: Iterable[Dependant]) -> str:
    """Return what tells one state of the dependants from another, whatever their words."""
    plain = sorted((one.pk, one.is_running, str(one.until), str(one.amount)) for one in found)
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()
