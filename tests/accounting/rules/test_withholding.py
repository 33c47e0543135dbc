"""Tax withheld against examples worked out by hand."""

from decimal import Decimal

import pytest

from accounting.rules import (
    Withholding,
    no_withholding,
    withholding,
    withholding_due,
)
from tests.accounting.vectors import VECTORS

FOUR = Decimal(4)


def money(row, name, default="0.00"):
    return Decimal(row.get(name, default))


@pytest.mark.parametrize("row", VECTORS["withholding_4pct"], ids=lambda row: row["gross"])
def test_TAX_01_TAX_04_divides_gross_to_the_cent(row):
    division = withholding(
        money(row, "gross"),
        FOUR,
        capital_spend=money(row, "capital_goods_spend"),
        total_spend=money(row, "total_spend"),
    )

    assert division == Withholding(
        money(row, "not_taxable"), money(row, "taxable"), money(row, "withheld"), money(row, "net")
    )


def test_TAX_01_takes_the_rate_it_is_given():
    assert withholding(Decimal("1000.00"), Decimal("12.5")) == Withholding(
        Decimal("0.00"), Decimal("1000.00"), Decimal("125.00"), Decimal("875.00")
    )


def test_TAX_04_refuses_capital_goods_dearer_than_the_whole():
    with pytest.raises(ValueError, match="between zero and the total"):
        withholding(
            Decimal("10.00"), FOUR, capital_spend=Decimal("2.00"), total_spend=Decimal("1.00")
        )


def test_TAX_03_withholds_nothing_from_who_is_exempt():
    assert no_withholding(Decimal("600.00")) == Withholding(
        Decimal("600.00"), Decimal("0.00"), Decimal("0.00"), Decimal("600.00")
    )


@pytest.mark.parametrize(
    ("call", "enterprise", "body", "commercial", "is_due"),
    [
        (True, True, False, True, True),
        (True, True, False, False, True),
        (True, False, True, True, True),
        (True, False, True, False, False),
        (True, False, False, True, False),
        (True, False, False, False, False),
        (False, True, False, True, False),
    ],
)
def test_TAX_02_TAX_03_are_due_from_enterprises_and_trading_bodies(
    call, enterprise, body, commercial, is_due
):
    assert is_due == withholding_due(
        call_withholds=call,
        is_enterprise=enterprise,
        is_body=body,
        has_commercial_activity=commercial,
    )
