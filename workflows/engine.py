"""The only door through which a case changes status."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from viewflow.workflow.status import PROCESS

from parties import moment
from parties.models import User
from workflows.kinds import kind_of
from workflows.models import Case, CaseProcess, HistoryEntry
from workflows.rules import Outcome


class Refusal(StrEnum):
    """Which of the four failed."""

    STATUS = "status"
    RULE = "rule"
    RIGHT = "right"
    STALE = "stale"


class TransitionRefused(Exception):
    """The case's status, a rule, the person's rights or an old page do not allow this move."""

    def __init__(self, why: Refusal, sentence: str, outcomes: Iterable[Outcome] = ()) -> None:
        super().__init__(sentence)
        self.why = why
        self.sentence = sentence
        self.outcomes = list(outcomes)


def met(explain: Callable[[Any], list[Outcome]]) -> Callable[[Any], bool]:
    """Make a transition's condition of rules: it holds while none of their outcomes blocks."""

    def condition(case: Case) -> bool:
        return not any(outcome.blocks for outcome in explain(case))

    condition.explain = explain  # type: ignore[attr-defined]
    condition.__name__ = explain.__name__
    return condition


@transaction.atomic
def apply_transition(
    case: Case,
    name: str,
    *,
    by: User | None,
    reason: str = "",
    seen_version: int | None = None,
    **inputs: Any,
) -> Any:
    """Make one declared move and write it down, or refuse and change nothing.

    Returns the case of its own kind as it now stands. `by` is None where the clock acts.
    Raises `TransitionRefused` with a sentence that a page can show.
    """
    # Locked in this order everywhere: the open process, then the case.
    processes = list(
        CaseProcess.objects.select_for_update(of=("self",))
        .filter(case_id=case.pk, status=PROCESS.NEW)
        .order_by("pk")
    )
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = kind_of(case).model.objects.get(pk=case.pk)
    if seen_version is not None and seen_version != case.version:
        raise TransitionRefused(Refusal.STALE, _("This case has changed since you opened it."))
    step = _step(case, name)
    outcomes = _ask(case, step, by)
    source, before = case.status, _plain(case)
    getattr(case, name)(by=by, **inputs)
    case.version += 1
    if step.custom.get("closes"):
        case.closed_at = moment.now()
    case.save()
    _write_history(case, name, source, by=by, before=before, reason=reason, outcomes=outcomes)
    if step.custom.get("starts_flow"):
        kind_of(case).flow.start.run(case=case)
    if step.custom.get("ends_flow"):
        for process in processes:
            process.flow_class.instance.cancel(process)
    return case


@transaction.atomic
def change_officer(case: Case, to: User, *, by: User | None) -> None:
    """Put a case in the charge of `to`: no change of status, but a line of its history."""
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = kind_of(case).model.objects.get(pk=case.pk)
    if case.officer_id == to.pk:
        return
    before = _plain(case)
    case.officer = to
    case.version += 1
    case.save(update_fields=["officer", "version"])
    _write_history(case, "change_officer", case.status, by=by, before=before)


def explain_transition(case: Case, name: str) -> list[Outcome]:
    """Return what the rules of a move say now, for "why?" pages."""
    step = next(step for step in case.get_all_status_transitions() if step.name == name)
    return _outcomes(case, step)


def _step(case: Case, name: str) -> Any:
    steps = [step for step in case.get_all_status_transitions() if step.name == name]
    if not steps:
        raise LookupError(f"{type(case).__name__} declares no transition {name!r}")
    for step in steps:
        if step.source in ("*", case.status):
            return step
    raise TransitionRefused(
        Refusal.STATUS,
        _("The case is now “{status}”: this can no longer be done.").format(
            status=case.get_status_display()
        ),
    )


def _ask(case: Case, step: Any, by: User | None) -> list[Outcome]:
    if not step.has_perm(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    outcomes = _outcomes(case, step)
    blocking = [outcome for outcome in outcomes if outcome.blocks]
    if blocking:
        raise TransitionRefused(
            Refusal.RULE, " ".join(outcome.sentence for outcome in blocking), outcomes
        )
    return outcomes


def _outcomes(case: Case, step: Any) -> list[Outcome]:
    return [outcome for condition in step.conditions for outcome in condition.explain(case)]


def _plain(case: Case) -> dict[str, Any]:
    skipped = {"version", "status", "search", "case_ptr"}
    return {
        field.name: field.value_from_object(case)
        for field in case._meta.concrete_fields
        if field.name not in skipped
    }


def _write_history(
    case: Case,
    name: str,
    source: str,
    *,
    by: User | None,
    before: dict[str, Any],
    reason: str = "",
    outcomes: Sequence[Outcome] = (),
) -> None:
    after = _plain(case)
    changes = {
        field: [_text(before[field]), _text(value)]
        for field, value in after.items()
        if value != before[field]
    }
    entry = HistoryEntry(
        case_id=case.pk,
        name=name,
        source=source,
        target=case.status,
        by=by,
        at=moment.now(),
        reason=reason,
        outcomes=[outcome.to_dict() for outcome in outcomes],
        changes=changes,
    )
    entry.save(force_insert=True)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


class InputRefused(ValidationError):
    """What was typed for an act does not hold; the sentences stand beside their fields."""
