"""Tables as slices and elements."""

from letters.pdf.content import Table
from letters.pdf.fonts import Face, text_width
from letters.pdf.glyphs import printable
from letters.pdf.lines import break_text
from letters.pdf.slices import Box, Cell, Slice, keep_together, row
from letters.pdf.structure import COLUMN_HEADER, ROW_HEADER, Element
from letters.pdf.styles import (
    CELL,
    CELL_BOLD,
    CELL_PADDING,
    HAIRLINE,
    MARGIN,
    NAVY,
    RULE,
    SHADE,
    TEXT_WIDTH,
)

LONGEST_ROW = 12
"""Lines that a row may have before it can be parted over two pages."""
_SIDE_PADDING = 6.0
_NARROWEST = 30.0


def table_slices(table: Table, parent: Element) -> list[Slice]:
    """Give one slice for each row, which repeats the head when it begins a page.

    The head keeps with the first row, the total with the row before it. Without a head the first
    column is the header of the rows.
    """
    if not table.columns:
        return []
    element = Element("Table", parent)
    columns = _columns(table)
    rows: list[list[Slice]] = []
    head = None
    if table.head:
        rows.append(_row(table, table.head, columns, element, is_head=True))
        keep_together(rows[0])
        rows[0][-1].glued = True
        head = rows[0][0] if len(rows[0]) == 1 else None
    for index, texts in enumerate(table.rows):
        is_total = table.total and index == len(table.rows) - 1
        rows.append(_row(table, texts, columns, element, is_total=is_total))
        for piece in rows[-1]:
            piece.head = head
        if is_total and index:
            rows[-2][-1].glued = True
    return [piece for pieces in rows for piece in pieces]


def _row(
    table: Table,
    texts: tuple[str, ...],
    columns: list[tuple[float, float]],
    parent: Element,
    *,
    is_head: bool = False,
    is_total: bool = False,
) -> list[Slice]:
    style = CELL_BOLD if is_head or is_total else CELL
    element = Element("TR", parent)
    cells = []
    for index, (text, (x, width)) in enumerate(zip(texts, columns, strict=True)):
        inner = width - 2 * _SIDE_PADDING
        owner = _cell_element(table, index, element, is_head=is_head)
        align = table.align[index] if table.align else "left"
        lines = break_text(text, style, inner)
        cells.append(Cell(lines, x + _SIDE_PADDING, inner, style, owner, align))
    slices = row(cells, CELL_PADDING, LONGEST_ROW)
    for piece in slices:
        if is_head or is_total:
            piece.boxes.append(Box(MARGIN, 0.0, TEXT_WIDTH, piece.height, SHADE))
    first, last = slices[0], slices[-1]
    if is_total:
        first.boxes.append(Box(MARGIN, 0.0, TEXT_WIDTH, 2 * RULE, NAVY))
    rule = 2 * RULE if is_head else RULE
    colour = NAVY if is_head else HAIRLINE
    last.boxes.append(Box(MARGIN, last.height - rule, TEXT_WIDTH, rule, colour))
    return slices


def _cell_element(table: Table, index: int, parent: Element, *, is_head: bool) -> Element:
    if is_head:
        return Element("TH", parent, COLUMN_HEADER)
    if not table.head and index == 0:
        return Element("TH", parent, ROW_HEADER)
    return Element("TD", parent)


def _columns(table: Table) -> list[tuple[float, float]]:
    """The columns as (left edge, width) in points."""
    shares = list(table.widths) or _natural_widths(table)
    scale = TEXT_WIDTH / sum(shares)
    columns = []
    x = MARGIN
    for share in shares:
        columns.append((x, share * scale))
        x += share * scale
    return columns


def _natural_widths(table: Table) -> list[float]:
    """The columns on one line each; if that is too wide the widest give way, not the narrow."""
    rows = ([table.head] if table.head else []) + list(table.rows)
    widths = [
        max(_set_width(text) for text in texts) + 2 * _SIDE_PADDING
        for texts in zip(*rows, strict=True)
    ]
    room = TEXT_WIDTH
    for left, index in enumerate(sorted(range(len(widths)), key=widths.__getitem__)):
        widths[index] = min(max(widths[index], _NARROWEST), room / (len(widths) - left))
        room -= widths[index]
    return widths


def _set_width(text: str) -> float:
    """The width in the wider of the two cuts that rows are set in, in points."""
    shown = printable(text)
    return max(text_width(shown, Face(bold)) for bold in (False, True)) * CELL.size
