"""How many interns a unit may have at the same time (R-NUM)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from internships.rules.limits import QuotaLimits
from internships.rules.recipients import SOURCE
from workflows.rules import Outcome, judge

Period = tuple[date, date]
"""First and last day; the last is `date.max` where none is set."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works in a unit, as the host declares it; apprentices never count."""

    owners: int = 0
    permanent: int = 0
    members: int = 0
    fixed_term: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Hire:
    """The contract of somebody hired after an internship: months (None: no end), share of the week."""

    months: int | None
    part_time_percent: int = 100


def human_resources(staff: Staff, start: date, end: date) -> int:
    """R-NUM-02: staff that counts: fixed terms only where they cover the internship on both sides."""
    covering = sum(first < start and last > end for first, last in staff.fixed_term)
    return staff.owners + staff.permanent + staff.members + covering


def base_quota(resources: int, limits: QuotaLimits) -> int:
    """R-NUM-03: places by staff; above the middle band the share, rounded up."""
    if resources <= limits.small_staff:
        return limits.small_places
    if resources <= limits.middle_staff:
        return limits.middle_places
    return -(-resources * limits.large_percent // 100)


def valid_hires(hires: Iterable[Hire], limits: QuotaLimits) -> int:
    """R-NUM-06: hires that count for the premium."""
    return sum(
        (hire.months is None or hire.months >= limits.hire_min_months)
        and hire.part_time_percent >= limits.part_time_min_percent
        for hire in hires
    )


def premium_places(permanent: int, activated: int, hired: int, limits: QuotaLimits) -> int:
    """R-NUM-05, R-NUM-08: further places for hosts that hire; none without a past to look at."""
    if permanent <= limits.premium_above_permanent or not activated:
        return 0
    steps = sorted(limits.premium_steps, reverse=True)
    return next((more for share, more in steps if hired * 100 >= share * activated), 0)


def overlapping(periods: Iterable[Period], start: date, end: date) -> int:
    """R-NUM-01: how many internships are present together with one from `start` to `end`, at most.

    The most that run on any single day of the period, not all that touch it.
    """
    touching = [(max(a, start), min(b, end)) for a, b in periods if a <= end and b >= start]
    return max((sum(a <= day <= b for a, b in touching) for day, _last in touching), default=0)


def place_free(present: int, base: int, premium: int) -> Outcome:
    """R-NUM-07: one more intern fits in base and premium places."""
    most = base + premium
    return judge(
        "R-NUM-07",
        present + 1 <= most,
        yes=f"Nell'unità operativa c'è posto: {present} tirocini su {most}.",
        no=f"Nell'unità operativa il limite è raggiunto: {present} tirocini su {most} "
        f"({base} di base, {premium} di premio).",
        inputs={"presenti": present, "base": base, "premio": premium},
        source=SOURCE,
    )


def places_free(asked: int, present: int, base: int, premium: int) -> Outcome:
    """R-NUM-07: so many more interns fit in base and premium places."""
    left = max(base + premium - present, 0)
    return judge(
        "R-NUM-07",
        asked <= left,
        yes=f"Nell'unità operativa i posti bastano: ne sono chiesti {asked} e liberi {left}.",
        no=f"Nell'unità operativa sono liberi {left} posti e ne sono chiesti {asked}: il limite è "
        f"{base + premium} ({base} di base, {premium} di premio) e {present} sono occupati.",
        inputs={"chiesti": asked, "presenti": present, "base": base, "premio": premium},
        source=SOURCE,
    )


def reduction_explained(asked: int, admitted: int, left: int, reason: str) -> Outcome:
    """PROC-03: fewer places than asked for, and than the unit can hold, want a reason."""
    return judge(
        "PROC-03",
        admitted >= min(asked, left) or bool(reason.strip()),
        yes="I posti ammessi sono quelli possibili, o la riduzione è motivata.",
        no=f"Sono chiesti {asked} posti e liberi {left}: se ne ammetti {admitted}, scrivi perché.",
        inputs={"chiesti": asked, "ammessi": admitted, "liberi": left},
        source="L. 241/1990, art. 3",
    )


def offer_has_place(taken: int, admitted: int) -> Outcome:
    """R-NUM-07: an offer gives no more internships than the places it was admitted for."""
    return judge(
        "R-NUM-07",
        taken < admitted,
        yes=f"L'offerta ha ancora posto: {taken} tirocini su {admitted} ammessi.",
        no=f"I posti ammessi dell'offerta sono {admitted} e sono tutti presi.",
        inputs={"presi": taken, "ammessi": admitted},
        source=SOURCE,
    )
