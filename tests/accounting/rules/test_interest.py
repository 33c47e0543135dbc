"""Interest by period and plans in instalments."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounting.rules import NoRate, Rate, instalments, rate_on, recovery_rate, simple_interest
from tests.accounting.vectors import VECTORS

TWO = VECTORS["interest_two_rates"]
LEGAL = [
    Rate(Decimal("2.00"), date(2025, 1, 1), date(2025, 12, 31)),
    Rate(Decimal("1.60"), date(2026, 1, 1), date(2026, 12, 31)),
]
BANK = [Rate(Decimal("2.15"), date(2025, 6, 11))]


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize("row", VECTORS["interest"], ids=lambda row: f"{row['rate']} {row['days']}")
def test_REV_07_REV_10_counts_days_over_365(row):
    rates = [Rate(Decimal(row["rate"]), date.min)]

    found = simple_interest(Decimal(row["principal"]), rates, day(row["from"]), day(row["to"]))

    assert (found.days, found.amount) == (row["days"], Decimal(row["interest"]))


def test_REV_14_takes_each_day_at_its_own_rate_and_rounds_once():
    found = simple_interest(Decimal(TWO["principal"]), LEGAL, day(TWO["from"]), day(TWO["to"]))

    assert found.amount == Decimal(TWO["interest"])
    assert [(each.days, str(each.percent)) for each in found.segments] == [
        (each["days"], each["rate"]) for each in TWO["segments"]
    ]


def test_REV_08_REV_09_adds_points_only_where_the_beneficiary_is_to_blame():
    act = date(2026, 10, 30)

    assert [
        recovery_rate(BANK, act, surcharge=Decimal(more)).percent for more in ("5.00", "0")
    ] == [
        Decimal("7.15"),
        Decimal("2.15"),
    ]


def test_REV_11_reckons_nothing_without_a_rate():
    with pytest.raises(NoRate, match="2027-01-01"):
        simple_interest(Decimal(100), LEGAL, date(2026, 12, 30), date(2027, 1, 2))
    with pytest.raises(NoRate):
        rate_on(LEGAL, date(2024, 12, 31))


def test_REV_10_refuses_days_in_the_wrong_order():
    with pytest.raises(ValueError, match="forwards"):
        simple_interest(Decimal(100), LEGAL, date(2026, 2, 2), date(2026, 2, 1))


def test_REV_14_plans_equal_parts_at_month_ends_with_the_cents_in_the_last():
    plan = instalments(
        Decimal("1000.00"),
        number=3,
        first_due=date(2026, 1, 31),
        every_months=1,
        starts_on=date(2025, 12, 31),
        rates=LEGAL,
    )

    assert [
        (each.number, each.due_on, each.capital, each.interest, each.left) for each in plan
    ] == [
        (1, date(2026, 1, 31), Decimal("333.33"), Decimal("1.36"), Decimal("666.67")),
        (2, date(2026, 2, 28), Decimal("333.33"), Decimal("0.82"), Decimal("333.34")),
        (3, date(2026, 3, 31), Decimal("333.34"), Decimal("0.45"), Decimal("0.00")),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 0},
        {"every_months": 0},
        {"first_due": date(2026, 1, 1)},
        {"owed": Decimal("0.01"), "number": 3},
    ],
)
def test_REV_14_refuses_a_plan_that_is_none(wrong):
    asked = {
        "owed": Decimal("900.00"),
        "number": 3,
        "first_due": date(2026, 2, 1),
        "every_months": 1,
        "starts_on": date(2026, 1, 1),
        "rates": LEGAL,
    } | wrong

    with pytest.raises(ValueError, match="a plan has parts"):
        instalments(**asked)


@given(st.integers(1000, 10**7), st.integers(1, 24))
def test_REV_14_the_parts_are_what_is_owed(owed_cents, number):
    owed = Decimal(owed_cents).scaleb(-2)
    plan = instalments(
        owed,
        number=number,
        first_due=date(2026, 1, 31),
        every_months=2,
        starts_on=date(2026, 1, 1),
        rates=[Rate(Decimal("1.60"), date(2026, 1, 1))],
    )

    assert sum(each.capital for each in plan) == owed
    assert all(each.capital > 0 for each in plan)
    assert plan[-1].left == 0
