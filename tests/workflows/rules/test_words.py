"""Amounts, percentages and months as letters write and count them."""

from datetime import date

import pytest

from tests.grants.rules.judging import eur
from workflows.rules import words


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0.004", "0.00"),
        ("0.005", "0.01"),
        ("0.015", "0.02"),
        ("2.675", "2.68"),
        ("-0.005", "-0.01"),
    ],
)
def test_AMT_06_cents_are_rounded_half_up(amount, expected):
    assert words.cents(eur(amount)) == eur(expected)


@pytest.mark.parametrize(
    ("amount", "text"),
    [("0", "0,00 €"), ("1500", "1.500,00 €"), ("1234567.895", "1.234.567,90 €")],
)
def test_amounts_are_written_as_italian_letters_do(amount, text):
    assert words.euro(eur(amount)) == text


@pytest.mark.parametrize(("value", "text"), [("50", "50%"), ("12.50", "12,5%"), ("100", "100%")])
def test_percentages_are_written_as_italian_letters_do(value, text):
    assert words.percent(eur(value)) == text


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), 12, date(2027, 3, 31)),
    ],
)
def test_TERM_05_months_end_on_the_same_day_or_on_the_last(start, months, expected):
    assert words.months_after(start, months) == expected


@pytest.mark.parametrize(
    ("on", "age"),
    [(date(2026, 2, 28), 17), (date(2026, 3, 1), 18), (date(2028, 2, 29), 20)],
)
def test_COW_01_born_on_29_february_grow_older_on_1_march(on, age):
    assert words.age_on(date(2008, 2, 29), on) == age
