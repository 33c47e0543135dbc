"""The only door through which a call changes its state."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from calls import kinds
from calls.models import Call, CallHistoryEntry, State
from calls.rules.faults import Fault, blocking
from parties.models import User


class Refusal(StrEnum):
    """Which of the four failed."""

    STATE = "state"
    RULE = "rule"
    RIGHT = "right"
    STALE = "stale"


class CallRefused(Exception):
    """The call's state, a rule, the person's rights or an old page do not allow this.

    `faults` says one by one what is missing or wrong.
    """

    def __init__(self, why: Refusal, sentence: str, faults: Iterable[Fault] = ()) -> None:
        super().__init__(sentence)
        self.why = why
        self.sentence = sentence
        self.faults = list(faults)


@transaction.atomic
def move(
    call: Call,
    name: str,
    *,
    by: User | None,
    reason: str = "",
    details: dict[str, Any] | None = None,
    **inputs: Any,
) -> Call:
    """Make one declared move and write it down, or refuse and change nothing.

    Returns the call as it now stands; `by` is None where the clock acts. Raises `CallRefused` with
    a sentence that a page can show.
    """
    call = locked(call)
    step = _step(call, name)
    if not step.has_perm(call, by):
        raise CallRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    faults = [fault for condition in step.conditions for fault in blocking(condition.explain(call))]
    if faults:
        raise CallRefused(Refusal.RULE, " ".join(fault.sentence for fault in faults), faults)
    source, before = call.state, _plain(call)
    getattr(call, name)(by=by, **inputs)
    call.save()
    note(
        call,
        name,
        source=source,
        by=by,
        reason=reason,
        act=str(inputs.get("act", "")),
        details={**(details or {}), "changes": _changes(before, _plain(call))},
    )
    return call


def locked(call: Call) -> Call:
    """Return the call with its row locked until the transaction ends."""
    locked = Call.objects.select_for_update(of=("self",))
    return locked.select_related("version").get(pk=call.pk)


def note(
    call: Call,
    name: str,
    *,
    source: str,
    by: User | None,
    reason: str = "",
    act: str = "",
    details: dict[str, Any] | None = None,
) -> CallHistoryEntry:
    """Write a line of the call's history, whose row is locked, and tell the other rooms."""
    last = call.history.order_by("-position").values_list("position", flat=True).first()
    entry = CallHistoryEntry.objects.create(
        call=call,
        position=(last or 0) + 1,
        name=name,
        source=source,
        target=call.state,
        by=by,
        reason=reason,
        act=act[:200],
        details=details or {},
    )
    kinds.tell(call, name, entry)
    return entry


def open_moves(call: Call, user: User) -> set[str]:
    """Return the moves that this person may make now, whatever the rules say of each."""
    return {
        step.name
        for step in _steps(call)
        if step.source in ("*", call.state) and step.has_perm(call, user)
    }


def _step(call: Call, name: str) -> Any:
    steps = [step for step in _steps(call) if step.name == name]
    if not steps:
        raise LookupError(f"a call knows no move {name!r}")
    for step in steps:
        if step.source in ("*", call.state):
            return step
    raise CallRefused(
        Refusal.STATE,
        _("The call is now “{state}”: this can no longer be done.").format(
            state=State(call.state).label
        ),
    )


def _steps(call: Any) -> list[Any]:
    return list(call.get_all_state_transitions())


def _plain(call: Call) -> dict[str, Any]:
    return {
        field.name: field.value_from_object(call)
        for field in call._meta.concrete_fields
        if field.name != "state"
    }


def _changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[str | None]]:
    return {
        name: [_text(before[name]), _text(value)]
        for name, value in after.items()
        if value != before[name]
    }


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, datetime) else str(value)
