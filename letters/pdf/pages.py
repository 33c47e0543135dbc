"""Sharing out slices over pages."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from letters.pdf.slices import Slice

_HIGHEST_REPEATED_HEAD = 0.3
"""The part of a page that a repeated head may take."""


class Placed(NamedTuple):
    """A slice with its top in points below the top of the page's text area."""

    piece: Slice
    top: float
    repeated: bool = False


class _Filler:
    def __init__(self, first_height: float, next_height: float) -> None:
        self.next_height = next_height
        self.room = first_height
        self.used = 0.0
        self.pages: list[list[Placed]] = [[]]

    def takes(self, group: list[Slice]) -> bool:
        white = group[0].before if self.pages[-1] else 0.0
        height = white + group[0].height + sum(s.before + s.height for s in group[1:])
        return self.used + height <= self.room + 0.01

    def turn(self, head: Slice | None) -> None:
        self.pages.append([])
        self.room, self.used = self.next_height, 0.0
        if head is not None and head.height <= self.room * _HIGHEST_REPEATED_HEAD:
            self.place(head, repeated=True)

    def place(self, piece: Slice, *, repeated: bool = False) -> None:
        if self.pages[-1]:
            self.used += piece.before
        self.pages[-1].append(Placed(piece, self.used, repeated))
        self.used += piece.height


def paginate(
    slices: Iterable[Slice], first_height: float, next_height: float
) -> list[list[Placed]]:
    """Share out `slices` over pages whose text areas have these heights in points.

    Glued slices stay together as long as one page can hold them. There is always a page.
    """
    filler = _Filler(first_height, next_height)
    for group in _groups(slices):
        if not filler.takes(group) and filler.pages[-1]:
            filler.turn(group[0].head)
        if filler.takes(group):
            for piece in group:
                filler.place(piece)
            continue
        for piece in group:
            if not filler.takes([piece]) and filler.pages[-1]:
                filler.turn(piece.head)
            filler.place(piece)
    return filler.pages


def _groups(slices: Iterable[Slice]) -> Iterator[list[Slice]]:
    group: list[Slice] = []
    for piece in slices:
        group.append(piece)
        if not piece.glued:
            yield group
            group = []
    if group:
        yield group
