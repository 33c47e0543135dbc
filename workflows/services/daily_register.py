"""The printed register of each day, drawn and sealed once the day is over (PRT-06).

Days are made in their order and one at a time; a register is there whole or not at all. Where a
seal is set up and cannot be put, the day waits: what is kept can no longer be sealed.
"""

import hashlib
from datetime import date, datetime, timedelta

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.db.models import Max, Min
from django.utils import timezone

from parties.models import Body
from workflows import printing
from workflows.models import DailyRegister, ProtocolCounter, ProtocolEntry
from workflows.services.protocol import clock

ONE_DAY = timedelta(days=1)
# The first half of the advisory lock's key; the second is the body.
LOCK = 53_002


class RegisterLost(Exception):
    """The file of a register is not what was made; the sentence is for people."""


def make_registers(*, until: date | None = None) -> list[DailyRegister]:
    """Make every register that is missing, up to `until` or to yesterday, oldest first.

    Raises `printing.SealFailed` at the first that cannot be sealed: those before it stay made.
    Raises `ValueError` for a day that has not ended.
    """
    yesterday = timezone.localdate(clock()) - ONE_DAY
    if until is not None and until > yesterday:
        raise ValueError(f"{until} has not ended")
    made = []
    for body in Body.objects.filter(pk__in=_bodies()).order_by("pk"):
        while register := _make_next(body, until or yesterday):
            made.append(register)
    return made


def missing_days(body: Body, until: date) -> list[date]:
    """Return the days without a printed register, from the first that is due to `until`."""
    first = next_day(body)
    if first is None or first > until:
        return []
    return [first + ONE_DAY * step for step in range((until - first).days + 1)]


def next_day(body: Body) -> date | None:
    """Return the day whose register comes next; None while the body has registered nothing."""
    last = DailyRegister.objects.filter(body=body).aggregate(last=Max("day"))["last"]
    if last is not None:
        return last + ONE_DAY
    first = ProtocolEntry.objects.filter(body=body).aggregate(first=Min("registered_at"))["first"]
    return timezone.localdate(first) if first else None


def day_of_register(body: Body, day: date, *, made_at: datetime) -> printing.RegisterDay:
    """Return what the register of a day holds: its entries, and where the chain stood at its end."""
    begin, end = _begin(day), _begin(day + ONE_DAY)
    entries = (
        ProtocolEntry.objects.filter(body=body, registered_at__gte=begin, registered_at__lt=end)
        .select_related("case", "by", "annuls", "annulled_by")
        .order_by("year", "number")
    )
    before = ProtocolEntry.objects.filter(body=body, registered_at__lt=end)
    last = before.order_by("-year", "-number").values_list("seal", flat=True).first()
    return printing.RegisterDay(body, day, list(entries), last or "", made_at)


def read(register: DailyRegister) -> bytes:
    """Return the file of a register; raises `RegisterLost` where it is not what was made."""
    try:
        with register.file.open("rb") as file:
            data = file.read()
    except FileNotFoundError as error:
        raise RegisterLost from error
    if hashlib.sha256(data).hexdigest() != register.sha256:
        raise RegisterLost
    return data


def _bodies() -> list[int]:
    return list(ProtocolCounter.objects.order_by("body_id").values_list("body_id", flat=True))


def _make_next(body: Body, until: date) -> DailyRegister | None:
    """Make the body's next register, unless it is past `until` or in another worker's hands."""
    expected = next_day(body)
    if expected is None or expected > until:
        return None
    _wait_for_open_entries(body)
    with transaction.atomic():
        if not _alone(body):
            return None
        day = next_day(body)
        return _make(body, day) if day is not None and day <= until else None


def _wait_for_open_entries(body: Body) -> None:
    """Let whoever took a number before the day ended commit first: they hold a counter until then."""
    with transaction.atomic():
        list(ProtocolCounter.objects.select_for_update().filter(body=body).order_by("year"))


def _alone(body: Body) -> bool:
    """Tell whether nobody else makes registers of this body until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, body.pk])
        return bool(cursor.fetchone()[0])


def _make(body: Body, day: date) -> DailyRegister:
    content = day_of_register(body, day, made_at=timezone.now())
    data, is_sealed = printing.draw(content)
    numbers = [entry.number for entry in content.entries]
    register = DailyRegister(
        body=body,
        day=day,
        entries=len(numbers),
        first_number=numbers[0] if numbers else None,
        last_number=numbers[-1] if numbers else None,
        anchor=content.anchor,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        is_sealed=is_sealed,
        made_at=content.made_at,
    )
    _keep(register, data)
    return register


def _keep(register: DailyRegister, data: bytes) -> None:
    """Write file and row; a file left by a worker that was killed before its row gives way."""
    storage = register.file.storage
    name = register.file.field.generate_filename(
        register, f"{register.body.code}/{register.day:%Y}/{register.day:%Y-%m-%d}.pdf"
    )
    storage.delete(name)
    register.file.name = storage.save(name, ContentFile(data))
    try:
        register.save(force_insert=True)
    except BaseException:
        storage.delete(register.file.name)
        raise


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001 (made aware)
