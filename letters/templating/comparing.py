"""Two wordings side by side: which lines changed, and which words in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    """What became of a line or of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True)
class Piece:
    """Words of a line: the same in both wordings, removed, or added."""

    change: Change
    text: str


@dataclass(frozen=True)
class Line:
    """A line of the comparison with its number in each wording, 0 where it has none."""

    change: Change
    before: int
    after: int
    pieces: tuple[Piece, ...]


def diff(before: str, after: str) -> list[Line]:
    """Return every line of both texts in order; a line that was rewritten stands once."""
    old, new = before.splitlines(), after.splitlines()
    found: list[Line] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [
                Line(Change.SAME, a + step + 1, c + step + 1, (Piece(Change.SAME, text),))
                for step, text in enumerate(old[a:b])
            ]
        else:
            found += _rewritten(old, new, (a, b), (c, d))
    return found


def _rewritten(
    old: list[str], new: list[str], gone: tuple[int, int], come: tuple[int, int]
) -> Iterator[Line]:
    pairs = min(gone[1] - gone[0], come[1] - come[0])
    for step in range(pairs):
        at, to = gone[0] + step, come[0] + step
        yield Line(Change.CHANGED, at + 1, to + 1, tuple(_words(old[at], new[to])))
    for at in range(gone[0] + pairs, gone[1]):
        yield Line(Change.REMOVED, at + 1, 0, (Piece(Change.REMOVED, old[at]),))
    for to in range(come[0] + pairs, come[1]):
        yield Line(Change.ADDED, 0, to + 1, (Piece(Change.ADDED, new[to]),))


def _words(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece(Change.SAME, "".join(old[a:b]))
            continue
        if a < b:
            yield Piece(Change.REMOVED, "".join(old[a:b]))
        if c < d:
            yield Piece(Change.ADDED, "".join(new[c:d]))
