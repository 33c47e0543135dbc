"""Until when questions on a call are taken, and why not."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from calls.rules.enquiries import last_instant, why_not_asked

ROME = ZoneInfo("Europe/Rome")
CLOSES = datetime(2026, 10, 30, 12, tzinfo=ROME)
LAST = datetime(2026, 10, 23, 12, tzinfo=ROME)


@pytest.mark.parametrize(
    ("closes_at", "days", "last"),
    [
        (CLOSES, 7, LAST),
        (CLOSES, 0, CLOSES),
        (CLOSES, None, CLOSES),
        (None, 7, None),
        (None, None, None),
    ],
)
def test_last_instant_keeps_the_hour_of_the_closing_over_the_change_of_clocks(
    closes_at, days, last
):
    assert last_instant(closes_at, days) == last
    if last is not None:
        assert last_instant(closes_at, days).hour == 12


def asked(now, *, last=LAST, has_ended=False, asked_today=0, most=2):
    return why_not_asked(now, last=last, has_ended=has_ended, asked_today=asked_today, most=most)


def test_questions_are_taken_up_to_the_last_instant_and_not_at_it():
    assert asked(LAST - timedelta(microseconds=1)) == ""
    assert asked(LAST) == "I quesiti si potevano inviare fino al 23/10/2026 alle 12:00."


def test_too_many_questions_in_a_day_wait_for_the_next_one():
    before = LAST - timedelta(days=1)

    assert asked(before, asked_today=1) == ""
    assert asked(before, asked_today=2).startswith("Hai già inviato 2 quesiti")


def test_a_call_that_has_ended_takes_none_even_without_a_closing():
    assert asked(LAST, last=None) == ""
    assert asked(LAST, last=None, has_ended=True).startswith("Il bando è concluso")
