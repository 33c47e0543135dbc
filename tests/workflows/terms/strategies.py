"""Random terms for the properties: starts, lengths, rules, and suspensions that may coexist."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from workflows.terms import Rule, Suspension

starts = st.dates(date(2010, 1, 1), date(2060, 12, 31))
counts = st.integers(1, 400)


def rule(count: int = 90, unit: Any = "days", **options: Any) -> Rule:
    return Rule("TEST", count, unit, **options)


rules = st.builds(
    Rule,
    rule_id=st.just("TEST"),
    count=st.integers(1, 60),
    unit=st.sampled_from(["days", "working_days", "months", "years"]),
    shift_on_holiday=st.booleans(),
    saturday_shifts=st.booleans(),
    suspension_cap_days=st.none() | st.integers(0, 40),
    suspensions_allowed=st.none() | st.integers(0, 2),
    suspension_warning_days=st.none() | st.integers(0, 40),
    working_saturday=st.booleans(),
    source=st.sampled_from(["", "L. 241/1990, art. 2"]),
)


@st.composite
def suspensions_after(draw: st.DrawFn, start: date, count: int) -> list[Suspension]:
    """Up to three suspensions one after the other, all begun in the first `count` days."""
    found, day = [], start
    for _ in range(draw(st.integers(0, 3))):
        begins = day + timedelta(days=draw(st.integers(0, max(0, count // 4))))
        if begins > start + timedelta(days=count):
            break
        day = begins + timedelta(days=draw(st.integers(0, 60)))
        kind = draw(st.sampled_from(["integration", "refusal_notice", "other"]))
        found.append(Suspension(kind, begins, day))
        if day > start + timedelta(days=count):
            break
    return found


@st.composite
def terms_asked(draw: st.DrawFn) -> tuple[date, Rule, list[Suspension]]:
    """A start, a rule and closed suspensions that begin before the term can expire."""
    start, asked = draw(starts), draw(rules)
    return start, asked, draw(suspensions_after(start, asked.count))
