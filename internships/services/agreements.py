"""A collective agreement that ends before its last day (R-DOC-02)."""

from django.db import transaction
from django.utils.translation import gettext as _

from internships import permissions
from internships.models import Agreement
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused


@transaction.atomic
def end_agreement(found: Agreement, *, by: User, reason: str) -> Agreement:
    """End a collective agreement today: plans that all have signed go on, no new one is signed."""
    if not permissions.may_end_agreement(found, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    found = Agreement.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if not found.is_collective or found.ended_on is not None:
        raise TransitionRefused(Refusal.STATUS, _("This agreement has ended already."))
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the agreement ends."))
    found.ended_on, found.end_reason = moment.today(), reason.strip()
    found.save()
    return found
