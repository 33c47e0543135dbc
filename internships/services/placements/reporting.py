"""Interim reports: asked of the tutors when their days are over, written once each (R-ATT-10)."""

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from internships import following
from internships.models import InterimReport, Internship
from internships.models.statuses import ENDED, InternshipStatus
from internships.permissions import actors_of, may_prepare
from internships.rules.reporting import stretch_over
from internships.rules.start import Actor
from internships.services.placements.mailing import mail_report
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, amend, hold
from workflows.models import Case, Document
from workflows.services import documents

ACCEPTED = frozenset({"pdf", "p7m", "jpeg", "png"})
MOST_BYTES = 10 * 1024 * 1024
REPORTABLE = [
    InternshipStatus.RUNNING,
    InternshipStatus.SUSPENDED,
    *ENDED,
    InternshipStatus.EVALUATION,
]


@dataclass(frozen=True)
class InterimData:
    """How it goes, by form 4.6; marks from 1 to 5."""

    progress: int
    satisfaction: int
    plan_holds: bool
    contacts: str
    problems: str = ""
    remedies: str = ""


@transaction.atomic
def write_interim(
    case: Internship,
    number: int,
    *,
    by: User,
    data: InterimData,
    upload: UploadedFile | None = None,
) -> InterimReport:
    """Write an interim report, with the signed sheet where there is one (R-ATT-10).

    Raises `TransitionRefused` before its days are over, or where it is written already, and
    `workflows.uploads.Refused` for a file that is not acceptable; then nothing is kept.
    """
    case = _held(case)
    if not may_report(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    report = next((one for one in following.reports_of(case) if one.stretch.number == number), None)
    if report is None or case.status not in REPORTABLE:
        raise TransitionRefused(Refusal.STATUS, _("This report is not asked for."))
    if report.is_written:
        raise TransitionRefused(Refusal.STATUS, _("This report is written already."))
    over = stretch_over(report.stretch, moment.today())
    if over.blocks:
        raise TransitionRefused(Refusal.RULE, over.sentence, [over])
    if not data.contacts.strip() or (data.problems.strip() and not data.remedies.strip()):
        raise TransitionRefused(
            Refusal.RULE,
            _("Say when somebody was seen or heard, and what is done about problems (R-ATT-10)."),
        )
    row, _new = InterimReport.objects.update_or_create(
        internship=case,
        number=number,
        defaults={
            "progress": data.progress,
            "satisfaction": data.satisfaction,
            "plan_holds": data.plan_holds,
            "contacts": data.contacts.strip(),
            "problems": data.problems.strip(),
            "remedies": data.remedies.strip(),
            "document": _kept(case, upload, by) if upload else None,
            "written_by": by,
            "written_at": moment.now(),
        },
    )
    amend(case, "write_interim", by=by, reason=str(number))
    return row


def may_report(case: Internship, user: User) -> bool:
    """The promoter and its tutor, the tutor of the host, or the office that received the sheet."""
    return may_prepare(case, user) or bool(actors_of(case, user) & {Actor.HOST, Actor.HOST_TUTOR})


def ask_reports() -> int:
    """Ask the tutors, once for each, for the interim reports whose days are over; return how many."""
    running = (
        Internship.objects.filter(status__in=REPORTABLE, started_at__isnull=False)
        .select_related("call__manager", "offer__opened_by", "trainee")
        .prefetch_related("interim_reports", "tutors")
        .order_by("pk")
    )
    return sum(_ask(case, number) for case in running for number in _to_ask(case))


def _to_ask(case: Internship) -> list[int]:
    today = moment.today()
    return [
        one.stretch.number
        for one in following.reports_of(case)
        if one.row is None and one.stretch.last <= today
    ]


@transaction.atomic
def _ask(case: Internship, number: int) -> bool:
    _held(case)
    row, is_new = InterimReport.objects.get_or_create(
        internship=case, number=number, defaults={"asked_on": moment.today()}
    )
    if is_new:
        transaction.on_commit(lambda: mail_report(row))
    return is_new


def _kept(case: Internship, upload: UploadedFile, by: User) -> Document:
    document = documents.attach(
        case,
        upload,
        by=by,
        requirement="relazione-intermedia",
        accepted=ACCEPTED,
        max_bytes=MOST_BYTES,
    )
    Document.objects.filter(pk=document.pk).update(filed_at=moment.now())
    return document


def _held(case: Internship) -> Internship:
    hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    return Internship.objects.get(pk=case.pk)
