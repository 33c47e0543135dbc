"""The protocol register: one operation, no gap, nothing to change afterwards (PRT-01..03)."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from parties import moment
from parties.models import Body, User
from workflows import seals
from workflows.models import Case, DailyRegister, ProtocolCounter, ProtocolEntry


def next_entry(body: Body) -> ProtocolEntry:
    """Take the next number of the year, inside the caller's transaction.

    Returns an entry not yet written, so that a document can carry its number before its digest
    is registered: `register` must follow before the next one is taken. The counter's row stays
    locked until the caller commits: numbers follow the order of commits and a rolled-back act
    leaves no gap.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a protocol number is given inside the transaction that needs it")
    counter = _lock(body, moment.today().year)
    instant = clock()
    if (year := timezone.localdate(instant).year) != counter.year:
        # The year ended while we waited for our turn.
        counter = _lock(body, year)
        instant = clock()
    _refuse_to_go_back(body)
    entry = ProtocolEntry(
        body=body, year=counter.year, number=counter.last_number + 1, registered_at=instant
    )
    entry.counter = counter
    return entry


def register(
    entry: ProtocolEntry,
    *,
    direction: str,
    subject: str,
    counterpart: str,
    case: Case | None = None,
    digests: Iterable[dict[str, str]] = (),
    by: User | None = None,
    annuls: ProtocolEntry | None = None,
    note: str = "",
) -> ProtocolEntry:
    """Write a numbered entry; `digests` are {"name", "sha256"} of every document (PRT-01)."""
    entry.direction = direction
    entry.subject = subject[:300]
    entry.counterpart = counterpart[:250]
    entry.case_id = case.pk if case else None
    entry.digests = list(digests)
    entry.by, entry.annuls, entry.note = by, annuls, note
    _chain(entry, entry.counter)
    entry.save(force_insert=True)
    return entry


def _lock(body: Body, year: int) -> ProtocolCounter:
    ProtocolCounter.objects.bulk_create(
        [ProtocolCounter(body=body, year=year)], ignore_conflicts=True
    )
    return ProtocolCounter.objects.select_for_update().get(body=body, year=year)


def clock() -> datetime:
    """Return the database server's time now, which every entry bears (RANK-06)."""
    if instant := moment.past():
        return instant
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def _chain(entry: ProtocolEntry, counter: ProtocolCounter) -> None:
    """Seal the entry to the one before it, and note on the counter that the chain ends there."""
    end = seals.extend(
        settings.HISTORY_KEY.encode(),
        f"protocol {entry.body_id} {entry.year}",
        seals.End(counter.last_number, counter.last_seal, counter.head),
        entry.sealed_values,
    )
    entry.seal = end.last
    counter.last_number, counter.last_seal, counter.head = end.length, end.last, end.head
    counter.save(update_fields=["last_number", "last_seal", "head"])


def _refuse_to_go_back(body: Body) -> None:
    """Numbers follow time: a past file is written in only where the register has not gone on."""
    instant = moment.past()
    if (
        instant
        and ProtocolEntry.objects.filter(body_id=body.pk, registered_at__gt=instant).exists()
    ):
        raise RuntimeError("the protocol register has already gone beyond this instant")
    day = timezone.localdate(instant) if instant else None
    if day and DailyRegister.objects.filter(body_id=body.pk, day__gte=day).exists():
        raise RuntimeError("the register of this day is printed already")
