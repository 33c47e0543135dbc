"""Whom the money reaches: in full, in part, or not."""

from decimal import Decimal

import pytest

from grants import rules
from tests.grants.rules.judging import MET, NOT_MET, VECTORS, WARNING, answer, eur


@pytest.mark.parametrize(
    ("available", "ahead", "number", "expected"),
    [
        ("600.00", "0.00", 0, MET),
        ("100.00", "0.00", 0, MET),
        ("1200.00", "600.00", 1, MET),
        ("1199.99", "600.00", 1, NOT_MET),
        ("600.00", "600.00", 1, NOT_MET),
    ],
)
def test_RANK_01_those_who_filed_first_are_served_first(available, ahead, number, expected):
    outcome = rules.turn_to_be_served(eur(600), eur(available), eur(ahead), number)

    assert answer(outcome) == ("RANK-01", expected)


@pytest.mark.parametrize(
    ("available", "expected"), [("599.99", NOT_MET), ("600.00", MET), ("0.00", NOT_MET)]
)
def test_CALL_08_grant_fits_in_what_is_left(available, expected):
    assert answer(rules.funds_cover(eur(600), eur(available))) == ("CALL-08", expected)


@pytest.mark.parametrize(
    ("available", "partial_last", "expected"),
    [
        ("0.00", True, NOT_MET),
        ("0.01", True, MET),
        ("599.99", True, MET),
        ("600.00", True, NOT_MET),
        ("300.00", False, NOT_MET),
    ],
)
def test_RANK_12_part_is_offered_where_something_but_not_enough_is_left(
    available, partial_last, expected
):
    outcome = rules.funds_partly_cover(eur(600), eur(available), partial_last=partial_last)

    assert answer(outcome) == ("RANK-12", expected)


@pytest.mark.parametrize(
    ("available", "partial_last", "expected"),
    [
        ("0.00", True, MET),
        ("0.01", True, NOT_MET),
        ("599.99", False, MET),
        ("600.00", False, NOT_MET),
    ],
)
def test_RANK_17_waiting_list_is_for_those_whom_the_funds_do_not_reach(
    available, partial_last, expected
):
    outcome = rules.funds_exhausted(eur(600), eur(available), partial_last=partial_last)

    assert answer(outcome) == ("RANK-17", expected)


@pytest.mark.parametrize("available", ["0.00", "0.01", "300.00", "599.99", "600.00", "900.00"])
@pytest.mark.parametrize("partial_last", [True, False])
def test_RANK_12_exactly_one_decision_is_open_whatever_is_left(available, partial_last):
    amount, left = eur(600), eur(available)

    assert [
        rules.funds_cover(amount, left).verdict,
        rules.funds_partly_cover(amount, left, partial_last=partial_last).verdict,
        rules.funds_exhausted(amount, left, partial_last=partial_last).verdict,
    ].count(MET) == 1


@pytest.mark.parametrize("outcome", ["paid", "if_a2_inadmissible"])
def test_RANK_12_R3_funds_go_in_order_until_the_last_in_part(outcome):
    chrono = VECTORS["chrono"]
    left = eur(chrono["budget"])
    admitted = dict(chrono[outcome])
    paid = []
    for name, asked in chrono["applications"]:
        if name in admitted:
            part = served(eur(asked), left, partial_last=chrono["partial_last"])
            left -= part
            paid.append([name, f"{part:.2f}"])

    assert paid == chrono[outcome]
    assert left == (eur(chrono["residual_then"]) if outcome == "if_a2_inadmissible" else 0)


def served(asked: Decimal, left: Decimal, *, partial_last: bool) -> Decimal:
    """Return what an application gets when it is its turn, as the rules say."""
    if not rules.funds_cover(asked, left).blocks:
        return asked
    if not rules.funds_partly_cover(asked, left, partial_last=partial_last).blocks:
        return left
    return Decimal(0)


@pytest.mark.parametrize(
    ("claimed", "share", "expected"),
    [
        ("9400.00", 20, MET),
        ("9400.01", 20, WARNING),
        ("9999.99", 0, WARNING),
        ("10000.00", 0, NOT_MET),
        ("11400.00", 20, WARNING),
        ("11400.01", 20, NOT_MET),
        ("19400.00", 100, WARNING),
    ],
)
def test_RANK_17_filings_beyond_the_funds_are_taken_up_to_a_share_of_them(claimed, share, expected):
    outcome = rules.waiting_room(eur("600.00"), eur(claimed), eur("10000.00"), eur(share))

    assert answer(outcome) == ("RANK-17", expected)


def test_RANK_17_full_waiting_list_says_how_long_it_is():
    outcome = rules.waiting_room(eur("600.00"), eur("12000.00"), eur("10000.00"), eur("20"))

    assert outcome.sentence == (
        "Le domande presentate finora esauriscono le risorse e la lista d'attesa, che arriva al 20% "
        "della dotazione (2.000,00 €): il bando non riceve altre domande di questo importo."
    )
