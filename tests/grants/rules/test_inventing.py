"""Invented applicants: the same seed invents the same, and what they answer can be answered."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from calls.rules.instants import OFFICE_ZONE as ROME
from calls.rules.sheets import fill, is_answered
from grants.rules.inventing import Setting, invent
from tests.grants.asking import QUESTIONS

OPENS = datetime(2026, 3, 1, 9, tzinfo=ROME)
SETTING = Setting(
    kinds=("aspiring", "enterprise"),
    provinces=("MN", "CR"),
    age=(18, 35),
    minimum_spend=Decimal(1500),
    full_spend=Decimal(5000),
    opens_at=OPENS,
    closes_at=OPENS + timedelta(days=30),
    weights=(3000, 2500, 2500, 2000),
    premiums=("rating",),
    questions=QUESTIONS,
)


def test_same_seed_invents_the_same_people_and_another_seed_others():
    assert invent(SETTING, 40, "prova") == invent(SETTING, 40, "prova")
    assert invent(SETTING, 40, "prova") != invent(SETTING, 40, "altro")


def test_people_file_in_order_within_the_window_and_bear_a_number_of_their_own():
    people = invent(SETTING, 300, "prova")

    instants = [one.filed_at for one in people]
    assert instants == sorted(instants)
    assert all(SETTING.opens_at <= instant < SETTING.closes_at for instant in instants)
    assert len({one.number for one in people}) == 300


def test_points_never_leave_the_range_of_their_criterion():
    people = invent(SETTING, 300, "prova")

    assert {len(one.sheets) for one in people} == {3}
    assert all(
        0 <= points <= weight and points % 50 == 0
        for one in people
        for sheet in one.sheets
        for points, weight in zip(sheet, SETTING.weights, strict=True)
    )


def test_some_are_wrong_on_purpose_and_most_are_not():
    people = invent(SETTING, 300, "prova")

    elsewhere = sum(one.province not in SETTING.provinces for one in people)
    too_low = sum(one.spend < SETTING.minimum_spend for one in people)
    assert 0 < elsewhere < 60
    assert 0 < too_low < 60


def test_answers_are_of_the_kind_that_is_asked_within_its_limits():
    kinds = {
        "motto": str,
        "addetti": Decimal,
        "risparmi": Decimal,
        "inizio": date,
        "settore": str,
        "canali": tuple,
        "beni": tuple,
        "vero": bool,
        "piano": bool,
    }
    for one in invent(SETTING, 100, "prova"):
        given = {code: value for code, value in one.given.items() if is_answered(value)}
        assert {
            code for code, value in given.items() if not isinstance(value, kinds.get(code, str))
        } == set()
        assert 1 <= given.get("addetti", Decimal(1)) <= 250
        assert given.get("inizio", date(2026, 1, 1)) >= date(2026, 1, 1)
        assert len(given.get("motto", "")) <= 40
        assert len(given.get("beni", ())) <= 2
        fill(QUESTIONS, one.given, {})


@pytest.mark.parametrize("count", [1, 3])
def test_call_without_criteria_has_no_sheets(count):
    setting = Setting(**{**SETTING.__dict__, "weights": ()})

    assert [one.sheets for one in invent(setting, count, "prova")] == [()] * count
