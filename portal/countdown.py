"""Whether a call is open, and how long until it opens or closes, in words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from calls.models import Call, State
from ui.formats import Tone, long_date

Phase = Literal["open", "future", "suspended", "closed"]
# From how many days before its end a call is shown in amber; a matter of display, not of law.
SOON_DAYS = 3


@dataclass(frozen=True)
class Countdown:
    """The state of a call: a chip with its tone, and a sentence with the date."""

    phase: Phase
    chip: str
    tone: Tone
    sentence: str


def countdown(call: Call, now: datetime) -> Countdown:
    """Say where a published call stands at an instant; the last second belongs to it (RANK-05)."""
    if call.state == State.CANCELLED:
        return Countdown("closed", _("cancelled"), "neutral", _("This call was cancelled."))
    if call.suspended_at is not None:
        sentence = _("Suspended since %s: no applications are taken for now.")
        return Countdown(
            "suspended", _("suspended"), "warning", sentence % long_date(call.suspended_at)
        )
    if now < call.opens_at:
        chip = _opens_in(call.opens_at, now)
        return Countdown("future", chip, "info", _("Opens on %s.") % long_date(call.opens_at))
    if not call.is_open_at(now):
        return Countdown(
            "closed", _("closed"), "neutral", _("Closed since %s.") % long_date(call.closes_at)
        )
    if call.closes_at is None:
        return Countdown("open", _("open"), "success", _("Always open: there is no closing date."))
    soon = _days(now, call.closes_at) <= SOON_DAYS
    sentence = _("%(when)s: %(date)s.") % {
        "when": _closes_in(call.closes_at, now),
        "date": long_date(call.closes_at),
    }
    return Countdown("open", _("open"), "warning" if soon else "success", sentence)


def call_row(call: Call, now: datetime) -> dict[str, Any]:
    """Return a call as `portal/_call_card.html` takes it; its budget is joined or prefetched."""
    return {
        "call": call,
        "state": countdown(call, now),
        "budget": getattr(call, "budget", None),
    }


def _opens_in(opens_at: datetime, now: datetime) -> str:
    days = _days(now, opens_at)
    if days == 0:
        return _("opens today at %s") % _hour(opens_at)
    if days == 1:
        return _("opens tomorrow")
    return ngettext("opens in %(days)d day", "opens in %(days)d days", days) % {"days": days}


def _closes_in(closes_at: datetime, now: datetime) -> str:
    days = _days(now, closes_at)
    if days == 0:
        return _("Closes today at %s") % _hour(closes_at)
    if days == 1:
        return _("Closes tomorrow")
    return ngettext("Closes in %(days)d day", "Closes in %(days)d days", days) % {"days": days}


def _days(now: datetime, then: datetime) -> int:
    return (timezone.localtime(then).date() - timezone.localtime(now).date()).days


def _hour(instant: datetime) -> str:
    return f"{timezone.localtime(instant):%H:%M}"
