"""One row of bulk work: done and noted in one transaction, or left and listed with the reason."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from viewflow.workflow.status import PROCESS

from workflows.engine import Refusal, TransitionRefused
from workflows.kinds import kind_of
from workflows.models import BackgroundJob, Case, CaseProcess, JobRow
from workflows.services import jobs

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Done:
    """What an act did to a case: in words, and as taking it back needs to know it."""

    sentence: str
    data: dict[str, Any] = field(default_factory=dict)


def do_once(
    job: BackgroundJob,
    key: str,
    case_id: int | None,
    do: Callable[[Case], Done],
    outcome: str = JobRow.Outcome.DONE,
    *,
    known: Mapping[str, Any] | None = None,
    label: str = "",
) -> None:
    """Do one row and note it in the same transaction, unless it is noted already.

    What is `known` of the row is noted whatever becomes of it. A row of no case is noted by its
    `label`.
    """
    note: dict[str, Any] = {}
    kept = dict(known or {})
    try:
        with transaction.atomic():
            # Two workers on one job, which a lost heartbeat may cause, take turns here.
            BackgroundJob.objects.select_for_update(of=("self",)).only("pk").get(pk=job.pk)
            if job.rows.filter(key=key).exists():
                return
            case = Case.objects.get(pk=case_id) if case_id is not None else None
            note = {"label": str(case or label), "case": case}
            done = do(case)
            jobs.note_row(job, key, outcome, sentence=done.sentence, data=kept | done.data, **note)
    except TransitionRefused as refused:
        jobs.note_row(job, key, outcome_of(refused), sentence=refused.sentence, data=kept, **note)
    except Exception:
        logger.exception("row %s of job %s failed", key, job.pk)
        sentence = _("An error of ours: nothing was done to this case. Try again from its page.")
        note = note or {"label": label or key}
        jobs.note_row(job, key, JobRow.Outcome.FAILED, sentence=sentence, data=kept, **note)


def outcome_of(refused: TransitionRefused) -> str:
    """Return what became of a row that was refused: changed meanwhile, or not possible."""
    if refused.why in {Refusal.STALE, Refusal.STATUS}:
        return JobRow.Outcome.CHANGED
    return JobRow.Outcome.REFUSED


def hold(case: Case, version: int) -> Case:
    """Lock a case and return it as it stands; refuse where it is not as it was seen."""
    # The same order of locks as an act: the open process, then the case.
    processes = CaseProcess.objects.select_for_update(of=("self",)).filter(
        case_id=case.pk, status=PROCESS.NEW
    )
    list(processes.order_by("pk").values_list("pk", flat=True))
    held = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if held.version != version:
        raise TransitionRefused(
            Refusal.STALE,
            _("The case has changed since it was looked at: it is now “{status}”.").format(
                status=status_of(held)
            ),
        )
    return held


def status_of(case: Case) -> str:
    """Return the words of the status in which a case stands."""
    return str(kind_of(case).statuses.get(case.status, case.status))


def status_now(case: Case) -> str:
    """Return the words of the status in which the database has a case."""
    return status_of(Case.objects.only("kind", "status").get(pk=case.pk))
