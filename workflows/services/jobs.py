"""Work that takes longer than a second: started by a page, done by the worker, seen by its owner.

A kind of work is a runner registered under a name. It notes each row in the transaction of what it
did to it, so that a worker killed in the middle leaves nothing done twice and nothing unsaid.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from parties.models import User
from workflows.models import BackgroundJob, Case, JobRow

logger = logging.getLogger(__name__)

State = BackgroundJob.State
Runner = Callable[[BackgroundJob], list[dict[str, Any]] | None]

_runners: dict[str, Runner] = {}


class JobFailed(Exception):
    """The work cannot be done; the sentence says why, in words for the person who started it."""


def register_runner(kind: str, runner: Runner) -> None:
    """Make a kind of work known; each room does so once, when the site starts.

    A runner gets the job, skips the rows that are noted already, and returns what it made as a
    list of {"label", "url"}, or None. It may raise `JobFailed`.
    """
    _runners[kind] = runner


@transaction.atomic
def start_job(
    *,
    kind: str,
    title: str,
    by: User,
    inputs: dict[str, Any],
    total: int = 0,
    key: UUID | None = None,
    follows: BackgroundJob | None = None,
) -> BackgroundJob:
    """Write the work down and hand it to the worker; it begins when the caller commits.

    `inputs` are plain values. Where work of this person with this `key` is there already, that is
    returned and nothing new starts. `total` is the number of rows, 0 while it is unknown.
    `follows` is the work that foresaw this one, or that this one takes back.
    """
    if kind not in _runners:
        raise LookupError(f"nobody knows how to do {kind!r}")
    values = {
        "kind": kind,
        "title": title[:200],
        "inputs": inputs,
        "total": total,
        "follows": follows,
    }
    if key is None:
        job = BackgroundJob.objects.create(by=by, **values)
    else:
        job, is_new = BackgroundJob.objects.get_or_create(key=key, by=by, defaults=values)
        if not is_new:
            return job
    _hand_over(job)
    return job


@transaction.atomic
def resume_job(job: BackgroundJob, *, by: User) -> BackgroundJob:
    """Go on with work that failed, after the last row it noted; other work stays as it is."""
    job = BackgroundJob.objects.select_for_update().get(pk=job.pk, by=by)
    if job.state == State.FAILED:
        job.state, job.error, job.finished_at = State.WAITING, "", None
        job.save(update_fields=["state", "error", "finished_at"])
        _hand_over(job)
    return job


def run_job(job_id: int) -> None:
    """Do the work; called by the worker. Whatever happens is written down for the person."""
    job = _begin(job_id)
    if job is None:
        return
    with translation.override(job.by.language):
        try:
            results = _runners[job.kind](job)
        except JobFailed as failure:
            _end(job, State.FAILED, error=str(failure))
        except Exception:
            logger.exception("job %s (%s) failed", job.pk, job.kind)
            _end(
                job,
                State.FAILED,
                error=_(
                    "The work stopped because of an error of ours. What was done so far is done."
                ),
            )
        else:
            _end(job, State.DONE, results=results or [])


@transaction.atomic
def note_row(
    job: BackgroundJob,
    key: str,
    outcome: str,
    *,
    label: str,
    sentence: str = "",
    case: Case | None = None,
    data: dict[str, Any] | None = None,
) -> JobRow:
    """Write down what became of a row, in the caller's transaction; each row is noted once.

    `data` are plain values: what doing the row, or taking it back, needs to know.
    """
    row, is_new = JobRow.objects.get_or_create(
        job=job,
        key=key,
        defaults={
            "outcome": outcome,
            "label": label[:200],
            "sentence": sentence,
            "case_id": case.pk if case else None,
            "data": data or {},
        },
    )
    if is_new:
        BackgroundJob.objects.filter(pk=job.pk).update(done=F("done") + 1)
    return row


@transaction.atomic
def note_rows(job: BackgroundJob, rows: Sequence[JobRow]) -> None:
    """Write down several rows of work that changes nothing but its own notes."""
    JobRow.objects.bulk_create(rows)
    done = F("done") + len(rows)
    BackgroundJob.objects.filter(pk=job.pk).update(done=done, total=Greatest("total", done))


@transaction.atomic
def begin_again(job: BackgroundJob, total: int) -> None:
    """Forget the rows of work that changes nothing but its own notes, so that all are of one go."""
    job.rows.all().delete()
    BackgroundJob.objects.filter(pk=job.pk).update(done=0, total=total)


def settle_total(job: BackgroundJob) -> None:
    """Let the number of rows be what it turned out to be."""
    BackgroundJob.objects.filter(pk=job.pk).update(total=F("done"))


def allow_undo(job: BackgroundJob) -> None:
    """Let the person take back what was done, for as long as the house allows from now on."""
    until = timezone.now() + timedelta(minutes=settings.BULK_UNDO_MINUTES)
    BackgroundJob.objects.filter(pk=job.pk).update(undo_until=until)


def note_progress(job: BackgroundJob, done: int, total: int) -> None:
    """Say how far work without rows of its own is; visible at once."""
    BackgroundJob.objects.filter(pk=job.pk).update(done=done, total=total)


def _hand_over(job: BackgroundJob) -> None:
    # By name: the task itself (`workflows.jobs`) calls back into this module.
    app.configure_task("workflows.run_job", queue="office", lock=f"job-{job.pk}").defer(
        job_id=job.pk
    )


@transaction.atomic
def _begin(job_id: int) -> BackgroundJob | None:
    job = (
        BackgroundJob.objects.select_for_update(of=("self",))
        .select_related("by")
        .filter(pk=job_id, finished_at__isnull=True)
        .first()
    )
    if job is not None:
        job.state, job.started_at = State.RUNNING, job.started_at or timezone.now()
        job.save(update_fields=["state", "started_at"])
    return job


def _end(
    job: BackgroundJob, state: str, *, error: str = "", results: list[dict[str, Any]] | None = None
) -> None:
    BackgroundJob.objects.filter(pk=job.pk, finished_at__isnull=True).update(
        state=state, error=error, results=results or [], finished_at=timezone.now()
    )
