from datetime import UTC, datetime

import pytest

from letters.pdf import Bullets, Facts, Heading, Table
from letters.pdf.content import letter_texts
from tests.letters.pdf.examples import letter


def test_blocks_are_frozen_whatever_sequence_they_are_made_from():
    blocks = [
        Bullets(["a", "b"]),
        Facts([["CUP", "B12"]]),
        Table(["A", "B"], [["1", "2"]], ["left", "right"], [1, 2]),
    ]

    assert blocks == [
        Bullets(("a", "b")),
        Facts((("CUP", "B12"),)),
        Table(("A", "B"), (("1", "2"),), ("left", "right"), (1, 2)),
    ]
    assert len({*blocks}) == 3


@pytest.mark.parametrize(
    "values",
    [
        {"head": ("A", "B"), "rows": (("1",),)},
        {"head": ("A",), "rows": (("1",), ())},
        {"head": ("A",), "rows": (), "align": ("left", "right")},
        {"head": ("A",), "rows": (), "align": ("middle",)},
        {"head": ("A",), "rows": (), "widths": (0.5, 0.5)},
        {"head": ("A",), "rows": (), "widths": (0.0,)},
    ],
)
def test_table_is_refused_when_its_columns_do_not_agree(values):
    with pytest.raises(ValueError):
        Table(**values)


@pytest.mark.parametrize("level", [1, 4])
def test_heading_is_refused_when_level_is_not_two_or_three(level):
    with pytest.raises(ValueError):
        Heading("Titolo", level)


@pytest.mark.parametrize("changes", [{"language": "fr"}, {"created": "12 marzo 2026"}])
def test_letter_is_refused_when_language_or_date_cannot_be_used(changes):
    with pytest.raises(ValueError):
        letter(**changes)


def test_created_is_universal_time_when_it_has_no_offset():
    assert letter(created="2026-03-12T10:15:00").created_at == datetime(
        2026, 3, 12, 10, 15, tzinfo=UTC
    )


def test_letter_texts_follow_the_order_of_reading():
    written = letter(Facts((("CUP", "B12"),)), Table(("A",), (("1",),)), code="X-1")

    assert " | ".join(letter_texts(written)) == (
        "Camera di commercio | Ufficio contributi | Via dell'Esempio 12 | 46100 Mantova | "
        "contributi@pec.example.it | Protocollo n. 7/2026 | Pratica CW-42 | "
        "Mantova, 12 marzo 2026 | Spazio Aperto S.r.l. | Via Roma 1 | contributo concesso | "
        "Comunicazione di concessione | CUP | B12 | A | 1 | X-1 | Codice fiscale 00000000000"
    )
