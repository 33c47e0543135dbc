import pytest

from letters.pdf import Table
from letters.pdf.structure import ROW_HEADER, Element
from letters.pdf.styles import LANDSCAPE, PORTRAIT
from letters.pdf.tables import table_slices

SENTENCE = "La domanda risulta completa degli allegati richiesti dal bando. "


def _lines(*rows, **settings):
    """For each row the lines of its cells, as (left edge, words)."""
    table = Table(("Voce", "Data", "Importo"), rows, **settings)
    return [
        [(round(text.x), "".join(piece.text for piece in text.line.pieces)) for text in piece.texts]
        for piece in table_slices(table, Element("Document"), PORTRAIT)
    ]


def test_narrow_columns_stay_on_one_line_when_another_is_long():
    _, row = _lines((SENTENCE * 2, "2026-09-15", "1.234.567,00 €"))

    assert [words for _, words in row][-2:] == ["2026-09-15", "1.234.567,00 €"]


def test_columns_take_the_given_widths_and_end_on_the_right():
    _, row = _lines(
        ("Affitto", "2026-09-15", "100,00"), align=("left", "left", "right"), widths=(2, 1, 1)
    )

    (amount,) = [x for x, words in row if words == "100,00"]
    left, width = PORTRAIT.margin, PORTRAIT.text_width
    assert [x for x, _ in row][:2] == [round(left + 6), round(left + width / 2 + 6)]
    assert left + width * 3 / 4 < amount < left + width - 6


def test_row_is_parted_by_lines_when_it_is_very_long():
    slices = table_slices(
        Table(("Voce",), ((SENTENCE * 40,), ("fine",))), Element("Document"), PORTRAIT
    )

    assert all(piece.height < 40 for piece in slices)
    assert all(piece.head is slices[0] for piece in slices[1:])
    assert [piece.glued for piece in slices][:3] == [True, True, False]
    assert [piece.glued for piece in slices][-3:] == [True, False, False]


def test_line_break_in_a_cell_begins_a_new_line():
    _, row = _lines(("domanda.pdf\nprocura.pdf", "2026-09-15", ""))

    assert [words for _, words in row] == ["domanda.pdf ", "procura.pdf", "2026-09-15"]


def test_small_type_takes_less_room_on_the_turned_sheet():
    texts = ((SENTENCE * 6, "2026-09-15"),)
    large, small = (
        table_slices(Table((), texts, small=is_small), Element("Document"), LANDSCAPE)[0]
        for is_small in (False, True)
    )

    assert small.height < large.height
    assert {box.width for box in small.boxes} == {LANDSCAPE.text_width}


def test_row_headers_and_caption_have_their_elements():
    root = Element("Document")
    table = Table(("Voce", "Importo"), (("Affitto", "1"),), caption="Spese", row_headers=True)
    slices = table_slices(table, root, PORTRAIT)

    (element,) = root.children
    assert [(child.tag, [cell.tag for cell in child.children]) for child in element.children] == [
        ("Caption", []),
        ("TR", ["TH", "TH"]),
        ("TR", ["TH", "TD"]),
    ]
    (_, _, row) = element.children
    assert row.children[0].attributes == ROW_HEADER
    assert [piece.glued for piece in slices] == [True, True, False]
    assert slices[2].head is slices[1]


def test_more_columns_than_a_sheet_holds_are_refused():
    with pytest.raises(ValueError, match="up to 16 columns, not 17"):
        Table(("x",) * 17, ())


@pytest.mark.parametrize("small", [False, True])
def test_word_of_any_length_stays_within_its_cell(small):
    table = Table(("Voce",) * 16, (("W" * 120, *("10.000,00 €",) * 15),), small=small)
    slices = table_slices(table, Element("Document"), PORTRAIT)
    texts = [text for piece in slices for text in piece.texts]
    edges = sorted({round(text.x, 2) for text in texts})
    step = edges[1] - edges[0]

    assert all(text.line.width <= step for text in texts)
