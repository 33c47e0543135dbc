import re
import subprocess
import sys

import pytest

from letters.pdf import (
    Bullets,
    Facts,
    Heading,
    Letter,
    Letterhead,
    Paragraph,
    Signature,
    Table,
    render,
)
from tests.letters.pdf.examples import letter, opened, words

SENTENCE = "La domanda risulta completa degli allegati richiesti dal bando. "
LONG_NAME = (
    "Cooperativa Sociale Intergenerazionale per la Promozione dell'Economia Collaborativa e dei "
    "Servizi Condivisi del Mantovano"
)


def _table(count):
    rows = tuple((f"Voce {number}", f"{number},00") for number in range(1, count + 1))
    return Table(("Voce di spesa", "Importo"), (*rows, ("Totale", "9,00")), total=True)


def test_same_letter_gives_the_same_bytes():
    written = letter(Paragraph(SENTENCE), _table(80), code="MN-1")

    assert render(written) == render(written)


def test_identifier_of_the_file_changes_with_the_letter():
    identifiers = [
        opened(render(letter(code=code))).trailer["/ID"] for code in ("MN-1", "MN-2", "MN-1")
    ]

    assert identifiers[0] == identifiers[2] != identifiers[1]


def test_page_one_carries_everything_in_order():
    data = render(
        letter(
            Paragraph(SENTENCE),
            Facts((("CUP", "B12"),)),
            Bullets(("uno", "due")),
            Signature("Il dirigente", "Nome Cognome"),
            code="MN-1",
        )
    )

    (page,) = opened(data).pages
    assert words(page) == (
        "Camera di commercio Ufficio contributi Via dell'Esempio 12 46100 Mantova "
        "contributi@pec.example.it Protocollo n. 7/2026 Pratica CW-42 Mantova, 12 marzo 2026 "
        "Spazio Aperto S.r.l. Via Roma 1 Oggetto: contributo concesso "
        f"{SENTENCE}CUP B12 • uno • due Il dirigente Nome Cognome Codice di verifica: MN-1 "
        "Codice fiscale 00000000000 Pagina 1 di 1"
    )


def test_labels_are_english_when_the_letter_is():
    (page,) = opened(render(letter(language="en", code="MN-1"))).pages

    assert re.findall(r"Subject: \w+|Verification code: \S+|Page \d of \d", words(page)) == [
        "Subject: contributo",
        "Verification code: MN-1",
        "Page 1 of 1",
    ]


def test_long_table_repeats_its_head_and_every_page_says_where_it_is():
    pages = [words(page) for page in opened(render(letter(_table(90), code="MN-1"))).pages]

    assert [page.count("Voce di spesa Importo") for page in pages] == [1, 1, 1]
    assert [re.findall(r"Pagina \d di \d", page) for page in pages] == [
        ["Pagina 1 di 3"],
        ["Pagina 2 di 3"],
        ["Pagina 3 di 3"],
    ]
    rows = [number for page in pages for number in re.findall(r"Voce (\d+) ", page)]
    assert rows == [str(number) for number in range(1, 91)]
    assert all("Comunicazione di concessione" in page for page in pages[1:])


def test_total_is_not_left_alone_on_a_page():
    for count in range(40, 60):
        last = words(opened(render(letter(_table(count)))).pages[-1])
        assert f"Voce {count} " in last


def test_heading_is_not_left_at_the_foot_of_a_page():
    for count in range(24, 44):
        written = letter(*[Paragraph("Riga")] * count, Heading("Parte"), Paragraph(SENTENCE * 4))
        (page,) = [words(p) for p in opened(render(written)).pages if "Parte" in words(p)]
        assert "Parte La domanda" in page


def test_signature_takes_the_end_of_the_text_with_it_when_it_begins_a_page():
    for count in range(20, 44):
        written = letter(*[Paragraph("Riga")] * count, Signature("Il dirigente", "Nome Cognome"))
        last = words(opened(render(written)).pages[-1])
        assert "Riga Il dirigente Nome Cognome" in last


def test_long_names_wrap_and_keep_every_word():
    written = letter(
        Facts(((LONG_NAME, LONG_NAME),)),
        Table(("Nome", LONG_NAME), ((LONG_NAME, "1"),)),
        Signature(LONG_NAME, LONG_NAME, LONG_NAME),
        addressee_lines=(LONG_NAME,),
        subject=LONG_NAME,
        letterhead=Letterhead(LONG_NAME, LONG_NAME),
    )

    text = " ".join(words(page) for page in opened(render(written)).pages)
    assert text.count(LONG_NAME) == 11


def test_marks_that_are_not_allowed_are_printed():
    (page,) = opened(render(letter(Paragraph("<script>x</script> & <b>y</b>")))).pages

    assert "<script>x</script> & y" in words(page)


def test_missing_glyphs_are_printed_as_question_marks():
    (page,) = opened(render(letter(Paragraph("Ж: 王小 👩 fine")))).pages

    assert "Ж: ?? ? fine" in words(page)


def test_fonts_are_embedded_as_subsets():
    (page,) = opened(render(letter(Paragraph("<i>a</i> <b><i>b</i></b> \u0141")))).pages

    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert sorted(str(font["/BaseFont"]) for font in fonts) == [
        "/AAAAAA+TitilliumWeb-Bold",
        "/AAAAAA+TitilliumWeb-BoldItalic",
        "/AAAAAA+TitilliumWeb-Italic",
        "/AAAAAA+TitilliumWeb-Regular",
    ]
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    assert all("/ToUnicode" in font for font in fonts)


def test_file_says_what_it_is():
    data = render(letter())

    reader = opened(data)
    root = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert data.startswith(b"%PDF-1.7\n")
    assert root["/Lang"] == "it-IT"
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/ViewerPreferences"] == {"/DisplayDocTitle": True}
    assert [intent["/S"] for intent in root["/OutputIntents"]] == ["/GTS_PDFA1"]
    assert re.findall(r"<pdf(?:aid|uaid):\w+>\w+", metadata) == [
        "<pdfaid:part>2",
        "<pdfaid:conformance>A",
        "<pdfuaid:part>1",
    ]
    assert "<xmp:CreateDate>2026-03-12T10:15:00+01:00</xmp:CreateDate>" in metadata
    assert dict(reader.metadata) == {
        "/Title": "Comunicazione di concessione",
        "/Author": "Camera di commercio",
        "/Subject": "contributo concesso",
        "/Creator": "Sportello",
        "/Producer": "Sportello",
        "/CreationDate": "D:20260312101500+01'00'",
        "/ModDate": "D:20260312101500+01'00'",
    }


@pytest.mark.parametrize(
    ("title", "subject", "shown"),
    [("Attestato", "", "Attestato"), ("", "Concessione", "Concessione"), ("", "", "Lettera")],
)
def test_file_has_a_title_when_the_letter_lacks_one(title, subject, shown):
    assert opened(render(letter(title=title, subject=subject))).metadata.title == shown


def test_empty_letter_is_a_page():
    empty = Letter(
        language="it", title="", letterhead=Letterhead(""), created="2026-03-12T10:15:00+01:00"
    )

    assert [words(page) for page in opened(render(empty)).pages] == ["Pagina 1 di 1"]


def test_library_does_not_load_django():
    program = (
        "import sys; from letters.pdf import Letter, Letterhead, render; "
        "render(Letter(language='it', title='x', letterhead=Letterhead('x'), created='2026-01-01'));"
        "sys.exit('django' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
