"""From a letter to the bytes of its file."""

import json
from threading import Lock

from letters.pdf.archive import Metadata, plain_text, start_document
from letters.pdf.blocks import block_slices
from letters.pdf.content import Letter
from letters.pdf.drawing import Drawing, PageDrawing
from letters.pdf.furniture import code_slice, foot_height, surroundings
from letters.pdf.opening import opening_slices
from letters.pdf.pages import Placed, paginate
from letters.pdf.serialise import letter_to_dict
from letters.pdf.slices import Box, Text
from letters.pdf.structure import Element
from letters.pdf.styles import FOOT_GAP, LANDSCAPE, PORTRAIT, TOP_FIRST, TOP_NEXT, Sheet

_NO_TITLE = {"it": "Lettera", "en": "Letter"}
_BETWEEN = 12.0
_one_at_a_time = Lock()
"""ReportLab's fonts keep a reading position, so two threads cannot make subsets at once."""


def render(letter: Letter) -> bytes:
    """Draw a letter as PDF/A-2a and PDF/UA-1; the same letter gives the same bytes."""
    with _one_at_a_time:
        return _render(letter)


def _render(letter: Letter) -> bytes:
    root = Element("Document")
    sheet = LANDSCAPE if letter.landscape else PORTRAIT
    slices = opening_slices(letter, root, sheet)
    body = block_slices(letter.blocks, root, sheet)
    if slices and body:
        body[0].before = max(body[0].before, _BETWEEN)
    code = code_slice(letter, root, sheet)
    bottom = foot_height(letter.letterhead)
    code_height = code.height + FOOT_GAP if code else 0.0
    pages = paginate(
        slices + body,
        sheet.height - TOP_FIRST - bottom - code_height,
        sheet.height - TOP_NEXT - bottom,
    )
    identity = json.dumps(letter_to_dict(letter), sort_keys=True).encode()
    drawing = Drawing(start_document(_metadata(letter), identity))
    for number, placed in enumerate(pages, 1):
        start = sheet.height - (TOP_FIRST if number == 1 else TOP_NEXT)
        content = [Placed(piece, start - top, repeated) for piece, top, repeated in placed]
        if number == 1 and code is not None:
            content.append(Placed(code, bottom + code.height))
        furniture = surroundings(letter, number, len(pages), sheet)
        _draw_page(PageDrawing(drawing, sheet), content, furniture, sheet)
    return drawing.finish(root, len(pages))


def _metadata(letter: Letter) -> Metadata:
    title = plain_text(letter.title) or plain_text(letter.subject) or _NO_TITLE[letter.language]
    return Metadata(
        title=title,
        author=plain_text(letter.letterhead.body_name),
        # An empty description is no property at all (PDF/A 6.6.2.3.1).
        subject=plain_text(letter.subject) or title,
        language=letter.language,
        created=letter.created_at,
    )


def _draw_page(
    page: PageDrawing,
    content: list[Placed],
    furniture: tuple[list[Text], list[Box]],
    sheet: Sheet,
) -> None:
    """Draw a page from slices whose tops count from the sheet's bottom edge."""
    texts, boxes = furniture
    framed = [(sheet.height, box) for box in boxes]
    page.boxes(framed + [(placed.top, box) for placed in content for box in placed.piece.boxes])
    for placed in content:
        for figure in placed.piece.figures:
            page.figure(figure, placed.top)
        for text in placed.piece.texts:
            page.text(text, placed.top, furniture=placed.repeated)
    for text in texts:
        page.text(text, sheet.height)
    page.finish()
