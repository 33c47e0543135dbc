"""Interviews: times, calls, one change at the candidate's request, absences (R-PUB-09, R-PUB-10)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from calls.models import Call
from internships import permissions
from internships.letters import candidates as letters
from internships.models import Candidacy, CandidacyStatus, HostOffer, Interview, Slot
from internships.models.interviews import named
from internships.parameters import CandidacyParameters
from internships.rules.procedure import called_in_time, panel_complete
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, amend, apply_transition
from workflows.models import CaseTerm
from workflows.services import clock
from workflows.terms import Rule, compute_term

JUSTIFICATION = CaseTerm.Kind.JUSTIFICATION


@transaction.atomic
def add_slot(
    call: Call,
    *,
    by: User,
    starts_at: datetime,
    minutes: int,
    place: str,
    link: str,
    for_host: str,
    for_programme: str,
    offer: HostOffer | None = None,
) -> Slot:
    """Add a time for interviews of a call, or of one offer of it; the panel is named whole (R-PUB-09)."""
    if not by.has_perm(permissions.EXAMINE):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if starts_at <= moment.now():
        raise TransitionRefused(Refusal.RULE, _("Write a day and an hour that are still to come."))
    host, programme = named(for_host), named(for_programme)
    members = list(dict.fromkeys([*programme, *host]))
    complete = panel_complete(
        len(members),
        len(members),
        host=bool(host),
        programme=bool(programme),
        least=CandidacyParameters.of(call.version).panel_least,
    )
    if complete.blocks:
        raise TransitionRefused(Refusal.RULE, complete.sentence, [complete])
    return Slot.objects.create(
        call=call,
        offer=offer,
        starts_at=starts_at,
        minutes=minutes,
        place=place.strip(),
        link=link.strip(),
        for_host=", ".join(host),
        for_programme=", ".join(programme),
        added_by=by,
    )


@transaction.atomic
def remove_slot(slot: Slot, *, by: User) -> None:
    """Take away a time to which nobody has ever been called."""
    slot = Slot.objects.select_for_update().get(pk=slot.pk)
    if not by.has_perm(permissions.EXAMINE):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if slot.interviews.exists():
        raise TransitionRefused(
            Refusal.STATUS, _("Somebody was called at this time: move their interview instead.")
        )
    slot.delete()


@transaction.atomic
def invite(
    case: Candidacy, *, by: User | None, slot: int, seen_version: int | None = None
) -> Candidacy:
    """Call to the interview at a free time, as many days before as the call says; the letter goes out."""
    found = _free_slot(case, slot)
    case = apply_transition(case, "invite", by=by, seen_version=seen_version, at=found.starts_at)
    Interview.objects.create(candidacy=case, slot=found)
    letters.send_interview_call(case, by=by)
    return case


@transaction.atomic
def move_interview(
    case: Candidacy,
    *,
    by: User | None,
    slot: int,
    reason: str = "",
    seen_version: int | None = None,
) -> Candidacy:
    """Call at another time: as the candidate asked, or because their absence is justified."""
    found = _free_slot(case, slot)
    clock.end_term(case, JUSTIFICATION)
    case = apply_transition(
        case,
        "move_interview",
        by=by,
        reason=reason,
        seen_version=seen_version,
        at=found.starts_at,
    )
    case.interviews.filter(state__in=Interview.OPEN).update(state=Interview.State.MOVED)
    Interview.objects.create(candidacy=case, slot=found)
    letters.send_interview_call(case, by=by)
    return case


@transaction.atomic
def confirm_interview(case: Candidacy, *, by: User) -> Candidacy:
    """Say that one comes."""
    interview = _own_interview(case, by)
    interview.state = Interview.State.CONFIRMED
    interview.save(update_fields=["state"])
    return amend(case, "confirm_interview", by=by)


@transaction.atomic
def ask_another_time(case: Candidacy, *, by: User, reason: str) -> Candidacy:
    """Ask for another time, once, saying why; the office moves the interview or keeps it."""
    interview = _own_interview(case, by)
    if case.interviews.filter(
        state__in=[Interview.State.MOVED, Interview.State.CHANGE_ASKED]
    ).exists():
        raise TransitionRefused(
            Refusal.RULE, _("Another time can be asked for once, and you have asked already.")
        )
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why you cannot come at this time."))
    interview.state, interview.said = Interview.State.CHANGE_ASKED, reason.strip()[:1000]
    interview.save(update_fields=["state", "said"])
    return amend(case, "ask_another_time", by=by, reason=reason.strip())


@transaction.atomic
def hold_interview(
    case: Candidacy,
    *,
    by: User | None,
    declared: bool = False,
    reason: str = "",
    seen_version: int | None = None,
) -> Candidacy:
    """Write down that the interview was held; the candidacy goes to the panel's sheets.

    `declared` says that everybody who asked has declared that there is no conflict (R-PUB-09).
    """
    case.interviews.filter(state__in=Interview.OPEN).update(is_declared=declared)
    case = apply_transition(case, "hold_interview", by=by, reason=reason, seen_version=seen_version)
    _close(case, Interview.State.HELD)
    return case


@transaction.atomic
def note_absence(
    case: Candidacy, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Candidacy:
    """Write down that the candidate did not come: the time to justify it begins (R-PUB-10)."""
    rule = justification_rule(CandidacyParameters.of(case.call_version))
    due_on = compute_term(moment.today(), rule).due
    case = apply_transition(
        case, "note_absence", by=by, reason=reason, seen_version=seen_version, due_on=due_on
    )
    _close(case, Interview.State.MISSED)
    clock.start_term(case, JUSTIFICATION, rule)
    return case


@transaction.atomic
def justify_absence(case: Candidacy, *, by: User, reason: str) -> Candidacy:
    """Say why one did not come, in time: the office calls again, or keeps to the absence."""
    if case.status != CandidacyStatus.MISSED or not permissions.is_applicant(case, by):
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why you could not come."))
    missed = case.interviews.filter(state=Interview.State.MISSED).last()
    if missed is not None:
        missed.said = reason.strip()[:1000]
        missed.save(update_fields=["said"])
    # What was said in time is weighed by a person: silence no longer follows.
    clock.end_term(case, JUSTIFICATION)
    return amend(case, "justify_absence", by=by, reason=reason.strip())


@transaction.atomic
def close_absence(
    case: Candidacy, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Candidacy:
    """Let an absence count as a renunciation, its time to justify having passed (R-PUB-10)."""
    case = apply_transition(case, "close_absence", by=by, reason=reason, seen_version=seen_version)
    clock.end_all(case)
    return case


def justification_rule(set_: CandidacyParameters) -> Rule:
    """The candidate's time to justify an absence (R-PUB-10)."""
    return Rule("R-PUB-10", set_.absence_working_days, "working_days", source="Bando, colloqui")


