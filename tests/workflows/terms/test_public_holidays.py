from datetime import date, timedelta

import holidays
import pytest

from tests.workflows.terms.vectors import VECTORS, day
from workflows.terms import TermError, holidays_of, is_holiday, is_working_day


@pytest.mark.parametrize(("year", "days"), VECTORS["holidays"].items())
def test_TERM_06_holidays_of_the_year_match_the_law(year, days):
    assert list(holidays_of(int(year))) == [day(text) for text in days]


@pytest.mark.parametrize("year", range(2020, 2041))
def test_TERM_06_table_agrees_with_second_opinion_on_every_day(year):
    library = holidays.country_holidays("IT", years=year)
    length = date(year, 12, 31).timetuple().tm_yday
    every_day = [date(year, 1, 1) + timedelta(days=n) for n in range(length)]

    assert [d for d in every_day if is_holiday(d)] == [
        d for d in every_day if d in library or d.weekday() == 6
    ]


@pytest.mark.parametrize("year", range(2020, 2041))
def test_TERM_06_four_october_is_a_named_holiday_from_2026(year):
    assert (date(year, 10, 4) in holidays_of(year)) == (year >= 2026)


def test_TERM_06_four_october_is_counted_as_sunday_before_2026():
    assert [is_holiday(date(year, 10, 4)) for year in (2020, 2024, 2025, 2026, 2027)] == [
        True,
        False,
        False,
        True,
        True,
    ]


def test_TERM_07_patron_saint_of_mantova_is_not_a_holiday():
    assert [year for year in range(2020, 2041) if date(year, 3, 18) in holidays_of(year)] == []
    assert not is_holiday(date(2026, 3, 18))


def test_holidays_share_the_day_when_easter_falls_on_25_april():
    assert holidays_of(2038)[date(2038, 4, 25)] == "Pasqua; Festa della Liberazione"


def test_unity_day_is_a_holiday_only_in_2011():
    assert [year for year in range(2005, 2020) if date(year, 3, 17) in holidays_of(year)] == [2011]


def test_years_before_the_table_are_refused():
    with pytest.raises(TermError) as refusal:
        is_holiday(date(2000, 6, 2))

    assert refusal.value.sentence == "Il calendario delle festività è disponibile dal 2001."


def test_saturday_is_a_working_day_only_when_the_rule_says_so():
    saturday, sunday, boxing_day = date(2026, 12, 5), date(2026, 12, 6), date(2026, 12, 26)

    assert [is_working_day(d) for d in (saturday, sunday, boxing_day)] == [False] * 3
    assert [is_working_day(d, working_saturday=True) for d in (saturday, sunday, boxing_day)] == [
        True,
        False,
        False,
    ]
