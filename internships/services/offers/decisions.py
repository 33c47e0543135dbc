"""The director's acts on an offer, and its end."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from internships.checks import facts_of
from internships.letters import offers as letters
from internships.models import HostOffer, Unit
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.services import clock, substitutes


@transaction.atomic
def admit(
    case: HostOffer,
    *,
    by: User | None,
    published_on: date | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> HostOffer:
    """Admit the offer and publish it from a day on, today at the earliest; the letter goes out.

    The unit stays locked until the transaction ends: its places are counted again, with what was
    promised meanwhile (R-NUM-07, R-PUB-21).
    """
    day = published_on or moment.today()
    if day < moment.today():
        raise TransitionRefused(
            Refusal.RULE, _("An offer is published today at the earliest (R-PUB-01).")
        )
    Unit.objects.select_for_update().get(pk=case.unit_id)
    facts = facts_of(case)
    room = facts.room
    case = apply_transition(
        case,
        "admit",
        by=by,
        reason=reason,
        seen_version=seen_version,
        published_on=day,
        quota=(room.resources, room.base, room.premium),
        green_score=facts.score.total if facts.parameters.is_green else None,
    )
    clock.end_all(case)
    substitutes.conclude(case)
    letters.send_admission(case, facts, by=by)
    return case


@transaction.atomic
def refuse(
    case: HostOffer, *, by: User | None, reason: str = "", seen_version: int | None = None
) -> HostOffer:
    """Refuse, with the reasons of the notice (PRE-05)."""
    case = apply_transition(case, "refuse", by=by, reason=reason, seen_version=seen_version)
    clock.end_all(case)
    substitutes.conclude(case)
    letters.send_refusal(case, by=by)
    return case


def close_offer(
    case: HostOffer, *, by: User | None, reason: str, seen_version: int | None = None
) -> HostOffer:
    """Take a published offer off the list, saying why."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Say why the offer closes."))
    return apply_transition(case, "close_offer", by=by, reason=reason, seen_version=seen_version)
