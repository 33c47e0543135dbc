"""What must hold of every term, whatever its rule and its suspensions."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.workflows.terms.strategies import counts, rule, starts, terms_asked
from workflows.terms import Suspension, Term, TermError, compute_term, on_the_day

CALENDAR_UNITS = ["days", "months", "years"]


def reckoned(start: date, the_rule, suspensions) -> Term:
    """The term, where the engine can reckon it."""
    try:
        return compute_term(start, the_rule, suspensions)
    except TermError:
        assume(condition=False)
        raise


@settings(deadline=None)  # a term of many years has many days
@given(terms_asked())
def test_no_suspension_makes_a_term_shorter(asked):
    start, the_rule, suspensions = asked
    term, plain = reckoned(start, the_rule, suspensions), compute_term(start, the_rule)

    assert term.raw >= plain.raw
    assert term.due >= plain.due
    assert term.due >= term.raw


@settings(deadline=None)  # a term of many years has many days
@given(terms_asked())
def test_counted_days_of_suspension_move_the_raw_end_by_exactly_as_many(asked):
    """Under either regime: what the cap does not count moves nothing (PROC-T4, PROC-T5)."""
    start, the_rule, suspensions = asked
    assume(the_rule.unit in CALENDAR_UNITS)
    plain = compute_term(start, the_rule)
    # Whoever begins after the raw end stops a term that has no day left to count.
    assume(all(one.start <= plain.raw for one in suspensions))
    term = reckoned(start, the_rule, suspensions)

    counted = sum(one.counted_days for one in term.suspensions)
    assert (term.raw, term.suspended_days) == (plain.raw + timedelta(days=counted), counted)


@given(starts, counts, st.integers(0, 60), st.integers(0, 40), st.integers(0, 2))
def test_PROC_T4_capped_suspensions_never_count_more_than_the_cap(start, count, days, cap, allowed):
    the_rule = rule(count, suspension_cap_days=cap, suspensions_allowed=allowed)
    first = Suspension("integration", start, start + timedelta(days=days))
    term = compute_term(start, the_rule, [first])

    assert term.suspended_days == (min(days, cap) if allowed else 0)
    assert compute_term(start, rule(count), [first]).suspended_days == days


@given(starts, counts, st.integers(1, 40), st.integers(0, 80))
def test_PROC_T4_open_suspension_reckoned_every_day_ends_where_the_cap_puts_it(
    start, count, cap, days
):
    """Looking often or rarely at a term that stands still makes no difference."""
    the_rule = rule(count, suspension_cap_days=cap, suspensions_allowed=1)
    open_one = Suspension("integration", start)
    looked_at = compute_term(start, the_rule, [open_one], start)
    for day in range(days):
        looked_at = on_the_day(looked_at, start + timedelta(days=day))

    today = start + timedelta(days=days)
    often, once = on_the_day(looked_at, today), compute_term(start, the_rule, [open_one], today)
    assert (often.raw, often.due, often.suspended_days) == (once.raw, once.due, min(days, cap))
    assert (often.is_provisional, once.is_provisional) == (days < cap, days < cap)


@settings(deadline=None)  # a term of many years has many days
@given(terms_asked())
def test_every_day_of_a_term_is_told_once_and_in_order(asked):
    term = reckoned(*asked)

    told = [
        date.fromisoformat(step["first"]) + timedelta(days=number)
        for step in term.steps
        for number in range(
            (date.fromisoformat(step["last"]) - date.fromisoformat(step["first"])).days + 1
        )
    ]
    assert told == [term.start + timedelta(days=n) for n in range((term.due - term.start).days + 1)]


@given(starts, st.integers(1, 60), st.sampled_from([*CALENDAR_UNITS, "working_days"]))
def test_TERM_09_validity_never_ends_later_than_its_own_last_day(start, count, unit):
    validity = compute_term(start, rule(count, unit, shift_on_holiday=False))
    shifted = compute_term(start, rule(count, unit))

    assert (validity.due, shifted.due >= validity.due) == (validity.raw, True)
