"""How long internships last: every worked example, both sides of every limit."""

from decimal import Decimal

import pytest

from internships.rules.bans import not_elementary
from internships.rules.dates import end_for
from internships.rules.duration import (
    Pause,
    end_after_pauses,
    extension_in_time,
    hours_within_contract,
    long_enough,
    months_allowed,
    never_begun,
    not_extendable_summer,
    odd_hours_explained,
    pause_long_enough,
    pause_told_in_time,
    reason_to_stop,
    remote_described,
    short_enough,
    suspended_between,
)
from internships.rules.recipients import Category, Kind
from tests.internships.rules.ruleset import BLOCK, LIMITS, MET, WARN, on, said

DURATION = LIMITS.duration
A, DISABLED, DISADVANTAGED = Category.UNEMPLOYED, Category.DISABLED, Category.DISADVANTAGED


def judged(start, end, levels, *, kind=Kind.ORDINARY, category=A, added=None, suspended=0):
    allowed = months_allowed(
        levels, kind=kind, category=category, limits=DURATION, added_levels=added
    )
    return said(short_enough(on(start), on(end), allowed, suspended_days=suspended))


@pytest.mark.parametrize(
    ("levels", "months", "end", "expected"),
    [
        ([3], 6, "2026-07-11", ("R-DUR-05", MET)),
        ([3], 8, "2026-09-11", ("R-DUR-05", BLOCK)),
        ([4, 4, 3], 12, "2027-01-11", ("R-DUR-06", BLOCK)),
        ([4, 5], 12, "2027-01-11", ("R-DUR-06", MET)),
    ],
)
def test_R_DUR_05_06_AT_04_most_months_by_the_level_of_the_competences(
    levels, months, end, expected
):
    assert end_for(on("2026-01-12"), months) == on(end)
    assert judged("2026-01-12", end, levels) == expected


def test_R_BAN_04_AT_04_elementary_work_is_no_internship():
    assert said(not_elementary([1, 3], DURATION)) == ("R-BAN-04", BLOCK)
    assert said(not_elementary([], DURATION)) == ("R-BAN-04", BLOCK)
    assert said(not_elementary([2, 3], DURATION)) == ("R-BAN-04", MET)


@pytest.mark.parametrize(
    ("end", "seasonal", "category", "expected"),
    [
        ("2026-06-20", False, A, ("R-DUR-01", BLOCK)),
        ("2026-07-02", False, A, ("R-DUR-01", BLOCK)),
        ("2026-07-03", False, A, ("R-DUR-01", MET)),
        ("2026-06-20", True, A, ("R-DUR-02", MET)),
        ("2026-06-02", True, A, ("R-DUR-02", BLOCK)),
        ("2026-06-20", False, DISABLED, ("R-DUR-04", MET)),
    ],
)
def test_R_DUR_01_02_04_AT_06_least_duration(end, seasonal, category, expected):
    outcome = long_enough(
        on("2026-05-04"),
        on(end),
        kind=Kind.ORDINARY,
        category=category,
        seasonal=seasonal,
        limits=DURATION,
    )

    assert said(outcome) == expected


@pytest.mark.parametrize(
    ("start", "end", "least", "most"),
    [
        ("2026-07-01", "2026-08-31", MET, MET),
        ("2026-06-15", "2026-08-31", MET, BLOCK),
        ("2026-06-15", "2026-08-14", MET, MET),
        ("2026-06-29", "2026-07-12", MET, MET),
        ("2026-06-29", "2026-07-11", BLOCK, MET),
    ],
)
def test_R_DUR_03_AT_07_summer_internships_of_students(start, end, least, most):
    kind, category = Kind.SUMMER, Category.STUDENT
    outcome = long_enough(
        on(start), on(end), kind=kind, category=category, seasonal=False, limits=DURATION
    )

    assert said(outcome) == ("R-DUR-03", least)
    assert judged(start, end, [3], kind=kind, category=category) == ("R-DUR-03", most)


def test_R_DUR_03_AT_07_a_summer_internship_is_not_extended():
    assert said(not_extendable_summer(Kind.SUMMER)) == ("R-DUR-03", BLOCK)
    assert said(not_extendable_summer(Kind.ORDINARY)) == ("R-DUR-03", MET)


@pytest.mark.parametrize(
    ("category", "months", "expected"),
    [
        (DISABLED, 18, ("R-DUR-09", MET)),
        (DISABLED, 25, ("R-DUR-09", BLOCK)),
        (DISADVANTAGED, 12, ("R-DUR-08", MET)),
        (DISADVANTAGED, 14, ("R-DUR-08", BLOCK)),
    ],
)
def test_R_DUR_08_09_AT_08_longer_for_the_fragile_whatever_the_level(category, months, expected):
    start = on("2026-01-12")
    end = end_for(start, months).isoformat()

    assert judged("2026-01-12", end, [2], category=category) == expected


