"""What opening a file shows, whatever its kind."""

from dataclasses import dataclass
from typing import BinaryIO

CHUNK_BYTES = 64 * 1024


@dataclass(frozen=True)
class Findings:
    """`pages` is None where the kind has none; `notes` are sentences in the active language."""

    pages: int | None = None
    notes: tuple[str, ...] = ()


def size_of(stream: BinaryIO) -> int:
    """Returns the size of a seekable stream in bytes, and leaves it at its beginning."""
    stream.seek(0, 2)
    size = stream.tell()
    stream.seek(0)
    return size
