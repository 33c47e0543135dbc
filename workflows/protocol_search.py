"""What the pages of the protocol ask of the database."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from parties.models import Body, User
from workflows import seals
from workflows.models import DailyRegister, Document, ProtocolCounter, ProtocolEntry
from workflows.paging import Key

_ID = Key("id", models.BigIntegerField())
PROTOCOL_KEYS = (
    Key("year", models.IntegerField()),
    Key("number", models.IntegerField()),
    _ID,
)
REGISTER_KEYS = (Key("day", models.DateField()), _ID)
LONGEST_NUMBER = 7


@dataclass(frozen=True)
class ProtocolFilters:
    """What the register is narrowed to; empty means everything. Days are those of Rome, both included."""

    q: str = ""
    year: int | None = None
    direction: str = ""
    since: date | None = None
    until: date | None = None
    case: str = ""
    body: int | None = None


def protocol(filters: ProtocolFilters) -> QuerySet[ProtocolEntry]:
    """Return the register, filtered; each word of `q` begins a word of subject or counterpart.

    A number, or number/year as on the mark, finds that entry.
    """
    entries = ProtocolEntry.objects.select_related("case", "annulled_by", "annuls")
    wanted = {
        "year": filters.year,
        "direction": filters.direction,
        "registered_at__gte": _begin(filters.since),
        "registered_at__lt": _begin(filters.until and filters.until + timedelta(days=1)),
        "case__number": filters.case.strip().upper(),
        "body_id": filters.body,
    }
    entries = entries.filter(**{name: value for name, value in wanted.items() if value})
    number, _slash, of_year = filters.q.strip().partition("/")
    if number.isdecimal() and len(number) <= LONGEST_NUMBER:
        entries = entries.filter(number=int(number))
        return entries.filter(year=int(of_year)) if of_year.isdecimal() else entries
    words = [_quoted(word) for word in filters.q.replace("\0", " ").split()[:8]]
    if not words:
        return entries
    return entries.alias(words=SearchVector("subject", "counterpart", config="simple")).filter(
        words=SearchQuery(" & ".join(words), config="simple", search_type="raw")
    )


def years() -> list[int]:
    """Return the years in which something was registered, latest first."""
    found = ProtocolCounter.objects.order_by("-year").values_list("year", flat=True)
    return list(found.distinct())


def keeping_bodies() -> QuerySet[Body]:
    """Return the bodies that keep a register: they manage a call, or have registered before."""
    registers = models.Q(pk__in=ProtocolCounter.objects.order_by().values("body"))
    return Body.objects.filter(registers | models.Q(managed_calls__isnull=False)).distinct()


def documents_of(entry: ProtocolEntry, user: User) -> list[Document | None]:
    """Return the stored file of each digest of an entry, None where the person may not read it.

    Two files of the same content are told apart by their names.
    """
    digests = [digest["sha256"] for digest in entry.digests]
    found = Document.objects.visible_to(user).filter(case_id=entry.case_id, sha256__in=digests)
    by_content = {document.sha256: document for document in found}
    by_name = {(document.sha256, document.name): document for document in found}
    return [
        by_name.get((digest["sha256"], digest["name"]), by_content.get(digest["sha256"]))
        for digest in entry.digests
    ]


def is_intact(entry: ProtocolEntry) -> bool:
    """Tell whether the entry still is what was sealed when it was written."""
    before = ProtocolEntry.objects.filter(
        body_id=entry.body_id, year=entry.year, number=entry.number - 1
    )
    previous = before.values_list("seal", flat=True).first() if entry.number > 1 else seals.START
    if previous is None:
        return False
    key = settings.HISTORY_KEY.encode()
    return seals.same(seals.seal(key, previous, entry.sealed_values), entry.seal)


def printed_in(entry: ProtocolEntry) -> DailyRegister | None:
    """Return the printed register of the entry's day, once there is one."""
    return DailyRegister.objects.filter(body_id=entry.body_id, day=entry.day).first()


def _begin(day: date | None) -> datetime | None:
    if day is None:
        return None
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001 (made aware)


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*"
