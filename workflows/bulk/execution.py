"""Doing what a dry run foresaw, row by row, on cases that are still as it saw them."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from parties.models import User
from workflows.bulk.actions import Action, Doing, action_of, doing_of
from workflows.bulk.rows import Done, do_once
from workflows.bulk.selection import in_slices
from workflows.models import BackgroundJob, Case, JobRow
from workflows.services import jobs

EXECUTION = "bulk"
# What the page and the file of the work show of the forecast.
WHO = ("applicant", "page")
KEPT = ("act", "amount", "left")


class NotStarted(Exception):
    """The work cannot start; the sentence says why."""


def start_execution(dry_run: BackgroundJob, *, by: User) -> BackgroundJob:
    """Start doing what a dry run of the person's own foresaw; a second go finds the first.

    Raises `NotStarted` where the dry run is not over or found nothing to do.
    """
    action, possible = action_of(dry_run), possible_rows(dry_run).count()
    if dry_run.state != BackgroundJob.State.DONE:
        raise NotStarted(_("The dry run is not over yet."))
    if not possible:
        raise NotStarted(_("There is nothing to do among these rows."))
    return jobs.start_job(
        kind=EXECUTION,
        title=action.title(possible) % {"number": possible},
        by=by,
        inputs=dry_run.inputs,
        total=possible,
        key=key_of(dry_run, "start"),
        follows=dry_run,
    )


def run(job: BackgroundJob) -> None:
    """Do the rows in the order of the forecast; those noted already are left alone."""
    action = action_of(job)
    for rows in in_slices(possible_rows(job.follows).order_by("pk")):
        # Read afresh for each slice: a right that was taken away meanwhile no longer counts.
        doing = doing_of(job)
        noted = set(
            job.rows.filter(key__in=[row.key for row in rows]).values_list("key", flat=True)
        )
        for row in rows:
            if row.key not in noted:
                _do(job, action, row, doing)
    if action.undo is not None:
        jobs.allow_undo(job)


def possible_rows(dry_run: BackgroundJob) -> QuerySet[JobRow]:
    """Return the rows that a dry run found possible."""
    return dry_run.rows.filter(outcome=JobRow.Outcome.FORESEEN)


def who(row: JobRow) -> dict[str, str]:
    """Return what tells a row's case from others besides its number."""
    return {name: row.data[name] for name in WHO if name in row.data}


def key_of(job: BackgroundJob, step: str) -> UUID:
    """Return the key of the one piece of work that follows `job` as `step`."""
    return uuid5(NAMESPACE_URL, f"sportello:job:{job.pk}:{step}")


def _do(job: BackgroundJob, action: Action, row: JobRow, doing: Doing) -> None:
    def do(case: Case) -> Done:
        done = action.do(case, row.data, doing)
        kept = {name: row.data[name] for name in KEPT if name in row.data}
        return Done(done.sentence, kept | done.data)

    do_once(job, row.key, row.case_id, do, known=who(row), label=row.label)
