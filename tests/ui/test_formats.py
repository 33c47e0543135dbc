from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation

import pytest
from django.utils.translation import override

from ui import formats

NOON_IN_ROME = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Decimal(1500), "1.500,00 €"),
        (Decimal("0.005"), "0,01 €"),
        (Decimal("-1234567.891"), "-1.234.567,89 €"),
        (0.1, "0,10 €"),
        ("12.5", "12,50 €"),
        (7, "7,00 €"),
    ],
)
def test_euro_is_italian_when_any_number_is_given(amount, written):
    assert formats.euro(amount) == written


def test_euro_refuses_when_value_is_no_number():
    with pytest.raises(InvalidOperation):
        formats.euro("dodici")


def test_long_date_is_lower_case_when_italian():
    with override("it"):
        assert formats.long_date(date(2026, 11, 23)) == "lunedì 23 novembre 2026"


def test_long_date_adds_hour_of_rome_when_instant():
    with override("it"):
        assert formats.long_date(NOON_IN_ROME) == "lunedì 23 novembre 2026, ore 12:00"
    with override("en"):
        assert formats.long_date(NOON_IN_ROME) == "Monday 23 November 2026, at 12:00"


def test_long_date_follows_summer_time_when_clocks_change():
    with override("en"):
        assert [
            formats.long_date(datetime(2026, 10, 25, hour, 30, tzinfo=UTC)) for hour in (0, 1)
        ] == ["Sunday 25 October 2026, at 02:30", "Sunday 25 October 2026, at 02:30"]


def test_short_date_shows_hour_only_when_instant():
    assert [formats.short_date(date(2026, 3, 1)), formats.short_date(NOON_IN_ROME)] == [
        "01/03/2026",
        "23/11/2026 12:00",
    ]


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (0, "0 byte"),
        (1023, "1023 byte"),
        (1536, "1,5 KB"),
        (2 * 1024 * 1024, "2,0 MB"),
        (5 * 1024**5, "5120,0 TB"),
    ],
)
def test_file_size_picks_unit_when_size_grows(size, written):
    assert formats.file_size(size) == written


def test_term_words_say_past_and_future_when_days_vary():
    with override("it"):
        assert [formats.term_words(days) for days in (-3, -1, 0, 1, 2, 30)] == [
            "scaduto da 3 giorni",
            "scaduto da 1 giorno",
            "scade oggi",
            "scade domani",
            "mancano 2 giorni",
            "mancano 30 giorni",
        ]


def test_term_tone_turns_when_term_comes_near():
    assert [formats.term_tone(days, 5) for days in (-1, 0, 5, 6)] == [
        "danger",
        "warning",
        "warning",
        "neutral",
    ]
