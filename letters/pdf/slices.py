"""The material of pages: horizontal slices of a letter, which a page takes whole."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from letters.pdf.figures import Figure
from letters.pdf.lines import Line, Style
from letters.pdf.structure import Element


class Text(NamedTuple):
    """A line set at `x` points from the sheet's left edge, `top` points below the slice's top.

    Without an element the line is page furniture.
    """

    x: float
    top: float
    line: Line
    style: Style
    element: Element | None


class Box(NamedTuple):
    """A filled rectangle: a rule, a bar or a background; `top` counts from the slice's top."""

    x: float
    top: float
    width: float
    height: float
    colour: bytes


@dataclass(slots=True)
class Slice:
    """A strip as wide as the text and `height` points high.

    `before` is the white space above it, dropped at the top of a page. A glued slice stays on the
    page of the one that follows. `head` is drawn again when the slice begins a page.
    """

    height: float
    texts: list[Text]
    boxes: list[Box] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    before: float = 0.0
    glued: bool = False
    head: "Slice | None" = None


class Cell(NamedTuple):
    """Lines within a column at `x` points, `width` points wide."""

    lines: list[Line]
    x: float
    width: float
    style: Style
    element: Element | None
    align: str = "left"


def line_texts(cell: Cell, top: float = 0.0) -> list[Text]:
    """Set the lines of a cell one below the other."""
    return [
        _placed(cell, line, top + index * cell.style.leading)
        for index, line in enumerate(cell.lines)
    ]


def column(cell: Cell) -> list[Slice]:
    """Give one slice for each line, without leaving one line of several alone on a page."""
    slices = [Slice(cell.style.leading, [_placed(cell, line, 0.0)]) for line in cell.lines]
    keep_ends(slices)
    return slices


def keep_ends(slices: list[Slice]) -> None:
    """Glue the first two and the last two slices of a text."""
    if len(slices) > 1:
        slices[0].glued = slices[-2].glued = True


def keep_together(slices: list[Slice]) -> None:
    """Glue all slices to one another."""
    for upper, _ in pairwise(slices):
        upper.glued = True


def row(cells: list[Cell], padding: float, longest: int) -> list[Slice]:
    """Set cells of one leading side by side.

    A row of up to `longest` lines is one slice; a longer one may be parted after any line.
    """
    leading = cells[0].style.leading
    count = max(len(cell.lines) for cell in cells)
    if count <= longest:
        texts = [text for cell in cells for text in line_texts(cell, padding)]
        return [Slice(max(count, 1) * leading + 2 * padding, texts)]
    slices = []
    for index in range(count):
        top = padding if index == 0 else 0.0
        bottom = padding if index == count - 1 else 0.0
        texts = [_placed(cell, cell.lines[index], top) for cell in cells if index < len(cell.lines)]
        slices.append(Slice(top + leading + bottom, texts))
    keep_ends(slices)
    return slices


def _placed(cell: Cell, line: Line, top: float) -> Text:
    x = cell.x if cell.align == "left" else cell.x + cell.width - line.width
    return Text(x, top, line, cell.style, cell.element)