def test_R_DUR_07_an_extension_beyond_the_basic_months_needs_one_qualified_competence():
    assert judged("2026-01-12", "2026-10-11", [3], added=[4, 2]) == ("R-DUR-07", MET)
    assert judged("2026-01-12", "2026-10-11", [3], added=[3]) == ("R-DUR-07", BLOCK)
    assert judged("2026-01-12", "2027-01-12", [3], added=[4]) == ("R-DUR-07", BLOCK)


def test_R_DUR_10_suspended_days_stand_outside_the_maximum():
    assert judged("2026-03-02", "2026-10-05", [3], suspended=34) == ("R-DUR-05", MET)
    assert judged("2026-03-02", "2026-10-06", [3], suspended=34) == ("R-DUR-05", BLOCK)


@pytest.mark.parametrize(
    ("reason", "first", "last", "expected"),
    [
        (Pause.ILLNESS, "2026-04-10", "2026-05-13", ("R-DUR-12", MET)),
        (Pause.ILLNESS, "2026-04-10", "2026-04-21", ("R-DUR-12", BLOCK)),
        (Pause.INJURY, "2026-04-10", "2026-05-08", ("R-DUR-12", BLOCK)),
        (Pause.INJURY, "2026-04-10", "2026-05-09", ("R-DUR-12", MET)),
        (Pause.MATERNITY, "2026-04-10", "2026-04-29", ("R-DUR-12", MET)),
        (Pause.CLOSURE, "2026-08-03", "2026-08-16", ("R-DUR-13", BLOCK)),
        (Pause.CLOSURE, "2026-08-03", "2026-08-17", ("R-DUR-13", MET)),
        (Pause.MATERNITY, "2026-04-10", "2026-04-09", ("R-DUR-12", BLOCK)),
    ],
)
def test_R_DUR_12_13_AT_09_only_a_long_absence_stops_the_clock(reason, first, last, expected):
    assert said(pause_long_enough(reason, on(first), on(last), DURATION)) == expected


def test_R_DUR_14_AT_09_suspended_days_move_the_end():
    days = suspended_between([(on("2026-04-10"), on("2026-05-13"))])

    assert days == 34
    assert end_after_pauses(on("2026-09-01"), days) == on("2026-10-05")


@pytest.mark.parametrize(
    ("asked", "extended", "verdicts"),
    [
        ("2026-08-17", 0, [MET, MET, MET]),
        ("2026-08-18", 0, [MET, WARN, MET]),
        ("2026-08-01", 1, [MET, MET, WARN]),
        ("2026-09-02", 0, [BLOCK, WARN, MET]),
    ],
)
def test_R_DUR_11_an_extension_is_asked_in_time_and_once(asked, extended, verdicts):
    outcomes = extension_in_time(on(asked), on("2026-09-01"), extended, DURATION)

    assert [outcome.verdict for outcome in outcomes] == verdicts


def test_R_DUR_16_what_is_foreseeable_is_told_a_week_before():
    first = on("2026-08-10")

    assert (
        pause_told_in_time(on("2026-08-03"), first, foreseeable=True, limits=DURATION).verdict
        == MET
    )
    assert (
        pause_told_in_time(on("2026-08-04"), first, foreseeable=True, limits=DURATION).verdict
        == WARN
    )
    assert (
        pause_told_in_time(on("2026-08-10"), first, foreseeable=False, limits=DURATION).verdict
        == MET
    )


def test_R_DUR_17_18_an_early_end_has_its_reason():
    assert said(reason_to_stop("  ", by_intern=True)) == ("R-DUR-17", BLOCK)
    assert said(reason_to_stop("obiettivi non raggiungibili", by_intern=False)) == (
        "R-DUR-18",
        MET,
    )


def test_R_DUR_19_only_what_never_began_is_annulled():
    assert never_begun(0).verdict == MET
    assert never_begun(1).verdict == BLOCK


@pytest.mark.parametrize(("weekly", "verdict"), [("40", MET), ("40.5", BLOCK), ("0", BLOCK)])
def test_R_DUR_20_hours_within_the_collective_agreement(weekly, verdict):
    assert hours_within_contract(Decimal(weekly), Decimal(40)).verdict == verdict


def test_R_DUR_21_22_odd_hours_and_remote_days_are_explained():
    assert odd_hours_explained("", at_night_or_holidays=True).verdict == WARN
    assert odd_hours_explained("turni di panificazione", at_night_or_holidays=True).verdict == MET
    assert remote_described("", remote_days=1).verdict == BLOCK
    assert remote_described("", remote_days=0).verdict == MET
