"""Moving open cases to a newer version of their call or of their flow, one by one.

A case keeps the versions it was filed under until somebody moves it. What would change is said
first, in words; a case whose filed content would not hold under the new version stays where it is.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _
from viewflow.workflow.fields import get_task_ref
from viewflow.workflow.status import PROCESS, STATUS

from calls.models import Call, CallVersion
from parties.models import User
from workflows.engine import amend
from workflows.kinds import Migration, kind_of, kinds
from workflows.models import Case, CaseProcess, CaseTask
from workflows.queries import OPEN
from workflows.watch.asked import REFERENCE, references

logger = logging.getLogger(__name__)

NAME = "migrate"
BATCH = 500


@dataclass(frozen=True)
class Plan:
    """What would become of one case: the versions it would move to, what changes, what prevents it."""

    case: Case
    version: CallVersion | None
    flow_version: int | None
    changes: tuple[str, ...]
    obstacles: tuple[str, ...]

    @property
    def is_needed(self) -> bool:
        """Whether the case stands under anything older at all."""
        return self.version is not None or self.flow_version is not None

    @property
    def reason(self) -> str:
        """Why the case moves, as its history says it."""
        parts = []
        if self.version is not None:
            why = f" ({self.version.reason})" if self.version.reason else ""
            parts.append(
                _("version {number} of the call{why}").format(number=self.version.number, why=why)
            )
        if self.flow_version is not None:
            parts.append(_("version {number} of the procedure").format(number=self.flow_version))
        return _("Moved to {what}.").format(what=", ".join(parts))


@dataclass(frozen=True)
class Left:
    """A case that was not moved, and why."""

    case: Case
    why: tuple[str, ...]


def plans(call: Call | None = None, to: int | None = None) -> Iterator[Plan]:
    """Yield what would become of each open case that stands under an older version, oldest first.

    Drafts are among them. `to` is the number of a version of `call`; without it each case would
    move to the version its call has now. Raises `CallVersion.DoesNotExist` where the call has no
    such published version.
    """
    wanted = CallVersion.objects.get(call=call, number=to, frozen_at__isnull=False) if to else None
    cases = Case.objects.filter(closed_at__isnull=True)
    if call is not None:
        cases = cases.filter(call=call)
    for pk in _behind(cases, wanted):
        found = plan(pk, wanted)
        if found is not None and found.is_needed:
            yield found


def plan(case_id: int, wanted: CallVersion | None = None) -> Plan | None:
    """Return what would become of one case; None where it is closed or has gone meanwhile."""
    case = Case.objects.filter(pk=case_id, closed_at__isnull=True).first()
    if case is None:
        return None
    specific = (
        kind_of(case).model.objects.select_related("call__version", "call_version").get(pk=case_id)
    )
    version = wanted or specific.call.version
    moves_call = version is not None and version.pk != specific.call_version_id
    would = _of_the_call(specific, version) if moves_call else Migration()
    flow_version, flow = _of_the_flow(specific)
    return Plan(
        specific,
        version if moves_call else None,
        flow_version,
        (*would.changes, *flow.changes),
        (*would.obstacles, *flow.obstacles),
    )


@transaction.atomic
def move(case_id: int, wanted: CallVersion | None = None, *, by: User | None) -> Plan | Left | None:
    """Move one case, as it stands now; return what was done, why not, or None where nothing is due."""
    # The same order of locks as an act: process, then case.
    processes = CaseProcess.objects.select_for_update(of=("self",))
    list(processes.filter(case_id=case_id, status=PROCESS.NEW).order_by("pk"))
    Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    now = plan(case_id, wanted)
    if now is None or not now.is_needed:
        return None
    if now.obstacles:
        return Left(now.case, now.obstacles)
    fields: dict[str, Any] = {"call_version": now.version} if now.version is not None else {}
    amend(now.case, NAME, by=by, reason=now.reason, **fields)
    if now.flow_version is not None:
        _move_flow(case_id, now.flow_version)
    return now


def move_safely(
    case: Case, wanted: CallVersion | None = None, *, by: User | None
) -> Plan | Left | None:
    """Move one case; where that breaks, leave it as it was and say so."""
    try:
        return move(case.pk, wanted, by=by)
    except Exception as error:
        logger.exception("case %s was not moved", case.pk)
        words = _("An error of ours: {error}").format(
            error=f"{type(error).__name__}: {error}"[:300]
        )
        return Left(case, (words,))


def _behind(cases: QuerySet[Case], wanted: CallVersion | None) -> list[int]:
    """Return the keys of cases that stand under an older version of anything, oldest first."""
    old_names = [ref for ref, (_kind, node) in references().items() if ref != get_task_ref(node)]
    if wanted is not None:
        by_call = cases.exclude(call_version=wanted)
    else:
        by_call = cases.filter(call__version__isnull=False).exclude(call_version=F("call__version"))
    keys = set(by_call.order_by().values_list("pk", flat=True))
    running = CaseProcess.objects.filter(case__in=cases, finished__isnull=True).order_by()
    for kind in kinds():
        older = running.filter(case__kind=kind.code, flow_version__lt=kind.flow.version)
        keys |= set(older.values_list("case_id", flat=True))
    named = CaseTask.objects.filter(
        status__in=[*OPEN, STATUS.SCHEDULED], flow_task__in=old_names, case__in=cases
    )
    keys |= set(named.order_by().values_list("case_id", flat=True))
    return sorted(keys)


def _of_the_call(case: Case, version: CallVersion) -> Migration:
    would = kind_of(case).migrate(case, version)
    papers = [
        *_contents(case.call_version.documents, version.documents, _("document")),
        *_contents(case.call_version.declarations, version.declarations, _("declaration")),
        *_contents(case.call_version.questions, version.questions, _("question")),
    ]
    return Migration((*would.changes, *papers), would.obstacles)


def _contents(before: Any, after: Any, what: str) -> Iterator[str]:
    """Yield which documents or declarations come, go, or read otherwise."""
    old, new = ({row.code: row for row in rows.all()} for rows in (before, after))
    for code in [*old, *(code for code in new if code not in old)]:
        if code not in new:
            yield _("No longer asked for: {what} “{title}”").format(what=what, title=old[code])
        elif code not in old:
            yield _("Asked for from now on: {what} “{title}”").format(what=what, title=new[code])
        elif _plain(old[code]) != _plain(new[code]):
            yield _("Changed: {what} “{title}”").format(what=what, title=new[code])


def _plain(row: Any) -> dict[str, Any]:
    own = {"id", "version", "position"}
    fields = (field for field in row._meta.concrete_fields if field.name not in own)
    return {field.name: field.value_from_object(row) for field in fields}


def _of_the_flow(case: Case) -> tuple[int | None, Migration]:
    """Return the flow's version if the case runs under an older one or under old names."""
    flow = kind_of(case).flow
    process = CaseProcess.objects.filter(case_id=case.pk, finished__isnull=True).first()
    if process is None:
        return None, Migration()
    known = references()
    waiting = CaseTask.objects.filter(process=process, status__in=[*OPEN, STATUS.SCHEDULED])
    stored = list(waiting.order_by("pk").values_list(REFERENCE, flat=True))
    renamed = [
        (ref.rpartition(".")[2], known[ref][1].name)
        for ref in stored
        if ref in known and get_task_ref(known[ref][1]) != ref
    ]
    if process.flow_version >= flow.version and not renamed:
        return None, Migration()
    changes = tuple(
        _("The step “{old}” is now called “{new}”").format(old=old, new=new) for old, new in renamed
    )
    gone = tuple(
        _("The step “{step}” no longer exists and has no successor.").format(
            step=ref.rpartition(".")[2]
        )
        for ref in stored
        if ref not in known
    )
    return flow.version, Migration(changes, gone)


def _move_flow(case_id: int, flow_version: int) -> None:
    """Write the present names of its nodes into the tasks of a case, done ones too."""
    CaseProcess.objects.filter(case_id=case_id, finished__isnull=True).update(
        flow_version=flow_version
    )
    tasks = CaseTask.objects.filter(case_id=case_id)
    for ref, (_kind, node) in references().items():
        if ref != get_task_ref(node):
            tasks.filter(flow_task=ref).update(flow_task=get_task_ref(node))
