"""Seeing to work that failed: trying again, or noting that it was settled in another way."""

import logging

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from parties.models import User
from workflows.models import BackgroundJob, SettledFailure
from workflows.services.jobs import resume_job

logger = logging.getLogger(__name__)


class NothingToDo(Exception):
    """What was to be mended is mended already; the sentence says so."""


def name_of_queued(job: ProcrastinateJob) -> str:
    """Return the name of one failure of a queued job; each new attempt has another."""
    return f"queued-{job.pk}-{job.attempts}"


def name_of_work(job: BackgroundJob) -> str:
    """Return the name of one failure of work that a page asked for."""
    return f"work-{job.pk}-{job.finished_at:%Y%m%d%H%M%S%f}"


@transaction.atomic
def retry_queued(job_id: int, *, by: User) -> None:
    """Put a failed job back into the queue, at once. Raises `NothingToDo` where it has not failed."""
    job = _failed_queued(job_id)
    app.job_manager.retry_job_by_id(job_id, timezone.now())
    logger.info("job %s (%s) put back into the queue by %s", job_id, job.task_name, by.pk)


@transaction.atomic
def settle_queued(job_id: int, *, by: User) -> SettledFailure:
    """Note that a failed job was seen to in another way: it is no longer reported."""
    job = _failed_queued(job_id)
    return _settle(name_of_queued(job), job.task_name, by)


@transaction.atomic
def retry_work(job_id: int, *, by: User) -> BackgroundJob:
    """Let somebody's failed work go on after its last row, in their name."""
    job = _failed_work(job_id)
    logger.info("work %s taken up again by %s", job_id, by.pk)
    return resume_job(job, by=job.by)


@transaction.atomic
def settle_work(job_id: int, *, by: User) -> SettledFailure:
    """Note that failed work was seen to in another way: it is no longer reported."""
    job = _failed_work(job_id)
    return _settle(name_of_work(job), job.title, by)


def _settle(what: str, label: str, by: User) -> SettledFailure:
    settled, _is_new = SettledFailure.objects.get_or_create(
        what=what, defaults={"label": label[:200], "by": by}
    )
    return settled


def _failed_queued(job_id: int) -> ProcrastinateJob:
    job = ProcrastinateJob.objects.select_for_update().filter(pk=job_id, status="failed").first()
    if job is None:
        raise NothingToDo(_("This job has not failed: somebody has seen to it already."))
    return job


def _failed_work(job_id: int) -> BackgroundJob:
    job = (
        BackgroundJob.objects.select_for_update(of=("self",))
        .select_related("by")
        .filter(pk=job_id, state=BackgroundJob.State.FAILED)
        .first()
    )
    if job is None:
        raise NothingToDo(_("This work has not failed: somebody has seen to it already."))
    return job
