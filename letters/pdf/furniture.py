"""What surrounds the text: running head, foot with the page number, and the verification code."""

from letters.pdf.content import Letter, Letterhead
from letters.pdf.figures import Figure, squares
from letters.pdf.lines import break_lines, cut_to_width
from letters.pdf.markup import Link, Run
from letters.pdf.objects import text_string
from letters.pdf.slices import Box, Cell, Slice, Text, line_texts
from letters.pdf.structure import Element
from letters.pdf.styles import (
    FOOT,
    FOOT_GAP,
    FURNITURE,
    HAIRLINE,
    MM,
    QR_SIDE,
    RULE,
    RUNNING_HEAD,
    SMALL,
    Sheet,
)

_PAGE = {"it": "Pagina {number} di {count}", "en": "Page {number} of {count}"}
_CODE = {"it": "Codice di verifica:", "en": "Verification code:"}
_CHECK = {"it": "Questo documento si verifica su", "en": "This document can be checked at"}
_ALT = {
    "it": "Codice QR che porta alla pagina di verifica: {address}",
    "en": "QR code that leads to the page of verification: {address}",
}
_FOOTER_SHARE = 0.58


def foot_height(letterhead: Letterhead) -> float:
    """How far the text area ends above the sheet's bottom edge, in points."""
    return _foot_top(letterhead) + FOOT_GAP


def surroundings(
    letter: Letter, number: int, count: int, sheet: Sheet
) -> tuple[list[Text], list[Box]]:
    """What surrounds the text of page `number` of `count`, placed from the sheet's top."""
    texts, boxes = _foot(letter, number, count, sheet)
    if number == 1:
        return texts, boxes
    head_texts, head_boxes = _running_head(letter, sheet)
    return head_texts + texts, head_boxes + boxes


def _foot(letter: Letter, number: int, count: int, sheet: Sheet) -> tuple[list[Text], list[Box]]:
    height = _foot_top(letter.letterhead)
    top = sheet.height - height + 3
    texts = []
    for index, line in enumerate(letter.letterhead.footer_lines):
        lines = cut_to_width(line, FURNITURE, sheet.text_width * _FOOTER_SHARE)
        cell = Cell(lines, sheet.margin, sheet.text_width, FURNITURE, None)
        texts += line_texts(cell, top + index * FURNITURE.leading)
    label = _PAGE[letter.language].format(number=number, count=count)
    if letter.code and number > 1:
        label = f"{_CODE[letter.language]} {letter.code} · {label}"
    width = sheet.text_width * (1 - _FOOTER_SHARE)
    lines = cut_to_width(label, FURNITURE, width)
    cell = Cell(lines, sheet.margin + sheet.text_width - width, width, FURNITURE, None, "right")
    texts += line_texts(cell, top)
    return texts, [Box(sheet.margin, sheet.height - height, sheet.text_width, RULE, HAIRLINE)]


def _running_head(letter: Letter, sheet: Sheet) -> tuple[list[Text], list[Box]]:
    left = Cell(
        cut_to_width(letter.letterhead.body_name, FURNITURE, sheet.text_width * 0.45),
        sheet.margin,
        sheet.text_width * 0.45,
        FURNITURE,
        None,
    )
    title = Cell(
        cut_to_width(letter.title or letter.subject, FURNITURE, sheet.text_width * 0.52),
        sheet.margin + sheet.text_width * 0.48,
        sheet.text_width * 0.52,
        FURNITURE,
        None,
        "right",
    )
    texts = line_texts(left, RUNNING_HEAD) + line_texts(title, RUNNING_HEAD)
    rule = RUNNING_HEAD + FURNITURE.leading + 2
    return texts, [Box(sheet.margin, rule, sheet.text_width, RULE, HAIRLINE)]


def code_slice(letter: Letter, parent: Element, sheet: Sheet) -> Slice | None:
    """The verification code at the foot of page one, with where to check it, in words and as QR code."""
    if not letter.code:
        return None
    width = sheet.text_width - QR_SIDE - 4 * MM
    runs = [[Run(_CODE[letter.language] + " "), Run(letter.code, bold=True)]]
    if letter.verify_at:
        link = Link(letter.verify_at, [letter.verify_at])
        runs.append([Run(_CHECK[letter.language] + " "), Run(letter.verify_at, link=link)])
    cells = [
        Cell(break_lines(words, SMALL, width), sheet.margin, width, SMALL, Element("P", parent))
        for words in runs
    ]
    written = sum(len(cell.lines) for cell in cells) * SMALL.leading
    height = max(QR_SIDE, written)
    texts: list[Text] = []
    for cell in cells:
        texts += line_texts(cell, height - written + len(texts) * SMALL.leading)
    return Slice(height, texts, figures=_qr_code(letter, parent, sheet, height))


def _qr_code(letter: Letter, parent: Element, sheet: Sheet, height: float) -> list[Figure]:
    if not letter.verify_at:
        return []
    said = text_string(_ALT[letter.language].format(address=letter.verify_at))
    element = Element("Figure", parent, b"/Alt " + said)
    x, top = sheet.margin + sheet.text_width - QR_SIDE, height - QR_SIDE
    return [Figure(x, top, QR_SIDE, QR_SIDE, squares(letter.verify_at), element)]


def _foot_top(letterhead: Letterhead) -> float:
    return FOOT + max(len(letterhead.footer_lines), 1) * FURNITURE.leading
