"""Until when a call takes questions, asked of its rules with the values of its version."""

from datetime import datetime

from django.utils import timezone

from calls.models import Call
from calls.parameters import QUESTIONS_UNTIL
from calls.rules import enquiries as rules


def last_instant(call: Call) -> datetime | None:
    """Return until when a published call takes questions, in local time; None for no end."""
    closes_at = call.closes_at and timezone.localtime(call.closes_at)
    return rules.last_instant(closes_at, call.current_version.parameters.get(QUESTIONS_UNTIL.code))


def why_not_asked(call: Call, now: datetime, *, asked_today: int = 0, most: int = 1) -> str:
    """Say why a published call takes no question now; nothing where it does."""
    return rules.why_not_asked(
        now,
        last=last_instant(call),
        has_ended=call.has_ended,
        asked_today=asked_today,
        most=most,
    )
