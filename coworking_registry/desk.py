"""Spaces and wishes of a person on their home: until when an entry holds, where a wish stands."""

from django.urls import reverse
from django.utils.translation import gettext as _

from coworking_registry.models import Qualification, SpaceInterest
from parties import moment
from parties.models import User
from parties.queries import is_party_of
from ui.formats import short_date
from workflows.desk_parts import MOST, Part, Row, Section, register

_TONES = {"qualified": "success", "suspended": "warning"}


def register_part() -> None:
    """Make spaces known to people's homes."""
    register(Part(sections=sections_of))


def sections_of(user: User) -> list[Section]:
    """Return the spaces that a person or those they act for manage, and the wishes they sent."""
    today = moment.today()
    entries = (
        Qualification.objects.filter(is_party_of(user, today, "space__manager"))
        .filter(valid_from__lte=today)
        .exclude(valid_to__lt=today)
        .select_related("space")
        .order_by("space__name", "-valid_from", "pk")
    )
    wishes = SpaceInterest.objects.filter(sent_by=user).order_by("-pk")
    return [
        Section("spaces", _("Your spaces in the register"), [_entry(e) for e in entries[:MOST]]),
        Section("interests", _("Your expressions of interest"), [_wish(w) for w in wishes[:MOST]]),
    ]


def _entry(found: Qualification) -> Row:
    until = (
        _("In force until {day}.").format(day=short_date(found.valid_to))
        if found.valid_to
        else _("In force without a last day.")
    )
    return Row(
        str(found.space),
        reverse("coworking_registry:space", args=[found.space.slug]),
        str(found.get_standing_display()),
        _TONES.get(found.standing, "neutral"),
        until,
    )


def _wish(found: SpaceInterest) -> Row:
    words = {
        "sent": (_("Sent"), "info"),
        "noted": (_("Taken note of"), "info"),
        "followed": (_("Accompanied"), "success"),
        "ended": (_("Ended"), "neutral"),
    }
    state, tone = words[found.step]
    sent = _("Sent on {day}.").format(day=short_date(found.sent_at))
    return Row(str(found), reverse("coworking_registry:interest"), state, tone, sent)
