"""National public holidays (giorni festivi) and the shift of a last day that falls on one.

The table is ours, with the years in which each row holds, so that an update of a library can never
move a legal date; the tests compare it with the `holidays` package as a second opinion.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from dateutil.easter import easter

from workflows.terms.errors import TermError

SATURDAY = 5
SUNDAY = 6
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FixedHoliday:
    """One row of the table: a day of the year that is a holiday in the years given."""

    month: int
    day: int
    name: str
    first_year: int
    source: str
    last_year: int | None = None

    def holds_in(self, year: int) -> bool:
        """Whether the day is a holiday in that year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


@dataclass(frozen=True, slots=True)
class MovingHoliday:
    """One row of the table: a holiday so many days after Easter Sunday."""

    days_after_easter: int
    name: str
    source: str


# The table is complete from this year on: before it, 2 June was kept on a Sunday.
FIRST_YEAR = 2001

FIXED_HOLIDAYS = (
    FixedHoliday(1, 1, "Capodanno", FIRST_YEAR, "L. 260/1949"),
    FixedHoliday(1, 6, "Epifania", FIRST_YEAR, "L. 260/1949; DPR 792/1985"),
    FixedHoliday(3, 17, "Anniversario dell'Unità d'Italia", 2011, "DL 5/2011", last_year=2011),
    FixedHoliday(4, 25, "Festa della Liberazione", FIRST_YEAR, "L. 260/1949"),
    FixedHoliday(5, 1, "Festa del lavoro", FIRST_YEAR, "L. 260/1949"),
    FixedHoliday(6, 2, "Festa della Repubblica", FIRST_YEAR, "L. 260/1949; L. 336/2000"),
    FixedHoliday(8, 15, "Assunzione di Maria", FIRST_YEAR, "L. 260/1949"),
    FixedHoliday(10, 4, "San Francesco d'Assisi", 2026, "L. 151/2025"),
    FixedHoliday(11, 1, "Ognissanti", FIRST_YEAR, "L. 260/1949"),
    FixedHoliday(12, 8, "Immacolata Concezione", FIRST_YEAR, "L. 260/1949"),
    FixedHoliday(12, 25, "Natale", FIRST_YEAR, "L. 260/1949"),
    FixedHoliday(12, 26, "Santo Stefano", FIRST_YEAR, "L. 260/1949"),
)

MOVING_HOLIDAYS = (
    MovingHoliday(0, "Pasqua", "L. 260/1949"),
    MovingHoliday(1, "Lunedì dell'Angelo", "L. 260/1949"),
)


@lru_cache(maxsize=128)
def holidays_of(year: int) -> Mapping[date, str]:
    """The named national holidays of a year with their Italian names, in order of date.

    Ordinary Sundays are holidays too but have no name, so they are not listed; patron saints are
    not national and never are. Two holidays on one day share the entry ("Pasqua; Festa della
    Liberazione"). Raises TermError before the first year of the table. Source: TERM-06, TERM-07.
    """
    if year < FIRST_YEAR:
        raise TermError(
            "unknown_year", f"Il calendario delle festività è disponibile dal {FIRST_YEAR}."
        )
    easter_sunday = easter(year)
    named = [
        (easter_sunday + timedelta(days=row.days_after_easter), row.name) for row in MOVING_HOLIDAYS
    ]
    named += [
        (date(year, row.month, row.day), row.name) for row in FIXED_HOLIDAYS if row.holds_in(year)
    ]
    names: dict[date, str] = {}
    for day, name in sorted(named, key=lambda pair: pair[0]):
        names[day] = f"{names[day]}; {name}" if day in names else name
    return MappingProxyType(names)


def is_holiday(day: date) -> bool:
    """Whether the day is festivo: any Sunday or a national holiday. Source: TERM-06."""
    return day.weekday() == SUNDAY or day in holidays_of(day.year)


def is_working_day(day: date, *, working_saturday: bool = False) -> bool:
    """Whether the day counts in a term of working days; Saturday does only if the rule says so."""
    return not is_holiday(day) and (working_saturday or day.weekday() != SATURDAY)


def shift(day: date, *, saturday_shifts: bool = False) -> date:
    """The day itself, or the first following one that is not a holiday.

    With `saturday_shifts` Saturdays are passed over as well. Source: TERM-03, TERM-04.
    """
    while is_holiday(day) or (saturday_shifts and day.weekday() == SATURDAY):
        day += ONE_DAY
    return day
