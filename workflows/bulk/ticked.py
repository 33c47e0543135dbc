"""A few rows that were ticked on a page: decided on, or taken, without a dry run of its own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from django.utils.translation import ngettext

from parties.models import User
from workflows import tasks
from workflows.bulk.hands import take_task
from workflows.bulk.rows import Done, do_once, status_of
from workflows.kinds import Foreseen, kind_of
from workflows.models import BackgroundJob, Case, CaseTask
from workflows.services import jobs

ACTS = "bulk_acts"
TAKE = "bulk_take"
MOST_ROWS = 200


@dataclass(frozen=True)
class Row:
    """An act to do to a case, as it stood when the person saw it."""

    case: int
    act: str
    version: int


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
        do_once(job, f"case-{row.case}", row.case, performing(row, by=job.by))


def run_takes(job: BackgroundJob) -> None:
    """Take the tasks; one that a colleague has taken meanwhile is left and listed."""
    found = CaseTask.objects.select_related("process").in_bulk(job.inputs["rows"])
    for task_id in job.inputs["rows"]:
        task = found[task_id]
        do_once(job, f"task-{task_id}", task.process.case_id, _taking(task, by=job.by))
    jobs.allow_undo(job)


def performing(row: Row, *, by: User) -> Callable[[Case], Done]:
    """Return what does the act of a row."""

    def do(case: Case) -> Done:
        case = tasks.perform(case, row.act, by=by, seen_version=row.version)
        return Done(status_of(case), {"act": row.act})

    return do


def _taking(task: CaseTask, *, by: User) -> Callable[[Case], Done]:
    return lambda case: take_task(case, task.pk, by=by)
