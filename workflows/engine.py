"""The only door through which a case changes status."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from viewflow.workflow.status import PROCESS

from parties import moment
from parties.models import User
from workflows import seals
from workflows.kinds import kind_of
from workflows.models import Case, CaseProcess, HistoryEntry
from workflows.rules import Outcome

Told = dict[Callable[[Any], list[Outcome]], list[Outcome]]

CHAIN_END = ("history_length", "history_last", "history_head")
# What the rules have just said of a case, while the move they were asked about is being made.
TOLD = "_told"


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
        told = case.__dict__.get(TOLD, {})
        outcomes = told[explain] if explain in told else explain(case)
        return not any(outcome.blocks for outcome in outcomes)

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
    processes = hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = kind_of(case).model.objects.get(pk=case.pk)
    if seen_version is not None and seen_version != case.version:
        raise TransitionRefused(Refusal.STALE, _("This case has changed since you opened it."))
    step = _step(case, name)
    told = _ask(case, step, by)
    source, before = case.status, _plain(case)
    case.__dict__[TOLD] = told
    getattr(case, name)(by=by, **inputs)
    del case.__dict__[TOLD]
    case.version += 1
    if step.custom.get("closes"):
        case.closed_at = moment.now()
    if step.custom.get("reopens"):
        case.closed_at = None
    outcomes = [outcome for group in told.values() for outcome in group]
    entry = _entry(case, name, source, by=by, before=before, reason=reason, outcomes=outcomes)
    case.save()
    entry.save(force_insert=True)
    if start := step.custom.get("starts_flow"):
        getattr(kind_of(case).flow, start).run(case=case)
    if step.custom.get("ends_flow"):
        for process in processes:
            process.flow_class.instance.cancel(process)
    return case


def hold(case: Case) -> list[CaseProcess]:
    """Lock the open process of a case until the transaction ends; a closed case has none.

    An act that no task asks for and that moves money does so before it locks the budget.
    """
    return list(
        CaseProcess.objects.select_for_update(of=("self",))
        .filter(case_id=case.pk, status=PROCESS.NEW)
        .order_by("pk")
    )


@transaction.atomic
def change_officer(case: Case, to: User, *, by: User | None, reason: str = "") -> Case:
    """Put a case in the charge of `to`: no change of status, but a line of its history."""
    if case.officer_id == to.pk:
        return case
    return amend(case, "change_officer", by=by, reason=reason, officer=to)


@transaction.atomic
def amend(case: Case, name: str, *, by: User | None, reason: str = "", **fields: Any) -> Case:
    """Change fields that every case has, such as who is in charge: its status stays.

    Writes a line of history called `name`, and returns the case as it now stands. The caller has
    asked whether `by` may. Raises `LookupError` for the status, which moves through
    `apply_transition` alone.
    """
    if "status" in fields:
        raise LookupError("status moves through a transition")
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = kind_of(case).model.objects.get(pk=case.pk)
    before = _plain(case)
    for field, value in fields.items():
        setattr(case, field, value)
    case.version += 1
    entry = _entry(case, name, case.status, by=by, before=before, reason=reason)
    case.save(update_fields=[*fields, "version", *CHAIN_END])
    entry.save(force_insert=True)
    return case


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


def _ask(case: Case, step: Any, by: User | None) -> Told:
    """Ask right and rules once; return what each group of rules says, in order."""
    if not step.has_perm(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    told: Told = {condition.explain: condition.explain(case) for condition in step.conditions}
    outcomes = [outcome for group in told.values() for outcome in group]
    blocking = [outcome for outcome in outcomes if outcome.blocks]
    if blocking:
        raise TransitionRefused(
            Refusal.RULE, " ".join(outcome.sentence for outcome in blocking), outcomes
        )
    return told


def _outcomes(case: Case, step: Any) -> list[Outcome]:
    return [outcome for condition in step.conditions for outcome in condition.explain(case)]


def _plain(case: Case) -> dict[str, Any]:
    skipped = {"version", "status", "search", "case_ptr", *CHAIN_END}
    return {
        field.name: field.value_from_object(case)
        for field in case._meta.concrete_fields
        if field.name not in skipped
    }


def _entry(
    case: Case,
    name: str,
    source: str,
    *,
    by: User | None,
    before: dict[str, Any],
    reason: str = "",
    outcomes: Sequence[Outcome] = (),
) -> HistoryEntry:
    """Return the next line of the case's history, and note on the case that its chain ends there."""
    after = _plain(case)
    entry = HistoryEntry(
        case_id=case.pk,
        position=case.history_length + 1,
        name=name,
        source=source,
        target=case.status,
        by=by,
        at=moment.now(),
        reason=reason,
        outcomes=[outcome.to_dict() for outcome in outcomes],
        changes={
            field: [_text(before[field]), _text(value)]
            for field, value in after.items()
            if value != before[field]
        },
    )
    end = seals.extend(
        settings.HISTORY_KEY.encode(),
        f"case {case.pk}",
        seals.End(case.history_length, case.history_last, case.history_head),
        entry.sealed_values,
    )
    entry.seal = end.last
    case.history_length, case.history_last, case.history_head = end.length, end.last, end.head
    return entry


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


class InputRefused(ValidationError):
    """What was typed for an act does not hold; the sentences stand beside their fields."""
