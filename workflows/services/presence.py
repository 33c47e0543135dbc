"""Who has a case open just now: a hint for colleagues, kept for a minute and worth no more."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case as Choice
from django.db.models import F, When
from django.utils import timezone

from parties.models import User
from workflows.models import Case, Presence

# The page says every 30 seconds that it is open: two rounds and a half, and it counts as left.
COUNTS_FOR = timedelta(seconds=75)
KEPT_FOR = timedelta(hours=1)


@dataclass(frozen=True)
class Colleague:
    """Somebody who has the same case open, and since when."""

    user: User
    since: datetime


def note_presence(case: Case, *, by: User) -> None:
    """Note that the person has the case open; a visit that was broken off begins anew."""
    now = timezone.now()
    since = Choice(When(seen_at__lt=now - COUNTS_FOR, then=now), default=F("since"))
    mine = Presence.objects.filter(case_id=case.pk, user=by)
    if not mine.update(since=since, seen_at=now):
        first = Presence(case_id=case.pk, user=by, since=now, seen_at=now)
        # Two windows of the same person may be first together.
        Presence.objects.bulk_create([first], ignore_conflicts=True)


def colleagues_at(case: Case, *, besides: User) -> list[Colleague]:
    """Return who else has the case open, the earliest first; one query."""
    open_now = Presence.objects.filter(
        case_id=case.pk, seen_at__gte=timezone.now() - COUNTS_FOR
    ).exclude(user=besides)
    found = open_now.select_related("user").order_by("since", "pk")
    return [Colleague(one.user, one.since) for one in found]


def forget_visits() -> int:
    """Drop visits that ended long ago; return how many."""
    old = Presence.objects.filter(seen_at__lt=timezone.now() - KEPT_FOR)
    return old.delete()[0]
