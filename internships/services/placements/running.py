"""What happens to an internship that runs: standing still, going on longer, changing, ending."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from internships import funds
from internships.during import (
    extension_outcomes,
    open_extension,
    open_suspension,
    open_variation,
    suspended_days,
)
from internships.letters import placements as letters
from internships.models import (
    Day,
    Internship,
    MonthStatus,
    PauseReason,
    Suspension,
    Tutor,
    Variation,
)
from internships.permissions import actors_of
from internships.rules.duration import end_after_pauses, reason_to_stop
from internships.rules.start import Actor
from internships.services.register import lay_out
from parties import moment
from parties.models import User
from parties.permissions import may_act_for
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.rules import Outcome
from workflows.services import clock
from workflows.terms.italian import italian_date

WHO = {
    Actor.TRAINEE: "il tirocinante",
    Actor.HOST: "il soggetto ospitante",
    Actor.PROMOTER: "il soggetto promotore",
}


@dataclass(frozen=True)
class PauseData:
    """Why and when an internship stands still; the reason is kept apart from the days (R-DUR-12)."""

    kind: str
    first_day: date
    last_day: date
    told_on: date
    note: str = ""


@transaction.atomic
def suspend(
    case: Internship,
    *,
    by: User | None,
    data: PauseData | None = None,
    seen_version: int | None = None,
) -> Internship:
    """Let an internship stand still for some days, and tell the parties (R-DUR-12, R-DUR-13).

    A pause that is too short leaves nothing behind: it is written as an absence instead. Hours of
    the register inside the days refuse it.
    """
    if data is not None:
        _write_pause(case, data, by)
    case = apply_transition(case, "suspend", by=by, seen_version=seen_version)
    pause = open_suspension(case)
    if pause is not None:
        letters.send_suspension(case, pause, by=by)
    return case


@transaction.atomic
def resume(
    case: Internship,
    *,
    by: User | None,
    returned_on: date | None = None,
    seen_version: int | None = None,
) -> Internship:
    """Take an internship up again on a day; what it stood still is added at its end (R-DUR-14)."""
    pause = open_suspension(case)
    back = returned_on or moment.today()
    if pause is None or back <= pause.first_day:
        raise TransitionRefused(
            Refusal.RULE,
            _("Say on which day, after the first of the suspension, the intern is back."),
        )
    before = suspended_days(case) - pause.days
    pause.returned_on, pause.last_day = back, back - timedelta(days=1)
    pause.save(update_fields=["returned_on", "last_day"])
    stood = suspended_days(Internship.objects.get(pk=case.pk)) - before
    case = apply_transition(
        case, "resume", by=by, seen_version=seen_version, new_end=end_after_pauses(case.end, stood)
    )
    lay_out(case)
    letters.send_resumption(case, pause, by=by)
    return case


@transaction.atomic
def extend(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Prolong an internship as the extension that was asked for and signed says.

    Where the call refunds the further months, their money is set aside, or it is refused (R-PUB-19).
    """
    funds.hold(case.call)
    asked, before = open_extension(case), case.end
    quota = _about_quota(case) if asked else None
    case = apply_transition(
        case,
        "extend",
        by=by,
        seen_version=seen_version,
        new_end=asked.new_end if asked else case.end,
    )
    if asked is not None:
        asked.state, asked.decided_at = asked.State.GRANTED, moment.now()
        asked.previous_end = before
        asked.save(update_fields=["state", "decided_at", "previous_end"])
        letters.send_extension(case, asked, before, quota, by=by)
    funds.set_aside(case, by=by)
    lay_out(case)
    return case


