"""What happens to an entry: renewal, suspension and its end, cancellation (SPA-21 to SPA-27)."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from coworking_registry import dependants, letters
from coworking_registry.models import Qualification, Space, SpaceApplication
from coworking_registry.requirements import requirements_of
from coworking_registry.rules import entries
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.rules import Outcome
from workflows.services.handed_in import register_answer

Standing = Qualification.Standing


@transaction.atomic
def suspend(
    case: SpaceApplication,
    *,
    by: User | None,
    reason: str,
    until: date,
    grants_until: date | None = None,
    seen: str = "",
    seen_version: int | None = None,
) -> SpaceApplication:
    """Suspend the entry until a day: nothing new is granted for the space meanwhile (SPA-26).

    `seen` is the digest of the dependants that the page showed; `grants_until` the day until which
    what runs there holds (SPA-27).
    """
    limits = entries.suspension_limited(moment.today(), until, reason)
    running = looked_at(case, seen, grants_until, limits)
    case = apply_transition(
        case, "suspend", by=by, reason=reason, seen_version=seen_version, until=until
    )
    stand(case, Standing.SUSPENDED, None, "Sospensione")
    stop_running(case, running, grants_until, by=by, reason=reason)
    letters.send_suspension(case, until=until, grants_until=grants_until, by=by)
    return case


@transaction.atomic
def reinstate(
    case: SpaceApplication, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> SpaceApplication:
    """Let a suspended entry hold again, to the same last day."""
    case = apply_transition(case, "reinstate", by=by, reason=reason, seen_version=seen_version)
    stand(case, Standing.QUALIFIED, case.entry_ends, "Fine della sospensione")
    letters.send_reinstatement(case, by=by)
    return case


@transaction.atomic
def cancel(
    case: SpaceApplication,
    *,
    by: User | None,
    asked_on: date,
    mark: str,
    reason: str = "",
    grants_until: date | None = None,
    seen: str = "",
    seen_version: int | None = None,
) -> SpaceApplication:
    """Take the space off the register, as its manager has asked; what runs holds until a day.

    `asked_on` and `mark` are day and protocol number of the request.
    """
    running = looked_at(case, seen, grants_until, [])
    case = apply_transition(case, "cancel", by=by, reason=reason, seen_version=seen_version)
    stand(case, Standing.CANCELLED, None, "Cancellazione")
    stop_running(case, running, grants_until, by=by, reason=reason, is_final=True)
    letters.send_cancellation(case, grants_until=grants_until, asked_on=asked_on, mark=mark, by=by)
    return case


@transaction.atomic
def ask_renewal(
    case: SpaceApplication, *, by: User | None, seen_version: int | None = None
) -> SpaceApplication:
    """Ask for the renewal; the entry stays public until it is decided (SPA-23, SPA-24)."""
    case = apply_transition(case, "ask_renewal", by=by, seen_version=seen_version)
    # Open to the decision, however long that takes.
    _running(case).update(valid_to=None)
    register_answer(case, subject="Richiesta di rinnovo dell'iscrizione")
    return case


@transaction.atomic
def renew(
    case: SpaceApplication, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> SpaceApplication:
    """Renew the entry: it goes on from the day after its last one."""
    before = case.entry_ends or moment.today()
    starts = before + timedelta(days=1)
    ends = entries.entry_ends(starts, requirements_of(case.call.current_version))
    case = apply_transition(
        case, "renew", by=by, reason=reason, seen_version=seen_version, entry_ends=ends
    )
    _running(case).update(valid_to=before)
    _begin(case, Standing.QUALIFIED, starts, ends, "Rinnovo")
    letters.send_renewal(case, by=by)
    return case


@transaction.atomic
def expire(
    case: SpaceApplication,
    *,
    by: User | None,
    reason: str = "",
    seen_version: int | None = None,
) -> SpaceApplication:
    """Let an entry end after its last day: the period in the register has ended with it (SPA-24)."""
    return apply_transition(case, "expire", by=by, reason=reason, seen_version=seen_version)


def looked_at(
    case: Any,
    seen: str,
    grants_until: date | None,
    more: list[Outcome],
) -> list[dependants.Dependant]:
    """Return what runs in the space, once whoever acts has looked at all that depends on it."""
    space = Space.objects.select_for_update().get(pk=case.space_id)
    today = moment.today()
    found = dependants.dependants_of(space, today, None)
    running = [one for one in found if one.is_running]
    outcomes = [
        *more,
        entries.consequences_seen(seen, dependants.digest_of(found), len(found)),
        entries.running_grants_end(grants_until, today, len(running)),
    ]
    if blocking := [one for one in outcomes if one.blocks]:
        raise TransitionRefused(Refusal.RULE, " ".join(one.sentence for one in blocking), blocking)
    return running


def stop_running(
    case: SpaceApplication,
    running: list[dependants.Dependant],
    until: date | None,
    *,
    by: User | None,
    reason: str,
    is_final: bool = False,
) -> None:
    """Carry out what follows for the cases that run in the space."""
    if case.space is None or until is None:
        return
    stopped = dependants.Stop(case.space, until, reason, is_final)
    for one in running:
        dependants.stop(one, stopped, by)


def _running(case: Any) -> QuerySet[Qualification]:
    """Return the period that covers today, or the last one that began."""
    periods = Qualification.objects.filter(
        space_id=case.space_id, valid_from__lte=moment.today()
    ).order_by("-valid_from", "-pk")
    return Qualification.objects.filter(pk=periods.values("pk")[:1])


def stand(case: Any, standing: str, until: date | None, act: str) -> None:
    """End the period that runs and begin another today: the history stays as it was."""
    today = moment.today()
    later = Qualification.objects.filter(space_id=case.space_id, valid_from__gte=today)
    later.delete()
    standing_now = _running(case).exclude(valid_to__lt=today)
    standing_now.update(valid_to=today - timedelta(days=1))
    _begin(case, standing, today, until, act)


def _begin(case: Any, standing: str, starts: date, until: date | None, act: str) -> None:
    Qualification.objects.create(
        space_id=case.space_id,
        standing=standing,
        list_number=case.list_number,
        act=f"{act}, domanda {case.number}",
        valid_from=starts,
        valid_to=until,
    )
