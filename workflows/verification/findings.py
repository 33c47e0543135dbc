"""What a verification found, as a sentence that names the row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workflows.verification.chain import Flaw, Trouble

# Told how many rows more were looked at.
Seen = Callable[[int], None]


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: which, where, the table and the key of the row, in words.

    `where` names the case, register or table; `position` is the place in its chain, 0 where
    there is none. `row` is None for a row that is no longer there.
    """

    trouble: Trouble
    where: str
    table: str
    row: int | None
    sentence: str
    position: int = 0
    case: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return asdict(self) | {"trouble": self.trouble.value}


def of_chain(
    flaw: Flaw, where: str, table: str, *, length: int = 0, case: int | None = None
) -> Finding:
    """Say what is wrong with a row of a chain; `length` is how many rows it should have."""
    sentence = f"{where}: {_words(flaw, table, length)}"
    return Finding(flaw.trouble, where, table, flaw.row, sentence, flaw.position, case)


def _words(flaw: Flaw, table: str, length: int) -> str:
    if flaw.trouble is Trouble.MISSING:
        return _missing(flaw, table, length)
    if flaw.trouble is Trouble.END:
        return _(
            "the end of the chain, after row {position}, is not ours: rows may have been cut off or added ({table})."
        ).format(position=flaw.position, table=table)
    return str(_of_row(flaw.trouble)).format(
        position=flaw.position, origin=flaw.origin, table=table, key=flaw.row
    )


def _of_row(trouble: Trouble) -> str:
    return {
        Trouble.EDITED: _(
            "row {position} was changed after it had been written ({table}, key {key})."
        ),
        Trouble.INSERTED: _(
            "row {position} was not written by the office: it was inserted or replaced in the database ({table}, key {key})."
        ),
        Trouble.MOVED: _(
            "row {position} was moved: it was written as row {origin} ({table}, key {key})."
        ),
        Trouble.UNVERIFIABLE: _(
            "row {position} can no longer be verified, because the one before it is missing or not ours ({table}, key {key})."
        ),
    }[trouble]


def _missing(flaw: Flaw, table: str, length: int) -> str:
    count = flaw.until - flaw.position + 1
    values = {"position": flaw.position, "until": flaw.until, "number": count, "table": table}
    if count == length:
        return ngettext(
            "it has been removed whole: there was {number} row ({table}).",
            "it has been removed whole: there were {number} rows ({table}).",
            count,
        ).format(**values)
    return ngettext(
        "row {position} has been removed ({table}).",
        "rows {position} to {until} have been removed ({table}).",
        count,
    ).format(**values)
