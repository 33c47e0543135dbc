"""Opening hours: what can be, how many they are, and whether a door is open."""

from datetime import datetime, time
from decimal import Decimal

import pytest

from coworking_registry.rules.hours import enough_hours, hours_can_be, is_open_at, weekly_hours
from coworking_registry.rules.sheets import Stretch
from tests.coworking_registry.rules.sets import asked, verdicts


def on(weekday, opens, closes):
    return Stretch(weekday, time.fromisoformat(opens), time.fromisoformat(closes))


MORNING, AFTERNOON = on(0, "09:00", "13:00"), on(0, "14:00", "19:30")


def test_spa_08_takes_stretches_that_touch_and_the_same_hours_on_another_day():
    touching = [MORNING, on(0, "13:00", "14:00"), on(1, "09:00", "13:00")]

    assert verdicts(hours_can_be(touching)) == [("SPA-08", "met")]


@pytest.mark.parametrize(
    ("stretches", "sentences"),
    [
        (
            [on(0, "12:00", "15:00"), MORNING],
            ["Lunedì: gli orari 09:00–13:00 e 12:00–15:00 si sovrappongono."],
        ),
        (
            [MORNING, MORNING],
            ["Lunedì: gli orari 09:00–13:00 e 09:00–13:00 si sovrappongono."],
        ),
        (
            [on(4, "18:00", "09:00")],
            ["Venerdì: la chiusura (09:00) deve seguire l'apertura (18:00)."],
        ),
        (
            [on(6, "09:00", "09:00")],
            ["Domenica: la chiusura (09:00) deve seguire l'apertura (09:00)."],
        ),
    ],
)
def test_spa_08_refuses_hours_that_overlap_or_end_before_they_start(stretches, sentences):
    outcomes = hours_can_be(stretches)

    assert [outcome.sentence for outcome in outcomes] == sentences
    assert all(outcome.blocks for outcome in outcomes)


def test_spa_07_counts_the_hours_of_the_week():
    week = [on(day, "09:00", "15:00") for day in range(5)]

    assert weekly_hours([MORNING, AFTERNOON]) == Decimal("9.5")
    assert verdicts([enough_hours(week, asked()), enough_hours(week[1:], asked())]) == [
        ("SPA-07", "met"),
        ("SPA-07", "not_met"),
    ]
    assert not enough_hours([], asked(), is_always_open=True).blocks


def test_a_door_is_open_from_its_first_minute_to_the_one_before_it_closes():
    monday = datetime.fromisoformat("2026-03-09")
    times = ["08:59", "09:00", "12:59", "13:00", "14:00"]
    asked_at = [monday.replace(hour=int(t[:2]), minute=int(t[3:])) for t in times]

    assert [is_open_at([MORNING, AFTERNOON], at) for at in asked_at] == [
        False,
        True,
        True,
        False,
        True,
    ]
    assert not is_open_at([MORNING], datetime.fromisoformat("2026-03-10T10:00"))
