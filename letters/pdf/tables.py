"""Tables as slices and elements."""

from typing import NamedTuple

from letters.pdf.content import Table
from letters.pdf.fonts import Face, text_width
from letters.pdf.glyphs import printable
from letters.pdf.lines import Style, break_rows, break_text
from letters.pdf.slices import Box, Cell, Slice, column, keep_together, row
from letters.pdf.structure import COLUMN_HEADER, ROW_HEADER, Element
from letters.pdf.styles import (
    CELL,
    CELL_BOLD,
    CELL_PADDING,
    HAIRLINE,
    NAVY,
    RULE,
    SHADE,
    SMALL_CELL,
    SMALL_CELL_BOLD,
    Sheet,
)

LONGEST_ROW = 12
"""Lines that a row may have before it can be parted over two pages."""
_SHORT = 0.22
"""The part of a sheet's height that a table may take and still stay in one piece."""
_SIDE_PADDING = 6.0
_NARROWEST = 30.0


class _Grid(NamedTuple):
    """A table on its sheet: columns as (left edge, width) in points, and the two cuts of its type."""

    table: Table
    sheet: Sheet
    columns: list[tuple[float, float]]
    plain: Style
    bold: Style


def table_slices(table: Table, parent: Element, sheet: Sheet) -> list[Slice]:
    """Give one slice for each row, which repeats the head when it begins a page.

    The caption and the head keep with the first row, the total with the row before it; a short
    table stays in one piece.
    """
    if not table.columns:
        return []
    element = Element("Table", parent)
    cuts = (SMALL_CELL, SMALL_CELL_BOLD) if table.small else (CELL, CELL_BOLD)
    grid = _Grid(table, sheet, _columns(table, sheet, cuts[0]), *cuts)
    rows: list[list[Slice]] = [caption] if (caption := _caption(grid, element)) else []
    head = None
    if table.head:
        rows.append(_row(grid, table.head, element, is_head=True))
        keep_together(rows[-1])
        rows[-1][-1].glued = True
        head = rows[-1][0] if len(rows[-1]) == 1 else None
    for index, texts in enumerate(table.rows):
        is_total = table.total and index == len(table.rows) - 1
        rows.append(_row(grid, texts, element, is_total=is_total))
        for piece in rows[-1]:
            piece.head = head
        if is_total and index:
            rows[-2][-1].glued = True
    slices = [piece for pieces in rows for piece in pieces]
    if sum(piece.height for piece in slices) <= sheet.height * _SHORT:
        keep_together(slices)
    return slices


def _caption(grid: _Grid, parent: Element) -> list[Slice]:
    sheet = grid.sheet
    lines = break_text(grid.table.caption, grid.bold, sheet.text_width)
    if not lines:
        return []
    slices = column(
        Cell(lines, sheet.margin, sheet.text_width, grid.bold, Element("Caption", parent))
    )
    slices[-1].height += CELL_PADDING
    keep_together(slices)
    slices[-1].glued = True
    return slices


def _row(
    grid: _Grid,
    texts: tuple[str, ...],
    parent: Element,
    *,
    is_head: bool = False,
    is_total: bool = False,
) -> list[Slice]:
    table, sheet = grid.table, grid.sheet
    style = grid.bold if is_head or is_total else grid.plain
    element = Element("TR", parent)
    cells = []
    for index, (text, (x, width)) in enumerate(zip(texts, grid.columns, strict=True)):
        inner = width - 2 * _padding(table)
        owner = _cell_element(table, index, element, is_head=is_head)
        align = table.align[index] if table.align else "left"
        lines = break_rows(text, style, inner)
        cells.append(Cell(lines, x + _padding(table), inner, style, owner, align))
    slices = row(cells, CELL_PADDING, LONGEST_ROW)
    for piece in slices:
        if is_head or is_total:
            piece.boxes.append(Box(sheet.margin, 0.0, sheet.text_width, piece.height, SHADE))
    first, last = slices[0], slices[-1]
    if is_total:
        first.boxes.append(Box(sheet.margin, 0.0, sheet.text_width, 2 * RULE, NAVY))
    rule = 2 * RULE if is_head else RULE
    colour = NAVY if is_head else HAIRLINE
    last.boxes.append(Box(sheet.margin, last.height - rule, sheet.text_width, rule, colour))
    return slices


def _cell_element(table: Table, index: int, parent: Element, *, is_head: bool) -> Element:
    if is_head:
        return Element("TH", parent, COLUMN_HEADER)
    if table.names_rows and index == 0:
        return Element("TH", parent, ROW_HEADER)
    return Element("TD", parent)


def _padding(table: Table) -> float:
    return _SIDE_PADDING / 2 if table.small else _SIDE_PADDING


def _columns(table: Table, sheet: Sheet, style: Style) -> list[tuple[float, float]]:
    """The columns as (left edge, width) in points."""
    shares = list(table.widths) or _natural_widths(table, sheet, style)
    scale = sheet.text_width / sum(shares)
    columns = []
    x = sheet.margin
    for share in shares:
        columns.append((x, share * scale))
        x += share * scale
    return columns


def _natural_widths(table: Table, sheet: Sheet, style: Style) -> list[float]:
    """The columns on one line each; if that is too wide the widest give way, not the narrow."""
    rows = ([table.head] if table.head else []) + list(table.rows)
    widths = [
        max(_set_width(text, style) for text in texts) + 2 * _padding(table)
        for texts in zip(*rows, strict=True)
    ]
    room = sheet.text_width
    for left, index in enumerate(sorted(range(len(widths)), key=widths.__getitem__)):
        widths[index] = min(max(widths[index], _NARROWEST), room / (len(widths) - left))
        room -= widths[index]
    return widths


def _set_width(text: str, style: Style) -> float:
    """The width in the wider of the two cuts that rows are set in, in points."""
    shown = printable(text)
    return max(text_width(shown, Face(bold)) for bold in (False, True)) * style.size
