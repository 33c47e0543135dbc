"""What is still owed of a sum that is asked back (REV-07 to REV-14), against the vectors of the law."""

from datetime import date
from decimal import Decimal

import pytest

from accounting.rules import Owed, Plan, Rate, Receipt, Taken, owed_on, received_within, roll_due

RATE = Rate(Decimal("7.15"), date.min)
SINCE = date(2026, 2, 16)


def eur(text):
    return Decimal(text)


def test_REV_08_interest_of_the_whole_is_that_of_the_vector():
    # 5,000 from 16 Feb to 30 Oct 2026 at 7.15 per cent: 250.74.
    assert owed_on(eur("5000.00"), RATE, SINCE, date(2026, 10, 30)) == Owed(
        date(2026, 10, 30), eur("5000.00"), eur("250.74"), ()
    )


def test_REV_14_a_receipt_goes_to_the_interest_first_and_then_lowers_the_capital():
    paid = Receipt(date(2026, 10, 30), eur("1250.74"))

    owed = owed_on(eur("5000.00"), RATE, SINCE, date(2026, 10, 30), receipts=[paid])

    assert (owed.capital, owed.interest) == (eur("4000.00"), eur("0.00"))
    assert owed.taken == (Taken(eur("250.74"), eur("1000.00")),)
    later = owed_on(eur("5000.00"), RATE, SINCE, date(2026, 11, 30), receipts=[paid])
    # 4,000 for 31 days at 7.15 per cent.
    assert later.interest == eur("24.29")


def test_REV_14_from_the_day_of_a_plan_on_the_legal_rate_holds():
    legal = Rate(eur("1.60"), date(2026, 1, 1))
    plan = Plan(date(2026, 10, 30), (legal,))

    owed = owed_on(eur("5000.00"), RATE, SINCE, date(2027, 10, 30), plan=plan)

    # 250.74 until the plan, then a year at 1.60 per cent on all that was owed.
    assert owed.total == eur("5250.74") + eur("84.01")


def test_more_than_is_owed_is_no_receipt():
    with pytest.raises(ValueError, match="more came in"):
        owed_on(eur("100.00"), RATE, SINCE, SINCE, receipts=[Receipt(SINCE, eur("100.01"))])


@pytest.mark.parametrize(
    ("amount", "blocks"), [("0.00", True), ("0.01", False), ("100.00", False), ("100.01", True)]
)
def test_REV_14_a_receipt_is_within_what_is_owed(amount, blocks):
    owed = Owed(SINCE, eur("90.00"), eur("10.00"), ())

    outcome = received_within(eur(amount), owed)

    assert (outcome.rule, outcome.blocks) == ("REV-14", blocks)


@pytest.mark.parametrize(
    ("today", "left", "late", "blocks"),
    [
        (date(2026, 3, 18), "1.00", None, True),
        (date(2026, 3, 19), "1.00", None, False),
        (date(2026, 3, 19), "0.00", None, True),
        (date(2026, 3, 10), "1.00", date(2026, 3, 9), False),
    ],
)
def test_REV_13_the_roll_is_for_what_is_late_and_still_owed(today, left, late, blocks):
    assert roll_due(today, date(2026, 3, 18), eur(left), late).blocks is blocks
