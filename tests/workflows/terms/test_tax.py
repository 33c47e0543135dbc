from datetime import date

import pytest

from tests.workflows.terms.vectors import VECTORS, day
from workflows.terms import tax_deadline

PAID, PAID_IN_DECEMBER, FORM_770 = VECTORS["tax_deadlines"]


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ((2026, 12, 16), day(PAID["f24"])),
        ((2027, 1, 16), day(PAID_IN_DECEMBER["f24"])),
        ((2027, 10, 31), day(FORM_770["due"])),
        ((2026, 8, 16), date(2026, 8, 20)),
        ((2026, 8, 1), date(2026, 8, 20)),
        ((2026, 8, 20), date(2026, 8, 20)),
        ((2026, 8, 21), date(2026, 8, 21)),
        ((2026, 7, 31), date(2026, 7, 31)),
        ((2022, 8, 16), date(2022, 8, 22)),
        ((2026, 10, 3), date(2026, 10, 5)),
    ],
)
def test_TAX_10_deadline_moves_past_weekends_holidays_and_august(asked, due):
    assert tax_deadline(*asked) == due


def test_TAX_10_summer_rule_can_be_switched_off():
    assert tax_deadline(2026, 8, 11, None) == date(2026, 8, 11)


def test_TAX_10_date_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="day is out of range"):
        tax_deadline(2026, 9, 31)
