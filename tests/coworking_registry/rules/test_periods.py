"""What the periods of the register say of a day."""

from dataclasses import dataclass
from datetime import date

from coworking_registry.rules.periods import period_on, standing_since


@dataclass(frozen=True)
class Stretch:
    standing: str
    valid_from: date
    valid_to: date | None = None


FIRST = Stretch("qualified", date(2023, 1, 1), date(2024, 12, 31))
RENEWED = Stretch("qualified", date(2025, 1, 1), date(2025, 6, 30))
SUSPENDED = Stretch("suspended", date(2025, 7, 1), date(2025, 7, 31))
BACK = Stretch("qualified", date(2025, 8, 1))


def test_period_on_takes_first_and_last_day_and_not_the_days_around():
    days = [date(2022, 12, 31), date(2023, 1, 1), date(2024, 12, 31), date(2025, 1, 1)]

    assert [period_on([FIRST], day) for day in days] == [None, FIRST, FIRST, None]


def test_standing_lasts_since_the_first_period_when_renewed_without_a_gap():
    assert standing_since([FIRST, RENEWED], date(2025, 3, 1)) == date(2023, 1, 1)


def test_standing_starts_anew_after_a_suspension():
    periods = [FIRST, RENEWED, SUSPENDED, BACK]

    assert standing_since(periods, date(2025, 7, 15)) == date(2025, 7, 1)
    assert standing_since(periods, date(2025, 9, 1)) == date(2025, 8, 1)


def test_standing_starts_anew_after_a_gap():
    late = Stretch("qualified", date(2025, 1, 2))

    assert standing_since([FIRST, late], date(2025, 3, 1)) == date(2025, 1, 2)


def test_there_is_no_standing_outside_the_register():
    assert standing_since([FIRST], date(2025, 1, 1)) is None
