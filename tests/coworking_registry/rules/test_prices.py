"""The price list: what can stand in it."""

from decimal import Decimal

import pytest

from coworking_registry.rules.prices import prices_can_be
from coworking_registry.rules.sheets import Price
from tests.coworking_registry.rules.sets import verdicts

DESK = Price("Postazione", Decimal("200.00"), is_desk=True)


def test_spa_09_takes_a_list_with_a_desk():
    assert verdicts(prices_can_be([DESK, Price("Stampa", Decimal("0.1"))])) == [("SPA-09", "met")]


@pytest.mark.parametrize(
    ("price", "sentence"),
    [
        ("0", "“Stampa”: il prezzo deve essere maggiore di zero."),
        ("-1.00", "“Stampa”: il prezzo deve essere maggiore di zero."),
        ("NaN", "“Stampa”: il prezzo deve essere maggiore di zero."),
        ("12.3456", "“Stampa”: il prezzo ha al massimo due decimali."),
    ],
)
def test_spa_09_refuses_a_price_of_zero_or_with_four_decimals(price, sentence):
    first, rest = prices_can_be([DESK, Price("Stampa", Decimal(price))])

    assert (first.sentence, first.blocks, rest.blocks) == (sentence, True, False)


def test_spa_09_refuses_a_list_without_a_desk():
    assert verdicts(prices_can_be([Price("Stampa", Decimal("0.10"))])) == [("SPA-09", "not_met")]
