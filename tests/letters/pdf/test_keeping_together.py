"""Wherever a page happens to end: no heading without its text, no signature or total alone."""

import pytest

from letters.pdf import Bullets, Callout, Facts, Heading, Paragraph, Signature, Table, render
from tests.letters.pdf.examples import letter, opened, words

LINES = range(20, 62, 2)
TOTAL = Table(("Voce", "Importo"), (("Affitto", "1,00"), ("Somma", "1,00")), total=True)


def pages(lines: int, *blocks) -> list[str]:
    """Pages of a letter in which so many one-line paragraphs stand before the blocks."""
    filler = (Paragraph("Riga."),) * lines
    return [words(page) for page in opened(render(letter(*filler, *blocks))).pages]


@pytest.mark.parametrize(
    "following",
    [
        Paragraph("Testo che segue."),
        Bullets(("Testo che segue.",)),
        Facts((("Testo che segue.", "12"),)),
        Callout("Testo che segue."),
        Table(("Testo che segue.",), (("12",),)),
        Table((), (("Testo che segue.",),), caption="Tabella"),
    ],
)
def test_heading_stands_on_the_page_of_its_text(following):
    for lines in LINES:
        (page,) = [page for page in pages(lines, Heading("Titolo"), following) if "Titolo" in page]
        assert "Titolo" in page
        assert "Testo che segue." in page


@pytest.mark.parametrize(
    "before",
    [
        Paragraph("Ultimo testo. " * 20),
        Bullets(("Ultimo testo.",)),
        TOTAL,
        Facts((("Ultimo testo.", "Somma"),)),
    ],
)
def test_signature_is_never_alone_on_a_page(before):
    for lines in LINES:
        *_, page = pages(lines, before, Signature("Il dirigente", "Nome Cognome", "Firmato"))
        assert "Il dirigente Nome Cognome Firmato" in page
        assert "Ultimo testo." in page or "Somma" in page


def test_total_stands_on_the_page_of_a_row():
    for lines in LINES:
        (page,) = [page for page in pages(lines, TOTAL) if "Somma" in page]
        assert "Affitto" in page


def test_head_of_a_table_stands_on_the_page_of_a_row():
    for lines in LINES:
        first = next(page for page in pages(lines, TOTAL) if "Voce" in page)
        assert "Affitto" in first
