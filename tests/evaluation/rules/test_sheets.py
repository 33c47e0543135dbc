"""What is typed on a sheet becomes points with reasons, or a sentence by field."""

import pytest

from evaluation.rules import Given, Typed, read_points, read_sheet
from tests.evaluation.rules.asking import eur


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("0", "0.00"),
        ("30", "30.00"),
        (" 18,5 ", "18.50"),
        ("18.25", "18.25"),
        ("7,50", "7.50"),
    ],
)
def test_RANK_10_points_are_read_with_comma_or_point(text, points):
    assert str(read_points(text, eur(30))) == points


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Scrivi i punti."),
        ("   ", "Scrivi i punti."),
        ("30,01", "I punti vanno da 0 a 30,00."),
        ("-1", "I punti vanno da 0 a 30,00."),
        ("1.000,5", "Scrivi i punti in cifre, per esempio 18 oppure 18,5."),
        ("inf", "Scrivi i punti in cifre, per esempio 18 oppure 18,5."),
        ("¹²", "Scrivi i punti in cifre, per esempio 18 oppure 18,5."),
        ("12,345", "Scrivi al massimo due decimali."),
    ],
)
def test_RANK_10_points_that_do_not_hold_say_why(text, sentence):
    assert read_points(text, eur(30)) == sentence


def test_RANK_18_a_sheet_names_every_field_that_stands_against():
    rows = [
        Typed("uno", eur(30), "20", "Buono."),
        Typed("due", eur(30), "31", ""),
        Typed("tre", eur(30), "", "Scarso."),
    ]

    assert read_sheet(rows) == (
        [Given("uno", eur("20.00"), "Buono.")],
        {
            "points-due": "I punti vanno da 0 a 30,00.",
            "reason-due": "Scrivi il motivo del punteggio.",
            "points-tre": "Scrivi i punti.",
        },
    )
