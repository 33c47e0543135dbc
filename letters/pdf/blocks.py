"""The blocks of a letter as slices and elements."""

from letters.pdf.content import Block, Bullets, Callout, Facts, Heading, Paragraph, Signature, Table
from letters.pdf.fonts import Face, text_width
from letters.pdf.lines import Style, break_marked, break_text
from letters.pdf.slices import Box, Cell, Slice, column, keep_ends, keep_together, line_texts, row
from letters.pdf.structure import DOTTED, NUMBERED, UNMARKED, Element
from letters.pdf.styles import (
    BAR,
    BLUE,
    BODY,
    BODY_BOLD,
    CELL,
    CELL_LABEL,
    CELL_PADDING,
    HAIRLINE,
    HEADING_2,
    HEADING_3,
    MM,
    RIGHT_COLUMN,
    RULE,
    SHADE,
    SMALL,
    Sheet,
)
from letters.pdf.tables import LONGEST_ROW, table_slices

_INDENT = 4 * MM
_HANG = 6 * MM
_CALLOUT_PADDING = 6.0
_LABEL_SHARE = 0.34
_HEADINGS = {2: (HEADING_2, 15.0), 3: (HEADING_3, 11.0)}
"""Style, and white space above in points, for each level."""


def block_slices(blocks: tuple[Block, ...], parent: Element, sheet: Sheet) -> list[Slice]:
    """Give the slices of `blocks` one after the other and add their elements to `parent`.

    Headings keep with what follows, signatures with what precedes. A heading of level 3 right
    after the subject is tagged as level 2: levels begin with 1 and none is left out (PDF/UA-1,
    7.4.2).
    """
    slices: list[Slice] = []
    level = sum(child.tag == "H1" for child in parent.children if isinstance(child, Element))
    for block in blocks:
        match block:
            case Heading():
                added, before = _heading(block, min(block.level, level + 1), parent, sheet)
                level = min(block.level, level + 1) if added else level
            case Signature():
                added, before = _signature(block, parent, sheet)
                if added and slices:
                    slices[-1].glued = True
            case _:
                added, before = _body(block, parent, sheet)
        if added:
            added[0].before = before
            slices += added
    if slices:
        slices[-1].glued = False
    return slices


def _body(block: Block, parent: Element, sheet: Sheet) -> tuple[list[Slice], float]:
    match block:
        case Paragraph():
            return _paragraph(block, parent, sheet), 7.0
        case Bullets():
            return _bullets(block, parent, sheet), 5.0
        case Facts():
            return _facts(block, parent, sheet), 9.0
        case Callout():
            return _callout(block, parent, sheet), 10.0
        case Table():
            return table_slices(block, parent, sheet), 10.0
    raise TypeError(f"Not a block of a letter: {block!r}")


def _heading(
    block: Heading, level: int, parent: Element, sheet: Sheet
) -> tuple[list[Slice], float]:
    style, before = _HEADINGS[block.level]
    lines = break_text(block.text, style, sheet.text_width)
    if not lines:
        return [], 0.0
    slices = column(
        Cell(lines, sheet.margin, sheet.text_width, style, Element(f"H{level}", parent))
    )
    keep_together(slices)
    slices[-1].glued = True
    return slices, before


def _paragraph(block: Paragraph, parent: Element, sheet: Sheet) -> list[Slice]:
    lines = break_marked(block.text, BODY, sheet.text_width)
    if not lines:
        return []
    slices = column(Cell(lines, sheet.margin, sheet.text_width, BODY, Element("P", parent)))
    slices[-1].glued = block.text.rstrip().endswith(":")
    return slices


def _bullets(block: Bullets, parent: Element, sheet: Sheet) -> list[Slice]:
    x = sheet.margin + _INDENT
    markers = [f"{number}." if block.ordered else "•" for number in range(1, len(block.items) + 1)]
    hang = max(
        _HANG, max((text_width(marker, Face()) for marker in markers), default=0) * BODY.size + 5
    )
    width = sheet.text_width - _INDENT - hang
    items = [lines for item in block.items if (lines := break_marked(item, BODY, width))]
    if not items:
        return []
    listing = Element("L", parent, NUMBERED if block.ordered else DOTTED)
    slices: list[Slice] = []
    for marker, lines in zip(markers, items, strict=False):
        item = Element("LI", listing)
        label = Cell(break_text(marker, BODY, hang), x, hang, BODY, Element("Lbl", item))
        body = column(Cell(lines, x + hang, width, BODY, Element("LBody", item)))
        body[0].texts[:0] = line_texts(label)
        body[0].before = 2.0
        slices += body
    return slices


def _facts(block: Facts, parent: Element, sheet: Sheet) -> list[Slice]:
    facts = [fact for fact in block.rows if any(text.strip() for text in fact)]
    if not facts:
        return []
    listing = Element("L", parent, UNMARKED)
    edge = sheet.text_width * _LABEL_SHARE
    slices: list[Slice] = []
    for label, value in facts:
        item = Element("LI", listing)
        cells = [
            _fact_cell(label, sheet.margin, edge - 4 * MM, CELL_LABEL, Element("Lbl", item)),
            _fact_cell(
                value, sheet.margin + edge, sheet.text_width - edge, CELL, Element("LBody", item)
            ),
        ]
        slices += row(cells, CELL_PADDING, LONGEST_ROW)
        last = slices[-1]
        last.boxes.append(Box(sheet.margin, last.height - RULE, sheet.text_width, RULE, HAIRLINE))
    keep_ends(slices)
    return slices


def _fact_cell(text: str, x: float, width: float, style: Style, element: Element) -> Cell:
    return Cell(break_text(text, style, width), x, width, style, element)


def _callout(block: Callout, parent: Element, sheet: Sheet) -> list[Slice]:
    x = sheet.margin + BAR + 3 * MM
    width = sheet.text_width - BAR - 6 * MM
    lines = break_marked(block.text, BODY, width)
    if not lines:
        return []
    cell = Cell(lines, x, width, BODY, Element("P", parent))
    slices = row([cell], _CALLOUT_PADDING, LONGEST_ROW)
    for piece in slices:
        piece.boxes = [
            Box(sheet.margin, 0.0, sheet.text_width, piece.height, SHADE),
            Box(sheet.margin, 0.0, BAR, piece.height, BLUE),
        ]
    return slices


def _signature(block: Signature, parent: Element, sheet: Sheet) -> tuple[list[Slice], float]:
    x = sheet.margin + sheet.text_width * RIGHT_COLUMN
    width = sheet.text_width * (1 - RIGHT_COLUMN)
    slices: list[Slice] = []
    for text, style in ((block.role, BODY), (block.name, BODY_BOLD), (block.note, SMALL)):
        if lines := break_text(text, style, width):
            slices += column(Cell(lines, x, width, style, Element("P", parent)))
    keep_together(slices)
    return slices, 18.0
