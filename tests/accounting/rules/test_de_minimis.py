"""Room for de minimis aid against the worked examples of the law's notes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounting.rules import (
    Aid,
    Ceiling,
    Merger,
    Split,
    after_changes,
    aid_fits,
    aid_in_window,
    most_that_fits,
    room_left,
    single_undertaking,
    window_start,
)
from tests.accounting.vectors import VECTORS

GENERAL, FARMING = "2023/2831", "1408/2013"
CEILINGS = {
    GENERAL: Ceiling(GENERAL, Decimal("300000.00"), 3),
    FARMING: Ceiling(FARMING, Decimal("50000.00"), 3),
}
ONE = VECTORS["de_minimis"]
HISTORY = [(date.fromisoformat(on), Decimal(amount)) for on, amount in ONE["history"]]
DAY = date(2026, 11, 23)


def verdicts(outcomes):
    return [(outcome.rule, outcome.verdict.value) for outcome in outcomes]


def test_AID_02_window_starts_on_the_same_day_years_before():
    leap = ONE["window_leap"]
    assert [window_start(day, 3) for day in (DAY, date.fromisoformat(leap["grant_date"]))] == [
        date(2023, 11, 23),
        date.fromisoformat(leap["window_from"]),
    ]


@pytest.mark.parametrize("row", ONE["cases"], ids=lambda row: row["grant_date"])
def test_AID_01_AID_02_sums_the_window_with_its_first_day(row):
    day, ceiling = date.fromisoformat(row["grant_date"]), Decimal(ONE["ceiling"])

    assert (
        window_start(day, 3).isoformat(),
        aid_in_window(HISTORY, day, 3),
        room_left(ceiling, HISTORY, day, 3),
    ) == (row["window_from"], Decimal(row["sum"]), Decimal(row["residual"]))


@pytest.mark.parametrize("row", ONE["requests"], ids=lambda row: row["amount"])
def test_AID_01_takes_the_last_cent_and_not_one_more(row):
    aids = [Aid("A", on, amount, GENERAL) for on, amount in HISTORY]
    day = date.fromisoformat(row["grant_date"])

    outcomes = aid_fits(Decimal(row["amount"]), GENERAL, day, aids, CEILINGS)

    assert [not outcome.blocks for outcome in outcomes] == [row["ok"]]


def test_AID_01_AID_02_count_both_ends_of_the_window():
    history = [
        (date(2023, 11, 22), Decimal(1000)),
        (date(2023, 11, 23), Decimal(200)),
        (date(2026, 11, 23), Decimal(30)),
        (date(2026, 11, 24), Decimal(4000)),
    ]

    assert aid_in_window(history, DAY, 3) == Decimal(230)
    assert room_left(Decimal(300), history, DAY, 3) == Decimal(70)
    assert room_left(Decimal(200), history, DAY, 3) == Decimal(0)


def test_AID_05_says_what_is_left_where_a_call_cuts_to_it():
    aids = [Aid("A", DAY, Decimal("299900.00"), GENERAL)]

    (outcome,) = aid_fits(Decimal("100.01"), GENERAL, DAY, aids, CEILINGS)

    assert (outcome.blocks, most_that_fits([outcome])) == (True, Decimal("100.00"))
    assert outcome.sentence == (
        "L'aiuto di 100,01 € supera il de minimis (Reg. (UE) 2023/2831): massimale 300.000,00 € "
        "in 3 anni, già ricevuti 299.900,00 €, restano 100,00 €."
    )


@pytest.mark.parametrize(
    "row", VECTORS["de_minimis_multi"]["cases"], ids=lambda row: f"{row['reg']} {row['amount']}"
)
def test_AID_12_holds_each_ceiling_and_the_highest_over_all(row):
    aids = [
        Aid("A", DAY, Decimal(aid["amount"]), aid["reg"])
        for aid in VECTORS["de_minimis_multi"]["history"]
    ]

    outcomes = aid_fits(Decimal(row["amount"]), row["reg"], DAY, aids, CEILINGS)

    assert any(outcome.blocks for outcome in outcomes) != row["ok"]


def test_AID_12_farming_within_both_ceilings_is_allowed():
    aids = [
        Aid("A", DAY, Decimal("45000.00"), FARMING),
        Aid("A", DAY, Decimal("240000.00"), GENERAL),
    ]
    fits = aid_fits(Decimal("5000.00"), FARMING, DAY, aids, CEILINGS)
    passes = aid_fits(Decimal("6000.00"), FARMING, DAY, aids, CEILINGS)

    assert verdicts(fits) == [("AID-01", "met"), ("AID-12", "met")]
    assert verdicts(passes) == [("AID-01", "not_met"), ("AID-12", "met")]


def test_AID_06_joins_a_chain_and_leaves_out_who_is_tied_through_a_person():
    controls = [("A", "B"), ("B", "C"), ("E", "F")]

    assert single_undertaking("C", controls) == {"A", "B", "C"}
    assert single_undertaking("D", controls) == {"D"}


def test_AID_07_merger_brings_along_what_the_firm_had_before():
    aids = [
        Aid("A", date(2025, 1, 1), Decimal("200000.00"), GENERAL),
        Aid("E", date(2025, 2, 1), Decimal("150000.00"), GENERAL),
        Aid("E", date(2026, 2, 1), Decimal("7.00"), GENERAL),
    ]

    moved = after_changes(aids, [Merger("E", "A", date(2026, 1, 1))])
    (outcome,) = aid_fits(
        Decimal("0.01"), GENERAL, DAY, [aid for aid in moved if aid.firm == "A"], CEILINGS
    )

    assert [aid.firm for aid in moved] == ["A", "A", "E"]
    assert (outcome.inputs["ricevuti"], outcome.inputs["residuo"]) == (Decimal("350000.00"), 0)
    assert outcome.blocks


def test_AID_07_changes_follow_one_another_by_their_days():
    aids = [Aid("X", date(2024, 1, 1), Decimal("90.00"), GENERAL)]
    changes = [
        Split("Y", {"Z": Decimal(1), "W": Decimal(2)}, date(2025, 6, 1)),
        Merger("X", "Y", date(2025, 1, 1)),
    ]

    assert after_changes(aids, changes) == [
        Aid("Z", date(2024, 1, 1), Decimal("30.00"), GENERAL),
        Aid("W", date(2024, 1, 1), Decimal("60.00"), GENERAL),
    ]


@given(
    st.integers(1, 10**7),
    st.lists(st.integers(1, 10**6), min_size=1, max_size=6),
)
def test_AID_07_division_loses_no_cent(cents, weights):
    amount = Decimal(cents).scaleb(-2)
    shares = {f"F{at}": Decimal(weight) for at, weight in enumerate(weights)}
    aids = [Aid("X", date(2024, 1, 1), amount, GENERAL)]

    divided = after_changes(aids, [Split("X", shares, DAY)])

    assert sum(aid.amount for aid in divided) == amount
    assert all(aid.amount > 0 for aid in divided)
