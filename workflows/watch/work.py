"""Work that failed, work that nobody does, and a worker that is silent."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import BigIntegerField, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from procrastinate.contrib.django.models import (
    ProcrastinateEvent,
    ProcrastinateJob,
    ProcrastinatePeriodicDefer,
    ProcrastinateWorker,
)

from ui.formats import short_date
from workflows.models import BackgroundJob, SettledFailure
from workflows.services.upkeep import name_of_queued, name_of_work
from workflows.watch.registry import Finding, Group, Severity, register_check
from workflows.watch.standing import BATCH

# A worker gives a sign of life every ten seconds and puts what is due into the queue every minute.
SILENCE = timedelta(minutes=5)
RUN_JOB = "workflows.run_job"
State = BackgroundJob.State

# Tasks whose failure is found where their work stands: there it can be seen to as well.
_said_elsewhere = {RUN_JOB}


def said_elsewhere(task_name: str) -> None:
    """Leave a task out of the failed jobs, because another check finds the work left undone."""
    _said_elsewhere.add(task_name)


def failed_jobs() -> Iterator[tuple[ProcrastinateJob, datetime | None]]:
    """Yield the queued jobs that failed and that nobody has seen to, newest first.

    Each with the end of its last attempt, where the queue still knows it.
    """
    failed_at = (
        ProcrastinateEvent.objects.filter(job=OuterRef("pk"), type="failed")
        .order_by()
        .values("job")
        .annotate(last=Max("at"))
        .values("last")
    )
    jobs = ProcrastinateJob.objects.filter(status="failed").annotate(failed_at=Subquery(failed_at))
    settled = _settled()
    for job in jobs.exclude(task_name__in=_said_elsewhere).order_by("-pk").iterator(BATCH):
        if name_of_queued(job) not in settled:
            yield job, vars(job)["failed_at"]


def failed_work() -> Iterator[BackgroundJob]:
    """Yield the work that pages asked for, that failed and that nobody has seen to."""
    settled = _settled()
    failed = BackgroundJob.objects.filter(state=State.FAILED).select_related("by").order_by("-pk")
    for job in failed.iterator(BATCH):
        if name_of_work(job) not in settled:
            yield job


def last_sign() -> datetime | None:
    """Return when a worker last gave a sign of life; None where none ever did."""
    beat = ProcrastinateWorker.objects.aggregate(last=Max("last_heartbeat"))["last"]
    put = ProcrastinatePeriodicDefer.objects.aggregate(last=Max("defer_timestamp"))["last"]
    signs = [beat, datetime.fromtimestamp(put, tz=timezone.get_current_timezone()) if put else None]
    return max((sign for sign in signs if sign), default=None)


def queue_failures() -> Iterator[Finding]:
    """Yield jobs that failed for good: nobody tries them again."""
    for job, failed_at in failed_jobs():
        yield Finding(
            _(
                "The job “{job}” failed after {attempts} attempts; the last ended on {instant}."
            ).format(
                job=job.task_name,
                attempts=job.attempts,
                instant=short_date(failed_at) if failed_at else "—",
            ),
            _board(),
        )


def stalled_jobs() -> Iterator[Finding]:
    """Yield jobs that a worker took and that no living worker has in hand."""
    silent = Q(worker=None) | Q(worker__last_heartbeat__lt=timezone.now() - SILENCE)
    for job in ProcrastinateJob.objects.filter(silent, status="doing").order_by("pk"):
        yield Finding(
            _("The job “{job}” was begun, and the worker that had it is gone.").format(
                job=job.task_name
            ),
            _board(),
        )


def work_failures() -> Iterator[Finding]:
    """Yield work that a page asked for and that failed or was lost."""
    for job in failed_work():
        yield Finding(
            _("“{title}”, asked for by {person}, failed on {instant}: {error}").format(
                title=job.title,
                person=job.by,
                instant=short_date(job.finished_at or job.created_at),
                error=job.error,
            ),
            _board(),
        )
    for job in _lost_work():
        yield Finding(
            _(
                "“{title}”, asked for by {person} on {instant}, is in no queue: it will not be done."
            ).format(title=job.title, person=job.by, instant=short_date(job.created_at)),
            severity=Severity.URGENT,
        )


def silent_worker() -> Iterator[Finding]:
    """Yield that no worker lives, where one lived before or somebody waits for one."""
    now = timezone.now()
    if ProcrastinateWorker.objects.filter(last_heartbeat__gte=now - SILENCE).exists():
        return
    sign = last_sign()
    waiting = _waiting_since(now - SILENCE).count()
    if (sign is None or sign >= now - SILENCE) and not waiting:
        return
    yield Finding(
        _("The worker is silent since {instant}; {count} jobs wait for it.").format(
            instant=short_date(sign), count=waiting
        )
        if sign
        else _("No worker was ever seen, and {count} jobs wait for one.").format(count=waiting),
        severity=Severity.URGENT,
    )


def _waiting_since(instant: datetime) -> QuerySet[ProcrastinateJob]:
    """Return jobs that could have been begun at an instant and still wait."""
    queued = ProcrastinateEvent.objects.filter(
        job=OuterRef("pk"), type__in=["deferred", "deferred_for_retry"], at__gte=instant
    )
    due = Q(scheduled_at=None) | Q(scheduled_at__lt=instant)
    return ProcrastinateJob.objects.filter(due, ~Exists(queued), status="todo")


def _lost_work() -> Iterator[BackgroundJob]:
    queued = (
        ProcrastinateJob.objects.filter(task_name=RUN_JOB, status__in=["todo", "doing"])
        .annotate(work=Cast(KT("args__job_id"), BigIntegerField()))
        .filter(work=OuterRef("pk"))
    )
    waiting = BackgroundJob.objects.filter(
        ~Exists(queued),
        state__in=[State.WAITING, State.RUNNING],
        created_at__lt=timezone.now() - SILENCE,
    )
    return iter(waiting.select_related("by").order_by("pk").iterator(BATCH))


def _settled() -> frozenset[str]:
    return frozenset(SettledFailure.objects.order_by("pk").values_list("what", flat=True))


def _board() -> str:
    return reverse("workflows:watch")


def register() -> None:
    """Make these checks known."""
    board = gettext_lazy(
        "Look at it further down on this page: try again, or note that it was settled otherwise. "
        "The log of the worker says why it failed."
    )
    worker = gettext_lazy(
        "Start the worker on the server (“manage.py procrastinate worker”): letters, terms, mails "
        "and long work wait for it."
    )
    register_check(
        "worker_silent",
        gettext_lazy("The worker is silent"),
        silent_worker,
        group=Group.WORK,
        advice=worker,
    )
    register_check(
        "job_failed",
        gettext_lazy("Jobs that failed"),
        queue_failures,
        group=Group.WORK,
        advice=board,
    )
    register_check(
        "job_stalled",
        gettext_lazy("Jobs whose worker is gone"),
        stalled_jobs,
        group=Group.WORK,
        advice=worker,
    )
    register_check(
        "work_failed",
        gettext_lazy("Long work that failed or was lost"),
        work_failures,
        group=Group.WORK,
        advice=board,
    )
