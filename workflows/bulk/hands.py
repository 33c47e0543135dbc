"""Taking tasks and handing them over: foreseen, done, and put back into the hands they were in."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from viewflow.workflow.status import STATUS

from parties.models import User
from workflows import language, tasks
from workflows.bulk.actions import NOT_ASKED, Action, Doing, Forecast, Item
from workflows.bulk.rows import Done, hold, status_now
from workflows.engine import Refusal, TransitionRefused, change_officer
from workflows.flows import may_cover
from workflows.models import Case, CaseTask
from workflows.permissions import is_own_case, may_hand_over
from workflows.services import absences

OPEN = (STATUS.NEW, STATUS.ASSIGNED)


def foresee_takes(items: Sequence[Item], doing: Doing) -> Iterable[Forecast]:
    """Foresee putting tasks that nobody holds into the person's hands."""
    for item in items:
        why_not = _why_not_take(item, doing.by)
        data = {"task": item.task.pk} if item.task else {}
        yield Forecast(item, "" if why_not else "take", why_not or _asked(item), data=data)


def foresee_hand_overs(items: Sequence[Item], doing: Doing) -> Iterable[Forecast]:
    """Foresee giving tasks to a colleague."""
    away = absences.running(doing.to)
    for item in items:
        why_not = _why_not_hand_over(item, doing)
        if away is not None:
            why_not = _("{person} is away.").format(person=doing.to)
        data = {"task": item.task.pk, "owner": item.task.owner_id} if item.task else {}
        yield Forecast(item, "" if why_not else "hand_over", why_not or _asked(item), data=data)


def take_task(case: Case, task_id: int, *, by: User) -> Done:
    """Take a task, and note how to put it back."""
    task = CaseTask.objects.select_related("process", "owner").get(pk=task_id)
    before = _before(task)
    tasks.take(task, by=by)
    return Done(status_now(case), before | _after(case, by))


def do_take(case: Case, data: dict[str, Any], doing: Doing) -> Done:
    """Take the task of a row that is as it was seen."""
    hold(case, data["version"])
    return take_task(case, data["task"], by=doing.by)


def do_hand_over(case: Case, data: dict[str, Any], doing: Doing) -> Done:
    """Hand over the task of a row that is as it was seen, and in the same hands."""
    hold(case, data["version"])
    task = CaseTask.objects.select_related("process", "owner").get(pk=data["task"])
    if task.owner_id != data["owner"]:
        raise TransitionRefused(
            Refusal.STALE,
            _("It has changed hands since: {person}.").format(person=task.owner or _("nobody")),
        )
    before = _before(task)
    tasks.hand_over(task, by=doing.by, to=doing.to, reason=doing.reason)
    return Done(
        _("In the hands of {person}.").format(person=doing.to), before | _after(case, doing.to)
    )


def put_back(case: Case, data: dict[str, Any], doing: Doing) -> Done:
    """Put a task back into the hands it was in, if it has stayed where the act put it.

    A case whose examination began with the act stays under examination: its history says so.
    """
    case = hold(case, data["after"])
    task = CaseTask.objects.filter(pk=data["now"], status=STATUS.ASSIGNED).first()
    if task is None or task.owner_id != data["holder"]:
        raise TransitionRefused(Refusal.STALE, _("The step has gone on or changed hands since."))
    to = User.objects.filter(pk=data["was_held_by"] or 0).first()
    activation = task.flow_task.activation_class(task)
    if to is not None and may_cover(task, to):
        activation.reassign(to)
        sentence = _("In the hands of {person} again.").format(person=to)
    else:
        activation.unassign()
        sentence = _("In nobody's hands again.")
    officer = User.objects.filter(pk=data["was_in_charge"] or 0).first()
    if officer is not None:
        with language.of_the_house():
            reason = _("Taken back.")
        change_officer(case, officer, by=doing.by, reason=reason)
    return Done(sentence)


def _why_not_take(item: Item, by: User) -> str:
    task = item.task
    if task is None or task.status not in OPEN or not task.owner_permission:
        return str(NOT_ASKED)
    if task.owner_id == by.pk:
        return _("It is in your hands already.")
    if task.owner_id is not None:
        return _("{person} has already taken this.").format(person=task.owner)
    if is_own_case(item.case, by) or not task.flow_task.can_assign(by, task):
        return _("You do not have the right to do this.")
    return ""


def _why_not_hand_over(item: Item, doing: Doing) -> str:
    task, to = item.task, doing.to
    if task is None or task.status not in OPEN or not task.owner_permission:
        return str(NOT_ASKED)
    if task.owner_id == to.pk:
        return _("It is in the hands of {person} already.").format(person=to)
    if not may_hand_over(task, doing.by):
        return _("You can hand over what is in your own hands.")
    if is_own_case(item.case, to):
        return _("{person} is a party to this case.").format(person=to)
    if not may_cover(task, to):
        return _("{person} does not have the right to do this.").format(person=to)
    return ""


def _asked(item: Item) -> str:
    return str(item.task.flow_task.task_title) if item.task and item.task.flow_task else ""


def _before(task: CaseTask) -> dict[str, Any]:
    officer = Case.objects.values_list("officer", flat=True).get(pk=task.process.case_id)
    return {"was_held_by": task.owner_id, "was_in_charge": officer}


def _after(case: Case, holder: User) -> dict[str, Any]:
    """Return where the act put the case: its version, and the step that `holder` now has."""
    now = CaseTask.objects.filter(case_id=case.pk, status__in=OPEN, owner=holder)
    version = Case.objects.values_list("version", flat=True).get(pk=case.pk)
    key = now.order_by("-pk").values_list("pk", flat=True).first()
    return {"after": version, "now": key, "holder": holder.pk}


ACTIONS = (
    Action(
        code="take",
        label=gettext_lazy("Take charge"),
        hint=gettext_lazy("What nobody holds goes into your hands."),
        title=lambda number: ngettext(
            "Taking charge of %(number)d case", "Taking charge of %(number)d cases", number
        ),
        foresee=foresee_takes,
        do=do_take,
        undo=put_back,
        once_a_case=False,
    ),
    Action(
        code="hand_over",
        label=gettext_lazy("Hand over to a colleague"),
        hint=gettext_lazy("The steps go into the colleague's hands, and the cases with them."),
        title=lambda number: ngettext(
            "Handing over %(number)d case", "Handing over %(number)d cases", number
        ),
        foresee=foresee_hand_overs,
        do=do_hand_over,
        undo=put_back,
        wants=("to", "reason"),
        once_a_case=False,
    ),
)
