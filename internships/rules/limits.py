"""The numbers of a regional ruleset, read once from the table of parameters (section 2).

A ruleset holds from the day it names; the one in force on the first day of an internship governs
it to its end, extensions included.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class DurationLimits:
    """Months and days between which an internship lasts."""

    min_months: int
    min_months_seasonal: int
    summer_min_days: int
    summer_max_months: int
    max_months_basic: int
    max_months_qualified: int
    max_months_disadvantaged: int
    max_months_disabled: int
    qualified_level: int
    least_level: int
    max_extensions: int
    extension_notice_days: int
    illness_days: int
    closure_days: int
    suspension_notice_days: int


@dataclass(frozen=True, slots=True)
class QuotaLimits:
    """How many interns a unit may have at once, by its staff; premiums for those it hires."""

    small_staff: int
    small_places: int
    middle_staff: int
    middle_places: int
    large_percent: int
    premium_above_permanent: int
    premium_steps: tuple[tuple[int, int], ...]
    hire_min_months: int
    part_time_min_percent: int
    # Categories whose internships take up no place (R-NUM-09).
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BanLimits:
    """How far back earlier relations between host and intern are looked at."""

    relation_months: int
    occasional_days: int
    occasional_months: int
    dismissal_months: int
    serial_count: int
    serial_months: int


@dataclass(frozen=True, slots=True)
class IndemnityLimits:
    """Least gross amounts a month, in EUR, and the attendance that gives the full one."""

    full: Decimal
    with_meals: Decimal
    short_day: Decimal
    short_day_hours: Decimal
    public_body: Decimal
    public_meal_over_hours: Decimal
    full_from_percent: int
    floor: Decimal


@dataclass(frozen=True, slots=True)
class Limits:
    """A whole ruleset."""

    code: str
    min_age: int
    adult_age: int
    weekly_hours_max: int
    tutor_host_max: int
    tutor_promoter_max: int
    attestation_percent: int
    cob_variation_days: int
    unpaid_fine: tuple[Decimal, Decimal]
    cob_fine: tuple[Decimal, Decimal]
    fraud_per_day: Decimal
    duration: DurationLimits
    quota: QuotaLimits
    bans: BanLimits
    indemnity: IndemnityLimits


def limits_from(stored: Mapping[str, Any]) -> Limits:
    """Build a ruleset from the value of its parameter; amounts are stored as text, in EUR.

    Raises `KeyError` or `TypeError` where a number is missing or unknown.
    """
    plain = dict(stored)
    quota, indemnity = dict(plain.pop("quota")), dict(plain.pop("indemnity"))
    quota["premium_steps"] = tuple((int(a), int(b)) for a, b in quota["premium_steps"])
    quota["left_out"] = tuple(quota.get("left_out", ()))
    percent = indemnity.pop("full_from_percent")
    return Limits(
        duration=DurationLimits(**plain.pop("duration")),
        quota=QuotaLimits(**quota),
        bans=BanLimits(**plain.pop("bans")),
        indemnity=IndemnityLimits(
            full_from_percent=percent,
            **{name: Decimal(amount) for name, amount in indemnity.items()},
        ),
        unpaid_fine=_pair(plain.pop("unpaid_fine")),
        cob_fine=_pair(plain.pop("cob_fine")),
        fraud_per_day=Decimal(plain.pop("fraud_per_day")),
        **plain,
    )


def _pair(stored: Any) -> tuple[Decimal, Decimal]:
    least, most = stored
    return Decimal(least), Decimal(most)
