"""Bans on internships, written down with the act that says so (R-SAN-06)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from internships import permissions
from internships.models import InternshipBan
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused


@transaction.atomic
def add_ban(
    *,
    by: User,
    tax_code: str,
    name: str,
    act_number: str,
    act_date: date,
    until: date,
    reason: str,
) -> InternshipBan:
    """Bar a host or promoter from new internships until a day; those that run go on."""
    if not by.has_perm(permissions.DECIDE):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if act_date > moment.today():
        raise TransitionRefused(Refusal.RULE, _("The act cannot be of a day still to come."))
    if until <= act_date:
        raise TransitionRefused(
            Refusal.RULE, _("The ban ends after the day of its act (R-SAN-06).")
        )
    return InternshipBan.objects.create(
        tax_code=tax_code.upper(),
        name=name,
        act_number=act_number,
        act_date=act_date,
        until=until,
        reason=reason,
        added_by=by,
    )
