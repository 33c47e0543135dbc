"""When a beneficiary is reminded of the report, and from when its lack is a cause to revoke (REV-04 b)."""

from collections.abc import Iterable
from datetime import date, timedelta


def reminder_due(
    today: date, due: date, days_before: Iterable[int], reminded_on: date | None
) -> bool:
    """Tell whether a reminder is to be sent today.

    One is sent so many days before the last day, and one on the day after it. Rounds that were missed
    are made up for by one reminder, not by several; `reminded_on` is the day of the latest.
    """
    marks = [due - timedelta(days=days) for days in days_before]
    passed = [mark for mark in (*marks, due + timedelta(days=1)) if mark <= today]
    return bool(passed) and (reminded_on is None or reminded_on < max(passed))


def last_day_tolerated(due: date, grace_days: int) -> date:
    """Return the last day on which a report that is late is still waited for."""
    return due + timedelta(days=grace_days)
