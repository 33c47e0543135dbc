"""Months and days of an internship: both ends are days on which it runs."""

from datetime import date, timedelta
from decimal import Decimal

from workflows.rules.words import months_after

DAY = timedelta(days=1)


def end_for(start: date, months: int) -> date:
    """Return the last day of an internship of so many calendar months: 12/01 and 6 give 11/07."""
    return months_after(start, months) - DAY


def days_in(first: date, last: date) -> int:
    """Return how many days stand between two days, both counted."""
    return (last - first).days + 1


def months_before(day: date, months: int) -> date:
    """Return the same day `months` earlier, or the month's last day where it is missing."""
    return months_after(day, -months)


def hours(value: Decimal) -> str:
    """Write a number of hours as Italian letters do: 36 or 37,5."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def months_from(start: date, first: date, end: date) -> list[tuple[date, date]]:
    """Cut the days from `first` to `end` into months of an internship that began on `start` (R-IND-11).

    A month goes from the day of the month on which the internship began to the day before it in
    the next one; the first and the last are shorter where the days are fewer.
    """
    found, count = [], 1
    while first <= end:
        last = end_for(start, count)
        if last >= first:
            found.append((first, min(last, end)))
            first = last + DAY
        count += 1
    return found
