from datetime import date

import pytest

from tests.workflows.terms.strategies import rule
from workflows.terms import (
    Suspension,
    compute_term,
    days_left,
    delay_statement,
    half_term,
    late_by,
    on_the_day,
    urgency,
)

MARCH_2 = date(2026, 3, 2)
PLAIN = compute_term(MARCH_2, rule())
OPEN = compute_term(
    MARCH_2,
    rule(suspension_cap_days=30, suspensions_allowed=1),
    [Suspension("integration", date(2026, 3, 22))],
    date(2026, 3, 22),
)


@pytest.mark.parametrize(
    ("today", "left", "late", "colour"),
    [
        (date(2026, 5, 21), 11, 0, "far"),
        (date(2026, 5, 22), 10, 0, "soon"),
        (date(2026, 5, 31), 1, 0, "soon"),
        (date(2026, 6, 1), 0, 0, "due"),
        (date(2026, 6, 2), -1, 1, "overdue"),
    ],
)
def test_term_of_1_june_seen_on_a_day(today, left, late, colour):
    assert (days_left(PLAIN, today), late_by(PLAIN, today), urgency(PLAIN, today, 10)) == (
        left,
        late,
        colour,
    )


@pytest.mark.parametrize(
    ("today", "left", "colour"),
    [
        (date(2026, 3, 21), 72, "far"),
        (date(2026, 3, 22), 71, "suspended"),
        (date(2026, 4, 20), 70, "suspended"),
        (date(2026, 4, 21), 70, "far"),
        (date(2026, 6, 30), 0, "due"),
        (date(2026, 7, 1), -1, "overdue"),
    ],
)
def test_open_suspension_holds_the_clock_until_its_cap(today, left, colour):
    assert (days_left(OPEN, today), urgency(OPEN, today, 10)) == (left, colour)


def test_open_suspension_without_a_cap_is_never_late():
    term = compute_term(
        MARCH_2, rule(), [Suspension("integration", date(2026, 3, 22))], date(2026, 3, 22)
    )

    assert (late_by(term, date(2027, 3, 22)), urgency(term, date(2027, 3, 22), 10)) == (
        0,
        "suspended",
    )


def test_suspended_term_on_its_last_day_shows_as_suspended():
    last_day = Suspension("refusal_notice", date(2026, 6, 1), date(2026, 6, 11))
    term = compute_term(MARCH_2, rule(), [last_day])

    assert [urgency(term, day, 10) for day in (date(2026, 6, 1), date(2026, 6, 11))] == [
        "suspended",
        "due",
    ]


def test_term_without_open_suspension_stays_itself():
    assert on_the_day(PLAIN, date(2030, 1, 1)) is PLAIN


@pytest.mark.parametrize(("days", "half"), [(90, 45), (30, 15), (45, 23), (1, 1)])
def test_PROC_T8_substitute_has_half_of_the_term_rounded_up(days, half):
    assert half_term(days) == half


def test_PROC_T7_late_act_states_term_and_time_used():
    asked = Suspension("integration", date(2026, 3, 22), date(2026, 4, 11))
    term = compute_term(MARCH_2, rule(), [asked])

    assert [delay_statement(term, day) for day in (date(2026, 6, 20), date(2026, 6, 21))] == [
        "",
        (
            "Il termine previsto è di 90 giorni; il procedimento si è concluso in 91 giorni, al netto "
            "di 20 giorni di sospensione, con 1 giorno di ritardo."
        ),
    ]


def test_PROC_T7_statement_without_suspension():
    assert delay_statement(PLAIN, date(2026, 6, 11)) == (
        "Il termine previsto è di 90 giorni; il procedimento si è concluso in 101 giorni, con "
        "10 giorni di ritardo."
    )
