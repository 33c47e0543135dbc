from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.workflows.terms.strategies import counts, rule, starts, terms_asked
from tests.workflows.terms.vectors import VECTORS, day, local
from workflows.terms import (
    Suspension,
    TermError,
    compute_term,
    is_holiday,
    is_working_day,
    last_day_before,
)

MARCH_2 = date(2026, 3, 2)


def closed(pairs):
    return [Suspension("other", day(first), day(last)) for first, last in pairs]


@pytest.mark.parametrize("example", VECTORS["terms_days"] + VECTORS["section_18_days"])
def test_TERM_03_last_day_on_holiday_shifts(example):
    start, days = day(example["start"]), example["days"]
    term = compute_term(start, rule(days))
    court = compute_term(start, rule(days, saturday_shifts=True))

    assert (term.raw, term.due, court.due) == (
        day(example["raw"]),
        day(example["expiry"]),
        day(example["expiry_if_saturday_also_shifts"]),
    )


@pytest.mark.parametrize("example", VECTORS["terms_months"])
def test_TERM_05_months_and_years_end_on_the_same_number_or_the_last_of_month(example):
    term = compute_term(day(example["start"]), rule(example["n"], example["unit"]))

    assert (term.raw, term.due) == (day(example["raw"]), day(example["expiry"]))


@pytest.mark.parametrize("example", VECTORS["section_18_months"])
def test_TERM_09_validity_in_months_and_years_keeps_its_day(example):
    validity = rule(example["n"], example["unit"], shift_on_holiday=False)

    assert compute_term(day(example["start"]), validity).due == day(example["last_day"])


def test_TERM_09_limit_on_power_keeps_a_sunday():
    example = VECTORS["annulment_6_months"]
    limit = rule(6, "months", shift_on_holiday=False)

    assert compute_term(day(example["act"]), limit).due == day(example["last_day"])


@pytest.mark.parametrize(
    ("group", "started", "days"),
    [
        ("rna_grant_within_20_days", "registered", 20),
        ("durc_120_days", "issued", 120),
        ("rna_variation_30_days", "known", 30),
    ],
)
def test_TERM_09_validity_in_days_keeps_a_holiday(group, started, days):
    validity = rule(days, shift_on_holiday=False)

    assert [
        compute_term(day(example[started]), validity).due
        for example in VECTORS["fixed_terms"][group]
    ] == [day(example["last_day"]) for example in VECTORS["fixed_terms"][group]]


@pytest.mark.parametrize("example", VECTORS["terms_suspension"], ids=lambda e: e["name"])
def test_suspensions_move_the_term(example):
    term = compute_term(
        day(example["start"]), rule(example["days"]), closed(example["suspensions"])
    )

    assert (term.raw, term.due) == (day(example["raw"]), day(example["expiry"]))


def test_TERM_02_working_days_skip_holidays_and_saturdays():
    before_christmas = date(2026, 12, 23)

    assert compute_term(before_christmas, rule(5, "working_days")).due == date(2026, 12, 31)
    assert compute_term(
        before_christmas, rule(8, "working_days", working_saturday=True)
    ).due == date(2027, 1, 5)


def test_suspension_in_the_extension_of_a_holiday_ends_on_the_day_it_resumes():
    """Raw 31 May is a Sunday: a notice on Monday 1 June is in time and leaves no day to count."""
    term = compute_term(
        MARCH_2, rule(), [Suspension("refusal_notice", date(2026, 6, 1), date(2026, 6, 11))]
    )

    assert (term.raw, term.due, term.suspended_days) == (
        date(2026, 6, 11),
        date(2026, 6, 11),
        10,
    )


def test_suspension_of_no_days_in_the_extension_changes_nothing():
    same_day = Suspension("integration", date(2026, 6, 1), date(2026, 6, 1))

    term = compute_term(MARCH_2, rule(), [same_day])

    assert (term.raw, term.due) == (date(2026, 5, 31), date(2026, 6, 1))


def test_TERM_02_working_days_used_before_a_suspension_stay_used():
    """24 and 28 December are counted, then 31 December, 4 and 5 January."""
    stopped = Suspension("other", date(2026, 12, 28), date(2026, 12, 30))

    term = compute_term(date(2026, 12, 23), rule(5, "working_days"), [stopped])

    assert (term.due, term.suspended_days) == (date(2027, 1, 5), 2)


