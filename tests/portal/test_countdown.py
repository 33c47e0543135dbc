"""How long until a call opens or closes, in words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from calls.models import Call
from portal.countdown import countdown

ROME = ZoneInfo("Europe/Rome")
OPENS = datetime(2026, 11, 23, 9, 0, tzinfo=ROME)
CLOSES = datetime(2026, 12, 4, 12, 0, tzinfo=ROME)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def at(now, closes=CLOSES):
    return countdown(Call(published_at=OPENS, opens_at=OPENS, closes_at=closes), now)


@pytest.mark.parametrize(
    ("now", "chip"),
    [
        (datetime(2026, 11, 20, 23, 59, tzinfo=ROME), "opens in 3 days"),
        (datetime(2026, 11, 22, 0, 1, tzinfo=ROME), "opens tomorrow"),
        (datetime(2026, 11, 23, 0, 1, tzinfo=ROME), "opens today at 09:00"),
        (OPENS - SECOND, "opens today at 09:00"),
        (OPENS, "open"),
        (CLOSES - SECOND, "open"),
        (CLOSES, "closed"),
    ],
)
def test_chip_counts_days_of_the_calendar_until_the_second_of_opening(now, chip):
    assert at(now).chip == chip


@pytest.mark.parametrize(
    ("now", "words", "tone"),
    [
        (datetime(2026, 11, 24, 9, 0, tzinfo=ROME), "Closes in 10 days", "success"),
        (datetime(2026, 12, 1, 9, 0, tzinfo=ROME), "Closes in 3 days", "warning"),
        (datetime(2026, 12, 3, 9, 0, tzinfo=ROME), "Closes tomorrow", "warning"),
        (datetime(2026, 12, 4, 9, 0, tzinfo=ROME), "Closes today at 12:00", "warning"),
    ],
)
def test_sentence_says_when_an_open_call_closes(now, words, tone):
    found = at(now)

    assert (found.sentence.split(":")[0], found.tone) == (words.split(":")[0], tone)


def test_call_without_closing_date_is_always_open():
    found = at(OPENS, closes=None)

    assert (found.phase, found.sentence) == ("open", "Always open: there is no closing date.")
