"""Counts a term day by day and explains it. Pure: no clock, no database. Source: law section 2."""

from collections.abc import Iterable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from workflows.terms import explain, italian
from workflows.terms.errors import TermError
from workflows.terms.model import CountedSuspension, Rule, Suspension, Term, require_date
from workflows.terms.public_holidays import ONE_DAY, is_holiday, shift
from workflows.terms.suspensions import count_suspensions, warnings_for
from workflows.terms.trace import Trace, counts_day


def compute_term(
    start: date,
    rule: Rule,
    suspensions: Iterable[Suspension] = (),
    today: date | None = None,
    *,
    event: str = "",
) -> Term:
    """The last day of a term that starts on `start`, with the reason of each day.

    The first day does not count and the last one does; days in between are calendar days unless
    the unit is working days; each counted day of suspension moves the last day by one; a last
    day on a holiday moves forward if the rule says so. `event` names what starts the term, in
    Italian. `today` is needed only for an open suspension, which is counted up to that day.
    Raises TermError for a suspension that overlaps another, begins before the term or after its
    expiry, or is open without `today`. Source: TERM-01 to TERM-05, TERM-09, TERM-13.
    """
    require_date(start, "start")
    if today is not None:
        require_date(today, "today")
    given = tuple(suspensions)
    counted = count_suspensions(rule, given, today)
    trace, raw = _walk(start, rule, counted)
    due = last_day(raw, rule)
    trace.add("shift", raw, due - ONE_DAY)
    trace.add("end", due, due)
    as_of = today if any(one.end is None for one in given) else None
    outcome = explain.Outcome(start, event, rule, raw, due, counted, as_of)
    return Term(
        start=start,
        event=event,
        rule=rule,
        raw=raw,
        due=due,
        suspended_days=sum(one.counted_days for one in counted),
        suspensions=counted,
        steps=explain.steps(trace, outcome),
        sentence=explain.sentence(outcome),
        warnings=warnings_for(rule, counted),
        as_of=as_of,
    )


def last_day(raw: date, rule: Rule) -> date:
    """The raw last day, shifted if the rule shifts. Source: TERM-03, TERM-04, TERM-09."""
    return shift(raw, saturday_shifts=rule.saturday_shifts) if rule.shift_on_holiday else raw


def last_day_before(event: date, days: int, *, anticipate_on_holiday: bool = False) -> date:
    """The last useful day to act `days` days before an event, counted backwards.

    With `anticipate_on_holiday` a last day on a holiday moves back, never towards the event.
    Source: internships, R-DUR-11, R-DUR-16, R-COB-02.
    """
    require_date(event, "event")
    day = event - timedelta(days=days)
    while anticipate_on_holiday and is_holiday(day):
        day -= ONE_DAY
    return day


def _walk(start: date, rule: Rule, counted: tuple[CountedSuspension, ...]) -> tuple[Trace, date]:
    """Every day up to the raw last one, and that day.

    A suspension that begins after the raw day, in the extension given by a holiday, finds no day
    left to count: the term then ends on the day the clock resumes.
    """
    trace = Trace(rule)
    trace.add("start", start, start)
    cursor, left = start, _units(start, rule)
    raw = _advance(rule, cursor, left)
    for one in counted:
        _refuse_outside(start, last_day(raw, rule), one)
        if not one.counted_days:
            continue
        trace.count(cursor + ONE_DAY, min(one.start, raw))
        left -= _used(rule, cursor, min(one.start, raw))
        if one.start > raw:
            trace.add("shift", raw, one.start)
        cursor = one.start + timedelta(days=one.counted_days)
        trace.add("suspended", one.start + ONE_DAY, cursor, one)
        raw = _advance(rule, cursor, left)
    trace.count(cursor + ONE_DAY, raw)
    return trace, raw


def _units(start: date, rule: Rule) -> int:
    """The length in units that can be counted one by one: months and years become days."""
    if rule.unit == "months":
        return (start + relativedelta(months=rule.count) - start).days
    if rule.unit == "years":
        return (start + relativedelta(years=rule.count) - start).days
    return rule.count


def _advance(rule: Rule, day: date, units: int) -> date:
    """The day on which so many units after `day` are used up; `day` itself for none."""
    if rule.unit != "working_days":
        return day + timedelta(days=units)
    while units:
        day += ONE_DAY
        units -= counts_day(rule, day)
    return day


def _used(rule: Rule, after: date, until: date) -> int:
    """Units counted from the day after `after` to `until` included."""
    if rule.unit != "working_days":
        return (until - after).days
    days = (after + ONE_DAY * n for n in range(1, (until - after).days + 1))
    return sum(counts_day(rule, day) for day in days)


def _refuse_outside(start: date, due: date, one: CountedSuspension) -> None:
    label = italian.suspension_label(one.kind, one.label)
    begins = f"La sospensione iniziata {italian.on_day(one.start)} ({label})"
    if one.start < start:
        raise TermError(
            "before_term", f"{begins} precede l'inizio del termine, {italian.on_day(start)}."
        )
    if one.start > due:
        raise TermError(
            "after_expiry",
            f"{begins} è successiva alla scadenza del termine, {italian.on_day(due)}.",
        )
