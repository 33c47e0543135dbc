"""A gross amount divides to the cent among tax, institutes, suspension and beneficiary."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounting.rules import cascade, enquiry_due, shared_debts, withholding
from tests.accounting.vectors import VECTORS

FOUR, THRESHOLD = Decimal(4), Decimal("5000.00")
MONEY = st.integers(1, 10**7).map(lambda cents: Decimal(cents).scaleb(-2))
DEBTS = st.dictionaries(st.sampled_from(["INPS", "INAIL", "Cassa edile"]), MONEY)


@pytest.mark.parametrize(
    "row", VECTORS["payment_cascade"], ids=lambda row: f"{row['gross']} {row['durc_debt']}"
)
def test_PAY_20_divides_in_the_order_of_the_law(row):
    gross = Decimal(row["gross"])
    divided = cascade(gross, withholding(gross, FOUR), debts={"INPS": Decimal(row["durc_debt"])})

    assert (divided.tax.withheld, divided.to_institutes, divided.net) == (
        Decimal(row["withheld"]),
        Decimal(row["to_inps_inail"]),
        Decimal(row["to_beneficiary"]),
    )
    assert enquiry_due(gross, THRESHOLD) is row["art48bis_check"]


def test_PAY_05_a_cent_above_the_threshold_asks_the_collector():
    gross = Decimal("5000.01")

    assert enquiry_due(gross, THRESHOLD)
    assert cascade(gross, withholding(gross, FOUR), debts={}).net == Decimal("4800.01")


def test_PAY_05_suspends_what_the_collector_claims_after_the_institutes():
    gross = Decimal("10000.00")
    asked = {"collector_debt": Decimal("7000.00"), "collector_threshold": THRESHOLD}

    divided = cascade(gross, withholding(gross, FOUR), debts={"INPS": Decimal("3000.00")}, **asked)

    assert [(step.rule, step.taken, step.left) for step in divided.steps] == [
        ("PAY-20", Decimal("0.00"), Decimal("10000.00")),
        ("TAX-01", Decimal("400.00"), Decimal("9600.00")),
        ("PAY-03", Decimal("3000.00"), Decimal("6600.00")),
        ("PAY-05", Decimal("6600.00"), Decimal("0.00")),
    ]


def test_PAY_05_a_debt_under_the_threshold_suspends_nothing():
    gross = Decimal("10000.00")
    below = {"collector_debt": Decimal("4999.99"), "collector_threshold": THRESHOLD}

    assert cascade(gross, withholding(gross, FOUR), debts={}, **below).suspended == 0


def test_PAY_03_shares_what_is_there_among_institutes_in_proportion():
    assert shared_debts(
        Decimal("100.00"), {"INPS": Decimal(200), "INAIL": Decimal(100), "Cassa edile": Decimal(0)}
    ) == {"INPS": Decimal("66.67"), "INAIL": Decimal("33.33")}


def test_PAY_20_refuses_the_tax_of_another_amount():
    with pytest.raises(ValueError, match="not of this gross"):
        cascade(Decimal("10.00"), withholding(Decimal("11.00"), FOUR), debts={})


@given(MONEY, DEBTS, MONEY)
def test_PAY_20_no_cent_is_lost_or_made(gross, debts, claimed):
    divided = cascade(
        gross,
        withholding(gross, FOUR),
        debts=debts,
        collector_debt=claimed,
        collector_threshold=THRESHOLD,
    )
    parts = (divided.tax.withheld, divided.to_institutes, divided.suspended, divided.net)

    assert sum(parts) == gross
    assert all(part >= 0 for part in parts)
    assert all(divided.institutes[name] <= debts[name] for name in divided.institutes)
    assert sum(step.taken for step in divided.steps) + divided.net == gross
