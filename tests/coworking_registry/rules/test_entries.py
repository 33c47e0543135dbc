"""The life of an entry, each rule at its boundary."""

from datetime import date, timedelta

import pytest

from coworking_registry.rules import entries as rules
from coworking_registry.rules.entries import Running
from tests.coworking_registry.rules.sets import asked, verdicts

ENDS = date(2028, 3, 31)
FILED = Running(ENDS, renewal_filed=ENDS)


def before(days):
    return ENDS - timedelta(days=days)


def test_spa_21_an_entry_ends_the_day_before_the_same_day_comes_round():
    assert rules.entry_ends(date(2026, 4, 1), asked()) == ENDS
    assert rules.entry_ends(date(2026, 1, 31), asked(validity_months=1)) == date(2026, 2, 27)


@pytest.mark.parametrize(
    ("left", "sent", "due"),
    [
        (61, [], None),
        (60, [], 60),
        (60, [60], None),
        (31, [60], None),
        (30, [60], 30),
        (7, [60, 30], 7),
        (0, [60, 30], 7),
        (0, [60, 30, 7], None),
        (-1, [], None),
    ],
)
def test_spa_22_notices_are_sent_60_30_and_7_days_before_the_end_once_each(left, sent, due):
    assert rules.notice_due(Running(ENDS), before(left), asked(), sent) == due


def test_spa_22_rounds_that_were_missed_are_made_up_for_by_the_latest_notice_alone():
    assert rules.notice_due(Running(ENDS), before(5), asked(), []) == 7
    assert rules.notice_due(Running(ENDS), before(5), asked(), [7]) is None


def test_spa_22_nobody_is_told_to_renew_who_has_asked_to():
    assert rules.notice_due(Running(ENDS, before(50)), before(30), asked(), [60]) is None


@pytest.mark.parametrize(("left", "blocks"), [(61, True), (60, False), (0, False), (-1, True)])
def test_spa_23_a_renewal_is_asked_from_the_first_notice_to_the_last_day(left, blocks):
    outcome = rules.may_renew(Running(ENDS), before(left), asked())

    assert (outcome.rule, outcome.blocks) == ("SPA-23", blocks)


def test_spa_23_a_renewal_sent_twice_is_answered_with_the_day_of_the_first():
    outcome = rules.may_renew(Running(ENDS, date(2028, 2, 14)), before(3), asked())

    assert outcome.blocks
    assert outcome.sentence == (
        "Il rinnovo è già stato chiesto il 14/02/2028: non serve chiederlo di nuovo."
    )


def test_spa_24_an_entry_stays_listed_until_a_renewal_filed_in_time_is_decided():
    late = Running(ENDS, renewal_filed=ENDS + timedelta(days=1))
    days = [ENDS, ENDS + timedelta(days=1), ENDS + timedelta(days=90)]

    assert [rules.stays_listed(Running(ENDS), day) for day in days] == [True, False, False]
    assert [rules.stays_listed(FILED, day) for day in days] == [True, True, True]
    assert [rules.stays_listed(late, day) for day in days] == [True, False, False]


def test_spa_25_only_what_a_visit_looks_at_is_a_major_change():
    space = {"desks": 12, "street": "Via dei Mulini", "phone": "0376 1", "description": "A"}

    assert rules.major_changes(space, space | {"phone": "0376 2", "description": "B"}) == []
    assert rules.major_changes(space, space | {"street": "Via Po", "desks": 10}) == [
        "desks",
        "street",
    ]


def test_spa_26_a_suspension_has_reasons_and_an_end():
    since = date(2026, 9, 3)

    assert verdicts(rules.suspension_limited(since, since, "Manca un estintore")) == [
        ("SPA-26", "met"),
        ("SPA-26", "met"),
    ]
    assert verdicts(rules.suspension_limited(since, None, "  ")) == [
        ("SPA-26", "not_met"),
        ("SPA-26", "not_met"),
    ]
    assert rules.suspension_limited(since, since - timedelta(days=1), "Motivo")[1].blocks


def test_spa_27_nobody_stops_an_entry_without_having_seen_what_depends_on_it_now():
    assert rules.consequences_seen("", "abc", 2).blocks
    assert rules.consequences_seen("old", "abc", 2).blocks
    assert not rules.consequences_seen("abc", "abc", 2).blocks
    assert not rules.consequences_seen("", "abc", 0).blocks


def test_spa_27_running_grants_are_given_a_last_day_from_today_on():
    today = date(2026, 9, 3)
    days = [None, today - timedelta(days=1), today]

    assert [rules.running_grants_end(chosen, today, 1).blocks for chosen in days] == [
        True,
        True,
        False,
    ]
    assert not rules.running_grants_end(None, today, 0).blocks