@pytest.mark.parametrize(
    ("pairs", "code", "sentence"),
    [
        (
            [("2026-03-01", "2026-03-05")],
            "before_term",
            (
                "La sospensione iniziata il 1° marzo 2026 (sospensione) precede l'inizio del termine, "
                "il 2 marzo 2026."
            ),
        ),
        (
            [("2026-06-02", "2026-06-05")],
            "after_expiry",
            (
                "La sospensione iniziata il 2 giugno 2026 (sospensione) è successiva alla scadenza del "
                "termine, il 1° giugno 2026."
            ),
        ),
        (
            [("2026-03-11", "2026-04-11"), ("2026-04-08", "2026-04-20")],
            "overlap",
            (
                "La sospensione iniziata l'8 aprile 2026 (sospensione) si sovrappone a quella iniziata "
                "l'11 marzo 2026 (sospensione)."
            ),
        ),
    ],
)
def test_impossible_suspensions_are_refused(pairs, code, sentence):
    with pytest.raises(TermError) as refusal:
        compute_term(MARCH_2, rule(), closed(pairs))

    assert (refusal.value.code, refusal.value.sentence) == (code, sentence)


def test_suspension_may_begin_on_the_day_another_ends_or_the_term_starts():
    touching = closed([("2026-03-02", "2026-03-12"), ("2026-03-12", "2026-03-22")])

    assert compute_term(MARCH_2, rule(), touching).raw == date(2026, 6, 20)


def test_instant_instead_of_a_day_is_refused():
    with pytest.raises(TypeError, match="start must be a date, not datetime"):
        compute_term(local("2026-03-02T12:00:00"), rule())


@pytest.mark.parametrize(
    ("event", "days", "anticipate", "expected"),
    [
        (date(2026, 11, 30), 15, False, date(2026, 11, 15)),
        (date(2026, 11, 30), 15, True, date(2026, 11, 14)),
        (date(2027, 1, 7), 7, False, date(2026, 12, 31)),
        (date(2026, 12, 1), 1, False, date(2026, 11, 30)),
    ],
)
def test_last_day_before_an_event_counts_backwards(event, days, anticipate, expected):
    assert last_day_before(event, days, anticipate_on_holiday=anticipate) == expected


@given(starts, counts, st.booleans())
def test_TERM_01_days_never_end_early_and_stop_on_the_first_open_day(start, count, saturday):
    term = compute_term(start, rule(count, saturday_shifts=saturday))

    assert term.due >= term.raw == start + timedelta(days=count)
    passed = [term.raw + timedelta(days=n) for n in range((term.due - term.raw).days)]
    assert all(is_holiday(d) or (saturday and d.weekday() == 5) for d in passed)
    assert not is_holiday(term.due)


@given(starts, st.integers(1, 60), st.booleans())
def test_TERM_02_working_days_between_start_and_end_are_the_count(start, count, saturday):
    term = compute_term(start, rule(count, "working_days", working_saturday=saturday))

    days = [start + timedelta(days=n) for n in range(1, (term.raw - start).days + 1)]
    assert sum(is_working_day(d, working_saturday=saturday) for d in days) == count


@given(starts, counts, st.sampled_from(["days", "months", "years"]), st.data())
def test_suspension_of_n_days_moves_raw_by_n(start, count, unit, data):
    plain = compute_term(start, rule(count % 40 + 1, unit))
    begins = start + timedelta(days=data.draw(st.integers(0, (plain.raw - start).days)))
    n = data.draw(st.integers(0, 200))
    stopped = Suspension("other", begins, begins + timedelta(days=n))

    moved = compute_term(start, plain.rule, [stopped])

    assert (moved.raw, moved.suspended_days) == (plain.raw + timedelta(days=n), n)


@settings(deadline=None)  # a term of many years has many days
@given(terms_asked(), st.data())
def test_order_of_suspensions_changes_nothing(asked, data):
    start, the_rule, suspensions = asked
    shuffled = data.draw(st.permutations(suspensions))

    assert outcome(start, the_rule, shuffled) == outcome(start, the_rule, suspensions)


@settings(deadline=None)  # a term of many years has many days
@given(terms_asked())
def test_today_changes_nothing_when_no_suspension_is_open(asked):
    start, the_rule, suspensions = asked
    assume(isinstance(outcome(start, the_rule, suspensions), dict))

    assert compute_term(start, the_rule, suspensions, start) == compute_term(
        start, the_rule, suspensions
    )


def outcome(start, the_rule, suspensions):
    """The term as JSON values, or the sentence of the refusal."""
    try:
        return compute_term(start, the_rule, suspensions).to_dict()
    except TermError as refusal:
        return refusal.sentence
