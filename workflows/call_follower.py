"""What this room knows of a call, and whom it tells when the call moves or is asked about."""

from calls.kinds import Follower, follow
from calls.models import Call
from workflows import call_notices, question_notices
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
    follow(
        Follower(
            on_move=call_notices.queue,
            on_question=question_notices.queue,
            filings=filings,
            drafts=drafts,
        )
    )
