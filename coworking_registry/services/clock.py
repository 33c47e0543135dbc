"""What time brings about in an entry: notices to renew, and its end (SPA-22, SPA-24).

Called by the worker. All it knows stands in the database: a round that was missed is made up for, a
round too many finds nothing to do.
"""

import logging
from datetime import timedelta

from django.db import transaction

from coworking_registry import letters
from coworking_registry.models import RenewalNotice, SpaceApplication, SpaceStatus
from coworking_registry.requirements import requirements_of
from coworking_registry.rules import entries
from coworking_registry.services.applications import expire
from parties import moment
from workflows.engine import TransitionRefused, hold
from workflows.models import Case

logger = logging.getLogger(__name__)


def move_due() -> int:
    """Give the notices that are due and let entries end; return how much came of it."""
    today = moment.today()
    listed = SpaceApplication.objects.filter(status=SpaceStatus.LISTED).order_by("entry_ends", "pk")
    ended = listed.filter(entry_ends__lt=today).values_list("pk", flat=True)
    near = listed.filter(entry_ends__gte=today).select_related("call_version")
    due = [
        case.pk
        for case in near
        if case.entry_ends is not None and case.entry_ends - today <= _furthest(case)
    ]
    return sum(_end(pk) for pk in list(ended)) + sum(give_notice(pk) for pk in due)


@transaction.atomic
def give_notice(pk: int) -> bool:
    """Write to the manager of an entry that comes to its end, if the notice of the day is not given yet."""
    hold(SpaceApplication.objects.get(pk=pk))
    Case.objects.select_for_update(of=("self",)).get(pk=pk)
    case = SpaceApplication.objects.get(pk=pk)
    if case.status != SpaceStatus.LISTED or case.entry_ends is None:
        return False
    running = entries.Running(case.entry_ends, case.renewal_filed_on)
    given = case.renewal_notices.filter(entry_ends=case.entry_ends)
    asked, today = requirements_of(case.call_version), moment.today()
    days = entries.notice_due(running, today, asked, given.values_list("days", flat=True))
    if days is None:
        return False
    letter = letters.send_renewal_notice(case, (case.entry_ends - today).days)
    RenewalNotice.objects.create(
        application=case, entry_ends=case.entry_ends, days=days, letter=letter
    )
    return True


def _furthest(case: SpaceApplication) -> timedelta:
    return timedelta(days=max(entries.notices(requirements_of(case.call_version))))


def _end(pk: int) -> int:
    try:
        expire(SpaceApplication.objects.get(pk=pk), by=None)
    except TransitionRefused as refused:
        # A renewal came in between the look and the lock.
        logger.info("entry %s does not end: %s", pk, refused.sentence)
        return 0
    return 1
