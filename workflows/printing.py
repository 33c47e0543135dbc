"""What a printer and a sealer of the daily register must do; a room above brings them (PRT-06).

This floor knows what a day's register holds, not how it looks on paper nor whose seal it bears.
Both are named by their path and imported where they are used: drawing and sealing are heavy, and
no page needs them to start.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from parties.models import Body
    from workflows.models import ProtocolEntry


class SealFailed(Exception):
    """A seal is set up and cannot be put; the sentence says why, to whoever runs the office."""


class SealOutcome(StrEnum):
    """What a look at a seal tells."""

    VALID = "valid"
    ALTERED = "altered"
    EXPIRED = "expired"
    UNTRUSTED = "untrusted"
    NONE = "none"


@dataclass(frozen=True)
class SealCheck:
    """The outcome, who sealed, and when: the time of an authority, or the one the sealer claims."""

    outcome: SealOutcome
    signer: str = ""
    sealed_at: datetime | None = None
    has_timestamp: bool = False


@dataclass(frozen=True)
class RegisterDay:
    """All that the register of one day says; `entries` in the order of their numbers.

    `anchor` is the seal of the last entry that the chain had when the day ended, or empty.
    """

    body: Body
    day: date
    entries: Sequence[ProtocolEntry]
    anchor: str
    made_at: datetime

    @property
    def annulments(self) -> list[ProtocolEntry]:
        """The entries of the day that annul another, of that day or of an earlier one."""
        return [entry for entry in self.entries if entry.annuls_id]


Printer = Callable[[RegisterDay], bytes]
Sealer = Callable[[bytes, RegisterDay], bytes | None]
Verifier = Callable[[bytes, datetime], SealCheck]

_paths: dict[str, str] = {}


def register(*, printer: str, sealer: str, verifier: str) -> None:
    """Make known, by their dotted paths, who draws, seals and verifies; once, at the start.

    The printer returns the PDF. The sealer returns it sealed, or None where no seal is set up, and
    raises `SealFailed` where the one set up cannot be put. The verifier looks at a file known to
    have existed at the given instant.
    """
    _paths.update(printer=printer, sealer=sealer, verifier=verifier)


def draw(day: RegisterDay) -> tuple[bytes, bool]:
    """Return the file of a day's register, and whether it is sealed."""
    printer: Printer = import_string(_paths["printer"])
    sealer: Sealer = import_string(_paths["sealer"])
    plain = printer(day)
    sealed = sealer(plain, day)
    return (plain, False) if sealed is None else (sealed, True)


def verify(data: bytes, at: datetime) -> SealCheck:
    """Return what the seal of a kept file tells, the file having existed at `at`."""
    verifier: Verifier = import_string(_paths["verifier"])
    return verifier(data, at)
