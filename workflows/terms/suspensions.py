"""Which suspensions count, for how many days, and when the clock resumes after a notice."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from workflows.terms import italian
from workflows.terms.errors import TermError
from workflows.terms.model import CountedSuspension, Rule, Suspension, require_date
from workflows.terms.public_holidays import shift


class NoticeClock(NamedTuple):
    """After a notice of reasons against: last day for observations, day the clock resumes."""

    observations_due: date
    resumes: date


def resume_after_notice(
    notice: date,
    observation_days: int,
    observations_filed: date | None,
    pause_days: int,
    *,
    shift_on_holiday: bool = True,
    saturday_shifts: bool = False,
) -> NoticeClock:
    """When the end term resumes after a notice received on the day `notice`.

    With observations filed in time it resumes `pause_days` after the filing, otherwise when the
    `observation_days` end. Late observations do not stop a clock that has already resumed; only
    the term of the party is shifted on holidays. Raises TermError for observations filed before
    the notice. Source: PRE-02, PRE-03, PRE-04 (L. 241/1990 art. 10-bis).
    """
    require_date(notice, "notice")
    last_day = notice + timedelta(days=observation_days)
    if shift_on_holiday:
        last_day = shift(last_day, saturday_shifts=saturday_shifts)
    if observations_filed is None:
        return NoticeClock(last_day, last_day)
    require_date(observations_filed, "observations_filed")
    if observations_filed < notice:
        raise TermError(
            "filed_before_notice",
            f"Le osservazioni {italian.of_day(observations_filed)} precedono il preavviso "
            f"{italian.of_day(notice)}.",
        )
    if observations_filed > last_day:
        return NoticeClock(last_day, last_day)
    return NoticeClock(last_day, observations_filed + timedelta(days=pause_days))


def count_suspensions(
    rule: Rule, suspensions: Iterable[Suspension], today: date | None
) -> tuple[CountedSuspension, ...]:
    """The suspensions in order of time, each with the days that count under the rule.

    An open one is counted up to `today`. Raises TermError when it is open and `today` is missing,
    or when one begins while the clock already stands. Source: PROC-T4, PROC-T5, PRE-03.
    """
    counted: list[CountedSuspension] = []
    times = days = 0
    for suspension in sorted(suspensions, key=_order):
        one = _count(rule, suspension, today, times=times, days_so_far=days)
        _refuse_overlap(counted, one)
        if suspension.counts_towards_cap:
            times, days = times + 1, days + one.counted_days
        counted.append(one)
    return tuple(counted)


def warnings_for(rule: Rule, counted: Iterable[CountedSuspension]) -> tuple[str, ...]:
    """One Italian sentence for each capped kind of suspension longer than the rule's warning.

    Source: PROC-T6 (prudence also where the law sets no cap).
    """
    threshold = rule.suspension_warning_days
    return tuple(
        f"La sospensione iniziata {italian.on_day(one.start)} ({_label(one)}) dura "
        f"{italian.length(one.days)}, oltre la soglia di attenzione di {threshold}."
        for one in counted
        if threshold is not None and one.counts_towards_cap and one.days > threshold
    )


def _order(suspension: Suspension) -> tuple[date, date, str, str, str, bool]:
    return (
        suspension.start,
        suspension.end or date.max,
        suspension.kind,
        suspension.rule_id,
        suspension.label,
        bool(suspension.counts_towards_cap),
    )


def _count(
    rule: Rule, suspension: Suspension, today: date | None, *, times: int, days_so_far: int
) -> CountedSuspension:
    """Count one suspension after `times` capped ones that took `days_so_far`."""
    days = _elapsed(suspension, today)
    limit: int | None = None
    why = f"contati {italian.length(days)}, nessun limite"
    if suspension.counts_towards_cap:
        limit, why = _limit(rule, days, times, days_so_far)
    if suspension.end is None:
        why = f"ancora aperta: {why}"
    return CountedSuspension(
        kind=suspension.kind,
        start=suspension.start,
        end=suspension.end,
        days=days,
        counted_days=days if limit is None else min(days, limit),
        why=why,
        rule_id=suspension.rule_id,
        counts_towards_cap=bool(suspension.counts_towards_cap),
        label=suspension.label,
        limit_days=limit,
    )


def _limit(rule: Rule, days: int, times: int, days_so_far: int) -> tuple[int | None, str]:
    """Days the cap leaves to a suspension of `days` (None: no limit), and the reason in Italian."""
    allowed, cap = rule.suspensions_allowed, rule.suspension_cap_days
    if allowed is not None and times >= allowed:
        return 0, f"non sospende il termine: sospensioni ammesse {allowed}, già usate"
    if cap is None:
        return None, f"contati {italian.length(days)}, nessun limite"
    left = cap - days_so_far
    if days > left:
        return left, f"contati {italian.length(left)} su {days}, limite di {italian.length(cap)}"
    return left, f"contati {italian.length(days)}, limite di {italian.length(cap)}"


def _elapsed(suspension: Suspension, today: date | None) -> int:
    if suspension.end is not None:
        return (suspension.end - suspension.start).days
    if today is None:
        raise TermError(
            "open_without_today",
            f"La sospensione iniziata {italian.on_day(suspension.start)} è ancora aperta: "
            "serve la data di oggi per calcolare il termine.",
        )
    return max(0, (today - suspension.start).days)


def _refuse_overlap(earlier: Iterable[CountedSuspension], one: CountedSuspension) -> None:
    """A clock that stands cannot be stopped again; one that the cap let run again can."""
    if one.limit_days == 0:
        return
    for other in earlier:
        if other.stands_on(one.start):
            raise TermError(
                "overlap",
                f"La sospensione iniziata {italian.on_day(one.start)} ({_label(one)}) si sovrappone"
                f" a quella iniziata {italian.on_day(other.start)} ({_label(other)}).",
            )


def _label(one: CountedSuspension) -> str:
    return italian.suspension_label(one.kind, one.label)
