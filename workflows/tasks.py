"""Doing what is asked: one act, through the open task that offers it, once."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from viewflow.workflow.status import PROCESS, STATUS

from parties.backends import RoleBackend
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, change_officer
from workflows.flows import Ask, offers_of
from workflows.kinds import kind_of
from workflows.models import Case, CaseProcess, CaseTask
from workflows.permissions import may_hand_over

OPEN = (STATUS.NEW, STATUS.ASSIGNED)


@transaction.atomic
def perform(
    case: Case, name: str, *, by: User | None, seen_version: int | None = None, **inputs: Any
) -> Any:
    """Do the act `name` through the case's open task that offers it, and move the flow on.

    Returns the case as it now stands. Raises `TransitionRefused`; then nothing has changed and
    the task is still open. An office task in someone else's hands is theirs alone.
    """
    act = kind_of(case).act(name)
    if act is None:
        raise LookupError(f"no act {name!r} for {case.kind}")
    task = _open_task(case, name)
    if task is None:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    activation = _begin(task, by)
    case = act.service(case, by=by, seen_version=seen_version, **inputs)
    activation.process.case = case
    activation.execute()
    return case


@transaction.atomic
def take(task: CaseTask, *, by: User | None) -> CaseTask:
    """Put a task that nobody holds into the person's hands; the second taker is refused."""
    task = _lock(task)
    if task.owner_id is not None or task.status != STATUS.NEW:
        raise TransitionRefused(
            Refusal.STALE,
            _("{person} has already taken this.").format(person=task.owner or _("Somebody")),
        )
    if _is_applicants(task) or not task.flow_task.can_assign(by, task):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    task.flow_task.activation_class(task).assign(by)
    if "start_examination" in offers_of(task.flow_task):
        perform(task.process.case, "start_examination", by=by)
    else:
        _follow(task, by, by)
    return task


@transaction.atomic
def hand_over(task: CaseTask, *, by: User | None, to: User) -> CaseTask:
    """Give an open task to a colleague who has the right to do it, and the case with it."""
    task = _lock(task)
    if task.status not in OPEN:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    if not may_hand_over(task, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if not to.has_perm(task.owner_permission):
        raise TransitionRefused(
            Refusal.RULE, _("{person} does not have the right to do this.").format(person=to)
        )
    if "start_examination" in offers_of(task.flow_task):
        activation = task.flow_task.activation_class(task)
        activation.assign(to) if task.owner_id is None else activation.reassign(to)
        perform(task.process.case, "start_examination", by=to)
        return task
    activation = task.flow_task.activation_class(task)
    activation.assign(to) if task.owner_id is None else activation.reassign(to)
    _follow(task, to, by)
    return task


@transaction.atomic
def release(task: CaseTask, *, by: User | None) -> CaseTask:
    """Put a task back where every colleague can take it."""
    task = _lock(task)
    if task.status != STATUS.ASSIGNED or not may_hand_over(task, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    task.flow_task.activation_class(task).unassign()
    return task


def _follow(task: CaseTask, to: User, by: User | None) -> None:
    """Whoever gets a task of the officer in charge is in charge; a decision changes no hands."""
    follows = task.flow_task._owner is not None  # noqa: SLF001 (viewflow has no reader for it)
    if follows and task.process.case.officer_id is not None:
        change_officer(task.process.case, to, by=by)


def open_tasks(case: Case) -> list[CaseTask]:
    """Return what is being asked about a case, whoever is asked."""
    return list(
        CaseTask.objects.filter(process__case_id=case.pk, status__in=OPEN)
        .select_related("process", "owner")
        .order_by("pk")
    )


def offered_acts(case: Case, user: User) -> list:
    """Return the acts open to the person now: offered by a task, allowed by the model."""
    allowed = {step.name for step in case.get_available_user_status_transitions(user)}
    names = {
        name
        for task in open_tasks(case)
        if task.owner_id in (None, user.pk) or _is_applicants(task)
        for name in offers_of(task.flow_task)
    }
    outside = {
        step.name for step in case.get_all_status_transitions() if step.custom.get("ends_flow")
    }
    return [act for act in kind_of(case).acts if act.name in allowed & (names | outside)]


def colleagues_for(permission: str) -> QuerySet[User]:
    """Return the people who hold a permission today, for choices and hand-overs."""
    roles = RoleBackend.table().get(permission, frozenset())
    return (
        get_user_model()
        .objects.filter(is_active=True, role_assignments__role__in=roles)
        .filter(role_assignments__valid_to__isnull=True)
        .distinct()
        .order_by("last_name", "first_name", "pk")
    )


def _open_task(case: Case, name: str) -> CaseTask | None:
    processes = CaseProcess.objects.select_for_update(of=("self",)).filter(
        case_id=case.pk, status=PROCESS.NEW
    )
    process_ids = [process.pk for process in processes.order_by("pk")]
    tasks = (
        CaseTask.objects.filter(process_id__in=process_ids, status__in=OPEN)
        .select_related("process", "owner")
        .order_by("pk")
    )
    return next((task for task in tasks if name in offers_of(task.flow_task)), None)


def _lock(task: CaseTask) -> CaseTask:
    CaseProcess.objects.select_for_update(of=("self",)).get(pk=task.process_id)
    return CaseTask.objects.select_related("process__case", "owner").get(pk=task.pk)


def _is_applicants(task: CaseTask) -> bool:
    return isinstance(task.flow_task, Ask) and task.flow_task.audience == "applicant"


def _begin(task: CaseTask, by: User | None) -> Any:
    activation = task.flow_task.activation_class(task)
    if task.status == STATUS.NEW:
        activation.assign(by)
    elif task.owner_id != by.pk and not _is_applicants(task):
        raise TransitionRefused(
            Refusal.STALE,
            _("{person} is working on this: ask them to hand it over.").format(person=task.owner),
        )
    activation.start(None)
    return activation
