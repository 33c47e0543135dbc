"""The calendar of internships (section 9) in the words of the engine: a rule or a day before."""

from datetime import UTC, date, datetime

import pytest

from workflows.terms import Rule, closing_instant, compute_term, last_day_before


@pytest.mark.parametrize(
    ("starts_on", "opens_too_late"),
    [
        (date(2026, 12, 1), datetime(2026, 11, 30, 23, tzinfo=UTC)),
        (date(2026, 7, 1), datetime(2026, 6, 30, 22, tzinfo=UTC)),
        # The clock changes in the night: midnight is still midnight.
        (date(2026, 10, 26), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
    ids=["winter", "summer", "after-the-clock-change"],
)
def test_R_COB_02_start_is_reported_before_midnight_of_the_day_before(starts_on, opens_too_late):
    last_day = last_day_before(starts_on, 1)

    assert closing_instant(last_day) == opens_too_late


@pytest.mark.parametrize(
    ("happened", "due"),
    [
        (date(2026, 11, 23), date(2026, 11, 28)),
        (date(2026, 12, 20), date(2026, 12, 28)),
        (date(2026, 3, 31), date(2026, 4, 7)),
    ],
    ids=["saturday-stays", "christmas-and-sunday", "easter"],
)
def test_R_COB_03_changes_are_reported_within_five_days(happened, due):
    assert compute_term(happened, Rule("R-COB-03", 5, "days")).due == due


@pytest.mark.parametrize(
    ("ends_on", "days", "asked_by"),
    [
        (date(2026, 11, 30), 15, date(2026, 11, 14)),
        (date(2027, 1, 21), 15, date(2027, 1, 5)),
        (date(2026, 12, 31), 7, date(2026, 12, 24)),
    ],
    ids=["sunday", "epiphany", "working-day"],
)
def test_R_DUR_11_requests_before_the_end_move_away_from_it(ends_on, days, asked_by):
    assert last_day_before(ends_on, days, anticipate_on_holiday=True) == asked_by


@pytest.mark.parametrize(
    ("ended", "rule", "due"),
    [
        (date(2026, 11, 30), Rule("REPORTS", 30, "days"), date(2026, 12, 30)),
        (date(2026, 11, 25), Rule("REPORTS", 30, "days"), date(2026, 12, 28)),
        (date(2026, 11, 30), Rule("CLAIM", 60, "days"), date(2027, 1, 29)),
        (date(2026, 8, 31), Rule("OUTCOME", 6, "months"), date(2027, 3, 1)),
        (
            date(2026, 8, 31),
            Rule("OUTCOME", 6, "months", shift_on_holiday=False),
            date(2027, 2, 28),
        ),
    ],
    ids=["reports", "reports-at-christmas", "claim", "outcome", "outcome-unshifted"],
)
def test_terms_after_the_end_of_an_internship(ended, rule, due):
    assert compute_term(ended, rule).due == due


def test_month_is_closed_by_the_fifth_day_of_the_next():
    assert compute_term(date(2026, 9, 30), Rule("MONTH", 5, "days")).due == date(2026, 10, 5)
    assert compute_term(date(2027, 1, 31), Rule("MONTH", 5, "working_days")).due == date(2027, 2, 5)