def _free_slot(case: Candidacy, pk: int) -> Slot:
    """Return a time of the call that is free, locked; in time, and for an offer that was chosen."""
    slot = Slot.objects.select_for_update().filter(pk=pk, call_id=case.call_id).first()
    taken = slot is not None and (
        slot.interviews.exclude(
            state__in=[Interview.State.MOVED, Interview.State.CANCELLED]
        ).exists()
    )
    if slot is None or taken:
        raise TransitionRefused(
            Refusal.STATUS, _("This time is no longer free: choose another one.")
        )
    if slot.offer_id and not case.preferences.filter(offer=slot.offer_id, dropped="").exists():
        raise TransitionRefused(
            Refusal.RULE, _("This time is for an offer that the candidate has not chosen.")
        )
    set_ = CandidacyParameters.of(case.call_version)
    day = timezone.localtime(slot.starts_at).date()
    outcome = called_in_time(day, moment.today(), set_.notice_days)
    if outcome.blocks:
        raise TransitionRefused(Refusal.RULE, outcome.sentence, [outcome])
    return slot


def _own_interview(case: Candidacy, by: User) -> Interview:
    if not permissions.is_applicant(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    interview = (
        Interview.objects.select_for_update(of=("self",))
        .select_related("slot")
        .filter(candidacy=case, state__in=Interview.OPEN)
        .first()
    )
    if interview is None or interview.slot.starts_at <= moment.now():
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    return interview


def _close(case: Candidacy, state: str) -> None:
    case.interviews.filter(state__in=Interview.OPEN).update(state=state)
