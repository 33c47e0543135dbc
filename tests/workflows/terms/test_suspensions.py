from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.terms.strategies import rule
from workflows.terms import (
    CountedSuspension,
    NoticeClock,
    Suspension,
    TermError,
    compute_term,
    resume_after_notice,
)

MARCH_2 = date(2026, 3, 2)
LAW_241 = rule(regime="L241", suspension_cap_days=30, suspensions_allowed=1)
CODE = rule(regime="CODE", suspension_warning_days=30)


def integration(start, end):
    return Suspension("integration", start, end, "PROC-T4")


def notice(start, observations):
    clock = resume_after_notice(start, 10, observations, 10)
    return Suspension("refusal_notice", start, clock.resumes, "PRE-03")


LONG = integration(date(2026, 3, 22), date(2026, 5, 6))
SHORT = integration(date(2026, 3, 22), date(2026, 4, 11))


@pytest.mark.parametrize(
    ("the_rule", "suspensions", "suspended", "due"),
    [
        (LAW_241, [SHORT], 20, date(2026, 6, 20)),
        (LAW_241, [LONG], 30, date(2026, 6, 30)),
        (CODE, [LONG], 45, date(2026, 7, 15)),
        (LAW_241, [notice(date(2026, 5, 12), date(2026, 5, 20))], 18, date(2026, 6, 18)),
        (LAW_241, [notice(date(2026, 5, 12), None)], 10, date(2026, 6, 10)),
        (LAW_241, [notice(date(2026, 5, 21), None)], 11, date(2026, 6, 11)),
        (
            LAW_241,
            [SHORT, notice(date(2026, 6, 1), date(2026, 6, 8))],
            37,
            date(2026, 7, 7),
        ),
    ],
)
def test_section_18_suspensions(the_rule, suspensions, suspended, due):
    term = compute_term(MARCH_2, the_rule, suspensions)

    assert (term.suspended_days, term.due) == (suspended, due)


@pytest.mark.parametrize(
    ("received", "filed", "expected"),
    [
        (date(2026, 5, 12), date(2026, 5, 20), (date(2026, 5, 22), date(2026, 5, 30))),
        (date(2026, 5, 12), None, (date(2026, 5, 22), date(2026, 5, 22))),
        (date(2026, 5, 21), None, (date(2026, 6, 1), date(2026, 6, 1))),
        (date(2026, 5, 21), date(2026, 6, 1), (date(2026, 6, 1), date(2026, 6, 11))),
        (date(2026, 6, 1), date(2026, 6, 8), (date(2026, 6, 11), date(2026, 6, 18))),
        (date(2026, 5, 12), date(2026, 5, 23), (date(2026, 5, 22), date(2026, 5, 22))),
    ],
    ids=["filed", "silent", "silent-sunday", "filed-on-shifted-day", "june", "filed-late"],
)
def test_PRE_03_clock_resumes_after_observations_or_their_term(received, filed, expected):
    assert resume_after_notice(received, 10, filed, 10) == NoticeClock(*expected)


def test_PRE_02_observation_term_follows_the_flags_of_the_rule():
    on_sunday, on_saturday = date(2026, 5, 21), date(2026, 5, 20)

    assert [
        resume_after_notice(on_sunday, 10, None, 10, shift_on_holiday=False).observations_due,
        resume_after_notice(on_saturday, 10, None, 10).observations_due,
        resume_after_notice(on_saturday, 10, None, 10, saturday_shifts=True).observations_due,
    ] == [date(2026, 5, 31), date(2026, 5, 30), date(2026, 6, 1)]


def test_PRE_03_observations_before_the_notice_are_refused():
    with pytest.raises(TermError) as refusal:
        resume_after_notice(date(2026, 5, 12), 10, date(2026, 5, 11), 10)

    assert refusal.value.sentence == (
        "Le osservazioni dell'11 maggio 2026 precedono il preavviso del 12 maggio 2026."
    )


def test_PROC_T4_suspension_above_the_cap_is_explained():
    assert compute_term(MARCH_2, LAW_241, [LONG]).suspensions == (
        CountedSuspension(
            kind="integration",
            start=date(2026, 3, 22),
            end=date(2026, 5, 6),
            days=45,
            counted_days=30,
            why="contati 30 giorni su 45, limite di 30 giorni",
            rule_id="PROC-T4",
            counts_towards_cap=True,
            label="",
            limit_days=30,
        ),
    )


def test_PROC_T4_second_integration_does_not_suspend():
    second = integration(date(2026, 4, 20), date(2026, 4, 30))

    counted = compute_term(MARCH_2, LAW_241, [second, SHORT]).suspensions

    assert [(one.counted_days, one.why) for one in counted] == [
        (20, "contati 20 giorni, limite di 30 giorni"),
        (0, "non sospende il termine: sospensioni ammesse 1, già usate"),
    ]


