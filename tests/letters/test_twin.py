"""The twin of a letter says what the PDF says, safely, and in headings that fit the page."""

import pytest
from django.template.loader import render_to_string

from letters import pdf
from letters.twin import TwinCell, inline, twin_of
from tests.letters.pdf.examples import letter

BLOCKS = (
    pdf.Heading("Motivi"),
    pdf.Paragraph(
        'Vedi <b>art. 3</b> e <a href="https://example.org/?a=1&amp;b=2">la <i>guida</i></a>.'
    ),
    pdf.Heading("Dettaglio", level=3),
    pdf.Bullets(("uno", "due"), ordered=True),
    pdf.Table(
        ("Voce", "Importo"),
        (("Affitto", "10,00"), ("Totale", "10,00")),
        ("left", "right"),
        total=True,
        caption="Spese",
        row_headers=True,
    ),
    pdf.Facts((("CUP", "B12"),)),
    pdf.Callout("Entro il 3 maggio."),
    pdf.Signature("Il dirigente", "Nome Cognome"),
)


def page(content, **settings) -> str:
    html = render_to_string("letters/_twin.html", {"twin": twin_of(content, **settings)})
    return " ".join(html.split())


def test_twin_of_kept_content_is_that_of_the_letter():
    content = letter(*BLOCKS)

    assert twin_of(pdf.letter_to_dict(content)) == twin_of(content)


def test_marks_become_elements_and_all_else_is_escaped():
    assert inline('<b>sì <i>no</i></b> <script>x</script> & <a href="https://e.it/">qui</a>') == (
        "<strong>sì </strong><strong><em>no</em></strong> &lt;script&gt;x&lt;/script&gt; &amp; "
        '<a href="https://e.it/">qui</a>'
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//e.it"])
def test_link_to_anything_but_a_page_or_a_mailbox_is_words(address):
    assert "<a" not in inline(f'<a href="{address}">qui</a>')


def test_foreign_words_stay_words_in_every_block():
    nasty = "<img src=x onerror=alert(1)>"
    content = letter(
        pdf.Heading(nasty),
        pdf.Paragraph(nasty),
        pdf.Bullets((nasty,)),
        pdf.Table((nasty,), ((nasty,),), caption=nasty),
        pdf.Facts(((nasty, nasty),)),
        pdf.Callout(nasty),
        pdf.Signature(nasty, nasty, nasty),
        subject=nasty,
        addressee_lines=(nasty,),
        reference_lines=(nasty,),
        place_and_date=nasty,
    )

    assert "<img" not in page(content)


@pytest.mark.parametrize(
    ("level", "headings"),
    [(2, ["h2", "h3", "h4"]), (3, ["h3", "h4", "h5"]), (4, ["h4", "h5", "h6"])],
)
def test_headings_follow_the_level_of_the_page(level, headings):
    html = page(letter(*BLOCKS), level=level)

    assert [
        html[at + 1 : at + 3]
        for at in range(len(html))
        if html[at : at + 2] == "<h" and html[at + 2].isdigit()
    ] == headings


def test_heading_of_level_three_after_the_subject_leaves_no_level_out():
    assert "<h3>Dettaglio</h3>" in page(letter(pdf.Heading("Dettaglio", level=3)))


def test_table_has_caption_headers_of_columns_and_of_rows():
    html = page(letter(*BLOCKS))

    assert "<caption>Spese</caption>" in html
    assert '<th scope="col" class="ui-number">Importo</th>' in html
    assert '<th scope="row">Affitto</th> <td class="ui-number">10,00</td>' in html
    assert '<tr class="let-total">' in html


def test_cell_keeps_its_lines():
    (block,) = twin_of(letter(pdf.Table((), (("a\nb", "c"),)))).blocks

    assert block.rows == ((TwinCell(("a", "b"), is_header=True), TwinCell(("c",))),)
