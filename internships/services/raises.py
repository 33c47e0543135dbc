"""Acts of the Region that raise the quota of a unit, written down and taken back (R-NUM-10)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from internships import permissions
from internships.models import QuotaRaise, Unit
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused


@transaction.atomic
def add_raise(
    unit: Unit,
    *,
    by: User,
    places: int,
    act_number: str,
    act_date: date,
    until: date,
    reason: str,
) -> QuotaRaise:
    """Add places to a unit until a day, by the act that says so; plans are counted under its lock."""
    unit = _locked(unit, by)
    if act_date > moment.today():
        raise TransitionRefused(Refusal.RULE, _("The act cannot be of a day still to come."))
    if until < moment.today() or until < act_date:
        raise TransitionRefused(
            Refusal.RULE, _("The act is over: it raises no quota any more (R-NUM-10).")
        )
    if unit.raises.filter(dropped_at__isnull=True, until__gte=moment.today()).exists():
        raise TransitionRefused(
            Refusal.RULE, _("Another act holds: take it back first (R-NUM-10).")
        )
    return QuotaRaise.objects.create(
        unit=unit,
        places=places,
        act_number=act_number,
        act_date=act_date,
        until=until,
        reason=reason,
        added_by=by,
    )


@transaction.atomic
def drop_raise(found: QuotaRaise, *, by: User, reason: str) -> QuotaRaise:
    """Take places back before their last day; internships that hold one already keep it."""
    _locked(found.unit, by)
    found = QuotaRaise.objects.select_for_update().get(pk=found.pk)
    if found.dropped_at is not None:
        raise TransitionRefused(Refusal.STATUS, _("It has been taken back already."))
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why it is taken back."))
    found.dropped_at, found.dropped_by, found.drop_reason = moment.now(), by, reason.strip()
    found.save()
    return found


def _locked(unit: Unit, by: User) -> Unit:
    if not permissions.may_raise(unit, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    return Unit.objects.select_for_update().get(pk=unit.pk)
