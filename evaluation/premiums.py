"""Premiums of a file: what was checked, what is still to check, what those held add (CALL-13, CALL-15)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from evaluation import rules

if TYPE_CHECKING:
    from calls.models import Premium
    from workflows.models import Case

NOTHING = Decimal("0.00")


def unchecked(case: Case) -> list[Premium]:
    """Return the premiums of the call that nobody has looked at for this file."""
    seen = set(case.premium_checks.values_list("premium_id", flat=True))
    return [one for one in case.call_version.premiums.order_by("position") if one.pk not in seen]


def held(case: Case) -> list[Premium]:
    """Return the premiums that the file holds."""
    checks = case.premium_checks.filter(is_held=True).select_related("premium")
    return [check.premium for check in checks.order_by("premium__position")]


def added_by(
    case: Case, base: Decimal, *, ceiling: Decimal, without: Premium | None = None
) -> Decimal:
    """Return `base` with what the premiums held add, within the call's ceiling (CALL-15), in EUR.

    `without` leaves one of them out, as if it had never been held.
    """
    premium = sum((one.amount for one in held(case) if one != without), NOTHING)
    within = bool(case.call_version.parameters.get("premium_within_ceiling", True))
    return rules.with_premium(
        base, premium, ceiling=ceiling, ceiling_includes_premium=within
    ).amount
