from letters.pdf import Table
from letters.pdf.structure import Element
from letters.pdf.styles import MARGIN, TEXT_WIDTH
from letters.pdf.tables import table_slices

SENTENCE = "La domanda risulta completa degli allegati richiesti dal bando. "


def _lines(*rows, **settings):
    """For each row the lines of its cells, as (left edge, words)."""
    table = Table(("Voce", "Data", "Importo"), rows, **settings)
    return [
        [(round(text.x), "".join(piece.text for piece in text.line.pieces)) for text in piece.texts]
        for piece in table_slices(table, Element("Document"))
    ]


def test_narrow_columns_stay_on_one_line_when_another_is_long():
    _, row = _lines((SENTENCE * 2, "2026-09-15", "1.234.567,00 €"))

    assert [words for _, words in row][-2:] == ["2026-09-15", "1.234.567,00 €"]


def test_columns_take_the_given_widths_and_end_on_the_right():
    _, row = _lines(
        ("Affitto", "2026-09-15", "100,00"), align=("left", "left", "right"), widths=(2, 1, 1)
    )

    (amount,) = [x for x, words in row if words == "100,00"]
    assert [x for x, _ in row][:2] == [round(MARGIN + 6), round(MARGIN + TEXT_WIDTH / 2 + 6)]
    assert MARGIN + TEXT_WIDTH * 3 / 4 < amount < MARGIN + TEXT_WIDTH - 6


def test_row_is_parted_by_lines_when_it_is_very_long():
    slices = table_slices(Table(("Voce",), ((SENTENCE * 40,), ("fine",))), Element("Document"))

    assert all(piece.height < 40 for piece in slices)
    assert all(piece.head is slices[0] for piece in slices[1:])
    assert [piece.glued for piece in slices][:3] == [True, True, False]
    assert [piece.glued for piece in slices][-3:] == [True, False, False]
