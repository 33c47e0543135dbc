"""Doing what is asked: one act, through the open task that offers it, once."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from viewflow.workflow.status import PROCESS, STATUS

from parties.backends import RoleBackend
from parties.models import User
from parties.roles import Role
from ui.formats import short_date
from workflows.engine import Refusal, TransitionRefused, change_officer
from workflows.flows import Ask, follow, makes_officer, offers_of, rights_in_charge
from workflows.kinds import kind_of, outside_flow
from workflows.models import Case, CaseProcess, CaseTask
from workflows.permissions import is_own_case, may_hand_over
from workflows.services import absences

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
    # Lists hold what all kinds share; services work on the whole case.
    case = case.specific
    task = _open_task(case, name)
    if task is None and name in outside_flow(case):
        # Nobody is asked: the act itself begins, or ends, what is asked next.
        return act.service(case, by=by, seen_version=seen_version, **inputs)
    if task is None:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    activation = _begin(task, by)
    case = act.service(case, by=by, seen_version=seen_version, **inputs)
    activation.process.case = case
    activation.execute()
    # The next task may have gone to whoever covers, and the case with it.
    return activation.process.case


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
        follow(task, by, by=by)
    return task


@transaction.atomic
def hand_over(
    task: CaseTask,
    *,
    by: User | None,
    to: User,
    reason: str = "",
    held_by: User | None = None,
) -> CaseTask:
    """Give an open task to a colleague who has the right to do it, and the case with it.

    `by` is None where the clock does it (absences). With `held_by` the task moves only while it
    is in those hands. Raises `TransitionRefused`; then nothing has changed.
    """
    task = _lock(task)
    if task.status not in OPEN:
        raise TransitionRefused(Refusal.STATUS, _("This step is no longer asked for."))
    if held_by is not None and task.owner_id != held_by.pk:
        raise TransitionRefused(
            Refusal.STALE,
            _("It is no longer in the hands of {person}.").format(person=held_by),
        )
    if by is not None and not may_hand_over(task, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    _ask_receiver(task.process.case, task.owner_permission or "", by, to)
    activation = task.flow_task.activation_class(task)
    activation.assign(to) if task.owner_id is None else activation.reassign(to)
    if "start_examination" in offers_of(task.flow_task):
        perform(task.process.case, "start_examination", by=to)
    else:
        follow(task, to, by=by, reason=reason)
    return task


@transaction.atomic
def hand_over_case(case: Case, *, by: User, to: User, reason: str = "") -> None:
    """Give a case that somebody is in charge of to a colleague, whatever it waits for.

    With a task of the officer's it goes as `hand_over` says; while the applicant is asked, the
    charge alone changes. Raises `TransitionRefused` where a decision is awaited, or as `hand_over`.
    """
    if not by.has_perm("workflows.assign_task"):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    found = open_tasks(case)
    mine = [task for task in found if makes_officer(task.flow_task)]
    if mine:
        hand_over(mine[0], by=by, to=to, reason=reason)
    elif waits_for_applicant(found):
        case = _lock(found[0]).process.case
        for right in rights_in_charge(kind_of(case).flow):
            _ask_receiver(case, right, by, to)
        change_officer(case, to, by=by, reason=reason)
    else:
        raise TransitionRefused(
            Refusal.RULE,
            _("A decision is awaited: who is in charge changes once it has been taken."),
        )


@transaction.atomic
def release(task: CaseTask, *, by: User | None) -> CaseTask:
    """Put a task back where every colleague can take it."""
    task = _lock(task)
    if task.status != STATUS.ASSIGNED or not may_hand_over(task, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    task.flow_task.activation_class(task).unassign()
    return task


def open_tasks(case: Case) -> list[CaseTask]:
    """Return what is being asked about a case, whoever is asked."""
    return list(
        CaseTask.objects.filter(case_id=case.pk, status__in=OPEN)
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
    names |= outside_flow(case)
    return [act for act in kind_of(case).acts if act.name in allowed & names]


def waits_for_applicant(found: Sequence[CaseTask]) -> bool:
    """Tell whether the open tasks of a case ask the applicant, and nobody else."""
    return bool(found) and all(_is_applicants(task) for task in found)


def colleagues_for(*permissions: str) -> QuerySet[User]:
    """Return the people who hold one of the permissions today, for choices and hand-overs."""
    table = RoleBackend.table()
    roles = frozenset[Role]().union(*(table.get(name, frozenset()) for name in permissions))
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


def _ask_receiver(case: Case, right: str, by: User | None, to: User) -> None:
    """Refuse a colleague who may not do what is asked, or who is away when a person hands it over."""
    if not to.has_perm(right):
        sentence = _("{person} does not have the right to do this.").format(person=to)
        raise TransitionRefused(Refusal.RULE, sentence)
    if is_own_case(case, to):
        sentence = _("{person} is a party to this case.").format(person=to)
        raise TransitionRefused(Refusal.RULE, sentence)
    absence = absences.running(to) if by is not None else None
    if absence is not None:
        sentence = _("{person} is away until {day}: {cover} covers.").format(
            person=to, day=short_date(absence.ends_on), cover=absence.cover
        )
        raise TransitionRefused(Refusal.RULE, sentence)


def _is_applicants(task: CaseTask) -> bool:
    return isinstance(task.flow_task, Ask) and task.flow_task.audience == "applicant"


def _begin(task: CaseTask, by: User | None) -> Any:
    activation = task.flow_task.activation_class(task)
    if task.status == STATUS.NEW:
        activation.assign(by)
    elif task.owner_id != (by.pk if by else None) and not _is_applicants(task):
        raise TransitionRefused(
            Refusal.STALE,
            _("{person} is working on this: ask them to hand it over.").format(person=task.owner),
        )
    activation.start(None)
    return activation
