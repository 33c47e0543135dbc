"""The most that one enterprise receives from several calls."""

import pytest

from grants import rules
from tests.grants.rules.judging import MET, NOT_MET, WARNING, answer, eur

OURS = frozenset({"01234560207", "RSSMRA70A01E897X"})
GIVEN = [
    rules.Received(1, frozenset({"01234560207"}), eur("1500.00")),
    rules.Received(2, frozenset({"RSSMRA70A01E897X", "09876543210"}), eur("400.50")),
    rules.Received(3, frozenset({"09876543210"}), eur("9000.00")),
]


@pytest.mark.parametrize(
    ("codes", "but", "received"),
    [
        (OURS, None, "1900.50"),
        (OURS, 1, "400.50"),
        ({"09876543210"}, None, "9400.50"),
        ({"11111111111"}, None, "0.00"),
        (set(), None, "0.00"),
    ],
)
def test_COW_11_whoever_shares_a_code_is_the_same_enterprise(codes, but, received):
    assert rules.received_by(codes, GIVEN, but=but) == eur(received)


@pytest.mark.parametrize(
    ("received", "expected", "granted"),
    [
        ("0.00", MET, "2000.00"),
        ("6000.00", MET, "2000.00"),
        ("6000.01", WARNING, "1999.99"),
        ("7999.99", WARNING, "0.01"),
        ("8000.00", NOT_MET, "0.00"),
        ("9000.00", NOT_MET, "0.00"),
    ],
)
def test_COW_11_grant_never_lifts_an_enterprise_above_the_cap(received, expected, granted):
    room = rules.Room(eur("8000.00"), eur(received))

    outcome = rules.cap_across_calls(eur("2000.00"), room, is_filed=True)

    assert answer(outcome) == ("COW-11", expected)
    assert rules.within_cap(eur("2000.00"), room) == eur(granted)


def test_COW_11_before_filing_a_cap_that_is_reached_warns():
    room = rules.Room(eur("8000.00"), eur("8000.00"))

    outcome = rules.cap_across_calls(eur("2000.00"), room, is_filed=False)

    assert answer(outcome) == ("COW-11", WARNING)
    assert outcome.sentence == (
        "Il bando concede a una stessa impresa al massimo 8.000,00 € fra più bandi del programma, "
        "e ne sono già concessi 8.000,00 €: non resta nulla da concedere."
    )


def test_COW_11_a_cut_is_told_from_what_to_what():
    room = rules.Room(eur("8000.00"), eur("7500.00"))

    outcome = rules.cap_across_calls(eur("2000.00"), room, is_filed=True)

    assert outcome.sentence == (
        "Il bando concede a una stessa impresa al massimo 8.000,00 € fra più bandi del programma, "
        "e ne sono già concessi 7.500,00 €: il contributo si riduce da 2.000,00 € a 500,00 €."
    )


def test_COW_11_without_a_cap_nothing_is_cut():
    assert rules.within_cap(eur("2000.00"), None) == eur("2000.00")
