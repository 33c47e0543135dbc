"""One reminder for each mark, however many rounds were missed (REV-01)."""

from datetime import date, timedelta

import pytest

from grants.rules.overdue import last_day_tolerated, reminder_due

DUE = date(2026, 10, 30)
BEFORE = (30, 10, 0)


@pytest.mark.parametrize(
    ("days", "reminded", "expected"),
    [
        (-31, None, False),
        (-30, None, True),
        (-30, -30, False),
        (-11, -30, False),
        (-10, -30, True),
        (0, -10, True),
        (0, 0, False),
        (1, 0, True),
        (1, None, True),
        (15, 1, False),
    ],
)
def test_REV_01_a_reminder_is_due_at_each_mark_and_once(days, reminded, expected):
    last = None if reminded is None else DUE + timedelta(days=reminded)

    assert reminder_due(DUE + timedelta(days=days), DUE, BEFORE, last) is expected


def test_REV_04_a_late_report_is_waited_for_some_days():
    assert last_day_tolerated(DUE, 15) == date(2026, 11, 14)
