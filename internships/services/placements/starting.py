"""Insurance, safety, the compulsory communication, and the first day."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from internships import communications, funds
from internships.letters import placements as letters
from internships.models import Candidacy, CandidacyStatus, CopyGiven, Internship
from internships.permissions import may_bring, may_communicate
from internships.plans import current_deed
from internships.rules.start import NAMES, Actor
from internships.services.register import lay_out
from parties import moment
from parties.models import User
from workflows import tasks
from workflows.engine import Refusal, TransitionRefused, amend, apply_transition, hold
from workflows.models import Case
from workflows.services import clock


@dataclass(frozen=True)
class CoverData:
    """Insurance against accidents and towards third parties (R-INS-01, R-INS-03)."""

    accident_reference: str
    insurer: str
    liability_policy: str
    liability_expiry: date | None
    liability_renews: bool = False
    covered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codes:
    """Codes that the form of the communication asks for (R-COB-06)."""

    cob_promoter_code: str
    cob_intern_code: str
    cob_type_code: str


@dataclass(frozen=True)
class SafetyData:
    """Safety training done, in hours, and fitness where it is due (R-SAF-02, R-SAF-04)."""

    general_hours: Decimal
    specific_hours: Decimal
    trained_on: date | None
    fit_on: date | None = None


@transaction.atomic
def note_cover(case: Internship, *, by: User, data: CoverData) -> Internship:
    """Write down the insurance; the office, or any of the parties."""
    case = _before_start(case, by)
    said = vars(data) | {"covered": list(data.covered)}
    return _noted(case, "note_cover", by=by, **said, covered_at=moment.now())


@transaction.atomic
def note_safety(case: Internship, *, by: User, data: SafetyData) -> Internship:
    """Write down training and fitness; what lies in the future is refused."""
    case = _before_start(case, by)
    days = [day for day in (data.trained_on, data.fit_on) if day is not None]
    if any(day > moment.today() for day in days):
        raise TransitionRefused(
            Refusal.RULE, _("Write down what has been done: this day is still to come (R-SAF-02).")
        )
    return _noted(case, "note_safety", by=by, **vars(data))


@transaction.atomic
def note_authorisation(case: Internship, *, by: User, guardian: str) -> Internship:
    """Write down that the guardian of a minor has authorised the internship (R-DOC-04)."""
    case = _before_start(case, by)
    if not guardian.strip():
        raise TransitionRefused(Refusal.RULE, _("Say who has authorised it (R-DOC-04)."))
    name = guardian.strip()
    return _noted(case, "note_authorisation", by=by, guardian_name=name, minor_authorised=True)


@transaction.atomic
def note_stamp(case: Internship, *, by: User, receipt: str) -> Internship:
    """Write down the receipt of the stamp duty on the agreement (R-DOC-08)."""
    case = _before_start(case, by)
    agreement = case.agreement
    if agreement is None or not agreement.stamp_asked:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    if not receipt.strip():
        raise TransitionRefused(Refusal.RULE, _("Write the receipt down (R-DOC-08)."))
    agreement.stamp_receipt = receipt.strip()
    agreement.save(update_fields=["stamp_receipt"])
    return _noted(case, "note_stamp", by=by, reason=receipt.strip())


@transaction.atomic
def note_copy(
    case: Internship, *, by: User, deed: int, actor: str, given_on: date, means: str
) -> Internship:
    """Write down that a party has had its copy of a signed paper (R-DOC-06)."""
    case = _before_start(case, by)
    signed = [current_deed(case, "convention"), current_deed(case, "plan")]
    paper = next((one for one in signed if one and one.pk == deed and one.completed_at), None)
    if paper is None or paper.completed_at is None:
        raise TransitionRefused(
            Refusal.STATUS, _("This paper is not signed by all yet (R-DOC-06).")
        )
    if not timezone.localtime(paper.completed_at).date() <= given_on <= moment.today():
        raise TransitionRefused(
            Refusal.RULE,
            _("A copy is given after all have signed, and not in the future (R-DOC-06)."),
        )
    _copy, is_new = CopyGiven.objects.get_or_create(
        internship=case,
        deed=paper,
        actor=actor,
        defaults={"given_on": given_on, "means": means, "by": by},
    )
    if not is_new:
        raise TransitionRefused(Refusal.RULE, _("This copy is written down already (R-DOC-06)."))
    return _noted(case, "note_copy", by=by, reason=f"{paper.title}: {NAMES[Actor(actor)]}")


@transaction.atomic
def record_communication(
    case: Internship,
    *,
    by: User | None,
    number: str,
    sent_at: datetime,
    codes: Codes | None = None,
    seen_version: int | None = None,
) -> Internship:
    """Write down number and instant of the communication of the start, in time or late (R-COB-02)."""
    if not number.strip():
        raise TransitionRefused(
            Refusal.RULE, _("Write the number of the communication (R-PRO-08).")
        )
    if sent_at > moment.now():
        raise TransitionRefused(
            Refusal.RULE, _("The communication cannot have been sent in the future (R-COB-02).")
        )
    if codes is not None:
        hold(case)
        Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        Internship.objects.filter(pk=case.pk).update(**vars(codes))
    return apply_transition(
        case,
        "record_communication",
        by=by,
        seen_version=seen_version,
        number=number.strip(),
        sent_at=sent_at,
    )


@transaction.atomic
def note_variation(
    case: Internship, *, by: User, code: str, number: str, told_on: date
) -> Internship:
    """Write down the communication of a return, an extension, an early end or a hire (R-COB-03).

    A late one is taken and flagged; one of a day to come, or without a number, is refused.
    """
    hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = Internship.objects.get(pk=case.pk)
    event = communications.event_of(case, code)
    if not may_communicate(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if event is None or case.closed_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("This communication is no longer asked for."))
    if not number.strip():
        raise TransitionRefused(
            Refusal.RULE, _("Write the number of the communication (R-COB-03).")
        )
    if told_on > moment.today():
        raise TransitionRefused(
            Refusal.RULE, _("The communication cannot have been sent in the future (R-COB-03).")
        )
    words = f"{event.label}: {number.strip()}"
    if code == communications.END:
        return _noted(
            case,
            "note_variation",
            by=by,
            reason=words,
            end_cob_number=number.strip(),
            end_cob_on=told_on,
        )
    row = event.row
    row.cob_number, row.cob_on = number.strip(), told_on
    row.save(update_fields=["cob_number", "cob_on"])
    return _noted(case, "note_variation", by=by, reason=words)


@transaction.atomic
def begin(case: Internship, *, by: User | None, seen_version: int | None = None) -> Internship:
    """Begin the internship on its first day: nothing may be missing (R-DOC-07).

    A plan that is longer than what was assigned is paid for from here on, or does not begin (R-PUB-19).
    """
    funds.hold(case.call)
    case = apply_transition(case, "begin", by=by, seen_version=seen_version)
    funds.set_aside(case, by=by)
    lay_out(case)
    letters.send_start(case, by=by)
    _end_candidacy(case)
    return case


@transaction.atomic
def cancel(
    case: Internship, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> Internship:
    """Cancel an internship that never began: its place and its money are free again (R-DUR-19)."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the internship is cancelled."))
    funds.hold(case.call)
    case = apply_transition(case, "cancel", by=by, reason=reason, seen_version=seen_version)
    funds.free(case, by=by, why=funds.CANCELLED)
    clock.end_all(case)
    return case


def _end_candidacy(case: Internship) -> None:
    """Let the candidacy that led here end well: nothing more is asked of it (R-PUB-13)."""
    assigned = Candidacy.objects.filter(
        placement=case.offer_id, representative=case.trainee_id, status=CandidacyStatus.ASSIGNED
    )
    for one in assigned:
        tasks.perform(one, "note_start", by=None)


def _noted(case: Internship, name: str, *, by: User, reason: str = "", **fields: Any) -> Internship:
    """Write fields down with a line of history: no move, but something that happened."""
    noted: Any = amend(case, name, by=by, reason=reason, **fields)
    return noted


def _before_start(case: Internship, by: User) -> Internship:
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = Internship.objects.get(pk=case.pk)
    if not may_bring(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if case.started_at is not None or case.closed_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    return case
