"""A call as one file: its envelope, its version, its digest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calls.rules.contents import Content
from calls.rules.plain import UnreadableError, digest, from_plain, to_plain

FORMAT = "sportello-call"
# Grows with every change that an older program could not read.
SCHEMA = 1
KEYS = frozenset({"format", "schema", "digest", "call"})


@dataclass(frozen=True)
class Named:
    """What a call is called and how it runs; instants and acts do not travel with it."""

    code: str
    kind: str
    title_it: str
    procedure: str
    programme: str
    title_en: str = ""
    axis: str = ""


@dataclass(frozen=True)
class CallFile:
    """A whole call, ready to be written somewhere else."""

    named: Named
    content: Content


def pack(file: CallFile) -> dict[str, Any]:
    """Return the content of the file: envelope, digest, call."""
    call = to_plain(file)
    return {"format": FORMAT, "schema": SCHEMA, "digest": digest(call), "call": call}


def unpack(packed: Any) -> CallFile:
    """Read the content of a file.

    Raises `UnreadableError` with a sentence for a file of another sort or version, for one that was
    changed after it was made, and for a call that cannot be read.
    """
    if not isinstance(packed, Mapping) or packed.get("format") != FORMAT:
        raise UnreadableError("Questo file non contiene un bando esportato da Sportello.")
    schema = packed.get("schema")
    if schema != SCHEMA:
        raise UnreadableError(
            f"Il file è della versione {schema}: questo programma legge la versione {SCHEMA}."
        )
    if set(packed) != KEYS:
        raise UnreadableError("Il file non ha le parti che deve avere: esportalo di nuovo.")
    call = packed["call"]
    if packed["digest"] != digest(call):
        raise UnreadableError(
            "Il file è stato modificato dopo l'esportazione: l'impronta non corrisponde. Esportalo "
            "di nuovo, o importalo com'era e cambia il bando qui."
        )
    return from_plain(CallFile, call)
