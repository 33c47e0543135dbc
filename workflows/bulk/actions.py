"""What can be done to every row of a list, and what each action needs to foresee, do and undo it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from parties.models import User
from workflows.bulk.rows import Done
from workflows.models import BackgroundJob, Case, CaseTask, Label


@dataclass(frozen=True)
class Item:
    """One row of a list: a case, and the task that brought it there, if it is an open one.

    In a list of something else `thing` is the row, and the case may be None.
    """

    case: Case
    task: CaseTask | None
    thing: Any = None


@dataclass(frozen=True)
class Forecast:
    """What an action would do to a row now: an act, or none and the sentence why not.

    `amount` is what the act would bind, `left` what the funds then still hold, in EUR. `data` are
    plain values that doing it needs to know.
    """

    item: Item
    act: str
    sentence: str
    amount: Decimal | None = None
    left: Decimal | None = None
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Doing:
    """Who does an action, with what was chosen for it.

    `carried` is what a forecast remembers from one slice of rows to the next.
    """

    by: User
    to: User | None = None
    label: Label | None = None
    reason: str = ""
    carried: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Action:
    """One kind of bulk work.

    `wants` names what is to be chosen besides. `foresee` tells about a slice of rows, in order;
    `do(case, data, doing)` does one, and `undo(case, data, doing)` takes it back with the data
    that doing it left. Without `undo` something has left the house. `once_a_case` is for what is
    done to the case, however many tasks brought it into the list. `of` is the code of the list on
    whose rows it is done; the queue's where it is empty.
    """

    code: str
    label: Any
    hint: Any
    title: Callable[[int], str]
    foresee: Callable[[Sequence[Item], Doing], Iterable[Forecast]]
    do: Callable[[Case, dict[str, Any], Doing], Done]
    undo: Callable[[Case, dict[str, Any], Doing], Done] | None = None
    wants: tuple[str, ...] = ()
    tone: str = "primary"
    once_a_case: bool = True
    is_open: Callable[[User], bool] = lambda user: True
    of: str = ""

    @property
    def is_undoable(self) -> bool:
        """Whether what it does can be taken back: a template would call `undo` itself."""
        return self.undo is not None

    def key(self, item: Item) -> str:
        """Return by what a row is told from the others of a job."""
        if item.thing is not None:
            return f"{self.of}-{item.thing.pk}"
        if self.once_a_case or item.task is None:
            return f"case-{item.case.pk}"
        return f"task-{item.task.pk}"


_actions: dict[str, Action] = {}


def register(action: Action) -> None:
    """Make an action known."""
    _actions[action.code] = action


def action_of(job: BackgroundJob) -> Action:
    """Return the action that a job foresees, does or takes back."""
    return _actions[job.inputs["action"]]


def find(code: str) -> Action | None:
    """Return an action by its code, or None."""
    return _actions.get(code)


def actions_for(user: User, of: str = "") -> list[Action]:
    """Return what the person may do to the rows of a list."""
    return [one for one in _actions.values() if one.of == of and one.is_open(user)]


def words_of_actions() -> dict[str, str]:
    """Return the words of every action by its code."""
    return {action.code: str(action.label) for action in _actions.values()}


def doing_of(job: BackgroundJob, carried: dict[str, Any] | None = None) -> Doing:
    """Return who does the work and what was chosen for it, read afresh: rights may have changed."""
    inputs = job.inputs
    return Doing(
        by=User.objects.get(pk=job.by_id),
        to=_one(User.objects.all(), inputs.get("to")),
        label=_one(Label.objects.all(), inputs.get("label")),
        reason=inputs.get("reason", ""),
        carried={} if carried is None else carried,
    )


def _one(rows: QuerySet, key: int | None) -> Any:
    return rows.get(pk=key) if key is not None else None


NOT_ASKED = _("Nothing is asked of the office on this case now.")
