"""Each institute's part is a line of its own, and all lines sum to the gross (ACC-07)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounting.rules import (
    ENDINGS,
    Share,
    cascade,
    line_number,
    shares_due,
    suspension_ends,
    withholding,
)
from tests.accounting.vectors import VECTORS

FOUR = Decimal(4)
MONEY = st.integers(1, 10**7).map(lambda cents: Decimal(cents).scaleb(-2))
PARTS = st.dictionaries(st.sampled_from(list(ENDINGS)), MONEY, min_size=1)


@pytest.mark.parametrize(
    "row", VECTORS["payment_cascade"], ids=lambda row: f"{row['gross']} {row['durc_debt']}"
)
def test_ACC_07_the_lines_of_a_cascade_and_its_tax_are_the_gross(row):
    gross = Decimal(row["gross"])
    divided = cascade(gross, withholding(gross, FOUR), debts={"inps": Decimal(row["durc_debt"])})
    parts = {"beneficiary": divided.net, **divided.institutes}

    due = shares_due(parts, divided.tax.withheld, [])

    wanted = {"beneficiary": row["to_beneficiary"], "inps": row["to_inps_inail"]}
    assert {share.to: share.amount for share in due} == {
        to: Decimal(amount) for to, amount in wanted.items() if Decimal(amount)
    }
    assert sum(share.amount + share.tax for share in due) == gross


@given(parts=PARTS, withheld=MONEY, data=st.data())
def test_ACC_07_what_is_ordered_again_is_what_failed(parts, withheld, data):
    due = shares_due(parts, withheld, [])
    paid = data.draw(st.lists(st.sampled_from(due), unique=True))

    again = shares_due(parts, withheld, paid)

    assert {share.to for share in again} == {share.to for share in due} - {one.to for one in paid}
    shares = [*paid, *again]
    left = withheld - sum(share.tax for share in shares)
    assert sum(share.amount for share in shares) == sum(parts.values())
    # The tax goes along with the first of them, and with the first of what is ordered again.
    assert left == (Decimal(0) if again or due[0] in paid else withheld)


def test_ACC_07_nothing_is_due_of_what_is_paid():
    assert (
        shares_due({"inps": Decimal(5)}, Decimal(1), [Share("inps", Decimal(5), Decimal(1))]) == []
    )


@pytest.mark.parametrize(
    ("to", "before", "number"),
    [
        ("beneficiary", 0, "P-2026-000001"),
        ("beneficiary", 1, "P-2026-000001-2"),
        ("inps", 0, "P-2026-000001-INPS"),
        ("building_fund", 2, "P-2026-000001-CE-3"),
    ],
)
def test_SEPA_05_a_line_is_known_by_its_payment_its_payee_and_how_often_it_was_tried(
    to, before, number
):
    assert line_number("P-2026-000001", to, before) == number


@pytest.mark.parametrize(
    ("attached", "on", "blocks"),
    [
        ("0.01", date(2026, 1, 2), False),
        ("100.00", date(2026, 1, 2), False),
        ("100.01", date(2026, 12, 31), True),
        ("0.00", date(2026, 3, 2), True),
        ("0.00", date(2026, 3, 3), False),
    ],
)
def test_PAY_05_suspended_sums_wait_sixty_days_for_the_collectors_order(attached, on, blocks):
    outcome = suspension_ends(Decimal(attached), Decimal("100.00"), date(2026, 1, 1), 60, on)

    assert (outcome.rule, outcome.blocks) == ("PAY-05", blocks)
