"""What is told while an internship runs: accidents, with their report, and trips (R-INS-05, R-DUR-23)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from internships import following
from internships.letters import placements as letters
from internships.models import Accident, Internship, Trip
from internships.permissions import actors_of, may_bring, may_follow
from internships.rules.covering import report_due
from internships.rules.start import Actor
from internships.services.placements.mailing import mail_accident, mail_trip
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, amend, hold
from workflows.models import Case
from workflows.rules import Verdict


@dataclass(frozen=True)
class AccidentData:
    """When and where it happened, how, and how many days of the calendar the intern is away."""

    happened_at: datetime
    place: str
    facts: str
    absence_days: int


@dataclass(frozen=True)
class ReportedData:
    """How long the absence has become, and the report to INAIL, where there is one."""

    absence_days: int
    reported_at: datetime | None = None
    report_number: str = ""


@dataclass(frozen=True)
class TripData:
    """Where the intern goes, why, when, and with whom."""

    begins_at: datetime
    last_day: date
    place: str
    purpose: str
    companion: str
    why_late: str = ""


@transaction.atomic
def tell_accident(case: Internship, *, by: User, data: AccidentData) -> Accident:
    """Tell the promoter of an accident; from an absence that is long enough the hours to report run.

    Whoever is a party tells it, most often the host. The letter says who reports it, and until
    when (R-INS-05, R-INS-06); it says nothing of the injury.
    """
    case = _running(case, by, may_bring)
    today = following.day_in_rome(data.happened_at)
    if data.happened_at > moment.now() or not case.start <= today <= (case.ended_on or case.end):
        raise TransitionRefused(
            Refusal.RULE,
            _("It happened between the first day of the internship and now (R-INS-05)."),
        )
    if not data.place.strip() or not data.facts.strip():
        raise TransitionRefused(Refusal.RULE, _("Say where and how it happened (R-INS-05)."))
    now = moment.now()
    limits = following.numbers_on(case.start).accidents
    told = Accident.objects.create(
        internship=case,
        happened_at=data.happened_at,
        place=data.place.strip(),
        facts=data.facts.strip(),
        absence_days=data.absence_days,
        due_from=now if report_due(data.absence_days, limits) else None,
        told_at=now,
        told_by=by,
    )
    amend(case, "tell_accident", by=by)
    letters.send_accident(case, told, by=by)
    return told


@transaction.atomic
def follow_accident(accident: Accident, *, by: User, data: ReportedData) -> Accident:
    """Write down how long the absence has become, and the report; a late report is flagged (R-INS-05).

    The first time the absence is long enough the hours begin, and the letter goes out again.
    """
    case = _running(accident.internship, by, may_report_accident)
    told = Accident.objects.select_for_update(of=("self",)).get(pk=accident.pk)
    has_report = data.reported_at is not None
    if has_report != bool(data.report_number.strip()):
        raise TransitionRefused(
            Refusal.RULE, _("Write instant and number of the report, both or neither (R-INS-05).")
        )
    if data.reported_at and not told.happened_at <= data.reported_at <= moment.now():
        raise TransitionRefused(
            Refusal.RULE, _("It was reported between the accident and now (R-INS-05).")
        )
    limits = following.numbers_on(case.start).accidents
    begins = told.due_from is None and report_due(data.absence_days, limits)
    if begins:
        told.due_from = moment.now()
    if not report_due(data.absence_days, limits):
        told.due_from = None
    told.absence_days = data.absence_days
    told.reported_at, told.report_number = data.reported_at, data.report_number.strip()
    told.save()
    amend(case, "follow_accident", by=by, reason=told.report_number)
    if begins and not has_report:
        letters.send_accident(case, told, by=by)
    return told


def may_report_accident(case: Internship, user: User) -> bool:
    """Whoever reports by the agreement, the other of the two, or the office: not the intern."""
    mine = actors_of(case, user)
    return bool(mine & {Actor.PROMOTER, Actor.HOST, Actor.HOST_TUTOR}) or may_follow(case, user)


def unreported() -> list[tuple[Accident, datetime]]:
    """Return the accidents that are to be reported and are not, with the instant until which."""
    found = (
        Accident.objects.filter(due_from__isnull=False, reported_at__isnull=True)
        .select_related(
            "internship__call__manager",
            "internship__promoter__party",
            "internship__offer__applicant",
            "internship__offer__opened_by",
            "internship__trainee",
        )
        .order_by("due_from", "pk")
    )
    return [
        (one, due) for one in found if (due := following.due_at(one.internship, one)) is not None
    ]


def chase_accidents() -> int:
    """Remind whoever reports, once, when only so many hours are left; return how many emails left."""
    now, sent = moment.now(), 0
    for one, due in unreported():
        hours = following.numbers_on(one.internship.start).chase_hours
        if one.chased_at is None and now >= due - timedelta(hours=hours):
            sent += _chase(one, due)
    return sent


@transaction.atomic
def _chase(accident: Accident, due: datetime) -> bool:
    held = Accident.objects.select_for_update(of=("self",)).get(pk=accident.pk)
    if held.chased_at is not None or held.reported_at is not None:
        return False
    held.chased_at = moment.now()
    held.save(update_fields=["chased_at"])
    transaction.on_commit(lambda: mail_accident(accident, due))
    return True


@transaction.atomic
def tell_trip(case: Internship, *, by: User, data: TripData) -> Trip:
    """Tell the promoter of a trip, so that the insurance is extended (R-DUR-23).

    One that is told too late is kept once somebody says why. Raises `TransitionRefused` with the
    rule's sentence otherwise.
    """
    case = _running(case, by, may_tell_trip)
    begins, now = following.day_in_rome(data.begins_at), moment.now()
    if not case.start <= begins <= data.last_day <= case.end:
        raise TransitionRefused(
            Refusal.RULE, _("A trip begins and ends within the internship (R-DUR-23).")
        )
    if not all(words.strip() for words in (data.place, data.purpose, data.companion)):
        raise TransitionRefused(
            Refusal.RULE, _("Say where, what for, and which tutor or delegate goes too (R-DUR-23).")
        )
    outcome = following.trip_outcome(case, data.begins_at, now)
    if outcome.verdict is not Verdict.MET and not data.why_late.strip():
        raise TransitionRefused(
            Refusal.RULE, f"{outcome.sentence} {_('Say why it is told late.')}", [outcome]
        )
    trip = Trip.objects.create(
        internship=case,
        begins_at=data.begins_at,
        last_day=data.last_day,
        place=data.place.strip(),
        purpose=data.purpose.strip(),
        companion=data.companion.strip(),
        why_late=data.why_late.strip(),
        told_at=now,
        told_by=by,
    )
    amend(case, "tell_trip", by=by, reason=trip.place)
    transaction.on_commit(lambda: mail_trip(trip))
    return trip


def may_tell_trip(case: Internship, user: User) -> bool:
    """The host and its tutor, whose trip it is; the promoter or the office that was told (R-HOS-08)."""
    return may_report_accident(case, user)


def _running(case: Internship, by: User, may: Callable[[Internship, User], bool]) -> Internship:
    hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = Internship.objects.get(pk=case.pk)
    if not may(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if case.started_at is None or case.closed_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("Only an internship that has begun tells this."))
    return case
