"""One kind of act on many cases: foreseen, then done one by one, each in its own transaction."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from parties.models import User
from workflows import tasks
from workflows.engine import Refusal, TransitionRefused
from workflows.kinds import Foreseen, kind_of
from workflows.models import BackgroundJob, Case, CaseTask, JobRow
from workflows.services import jobs

logger = logging.getLogger(__name__)

ACTS = "bulk_acts"
TAKE = "bulk_take"
MOST_ROWS = 200


@dataclass(frozen=True)
class Row:
    """An act to do to a case, as it stood when the person saw it."""

    case: int
    act: str
    version: int


def register() -> None:
    """Make both kinds of work known; called once when the site starts."""
    jobs.register_runner(ACTS, run_acts)
    jobs.register_runner(TAKE, run_takes)


def foresee(cases: Iterable[Case], user: User) -> list[Foreseen]:
    """Return what deciding on each case would do now, in order of filing."""
    by_kind = defaultdict(list)
    for case in cases:
        by_kind[kind_of(case).code].append(case)
    foreseen = [
        row for group in by_kind.values() for row in kind_of(group[0]).forecast(group, user)
    ]
    return sorted(foreseen, key=lambda row: (row.case.submitted_at, row.case.pk))


def start_acts(rows: Sequence[Row], *, by: User, key: UUID | None = None) -> BackgroundJob:
    """Start doing an act to each case, in the order given (that of filing)."""
    title = ngettext("Decision on %(number)d case", "Decisions on %(number)d cases", len(rows))
    return jobs.start_job(
        kind=ACTS,
        title=title % {"number": len(rows)},
        by=by,
        inputs={"rows": [asdict(row) for row in rows]},
        total=len(rows),
        key=key,
    )


def start_takes(task_ids: Sequence[int], *, by: User) -> BackgroundJob:
    """Start putting each task into the person's hands."""
    title = ngettext(
        "Taking charge of %(number)d case", "Taking charge of %(number)d cases", len(task_ids)
    )
    return jobs.start_job(
        kind=TAKE,
        title=title % {"number": len(task_ids)},
        by=by,
        inputs={"rows": list(task_ids)},
        total=len(task_ids),
    )


def run_acts(job: BackgroundJob) -> None:
    """Do the acts; a case that changed since it was seen is left and listed."""
    for plain in job.inputs["rows"]:
        row = Row(**plain)
        _once(job, f"case-{row.case}", Case.objects.get(pk=row.case), _performing(job, row))


def run_takes(job: BackgroundJob) -> None:
    """Take the tasks; one that a colleague has taken meanwhile is left and listed."""
    found = CaseTask.objects.select_related("process__case").in_bulk(job.inputs["rows"])
    for task_id in job.inputs["rows"]:
        task = found[task_id]
        _once(job, f"task-{task_id}", task.process.case, _taking(job, task))


def _performing(job: BackgroundJob, row: Row) -> Callable[[Case], Any]:
    return lambda case: tasks.perform(case, row.act, by=job.by, seen_version=row.version)


def _taking(job: BackgroundJob, task: CaseTask) -> Callable[[Case], Any]:
    return lambda _case: tasks.take(task, by=job.by)


def _once(job: BackgroundJob, key: str, case: Case, do: Callable[[Case], Any]) -> None:
    """Do one row and note it in the same transaction, unless it is noted already."""
    note = {"label": str(case), "case": case}
    try:
        with transaction.atomic():
            # Two workers on one job, which a lost heartbeat may cause, take turns here.
            BackgroundJob.objects.select_for_update(of=("self",)).get(pk=job.pk)
            if job.rows.filter(key=key).exists():
                return
            do(case)
            case = Case.objects.get(pk=case.pk)
            status = str(kind_of(case).statuses.get(case.status, case.status))
            jobs.note_row(job, key, JobRow.Outcome.DONE, sentence=status, **note)
    except TransitionRefused as refused:
        jobs.note_row(job, key, _outcome_of(refused), sentence=refused.sentence, **note)
    except Exception:
        logger.exception("row %s of job %s failed", key, job.pk)
        sentence = _("An error of ours: nothing was done to this case. Try again from its page.")
        jobs.note_row(job, key, JobRow.Outcome.FAILED, sentence=sentence, **note)


def _outcome_of(refused: TransitionRefused) -> str:
    if refused.why in {Refusal.STALE, Refusal.STATUS}:
        return JobRow.Outcome.CHANGED
    return JobRow.Outcome.REFUSED
