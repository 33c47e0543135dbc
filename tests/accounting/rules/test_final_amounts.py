"""What a lower spend leaves of a grant."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounting.rules import Result, final_amount
from tests.accounting.vectors import VECTORS

RESULTS = {
    "paid": Result.WHOLE,
    "re-determined": Result.LOWERED,
    "total forfeiture": Result.FORFEITED,
}
MONEY = st.integers(1, 10**7).map(lambda cents: Decimal(cents).scaleb(-2))


def worked_out(row, rate=None):
    return final_amount(
        granted=Decimal(row["granted"]),
        planned=Decimal(row["planned"]),
        actual=Decimal(row["actual"]),
        floor_percent=Decimal(row["min_share"]),
        rate_percent=rate,
    )


@pytest.mark.parametrize("rate", [None, Decimal(50)], ids=["share", "rate"])
@pytest.mark.parametrize("row", VECTORS["final_payment"], ids=lambda row: row["actual"])
def test_AMT_05_works_the_grant_out_anew(row, rate):
    final = worked_out(row, rate)

    assert (final.result, final.amount) == (RESULTS[row["outcome"]], Decimal(row["paid"]))
    assert final.freed == Decimal(row["granted"]) - final.amount
    assert final.outcome.blocks is (final.result is Result.FORFEITED)


def test_AMT_05_says_the_steps_and_why_nothing_is_left():
    final = worked_out(VECTORS["final_payment"][3])

    assert final.steps == (
        ("Contributo concesso", Decimal("4000.00")),
        ("Spesa ammessa alla concessione", Decimal("8000.00")),
        ("Spesa ammessa a rendiconto", Decimal("5599.99")),
        ("Soglia minima (70%)", Decimal("5600.00")),
        ("Contributo sulla spesa ammessa", Decimal("2800.00")),
        ("Contributo spettante", Decimal("0.00")),
    )
    assert final.outcome.sentence == (
        "La spesa ammessa (5.599,99 €) è sotto il 70% di quella prevista (8.000,00 €): "
        "il contributo decade per intero."
    )


def test_AMT_05_keeps_a_partial_grant_whole_where_the_rate_still_covers_it():
    row = {"granted": "2000.00", "planned": "8000.00", "actual": "6000.00", "min_share": "70"}

    assert worked_out(row, Decimal(50)).amount == Decimal("2000.00")
    assert worked_out(row).amount == Decimal("1500.00")


def test_AMT_05_refuses_a_grant_on_no_plan():
    row = {"granted": "1.00", "planned": "0.00", "actual": "1.00", "min_share": "70"}

    with pytest.raises(ValueError, match="planned spend"):
        worked_out(row)


@given(MONEY, MONEY, MONEY, st.integers(0, 100))
def test_AMT_05_a_cent_under_the_floor_forfeits_whatever_the_rounded_share(
    granted, planned, actual, floor
):
    final = final_amount(
        granted=granted, planned=planned, actual=actual, floor_percent=Decimal(floor)
    )

    assert (final.result is Result.FORFEITED) == (actual * 100 < planned * floor)
    assert Decimal(0) <= final.amount <= granted
    assert final.amount + final.freed == granted
