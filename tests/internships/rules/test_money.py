"""Indemnity, refunds, exposure and tax, to the cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from internships.rules.exposure import TaxYear, fraud_fine, tax_on, unpaid
from internships.rules.indemnity import amount_due, amount_enough, due_at_all
from internships.rules.procedure import (
    Month,
    budget_covers,
    net_of_withholding,
    refund,
    refund_by_days,
)
from internships.rules.recipients import Category
from tests.internships.rules.ruleset import BLOCK, LIMITS, MET, WARN, eur, on, said

INDEMNITY = LIMITS.indemnity


@pytest.mark.parametrize(
    ("agreed", "meals", "hours", "verdict"),
    [
        ("450", False, 8, BLOCK),
        ("400", True, 8, MET),
        ("350", False, 4, MET),
        ("350", False, 5, BLOCK),
        ("400", False, 4, MET),
        ("499.99", False, 8, BLOCK),
        ("500", False, 8, MET),
    ],
)
def test_R_IND_01_02_03_AT_13_the_lowest_minimum_that_applies(agreed, meals, hours, verdict):
    outcome = amount_enough(
        eur(agreed),
        is_public=False,
        meals=meals,
        max_daily_hours=Decimal(hours),
        limits=INDEMNITY,
    )

    assert said(outcome) == ("R-IND-05", verdict)


@pytest.mark.parametrize(
    ("agreed", "meals", "hours", "verdict"),
    [
        ("300", False, 6, BLOCK),
        ("300", True, 6, MET),
        ("300", False, 4, MET),
        ("290", True, 6, BLOCK),
    ],
)
def test_R_IND_04_AT_14_public_bodies(agreed, meals, hours, verdict):
    outcome = amount_enough(
        eur(agreed), is_public=True, meals=meals, max_daily_hours=Decimal(hours), limits=INDEMNITY
    )

    assert said(outcome) == ("R-IND-04", verdict)


@pytest.mark.parametrize(("agreed", "verdict"), [("0", MET), ("500", MET), ("300", WARN)])
def test_R_IND_09_10_AT_15_with_income_support(agreed, verdict):
    outcome = due_at_all(
        eur(agreed),
        category=Category.UNEMPLOYED,
        has_income_support=True,
        meals=False,
        limits=INDEMNITY,
    )

    assert said(outcome) == ("R-IND-09", verdict)


@pytest.mark.parametrize(
    ("done", "due", "rule"),
    [
        (128, "500.00", "R-IND-06"),
        (127, "396.88", "R-IND-07"),
        (60, "300.00", "R-IND-07"),
        (0, None, "R-IND-08"),
    ],
)
def test_R_IND_06_07_08_AT_11_what_a_month_is_worth(done, due, rule):
    amount, outcome = amount_due(eur("500.00"), 160 * 60, done * 60, INDEMNITY)

    assert (amount, outcome.rule) == (None if due is None else eur(due), rule)


def test_R_DUR_15_a_month_wholly_suspended_is_worth_nothing():
    assert amount_due(eur("500.00"), 0, 0, INDEMNITY)[0] == 0


def test_R_IND_07_the_floor_is_never_more_than_what_was_agreed():
    assert amount_due(eur("250.00"), 100, 10, INDEMNITY)[0] == eur("250.00")


@given(st.integers(1, 12000), st.integers(1, 12000))
def test_R_IND_06_07_more_attendance_is_never_worth_less(planned, done):
    less = amount_due(eur("500.00"), planned, done, INDEMNITY)[0]
    more = amount_due(eur("500.00"), planned, done + 1, INDEMNITY)[0]

    assert eur("300.00") <= less <= more <= eur("500.00")


def test_R_SAN_02_AT_23_fraud_counts_days_from_2022():
    since = on("2022-01-01")
    four = [(on("2026-01-01"), on("2026-03-01"))] * 4

    assert fraud_fine(four, since, LIMITS) == eur("12000")
    assert fraud_fine([(on("2021-11-15"), on("2022-02-15"))], since, LIMITS) == eur("2300")
    assert fraud_fine([(on("2021-11-15"), on("2021-12-31"))], since, LIMITS) == 0


def test_R_SAN_01_AT_23_unpaid_months_expose_to_a_range():
    outcome = unpaid(2, LIMITS)

    assert said(outcome) == ("R-SAN-01", WARN)
    assert "da 1.000,00 € a 6.000,00 €" in outcome.sentence
    assert unpaid(0, LIMITS).verdict == MET


def test_R_TAX_04_AT_24_tax_of_a_year():
    year = TaxYear(Decimal(23), Decimal(15000), Decimal(1955), 365)

    six, twelve = tax_on(eur("3000"), 184, year), tax_on(eur("9600"), 365, year)

    assert (six.gross, six.credit, six.due) == (eur("690.00"), eur("985.53"), 0)
    assert (twelve.gross, twelve.credit, twelve.due) == (
        eur("2208.00"),
        eur("1955.00"),
        eur("253.00"),
    )
    with pytest.raises(ValueError):
        tax_on(eur("15000.01"), 365, year)


def test_R_PUB_18_months_with_enough_attendance_are_refunded_up_to_the_cap():
    months = [
        Month(9600, 9600, eur("500"), eur("500")),
        Month(9600, 6720, eur("350"), eur("350")),
        Month(9600, 6719, eur("349.95"), eur("349.95")),
        Month(9600, 9600, eur("500"), eur("200")),
        Month(0, 0, eur("0"), eur("0")),
    ]

    assert refund(months, eur("300"), 70) == eur("800")


@pytest.mark.parametrize(
    ("days", "amount"), [(119, "0"), (120, "250"), (150, "500"), (179, "500"), (180, "750")]
)
def test_R_PUB_18_lump_sums_by_days(days, amount):
    steps = [(120, eur("250")), (150, eur("500")), (180, eur("750"))]

    assert refund_by_days(days, steps) == eur(amount)


def test_R_PUB_16_19_withholding_adds_up_and_the_budget_holds():
    assert net_of_withholding(eur("1234.56"), Decimal(4)) == (eur("49.38"), eur("1185.18"))
    assert budget_covers(eur("300"), eur("500"), eur("200"), eur("1000")).verdict == MET
    assert budget_covers(eur("300.01"), eur("500"), eur("200"), eur("1000")).verdict == BLOCK
