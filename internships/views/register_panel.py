"""The register of an internship as it is shown: months with what is asked of whoever looks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from internships import register
from internships.models import AllowanceDue, Month, MonthStatus
from internships.permissions import may_see_condition
from internships.rules.dates import hours
from internships.services.register.allowances import may_bring_proof
from parties import moment
from workflows.rules import Outcome
from workflows.showing import check

if TYPE_CHECKING:
    from datetime import date

    from internships.models import Day, Internship
    from parties.models import User

TONES = {
    MonthStatus.OPEN: "neutral",
    MonthStatus.FILLED: "info",
    MonthStatus.VALIDATED: "info",
    MonthStatus.VERIFIED: "info",
    MonthStatus.CLOSED: "success",
    MonthStatus.REJECTED: "danger",
}
# Absences that tell of health: named to whoever must know, to others an absence (section 7).
OF_HEALTH = {"MAL", "VIS", "INF"}


def with_months(case: Internship) -> list[Month]:
    """Return the months of an internship with days and allowance, each read once."""
    months = Month.objects.filter(internship=case.pk).select_related("allowance__proof")
    return list(months.prefetch_related("days").order_by("number"))


def months_of(case: Internship, user: User) -> list[dict[str, Any]]:
    """Return what `internships/register/_months.html` shows: each month and whose move it is."""
    rights = rights_of(case, user)
    return [_month(case, month, rights) for month in with_months(case)]


def rights_of(case: Internship, user: User) -> dict[str, bool]:
    """Return what somebody may do with the register of a case."""
    return {
        "write": register.may_write(case, user),
        "validate": register.may_validate(case, user),
        "check": register.may_check(case, user),
        "pay": may_bring_proof(case, user),
        "health": may_see_condition(case, user) or register.may_validate(case, user),
    }


def acts_on(month: Month, rights: dict[str, bool]) -> list[str]:
    """Return what somebody with these rights is asked to do with a month now."""
    started, over = month.first_day <= moment.today(), month.last_day <= moment.today()
    allowance = allowance_of(month)
    asked = {
        "write": rights["write"] and started and month.status in register.FILLABLE,
        "hand_in": rights["write"] and over and month.status in register.FILLABLE,
        "validate": rights["validate"] and month.status == MonthStatus.FILLED,
        "check": rights["check"] and month.status == MonthStatus.VALIDATED,
        "close": rights["check"] and month.status == MonthStatus.VERIFIED,
        "send_back": (rights["validate"] and month.status == MonthStatus.FILLED)
        or (rights["check"] and month.status in {MonthStatus.FILLED, MonthStatus.VALIDATED}),
        "decide": rights["check"] and allowance is not None and allowance.amount is None,
        "pay": rights["pay"] and allowance is not None and allowance.waits,
    }
    return [name for name, wanted in asked.items() if wanted]


def allowance_of(month: Month) -> AllowanceDue | None:
    """Return what a month is worth, None until it is closed."""
    return getattr(month, "allowance", None)


def days_of(case: Internship, month: Month, rights: dict[str, bool]) -> list[dict[str, Any]]:
    """Return the days of a month, written or planned, as the page lists them."""
    written = {one.day: one for one in month.days.all()}
    planned = {day: register.planned_on(case, day) for day in _every(month)}
    shown = [day for day in _every(month) if day in written or planned[day]]
    can_write = "write" in acts_on(month, rights)
    return [
        _day(day, written.get(day), planned[day], rights)
        | {"url": _day_url(month, day) if can_write and day <= moment.today() else ""}
        for day in shown
    ]


def next_day(days: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the first day that waits to be written, of those that a page lists."""
    return next((one for one in days if one["url"] and not one["is_written"]), None)


def minutes(value: int) -> str:
    """Write minutes as hours: 7,2."""
    return hours(Decimal(value) / 60)


def month_url(month: Month) -> str:
    """Return the page of a month."""
    return reverse("internships:month", args=[month.internship_id, month.number])


def _month(case: Internship, month: Month, rights: dict[str, bool]) -> dict[str, Any]:
    days, allowance = list(month.days.all()), allowance_of(month)
    return {
        "month": month,
        "url": month_url(month),
        "tone": TONES[MonthStatus(month.status)],
        "done": minutes(sum(one.done_minutes for one in days)),
        "written": len(days),
        "planned": len(register.planned_days(case, month)),
        "allowance": allowance,
        "is_late": allowance is not None and allowance.is_late(moment.today()),
        "acts": acts_on(month, rights),
    }


def _every(month: Month) -> list[date]:
    return list(register.days_between(month.first_day, month.last_day))


def _day(day: date, found: Day | None, planned: int, rights: dict[str, bool]) -> dict[str, Any]:
    return {
        "day": day,
        "planned": minutes(found.planned_minutes if found else planned),
        "done": minutes(found.done_minutes) if found else "",
        "times": ", ".join(f"{a:%H:%M}–{b:%H:%M}" for a, b in found.intervals) if found else "",
        "absence": _absence(found, rights) if found else "",
        "where": found.get_mode_display() if found and found.done_minutes else "",
        "note": found.note if found else "",
        "explained": found.explained if found else "",
        "is_written": found is not None,
        "is_confirmed": bool(found and found.tutor_signed_at),
        "is_future": day > moment.today(),
    }


def _absence(day: Day, rights: dict[str, bool]) -> str:
    if day.absence in OF_HEALTH and not (rights["health"] or rights["write"]):
        return _("Absence with a reason")
    return day.get_absence_display() if day.absence else ""


def _day_url(month: Month, day: date) -> str:
    return reverse("internships:day", args=[month.internship_id, month.number, day.isoformat()])


def allowance_check(allowance: AllowanceDue) -> dict[str, Any]:
    """Return what the rule said of the month's allowance."""
    return check(Outcome.from_dict(allowance.outcome))
