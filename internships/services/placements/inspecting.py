"""What the office alone writes of an internship that runs: signs, and the band of help (R-BAN-07, R-PUB-20)."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from internships import fees
from internships.models import Condition, Internship, SignSeen
from internships.permissions import may_follow, may_see_condition
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, hold
from workflows.models import Case


@dataclass(frozen=True)
class SignData:
    """Which sign, seen on which day, and what was seen."""

    kind: str
    seen_on: date
    facts: str


@transaction.atomic
def note_sign(case: Internship, *, by: User, data: SignData) -> SignSeen:
    """Write down a sign; the parties do not read it. Nothing follows by itself: people look into it."""
    case = _held(case, by)
    if not case.start <= data.seen_on <= moment.today():
        raise TransitionRefused(
            Refusal.RULE,
            _("It was seen between the first day of the internship and today (R-BAN-07)."),
        )
    if not data.facts.strip():
        raise TransitionRefused(Refusal.RULE, _("Say what was seen (R-BAN-07)."))
    return SignSeen.objects.create(
        internship=case,
        kind=data.kind,
        seen_on=data.seen_on,
        facts=data.facts.strip(),
        noted_by=by,
    )


@transaction.atomic
def clear_sign(sign: SignSeen, *, by: User, reason: str) -> SignSeen:
    """Say why a sign no longer counts; it stays on record."""
    _held(sign.internship, by)
    found = SignSeen.objects.select_for_update(of=("self",)).get(pk=sign.pk)
    if found.cleared_because:
        raise TransitionRefused(Refusal.STATUS, _("This sign counts no more already."))
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the sign no longer counts (R-BAN-07)."))
    found.cleared_because = reason.strip()
    found.save(update_fields=["cleared_because"])
    return found


@transaction.atomic
def note_band(case: Internship, *, by: User, band: int) -> Condition:
    """Write down how much help the person needs: what the promoter gets goes by it (R-PUB-20)."""
    case = _held(case, by)
    if not may_see_condition(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if str(band) not in fees.table_of(case):
        raise TransitionRefused(Refusal.RULE, _("The call pays nothing for this band (R-PUB-20)."))
    condition = Condition.objects.select_for_update().get(internship=case)
    condition.profile = band
    condition.save(update_fields=["profile"])
    return condition


def _held(case: Internship, by: User) -> Internship:
    hold(case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    case = Internship.objects.get(pk=case.pk)
    if not may_follow(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if case.started_at is None:
        raise TransitionRefused(Refusal.STATUS, _("Only an internship that has begun tells this."))
    return case
