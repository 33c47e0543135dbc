"""Changes of an entry: minor ones hold at once, major ones once the office has looked (SPA-25)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from coworking_registry import changing, checks, letters
from coworking_registry.content import SpaceContent
from coworking_registry.models import EntryChange, Space, SpaceApplication
from coworking_registry.rules.entries import major_changes
from coworking_registry.services.applications.filing import write_content
from coworking_registry.services.spaces import (
    declared,
    write_prices,
    write_services,
    write_week,
)
from coworking_registry.stored import content_of
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.services.handed_in import register_answer


@transaction.atomic
def report_change(
    case: SpaceApplication,
    *,
    by: User | None,
    said: SpaceContent,
    note: str = "",
    seen_version: int | None = None,
) -> SpaceApplication:
    """Tell of a change, judged by the requirements of the entry; `said` is the space as it is to be.

    Refused where nothing changes, and where a requirement would no longer be met: what the space
    lacks is no change, and the office is to be told.
    """
    before, after = changing.differing(content_of(case), said)
    if not after:
        raise TransitionRefused(Refusal.RULE, _("Nothing differs from what is published."))
    blocking = [one for one in checks.changed_outcomes(case, said) if one.blocks]
    if blocking:
        raise TransitionRefused(Refusal.RULE, " ".join(one.sentence for one in blocking), blocking)
    case = apply_transition(case, "report_change", by=by, reason=note, seen_version=seen_version)
    change = EntryChange.objects.create(
        application=case,
        values=after,
        before=before,
        major=[name for name in major_changes(before, after) if name in after],
        note=note,
    )
    register_answer(case, subject="Comunicazione di variazione dell'iscrizione")
    if not change.major:
        _take_over(case, change, by)
    return case


@transaction.atomic
def accept_change(
    case: SpaceApplication, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> SpaceApplication:
    """Let a major change hold: the entry and its public page say the new values."""
    case = apply_transition(case, "accept_change", by=by, reason=reason, seen_version=seen_version)
    change = case.changes.get(decided_at__isnull=True)
    _take_over(case, change, by)
    letters.send_change_outcome(case, change, by=by)
    return case


@transaction.atomic
def refuse_change(
    case: SpaceApplication, *, by: User | None, reason: str, seen_version: int | None = None
) -> SpaceApplication:
    """Leave the entry as it was; the manager reads why."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why: the reason goes into the letter."))
    case = apply_transition(case, "refuse_change", by=by, reason=reason, seen_version=seen_version)
    change = case.changes.get(decided_at__isnull=True)
    _decide(change, by, is_taken=False)
    letters.send_change_outcome(case, change, by=by)
    return case


def _take_over(case: Any, change: EntryChange, by: User | None) -> None:
    write_content(case, changing.with_values(content_of(case), change.values))
    space = Space.objects.select_for_update().get(pk=case.space_id)
    for name, value in declared(case).items():
        setattr(space, name, value)
    space.save()
    write_services(space, case)
    if "hours" in change.values:
        write_week(space, case)
    if "prices" in change.values:
        write_prices(space, case)
    _decide(change, by, is_taken=True)


def _decide(change: EntryChange, by: User | None, *, is_taken: bool) -> None:
    change.decided_at, change.decided_by, change.is_taken = moment.now(), by, is_taken
    change.save(update_fields=["decided_at", "decided_by", "is_taken"])
