from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.terms.vectors import VECTORS, local
from workflows.terms import TermError, check_instant, closing_instant

DST = VECTORS["dst"]


@pytest.mark.parametrize(
    ("wall", "code", "sentence"),
    [
        (
            DST["ambiguous_local"],
            "ambiguous",
            (
                "Le ore 02:30 del 25 ottobre 2026 ricorrono due volte: cambia l'ora. Indicare un altro "
                "orario."
            ),
        ),
        (
            DST["nonexistent_local"],
            "nonexistent",
            "Le ore 02:30 del 28 marzo 2027 non esistono: cambia l'ora. Indicare un altro orario.",
        ),
    ],
)
def test_TERM_10_instant_inside_a_clock_change_is_refused(wall, code, sentence):
    with pytest.raises(TermError) as refusal:
        check_instant(local(wall), DST["zone"])

    assert (refusal.value.code, refusal.value.sentence) == (code, sentence)


@pytest.mark.parametrize(
    ("wall", "utc"),
    [
        (local("2026-10-25T01:59:59"), datetime(2026, 10, 24, 23, 59, 59, tzinfo=UTC)),
        (local("2026-10-25T03:00:00"), datetime(2026, 10, 25, 2, tzinfo=UTC)),
        (local("2027-03-28T01:59:59"), datetime(2027, 3, 28, 0, 59, 59, tzinfo=UTC)),
        (local("2027-03-28T03:00:00"), datetime(2027, 3, 28, 1, tzinfo=UTC)),
    ],
)
def test_TERM_10_instants_beside_a_clock_change_are_kept(wall, utc):
    checked = check_instant(wall)

    assert (checked.astimezone(UTC), checked.tzinfo) == (utc, ZoneInfo("Europe/Rome"))


@pytest.mark.parametrize(
    "wall",
    [local("2026-10-25T02:00:00"), local("2026-10-25T02:59:59"), local("2027-03-28T02:00:00")],
)
def test_TERM_10_borders_of_the_clock_change_are_refused(wall):
    with pytest.raises(TermError):
        check_instant(wall)


def test_TERM_10_instant_with_a_zone_is_refused():
    with pytest.raises(TermError) as refusal:
        check_instant(datetime(2026, 5, 8, 10, tzinfo=UTC))

    assert refusal.value.code == "not_local"


@pytest.mark.parametrize(
    ("closing_day", "utc"),
    [
        (date(2026, 5, 8), datetime(2026, 5, 8, 22, tzinfo=UTC)),
        (date(2026, 11, 30), datetime(2026, 11, 30, 23, tzinfo=UTC)),
        (date(2026, 10, 24), datetime(2026, 10, 24, 22, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_TERM_11_day_without_hour_closes_at_the_next_midnight(closing_day, utc):
    closing = closing_instant(closing_day)

    assert closing.astimezone(UTC) == utc
    assert check_instant(datetime.combine(closing_day, datetime.max.time())) == closing - timedelta(
        microseconds=1
    )


@given(st.datetimes(local("2020-01-01T00:00:00"), local("2040-12-31T00:00:00")))
def test_TERM_10_accepted_instant_comes_back_from_utc_as_it_was(wall):
    try:
        checked = check_instant(wall)
    except TermError:
        assert wall.month in {3, 10}
        assert wall.hour == 2
        return

    assert checked.astimezone(UTC).astimezone(ZoneInfo("Europe/Rome")).replace(tzinfo=None) == wall
