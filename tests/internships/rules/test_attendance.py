"""The register: what can be written, when a month closes, what attendance gives at the end."""

from datetime import time, timedelta

import pytest

from internships.rules.attendance import (
    Absence,
    Row,
    absence_explained,
    attestation_earned,
    day_can_be_written,
    dossier_complete,
    minutes_of,
    month_can_close,
    not_over_plan,
    planned_minutes,
    share,
    times_make_sense,
    week_within_contract,
)
from tests.internships.rules.ruleset import BLOCK, LIMITS, MET, WARN, on, said

MONDAY = on("2026-03-02")
SPAN = 13 * 60


def test_R_ATT_01_times_follow_one_another():
    day = ((time(9), time(13)), (time(14), time(18)))
    overlap = ((time(9), time(13)), (time(12), time(18)))
    long = ((time(7), time(12)), (time(13), time(20, 1)))

    assert minutes_of(day) == 480
    assert times_make_sense(day, SPAN).verdict == MET
    assert times_make_sense(overlap, SPAN).verdict == BLOCK
    assert times_make_sense(((time(13), time(9)),), SPAN).verdict == BLOCK
    assert times_make_sense(long, SPAN).verdict == BLOCK
    assert times_make_sense((), SPAN).verdict == MET


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        ("2026-03-01", BLOCK),
        ("2026-03-02", MET),
        ("2026-03-20", MET),
        ("2026-03-21", BLOCK),
        ("2026-03-10", BLOCK),
    ],
)
def test_R_ATT_01_only_past_days_inside_the_internship_and_not_suspended(day, verdict):
    outcome = day_can_be_written(
        on(day),
        today=on("2026-03-20"),
        start=MONDAY,
        end=on("2026-09-01"),
        suspended=[(on("2026-03-09"), on("2026-03-13"))],
    )

    assert said(outcome) == ("R-ATT-01", verdict)


def test_R_ATT_02_04_less_needs_a_reason_and_more_an_explanation():
    assert absence_explained(Row(MONDAY, 480, 240)).verdict == BLOCK
    assert absence_explained(Row(MONDAY, 480, 240, absence=Absence.VISIT)).verdict == MET
    assert not_over_plan(Row(MONDAY, 480, 481)).verdict == WARN
    assert not_over_plan(Row(MONDAY, 480, 481, explained="fiera")).verdict == MET


def test_R_ATT_04_no_week_over_the_collective_agreement():
    days = [Row(MONDAY + timedelta(n), 480, 480) for n in range(5)]
    more = [*days[:4], Row(MONDAY + timedelta(4), 480, 481)]
    next_week = [*days, Row(MONDAY + timedelta(7), 480, 480)]

    assert week_within_contract(days, 2400).verdict == MET
    assert week_within_contract(more, 2400).verdict == BLOCK
    assert week_within_contract(next_week, 2400).verdict == MET


def test_R_ATT_03_suspended_and_closed_days_are_not_planned():
    rows = [
        Row(MONDAY, 480, 480),
        Row(MONDAY + timedelta(1), 480, 0, absence=Absence.ILLNESS),
        Row(MONDAY + timedelta(2), 480, 0, absence=Absence.SUSPENSION),
        Row(MONDAY + timedelta(3), 480, 0, absence=Absence.CLOSURE),
    ]

    assert planned_minutes(rows) == 960


@pytest.mark.parametrize(("done", "verdict"), [(700, MET), (699, BLOCK)])
def test_R_ATT_06_07_attestation_from_seventy_per_cent(done, verdict):
    assert said(attestation_earned(done, 1000, LIMITS)) == ("R-ATT-06", verdict)


def test_R_ATT_03_shares_are_shown_with_four_decimals_and_not_compared():
    assert str(share(2, 3)) == "0.6667"
    assert share(0, 0) == 0
    assert attestation_earned(69999, 100000, LIMITS).verdict == BLOCK


def test_R_ATT_05_the_dossier_documents_every_activity():
    assert dossier_complete(["a", "b"], ["a"]).verdict == BLOCK
    assert dossier_complete(["a", "b"], ["b", "a"]).verdict == MET


def test_R_ATT_01_a_month_closes_when_every_day_is_past_and_signed():
    rows = [Row(MONDAY, 480, 480), Row(MONDAY + timedelta(1), 480, 480)]
    days = [row.day for row in rows]

    assert month_can_close(rows, days, on("2026-03-31")).verdict == MET
    assert month_can_close(rows, days[:1], on("2026-03-31")).verdict == BLOCK
    assert month_can_close(rows, days, MONDAY).verdict == BLOCK
