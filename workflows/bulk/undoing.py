"""Taking back bulk work of which nothing has left the house, while its window is open."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from parties.models import User
from workflows.bulk.actions import Action, Doing, action_of, doing_of, find
from workflows.bulk.execution import EXECUTION, NotStarted, key_of, who
from workflows.bulk.rows import Done, do_once
from workflows.bulk.selection import in_slices
from workflows.bulk.ticked import TAKE
from workflows.models import BackgroundJob, Case, JobRow
from workflows.services import jobs

UNDO = "bulk_undo"


def can_be_undone(job: BackgroundJob) -> bool:
    """Tell whether the work may still be taken back."""
    return (
        job.kind in {EXECUTION, TAKE}
        and job.state == BackgroundJob.State.DONE
        and job.undo_until is not None
        and timezone.now() < job.undo_until
        and not job.followers.filter(kind=UNDO).exists()
    )


def start_undo(job: BackgroundJob, *, by: User) -> BackgroundJob:
    """Start taking back work of the person's own; a second go finds the first.

    Raises `NotStarted` where its window has closed, or something of it has left the house.
    """
    begun = job.followers.filter(kind=UNDO).first()
    if begun is not None:
        return begun
    if not can_be_undone(job):
        raise NotStarted(_("The time to take this back has passed."))
    return jobs.start_job(
        kind=UNDO,
        title=_("Taken back: {title}").format(title=job.title),
        by=by,
        inputs=_inputs(job),
        total=_done_rows(job).count(),
        key=key_of(job, "undo"),
        follows=job,
    )


def run_undo(job: BackgroundJob) -> None:
    """Take back, row by row, what is still as the work left it."""
    action = action_of(job)
    for rows in in_slices(_done_rows(job.follows).order_by("-pk")):
        doing = doing_of(job)
        for row in rows:
            _take_back(job, action, row, doing)


def _inputs(job: BackgroundJob) -> dict:
    take = find("take")
    return job.inputs if job.kind == EXECUTION else {"action": take.code}


def _done_rows(job: BackgroundJob) -> QuerySet[JobRow]:
    return job.rows.filter(outcome=JobRow.Outcome.DONE)


def _take_back(job: BackgroundJob, action: Action, row: JobRow, doing: Doing) -> None:
    def undo(case: Case) -> Done:
        return action.undo(case, row.data, doing)

    do_once(job, row.key, row.case_id, undo, JobRow.Outcome.UNDONE, known=who(row))
