"""What time brings about in a grant that waits for its deed: its term begins, or it lapses (REV-01).

Called by the worker. All it knows stands in the database: a round that was missed is made up for, a
round too many finds nothing to do.
"""

import logging

from django.db import transaction

from grants.models import Acceptance, RentContribution, Status
from grants.services.acceptances import follow_arrival, lapse
from parties import moment
from workflows.engine import TransitionRefused

logger = logging.getLogger(__name__)


def move_due() -> int:
    """Let terms begin with the letters that have arrived, and grants lapse; return how many lapsed."""
    awaited = Acceptance.objects.filter(
        returned_at__isnull=True, lapsed_at__isnull=True, contribution__status=Status.GRANTED
    ).select_related("contribution")
    for found in awaited.filter(has_arrived=False).order_by("pk"):
        with transaction.atomic():
            follow_arrival(Acceptance.objects.select_for_update(of=("self",)).get(pk=found.pk))
    due = awaited.filter(has_arrived=True, due_on__lt=moment.today())
    return sum(
        _lapse(pk) for pk in due.order_by("due_on", "pk").values_list("contribution", flat=True)
    )


def _lapse(pk: int) -> int:
    try:
        lapse(RentContribution.objects.get(pk=pk), by=None)
    except TransitionRefused as refused:
        # The deed came in between the look and the lock.
        logger.info("grant %s does not lapse: %s", pk, refused.sentence)
        return 0
    return 1