def test_PROC_T4_second_integration_may_be_asked_while_the_clock_stands():
    second = integration(date(2026, 4, 1), date(2026, 4, 30))

    term = compute_term(MARCH_2, LAW_241, [SHORT, second])

    assert (term.suspended_days, term.due) == (20, date(2026, 6, 20))


def test_PROC_T4_open_suspension_is_settled_once_the_cap_is_reached():
    asked = integration(date(2026, 3, 22), None)

    states = [
        (term.is_provisional, term.due)
        for term in (
            compute_term(MARCH_2, LAW_241, [asked], today)
            for today in (date(2026, 4, 20), date(2026, 4, 21), date(2026, 5, 21))
        )
    ]

    assert states == [
        (True, date(2026, 6, 29)),
        (False, date(2026, 6, 30)),
        (False, date(2026, 6, 30)),
    ]


def test_PROC_T4_cap_is_the_total_when_more_than_one_is_allowed():
    twice = rule(suspension_cap_days=30, suspensions_allowed=2)
    second = integration(date(2026, 4, 20), date(2026, 5, 10))

    term = compute_term(MARCH_2, twice, [SHORT, second])

    assert [one.counted_days for one in term.suspensions] == [20, 10]


def test_PROC_T4_notice_does_not_use_the_cap():
    long_notice = Suspension("refusal_notice", date(2026, 5, 12), date(2026, 6, 30))

    term = compute_term(MARCH_2, LAW_241, [SHORT, long_notice])

    assert [one.counted_days for one in term.suspensions] == [20, 49]


def test_PROC_T4_notice_may_follow_once_the_cap_let_the_clock_run():
    """The 30 days end on 21 April, so a notice on 1 May finds the clock running."""
    term = compute_term(
        MARCH_2, LAW_241, [LONG, Suspension("refusal_notice", date(2026, 5, 1), date(2026, 5, 11))]
    )

    assert (term.suspended_days, term.due) == (40, date(2026, 7, 10))


def test_PROC_T6_long_suspension_is_warned_about_without_a_cap():
    assert compute_term(MARCH_2, CODE, [LONG]).warnings == (
        (
            "La sospensione iniziata il 22 marzo 2026 (richiesta di integrazione) dura 45 giorni, "
            "oltre la soglia di attenzione di 30."
        ),
    )
    at_threshold = integration(date(2026, 3, 22), date(2026, 4, 21))
    assert compute_term(MARCH_2, CODE, [at_threshold]).warnings == ()


def test_open_suspension_is_counted_up_to_today():
    asked = integration(date(2026, 3, 22), None)

    days = [
        compute_term(MARCH_2, LAW_241, [asked], today).suspended_days
        for today in (date(2026, 3, 20), date(2026, 3, 22), date(2026, 4, 2), date(2026, 5, 30))
    ]

    assert days == [0, 0, 11, 30]


def test_open_suspension_without_today_is_refused():
    with pytest.raises(TermError) as refusal:
        compute_term(MARCH_2, LAW_241, [integration(date(2026, 3, 22), None)])

    assert (refusal.value.code, refusal.value.sentence) == (
        "open_without_today",
        (
            "La sospensione iniziata il 22 marzo 2026 è ancora aperta: serve la data di oggi per "
            "calcolare il termine."
        ),
    )


def test_suspension_after_an_open_one_is_refused():
    with pytest.raises(TermError) as refusal:
        compute_term(
            MARCH_2,
            CODE,
            [integration(date(2026, 3, 22), None), notice(date(2026, 5, 12), None)],
            date(2026, 5, 13),
        )

    assert refusal.value.code == "overlap"


def test_suspension_that_ends_before_it_starts_is_refused():
    with pytest.raises(TermError) as refusal:
        integration(date(2026, 3, 22), date(2026, 3, 21))

    assert (refusal.value.code, refusal.value.sentence) == (
        "ends_before_start",
        "La sospensione finisce il 21/03/2026, prima di iniziare (22/03/2026).",
    )


def test_clock_stands_from_the_request_until_the_day_it_resumes():
    term = compute_term(MARCH_2, LAW_241, [SHORT])
    days = [date(2026, 3, 21), date(2026, 3, 22), date(2026, 4, 10), date(2026, 4, 11)]

    assert [term.is_suspended_on(d) for d in days] == [False, True, True, False]


@given(st.dates(date(2010, 1, 1), date(2060, 1, 1)), st.integers(0, 40), st.integers(0, 40))
def test_PRE_03_clock_never_resumes_before_filing_plus_pause_or_the_term(received, after, pause):
    clock = resume_after_notice(received, 10, received + timedelta(days=after), pause)
    in_time = received + timedelta(days=after) <= clock.observations_due

    assert clock.resumes == (
        received + timedelta(days=after + pause) if in_time else clock.observations_due
    )
