"""Taking a space off the register for what it lacks: told first, heard, then decided (PRE-11, SPA-27)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from calls.models import Parameter
from coworking_registry import letters
from coworking_registry.models import Qualification, Removal, RemovalGround, SpaceApplication
from coworking_registry.removing import open_removal
from coworking_registry.services.applications.entries import looked_at, stand, stop_running
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.models import Case, CaseTerm
from workflows.services import clock, documents
from workflows.services.handed_in import register_answer
from workflows.terms import Rule, compute_term

CONCLUSION, MEMORIES = CaseTerm.Kind.CONCLUSION, CaseTerm.Kind.MEMORIES
Standing = Qualification.Standing


@transaction.atomic
def start_removal(
    case: SpaceApplication,
    *,
    by: User | None,
    grounds: Sequence[str],
    reason: str = "",
    seen_version: int | None = None,
) -> SpaceApplication:
    """Tell the manager why the space could leave the register, and give time to answer.

    The entry stays as it is meanwhile.
    """
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    texts = [text.strip() for text in grounds if text.strip()]
    removal = Removal.objects.create(application=case, started_by=by)
    RemovalGround.objects.bulk_create(RemovalGround(removal=removal, text=text) for text in texts)
    today = moment.today()
    rule = _memories_rule(today)
    case = apply_transition(
        case,
        "start_removal",
        by=by,
        reason=reason,
        seen_version=seen_version,
        due_on=compute_term(today, rule).due,
    )
    term = clock.start_term(case, MEMORIES, rule, awaits_letter=True)
    clock.start_term(case, CONCLUSION, _own_procedure_rule(today))
    letters.send_removal_start(case, removal, term, by=by)
    return case


@transaction.atomic
def file_memories(
    case: SpaceApplication,
    *,
    by: User | None,
    memories: Mapping[int, str],
    seen_version: int | None = None,
) -> SpaceApplication:
    """Answer the reasons one by one."""
    for ground in _grounds(case):
        ground.memory = memories.get(ground.pk, ground.memory)
        ground.save(update_fields=["memory"])
    case = apply_transition(
        case, "file_memories", by=by, seen_version=seen_version, due_on=_conclusion_due(case)
    )
    clock.end_term(case, MEMORIES)
    documents.file_all(case)
    register_answer(case, subject="Memorie sulla cancellazione dall'elenco")
    return case


@transaction.atomic
def close_memories(
    case: SpaceApplication, *, by: User | None, seen_version: int | None = None
) -> SpaceApplication:
    """Go on without memories, their term having passed."""
    case = apply_transition(
        case, "close_memories", by=by, seen_version=seen_version, due_on=_conclusion_due(case)
    )
    clock.end_term(case, MEMORIES)
    return case


@transaction.atomic
def remove(
    case: SpaceApplication,
    *,
    by: User | None,
    reason: str,
    answers: Mapping[int, str] | None = None,
    grants_until: date | None = None,
    seen: str = "",
    seen_version: int | None = None,
) -> SpaceApplication:
    """Take the space off the register; what runs there holds until a day (SPA-27)."""
    _want(reason)
    for ground in _grounds(case):
        ground.answer = (answers or {}).get(ground.pk, ground.answer)
        ground.save(update_fields=["answer"])
    running = looked_at(case, seen, grants_until, [])
    case = apply_transition(case, "remove", by=by, reason=reason, seen_version=seen_version)
    removal = _end(case, Removal.Outcome.REMOVED)
    stand(case, Standing.CANCELLED, None, "Cancellazione")
    stop_running(case, running, grants_until, by=by, reason=reason, is_final=True)
    letters.send_removal(case, removal, grants_until=grants_until, by=by)
    return case


@transaction.atomic
def drop_removal(
    case: SpaceApplication, *, by: User | None, reason: str, seen_version: int | None = None
) -> SpaceApplication:
    """Leave the space in the register, a suspension ended with it; the manager reads why."""
    _want(reason)
    case = apply_transition(case, "drop_removal", by=by, reason=reason, seen_version=seen_version)
    _end(case, Removal.Outcome.DROPPED)
    if case.space is not None and not case.space.is_qualified_on(moment.today()):
        stand(case, Standing.QUALIFIED, case.entry_ends, "Fine del procedimento di cancellazione")
    letters.send_removal_dropped(case, by=by)
    return case


def _end(case: SpaceApplication, outcome: str) -> Removal:
    removal = case.removals.get(ended_at__isnull=True)
    removal.outcome, removal.ended_at = outcome, moment.now()
    removal.save()
    clock.end_all(case)
    return removal


def _grounds(case: Any) -> list[RemovalGround]:
    running = open_removal(case)
    return list(running.grounds.all()) if running else []


def _conclusion_due(case: SpaceApplication) -> date | None:
    term = clock.running_term(case, CONCLUSION)
    return term.due_on if term else None


def _want(reason: str) -> None:
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why: the reason goes into the letter."))


def _memories_rule(started_on: date) -> Rule:
    days = Parameter.objects.value("memories_days", started_on)
    return Rule("PRE-11", days, "days", source="L. 241/1990, artt. 7, 8 e 10")


def _own_procedure_rule(started_on: date) -> Rule:
    days = Parameter.objects.value("procedure_days", started_on)
    return Rule("PROC-T1", days, "days", source="L. 241/1990, art. 2 c. 2")
