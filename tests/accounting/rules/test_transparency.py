"""What is published, of whom, and until when."""

from datetime import date
from decimal import Decimal

import pytest

from accounting.rules import Beneficiary, Shown, discharged, must_publish, published_until, shown
from tests.accounting.vectors import VECTORS

THRESHOLD = Decimal("1000.00")
FIRM = Beneficiary(
    name="Alfa S.r.l.",
    tax_code="01234560207",
    vat_number="01234560207",
    is_natural_person=False,
    reveals_hardship=False,
    code="BEN-2026-0001",
)
TRADER = Beneficiary(
    "Bottega di Ada Rossi", "RSSDAA80A41E897Q", "02345670206", False, False, "BEN-2026-0002"
)
PERSON = Beneficiary("Ada Rossi", "RSSDAA80A41E897Q", "", True, False, "BEN-2026-0003")


@pytest.mark.parametrize(
    "row", VECTORS["transparency"], ids=lambda row: "+".join(amount for _, amount in row["acts"])
)
def test_TRA_02_sums_a_beneficiary_within_the_year(row):
    acts = [(date.fromisoformat(on), Decimal(amount)) for on, amount in row["acts"]]

    assert must_publish(acts, row["year"], THRESHOLD) is row["must_publish"]


def test_TRA_02_two_years_are_not_added():
    acts = [(date(2026, 12, 30), Decimal(600)), (date(2027, 1, 4), Decimal(600))]

    assert [must_publish(acts, year, THRESHOLD) for year in (2026, 2027)] == [False, False]


def test_TRA_05_TRA_06_show_what_may_be_told():
    hard = Beneficiary("Ada Rossi", "RSSDAA80A41E897Q", "", True, True, "BEN-2026-0003")

    assert [shown(each) for each in (FIRM, TRADER, PERSON, hard)] == [
        Shown("Alfa S.r.l.", "01234560207"),
        Shown("Bottega di Ada Rossi", "02345670206"),
        Shown("Ada Rossi", ""),
        Shown("BEN-2026-0003", ""),
    ]


@pytest.mark.parametrize(
    ("register", "cor", "spared"),
    [("RNA", "1234567", True), ("RNA", " ", False), ("SIAN", "1234567", False), ("", "", False)],
)
def test_TRA_07_only_the_general_register_discharges(register, cor, spared):
    assert discharged(register, cor) is spared


def test_TRA_09_stays_five_years_from_the_next_new_year():
    assert published_until(date(2026, 3, 10), 5) == date(2032, 1, 1)
