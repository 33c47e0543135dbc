"""The opening of a letter: sender, references, addressee and subject."""

from letters.pdf.content import Letter, Letterhead
from letters.pdf.figures import Figure, size_of
from letters.pdf.lines import Style, break_text
from letters.pdf.objects import text_string
from letters.pdf.slices import Box, Cell, Slice, column, keep_together, line_texts
from letters.pdf.structure import Element
from letters.pdf.styles import (
    BLUE,
    BODY,
    BODY_BOLD,
    BODY_NAME,
    MM,
    REFERENCE,
    RIGHT_COLUMN,
    SMALL,
    SUBJECT,
    TITLE,
    UNIT,
    Sheet,
)

_SUBJECT_LABELS = {"it": "Oggetto:", "en": "Subject:"}
_HIGHEST = 120 * MM
_GUTTER = 8 * MM
_LOGO = (34 * MM, 18 * MM)
"""The most a logo takes, in points."""
_LOGO_GAP = 4 * MM

_Column = list[tuple[str, Style]]


def opening_slices(letter: Letter, parent: Element, sheet: Sheet) -> list[Slice]:
    """Give the slices from the letterhead to the subject and add their elements to `parent`."""
    references = [(text, REFERENCE) for text in letter.reference_lines]
    references.append((letter.place_and_date, REFERENCE))
    addressee = [
        (text, BODY if index else BODY_BOLD) for index, text in enumerate(letter.addressee_lines)
    ]
    slices = _letterhead(letter.letterhead, parent, sheet)
    between = _side_by_side(references, addressee, parent, sheet)
    if between:
        between[0].before = 7 * MM
    return slices + between + _subject(letter, parent, sheet)


def _letterhead(letterhead: Letterhead, parent: Element, sheet: Sheet) -> list[Slice]:
    name = [(letterhead.body_name, BODY_NAME), (letterhead.unit, UNIT)]
    places = [(text, SMALL) for text in letterhead.address_lines + letterhead.contact_lines]
    logo = _logo(letterhead, parent, sheet)
    indent = logo.width + _LOGO_GAP if logo else 0.0
    slices = _side_by_side(name, places, parent, sheet, indent)
    if logo:
        slices = slices or [Slice(0.0, [])]
        slices[0].figures.append(logo)
        slices[0].height = max(slices[0].height, logo.height)
    if slices:
        last = slices[-1]
        last.boxes.append(Box(sheet.margin, last.height + 8, sheet.text_width, 1.2, BLUE))
        last.height += 9.2
    return slices


def _logo(letterhead: Letterhead, parent: Element, sheet: Sheet) -> Figure | None:
    logo = letterhead.logo
    if logo is None:
        return None
    width, height = size_of(logo, *_LOGO)
    element = Element("Figure", parent, b"/Alt " + text_string(logo.alt)) if logo.alt else None
    return Figure(sheet.margin, 0.0, width, height, logo, element)


def _side_by_side(
    left: _Column, right: _Column, parent: Element, sheet: Sheet, indent: float = 0.0
) -> list[Slice]:
    """Set two columns beside each other, or one below the other when they are very long."""
    edge = sheet.text_width * RIGHT_COLUMN
    lefts = _cells(left, sheet.margin + indent, edge - _GUTTER - indent, parent)
    rights = _cells(right, sheet.margin + edge, sheet.text_width - edge, parent)
    height = max(_height(lefts), _height(rights))
    if height == 0:
        return []
    if height > _HIGHEST:
        return [piece for cell in lefts + rights for piece in column(cell)]
    texts = []
    for cells in (lefts, rights):
        top = 0.0
        for cell in cells:
            texts += line_texts(cell, top)
            top += _height([cell])
    return [Slice(height, texts)]


def _cells(texts: _Column, x: float, width: float, parent: Element) -> list[Cell]:
    return [
        Cell(lines, x, width, style, Element("P", parent))
        for text, style in texts
        if (lines := break_text(text, style, width))
    ]


def _height(cells: list[Cell]) -> float:
    return sum(len(cell.lines) * cell.style.leading for cell in cells)


def _subject(letter: Letter, parent: Element, sheet: Sheet) -> list[Slice]:
    if letter.subject.strip():
        text, style = f"{_SUBJECT_LABELS[letter.language]} {letter.subject}", SUBJECT
    else:
        text, style = letter.title, TITLE
    lines = break_text(text, style, sheet.text_width)
    if not lines:
        return []
    slices = column(Cell(lines, sheet.margin, sheet.text_width, style, Element("H1", parent)))
    slices[0].before = 8 * MM
    keep_together(slices)
    slices[-1].glued = True
    return slices
