"""The only door through which a letter's state moves: locked, allowed, and written down."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from letters import permissions
from letters.models import Delivery, Letter, LetterEdit, LetterEvent
from letters.models.letters import NOT_YET_NUMBERED
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case, CaseProcess


@transaction.atomic
def move(
    letter_id: int,
    name: str,
    *,
    by: User | None,
    reason: str = "",
    seen_version: int | None = None,
    **inputs: Any,
) -> Letter:
    """Make one declared step of a letter and write it down, or refuse and change nothing.

    `by` is None where the worker acts. Raises `TransitionRefused` with a sentence for people.
    """
    return move_locked(
        locked(letter_id), name, by=by, reason=reason, seen_version=seen_version, **inputs
    )


@transaction.atomic
def move_locked(
    letter: Letter,
    name: str,
    *,
    by: User | None,
    reason: str = "",
    seen_version: int | None = None,
    **inputs: Any,
) -> Letter:
    """Make one step of a letter that the caller has read with `locked`, and written nothing to."""
    ask(letter, name, by=by, seen_version=seen_version)
    source = letter.state
    getattr(letter, name)(by=by, **inputs)
    letter.version += 1
    letter.save()
    _write_down(letter, name, source, by, reason)
    return letter


@transaction.atomic
def rewrite(
    letter_id: int, text: str, *, by: User, reason: str, seen_version: int | None = None
) -> Letter:
    """Give a letter that has no number another text, and keep the one before with the reason."""
    letter = locked(letter_id)
    if seen_version is not None and seen_version != letter.version:
        raise TransitionRefused(Refusal.STALE, _("This letter has changed since you opened it."))
    if not permissions.may_edit(letter, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if letter.state not in NOT_YET_NUMBERED:
        raise too_late(letter)
    LetterEdit.objects.create(
        letter=letter,
        text_before=letter.text,
        text_after=text,
        reason=reason,
        by=by,
        at=moment.now(),
    )
    letter.text, letter.version = text, letter.version + 1
    letter.save(update_fields=["text", "version"])
    _write_down(letter, "edit", letter.state, by, reason)
    return letter


@transaction.atomic
def note(letter_id: int, name: str, *, by: User | None, reason: str) -> Letter:
    """Write down something about a letter that leaves it where it is."""
    letter = locked(letter_id)
    _write_down(letter, name, letter.state, by, reason)
    return letter


def ask(letter: Letter, name: str, *, by: User | None, seen_version: int | None = None) -> None:
    """Raise `TransitionRefused` where a step may not be made: an old page, the state, the right."""
    if seen_version is not None and seen_version != letter.version:
        raise TransitionRefused(Refusal.STALE, _("This letter has changed since you opened it."))
    step = _step(letter, name)
    if name == "approve" and letter.needs_signature:
        raise TransitionRefused(
            Refusal.RULE,
            _("This act leaves with a digital signature: whoever decided it signs it."),
        )
    if step.permission and not step.has_perm(letter, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))


def locked(letter_id: int) -> Letter:
    """Return a letter with its row locked until the caller commits."""
    return (
        Letter.objects.select_for_update(of=("self",))
        .select_related(
            "document",
            "protocol",
            "addressee",
            "case__opened_by",
            "case__call__manager",
            "case__call__owner",
            "call__manager",
            "call__owner",
        )
        .get(pk=letter_id)
    )


def locked_with_case(letter_id: int) -> Letter:
    """Lock a letter after the process and the case it is about: the order in which acts lock."""
    case_id = Letter.objects.values_list("case_id", flat=True).get(pk=letter_id)
    if case_id is not None:
        open_processes = CaseProcess.objects.filter(case_id=case_id, finished__isnull=True)
        list(open_processes.select_for_update(of=("self",)).order_by("pk"))
        Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    return locked(letter_id)


def _step(letter: Letter, name: str) -> Any:
    steps = [step for step in letter.get_all_state_transitions() if step.name == name]
    if not steps:
        raise LookupError(f"letters declare no step {name!r}")
    for step in steps:
        if step.source in ("*", letter.state):
            return step
    raise too_late(letter)


def too_late(letter: Letter) -> TransitionRefused:
    """Return the refusal that says where a letter now is."""
    return TransitionRefused(
        Refusal.STATUS,
        _("The letter is now “{state}”: this can no longer be done.").format(
            state=letter.get_state_display()
        ),
    )


def _write_down(letter: Letter, name: str, source: str, by: User | None, reason: str) -> None:
    LetterEvent.objects.create(
        letter=letter,
        name=name,
        source=source,
        target=letter.state,
        by=by,
        at=moment.now(),
        reason=reason,
    )


def locked_delivery(delivery_id: int) -> Delivery:
    """Return a delivery with its letter, both locked until the caller commits, in that order."""
    letter_id = Delivery.objects.values_list("letter_id", flat=True).get(pk=delivery_id)
    letter = locked_with_case(letter_id)
    delivery = letter.deliveries.select_for_update(of=("self",)).get(pk=delivery_id)
    delivery.letter = letter
    return delivery
