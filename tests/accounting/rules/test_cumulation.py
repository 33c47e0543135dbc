"""Aid beside other aid on the same costs."""

from decimal import Decimal

import pytest

from accounting.rules import OtherAid, cumulation_allowed

COST = Decimal("1000.00")


@pytest.mark.parametrize(
    ("amount", "others", "holds"),
    [
        ("500.00", [OtherAid("Comune", Decimal("500.00"), same_costs=True)], True),
        ("500.01", [OtherAid("Comune", Decimal("500.00"), same_costs=True)], False),
        ("500.01", [OtherAid("Comune", Decimal("9000.00"), same_costs=False)], True),
        ("200.00", [OtherAid("Regione", Decimal("300.00"), True, Decimal(50))], True),
        ("200.01", [OtherAid("Regione", Decimal("300.00"), True, Decimal(50))], False),
        ("1000.00", [], True),
        ("1000.01", [], False),
    ],
)
def test_AID_13_takes_the_lowest_intensity_on_the_same_costs(amount, others, holds):
    assert cumulation_allowed(COST, Decimal(amount), others).blocks is not holds


def test_AID_13_compares_a_limit_that_is_no_whole_cent_as_it_is():
    other = OtherAid("Regione", Decimal("0.00"), same_costs=True, intensity_percent=Decimal("33.3"))

    outcome = cumulation_allowed(Decimal("0.10"), Decimal("0.04"), [other])

    assert outcome.blocks
    assert outcome.sentence == (
        "Gli aiuti sugli stessi costi sarebbero 0,04 €: il limite è 0,03 €, il 33,3% di 0,10 €."
    )
