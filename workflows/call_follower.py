"""What this room knows of a call: how many applications were sent, how many are still drafts."""

from calls.kinds import Follower, follow
from calls.models import Call
from workflows.models import Case


def filings(call: Call) -> int:
    """Return how many applications have been sent."""
    return Case.objects.filter(call_id=call.pk, submitted_at__isnull=False).count()


def drafts(call: Call) -> int:
    """Return how many applications have been begun and neither sent nor given up."""
    return Case.objects.filter(
        call_id=call.pk, submitted_at__isnull=True, closed_at__isnull=True
    ).count()


def register() -> None:
    """Let calls ask; called once when the site starts."""
    follow(Follower(filings=filings, drafts=drafts))
