"""Letters drawn per second, against ReportLab drawing the same words with nothing else."""

import io
import time
from collections.abc import Callable
from dataclasses import replace
from functools import singledispatch
from importlib.resources import as_file, files
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from bench.office import BenchOffice
from bench.report import Figure
from letters import pdf

LETTERS = 150
BODY = ParagraphStyle("body", fontName="Bench", fontSize=10.5, leading=14, spaceAfter=6)
STRONG = ParagraphStyle("strong", parent=BODY, fontName="BenchBold")


def measure_letters(office: BenchOffice) -> list[Figure]:
    """Draw a grant letter again and again, each time for another addressee."""
    letter = pdf.letter_from_dict(office.grant_letter_content())
    contents = [
        replace(letter, addressee_lines=(f"Richiedente {number}", *letter.addressee_lines))
        for number in range(LETTERS)
    ]
    _register_fonts()
    bare, ours = _per_second(_bare, contents), _per_second(pdf.render, contents)
    return [Figure("letters_per_s", ours, "letters/s", bare)]


def _per_second(draw: Callable[[pdf.Letter], bytes], contents: list[pdf.Letter]) -> float:
    for content in contents[:5]:
        draw(content)
    begun = time.perf_counter()
    for content in contents:
        draw(content)
    return len(contents) / (time.perf_counter() - begun)


def _bare(letter: pdf.Letter) -> bytes:
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, title=letter.title, invariant=1)
    head = [*letter.reference_lines, letter.place_and_date, *letter.addressee_lines]
    story: list[Flowable] = [Paragraph(pdf.escape(line), BODY) for line in head]
    story.append(Paragraph(pdf.escape(letter.subject), STRONG))
    for block in letter.blocks:
        story += _flowables(block)
    document.build(story)
    return out.getvalue()


@singledispatch
def _flowables(block: Any) -> list[Flowable]:
    return [Spacer(1, 12)]


@_flowables.register
def _(block: pdf.Heading) -> list[Flowable]:
    return [Paragraph(pdf.escape(block.text), STRONG)]


@_flowables.register
def _(block: pdf.Paragraph) -> list[Flowable]:
    return [Paragraph(block.text, BODY)]


@_flowables.register
def _(block: pdf.Callout) -> list[Flowable]:
    return [Paragraph(block.text, BODY)]


@_flowables.register
def _(block: pdf.Bullets) -> list[Flowable]:
    return [Paragraph(item, BODY, bulletText="•") for item in block.items]


@_flowables.register
def _(block: pdf.Facts) -> list[Flowable]:
    rows = [[Paragraph(pdf.escape(text), BODY) for text in row] for row in block.rows]
    return [Table(rows)]


@_flowables.register
def _(block: pdf.Table) -> list[Flowable]:
    rows = [
        [Paragraph(pdf.escape(text), BODY) for text in row] for row in (block.head, *block.rows)
    ]
    return [Table(rows, repeatRows=1)]


@_flowables.register
def _(block: pdf.Signature) -> list[Flowable]:
    return [Paragraph(pdf.escape(text), BODY) for text in (block.role, block.name, block.note)]


def _register_fonts() -> None:
    folder = files("bootstrap_italia_template") / "static" / "fonts" / "Titillium_Web"
    for name, cut in (("Bench", "regular"), ("BenchBold", "700")):
        with as_file(folder / f"titillium-web-v10-latin-ext_latin-{cut}.ttf") as path:
            pdfmetrics.registerFont(TTFont(name, str(path)))
    pdfmetrics.registerFontFamily("Bench", "Bench", "BenchBold", "Bench", "BenchBold")