@transaction.atomic
def vary(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Change hours or tutor as an addendum says that all have signed, and tell them (R-DOC-09, T11)."""
    asked = open_variation(case)
    why = asked.reason if asked else ""
    case = apply_transition(case, "vary", by=by, reason=why, seen_version=seen_version)
    if asked is None:
        return case
    if asked.week:
        case.week = list(asked.week)
        case.save(update_fields=["week"])
    if asked.tutor_name:
        _replace_tutor(case, asked)
    asked.applied_at = moment.now()
    asked.save(update_fields=["applied_at"])
    letters.send_variation(case, asked, by=by)
    return case


@transaction.atomic
def interrupt(
    case: Internship,
    *,
    by: User | None,
    last_day: date | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> Internship:
    """End an internship early, with the reason in writing (R-DUR-17, R-DUR-18).

    Of the money set aside, what it can no longer earn is free again (R-PUB-19).
    """
    person = getattr(by, "person", None)
    by_intern = may_act_for(person, case.trainee, moment.today()) if person else False
    why = reason_to_stop(reason, by_intern=by_intern)
    if why.blocks:
        raise TransitionRefused(Refusal.RULE, why.sentence, [why])
    funds.hold(case.call)
    case = apply_transition(
        case,
        "interrupt",
        by=by,
        reason=reason,
        seen_version=seen_version,
        last_day=_last_day(case, last_day),
        why=reason,
    )
    funds.keep_matured(case, by=by)
    lay_out(case)
    clock.end_all(case)
    letters.send_interruption(case, _who(case, by), by=by)
    return case


@transaction.atomic
def transform(
    case: Internship,
    *,
    by: User | None,
    last_day: date | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> Internship:
    """End an internship because the host hires the intern; months that fall away free their money."""
    funds.hold(case.call)
    case = apply_transition(
        case,
        "transform",
        by=by,
        reason=reason,
        seen_version=seen_version,
        last_day=_last_day(case, last_day),
        why=reason,
    )
    funds.keep_matured(case, by=by)
    lay_out(case)
    clock.end_all(case)
    letters.send_hire(case, by=by)
    return case


@transaction.atomic
def conclude(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Conclude an internship whose last day has passed, and ask for the final reports (T14)."""
    case = apply_transition(case, "conclude", by=by, seen_version=seen_version)
    letters.send_closing(case, by=by)
    return case


def _write_pause(case: Internship, data: PauseData, by: User | None) -> None:
    if data.last_day < data.first_day:
        raise TransitionRefused(Refusal.RULE, _("The last day comes before the first."))
    written = Day.objects.filter(
        month__internship=case.pk,
        day__range=(data.first_day, data.last_day),
    )
    if written.filter(done_minutes__gt=0).exists():
        raise TransitionRefused(Refusal.RULE, _("The register has hours on these days (R-ATT-01)."))
    months = case.months.filter(status=MonthStatus.CLOSED)
    if months.filter(first_day__lte=data.last_day, last_day__gte=data.first_day).exists():
        raise TransitionRefused(Refusal.RULE, _("The month of these days is closed (R-ATT-01)."))
    written.delete()
    pause = Suspension.objects.create(
        internship=case,
        first_day=data.first_day,
        last_day=data.last_day,
        told_on=data.told_on,
        recorded_by=by,
    )
    PauseReason.objects.create(suspension=pause, kind=data.kind, note=data.note)


def _about_quota(case: Internship) -> Outcome | None:
    return next((one for one in extension_outcomes(case) if one.rule.startswith("R-NUM")), None)


def _replace_tutor(case: Internship, asked: Variation) -> None:
    now = case.tutor("host")
    if now is not None:
        now.ended_on = moment.today()
        now.save(update_fields=["ended_on"])
    Tutor.objects.create(
        internship=case,
        side=Tutor.Side.HOST,
        name=asked.tutor_name,
        tax_code=asked.tutor_tax_code,
        email=asked.tutor_email,
        role=now.role if now else "",
    )


def _who(case: Internship, by: User | None) -> str:
    mine = actors_of(case, by)
    on = italian_date(moment.today())
    for actor, words in WHO.items():
        if actor in mine:
            return f"{words}, con comunicazione scritta in data {on}"
    return f"l'ufficio, con comunicazione scritta in data {on}"


def _last_day(case: Internship, day: date | None) -> date:
    found = day or moment.today()
    if not case.start <= found <= min(case.end, moment.today()):
        raise TransitionRefused(
            Refusal.RULE, _("The last day lies between the first day of the internship and today.")
        )
    return found
