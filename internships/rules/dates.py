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
