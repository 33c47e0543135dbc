"""What is gathered around the end: dossier, final reports, what became of the intern (R-ATT)."""

from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from internships.models import (
    Evidence,
    FinalReport,
    Internship,
    PlanActivity,
    PlanCompetence,
    WorkOutcome,
)
from internships.models.statuses import AFTER_END, InternshipStatus
from internships.parameters import register_on
from internships.permissions import actors_of, may_bring, may_follow
from internships.rules.dates import months_before
from internships.rules.start import Actor
from internships.services.placements.mailing import mail_outcome
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, hold
from workflows.models import Case, Document
from workflows.services import documents

ACCEPTED = frozenset({"pdf", "p7m", "jpeg", "png"})
MOST_BYTES = 10 * 1024 * 1024
GATHERED = {
    InternshipStatus.RUNNING,
    InternshipStatus.SUSPENDED,
    InternshipStatus.CONCLUDED,
    InternshipStatus.INTERRUPTED,
    InternshipStatus.TRANSFORMED,
    InternshipStatus.EVALUATION,
}


@dataclass(frozen=True)
class EvidenceData:
    """What shows that an activity was done, and how far the intern came."""

    activity: PlanActivity
    kind: str
    text: str
    level: str
    competence: PlanCompetence | None = None


@dataclass(frozen=True)
class ReportData:
    """What host or intern says at the end; marks from 1 to 5."""

    goals: int
    coherence: int
    treatment: int
    text: str
    suggestions: str = ""


@dataclass(frozen=True)
class OutcomeData:
    """Whether the intern works, by which contract, and whether at the same host."""

    works: bool
    contract: str = ""
    same_host: bool = False


@transaction.atomic
def add_evidence(
    case: Internship, *, by: User, data: EvidenceData, upload: UploadedFile | None = None
) -> Evidence:
    """Add a piece of evidence to the dossier: tutors and promoter gather it (R-ATT-05)."""
    case = _held(case)
    if not may_gather(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if case.status not in GATHERED:
        raise TransitionRefused(Refusal.STATUS, _("The dossier is closed."))
    if data.activity.internship_id != case.pk or not data.text.strip():
        raise TransitionRefused(
            Refusal.RULE, _("Say what was done for one activity of the plan (R-ATT-05).")
        )
    return Evidence.objects.create(
        activity=data.activity,
        competence=data.competence,
        kind=data.kind,
        text=data.text.strip(),
        level=data.level,
        document=_kept(case, upload, by) if upload else None,
        written_by=by,
    )


def may_gather(case: Internship, user: User) -> bool:
    """Both tutors, host and promoter, or the office: not the intern, whom the dossier is about."""
    mine = actors_of(case, user)
    return bool(mine - {Actor.TRAINEE}) or may_follow(case, user)


@transaction.atomic
def write_report(case: Internship, *, by: User, data: ReportData) -> FinalReport:
    """Write the final report of host or intern, once each, from the last weeks on (form 4.6)."""
    case = _held(case)
    whose = report_of(case, by)
    if whose is None:
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if case.started_at is None or case.closed_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    if case.final_reports.filter(by=whose).exists():
        raise TransitionRefused(Refusal.STATUS, _("Your final report is written already."))
    return FinalReport.objects.create(
        internship=case,
        by=whose,
        goals=data.goals,
        coherence=data.coherence,
        treatment=data.treatment,
        text=data.text.strip(),
        suggestions=data.suggestions.strip(),
        written_by=by,
    )


def report_of(case: Internship, user: User) -> str | None:
    """Return whose final report somebody writes: the intern's, the host's, or none."""
    mine = actors_of(case, user)
    if Actor.TRAINEE in mine:
        return FinalReport.By.TRAINEE.value
    return FinalReport.By.HOST.value if mine & {Actor.HOST, Actor.HOST_TUTOR} else None


@transaction.atomic
def note_outcome(case: Internship, when: str, *, by: User, data: OutcomeData) -> WorkOutcome:
    """Write down what became of the intern, at the end or six months later (R-ATT-11)."""
    case = _held(case)
    if not may_bring(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if case.status not in AFTER_END:
        raise TransitionRefused(
            Refusal.STATUS, _("What became of the intern is asked after the end (R-ATT-11).")
        )
    if data.works and not data.contract:
        raise TransitionRefused(
            Refusal.RULE, _("Say by which contract the person works (R-ATT-11).")
        )
    if when == WorkOutcome.When.LATER and moment.today() < follow_up_on(case):
        raise TransitionRefused(
            Refusal.RULE, _("The second outcome is asked six months after the end (R-ATT-11).")
        )
    outcome, _new = WorkOutcome.objects.update_or_create(
        internship=case,
        when=when,
        defaults={
            "works": data.works,
            "contract": data.contract if data.works else "",
            "same_host": data.works and data.same_host,
            "answered_on": moment.today(),
            "answered_by": by,
        },
    )
    return outcome


def follow_up_on(case: Internship) -> date:
    """Return the day from which the second outcome is asked."""
    return months_before(case.ended_on or case.end, -register_on(case.start).outcome_months)


def ask_outcomes() -> int:
    """Ask each intern once what became of them, six months after the end; return how many."""
    waiting = (
        Internship.objects.filter(status__in=AFTER_END, ended_on__isnull=False)
        .exclude(pk__in=WorkOutcome.objects.filter(when="later").values("internship"))
        .select_related("trainee__user", "call__manager")
        .order_by("pk")
    )
    return sum(_ask(case) for case in waiting if follow_up_on(case) <= moment.today())


@transaction.atomic
def _ask(case: Internship) -> bool:
    _held(case)
    asked, is_new = WorkOutcome.objects.get_or_create(
        internship=case, when=WorkOutcome.When.LATER, defaults={"asked_on": moment.today()}
    )
    user = case.trainee.user
    if is_new and user is not None:
        transaction.on_commit(lambda: mail_outcome(asked, user))
    return is_new


def _kept(case: Internship, upload: UploadedFile, by: User) -> Document:
    document = documents.attach(
        case,
        upload,
        by=by,
        requirement="dossier",
        accepted=ACCEPTED,
        max_bytes=MOST_BYTES,
    )
    Document.objects.filter(pk=document.pk).update(filed_at=moment.now())
    return document


def _held(case: Internship) -> Internship:
    hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    return Internship.objects.get(pk=case.pk)
