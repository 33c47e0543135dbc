"""What is followed while an internship runs, as its pages show it; signs are shown to the office alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from internships import following, signs
from internships.permissions import may_bring, may_follow
from internships.services.placements import reporting, telling
from ui.formats import long_date, short_date
from workflows.showing import check

if TYPE_CHECKING:
    from internships.models import Accident, Internship, SignSeen, Trip
    from parties.models import User


def followed_of(case: Internship, user: User) -> dict[str, Any]:
    """Return what `internships/placement/_followed.html` shows; nothing before the first day."""
    if case.started_at is None:
        return {"shown": False}
    final = following.final_outcome(case)
    trips = list(case.journeys.all())
    may_report = reporting.may_report(case, user) and case.closed_at is None
    return {
        "shown": True,
        "reports": [_report(case, one, may_report) for one in following.reports_of(case)],
        "final": check(final) if final else None,
        "accidents": [_accident(case, one, user) for one in case.accidents.all()],
        "trips": [_trip(case, one) for one in trips],
        "untold": [check(one) for one in following.untold_trips(case, trips)],
        "links": _links(case, user),
    }


def signs_shown(case: Internship, user: User) -> dict[str, Any]:
    """Return the signs of an internship for `internships/office/_signs.html`: to the office alone."""
    if case.started_at is None or not may_follow(case, user):
        return {"shown": False}
    found = signs.watched().get(pk=case.pk)
    return {
        "shown": True,
        "checks": [check(one) for one in signs.signs_of(found)],
        "seen": [_sign(case, one) for one in found.signs.all()],
        "url": reverse("internships:internship_sign_seen", args=[case.pk]),
    }


def _report(case: Internship, one: following.Report, may_report: bool) -> dict[str, Any]:
    url = reverse("internships:internship_interim", args=[case.pk, one.stretch.number])
    days = f"{short_date(one.stretch.first)} – {short_date(one.stretch.last)}"
    return {
        "days": days,
        "check": check(one.outcome),
        "is_written": one.is_written,
        "url": url if one.is_written or (may_report and one.is_over) else "",
    }


def _accident(case: Internship, one: Accident, user: User) -> dict[str, Any]:
    may = telling.may_report_accident(case, user) and case.closed_at is None
    return {
        "says": f"{long_date(following.day_in_rome(one.happened_at))}, {one.place}",
        "facts": one.facts,
        "days": one.absence_days,
        "number": one.report_number,
        "check": check(following.accident_outcome(case, one)),
        "who": _("The host") if following.reporter_of(case) == "host" else _("The promoter"),
        "is_due": one.due_from is not None,
        "url": reverse("internships:internship_accident", args=[case.pk, one.pk]) if may else "",
    }


def _trip(case: Internship, one: Trip) -> dict[str, Any]:
    begins = following.day_in_rome(one.begins_at)
    days = long_date(begins)
    if one.last_day != begins:
        days = f"{days} – {long_date(one.last_day)}"
    return {
        "says": f"{days}: {one.place}. {one.purpose}",
        "companion": one.companion,
        "why_late": one.why_late,
        "check": check(following.trip_outcome(case, one.begins_at, one.told_at)),
    }


def _sign(case: Internship, one: SignSeen) -> dict[str, Any]:
    clear = reverse("internships:internship_sign_clear", args=[case.pk, one.pk])
    return {"row": one, "url": "" if one.cleared_because else clear}


def _links(case: Internship, user: User) -> list[dict[str, str]]:
    if case.closed_at is not None:
        return []
    wanted = (
        ("accident_new", _("Tell of an accident"), may_bring(case, user)),
        ("trip", _("Tell of a trip"), case.ended_on is None and telling.may_tell_trip(case, user)),
    )
    return [
        {"label": label, "url": reverse(f"internships:internship_{name}", args=[case.pk])}
        for name, label, shown in wanted
        if shown
    ]
