"""Taking in what mail servers write back: kept as it came, then believed as far as it deserves.

What cannot be taken at its word changes nothing, and waits on the board for somebody.
"""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from letters import outbox
from letters.models import Delivery, Receipt
from letters.pec import Flaw, Kind, Notice
from letters.pec.message import CERTIFIED
from letters.services import arrivals
from letters.services.failing import fail
from letters.services.progress import settle
from parties import moment
from workflows.models import Document

Channel, State, Problem = Delivery.Channel, Delivery.State, Receipt.Problem
# The key of the advisory lock under which messages are taken in.
LOCK = 20_004
# Clocks of servers differ by a little.
LEEWAY = timedelta(minutes=10)
FLAWS = {
    Flaw.TOO_LARGE: Problem.TOO_LARGE,
    Flaw.UNREADABLE: Problem.UNREADABLE,
    Flaw.NO_CERTIFICATE: Problem.NO_CERTIFICATE,
    Flaw.CONTRADICTORY: Problem.CONTRADICTORY,
}
FOR_PEOPLE = frozenset({Kind.MAIL, Kind.ANOMALY, Kind.OTHER})


@dataclass(frozen=True)
class Source:
    """The mailbox a message was found in.

    What bears the marks of certified email is worth something in a certified one alone.
    """

    name: str
    is_certified: bool


@transaction.atomic
def take(data: bytes, notice: Notice, source: Source) -> Receipt:
    """Keep a message and do what it says; one that was kept before is only returned.

    `notice` is what `letters.pec.read` says of `data`.
    """
    _one_at_a_time()
    digest = hashlib.sha256(data).hexdigest()
    if kept := Receipt.objects.filter(sha256=digest).first():
        return kept
    delivery_id = (
        Delivery.objects.filter(message_id=notice.about).values_list("pk", flat=True).first()
        if notice.about
        else None
    )
    delivery = outbox.locked_delivery(delivery_id) if delivery_id else None
    receipt = _receipt(data, digest, notice, source)
    receipt.delivery = delivery
    receipt.problem = _problem(notice, delivery, source)
    receipt.save()
    if delivery is not None and not receipt.problem:
        apply(receipt, delivery)
    return receipt


def apply(receipt: Receipt, delivery: Delivery) -> None:
    """Do what a receipt says of a delivery, in the caller's transaction, the delivery locked."""
    match Kind(receipt.kind):
        case Kind.ACCEPTANCE:
            _accepted(receipt, delivery)
        case Kind.DELIVERY:
            _delivered(receipt, delivery)
        case Kind.NON_ACCEPTANCE | Kind.NON_DELIVERY | Kind.BOUNCE:
            words = receipt.explanation or receipt.get_kind_display()
            fail(delivery, receipt.cause or Delivery.Failure.OTHER, words)


def _accepted(receipt: Receipt, delivery: Delivery) -> None:
    """The provider answers for the message, whether our note of it survived or not."""
    if delivery.state in {State.WAITING, State.SENDING}:
        delivery.state, delivery.accepted_at = State.ACCEPTED, receipt.stated_at or moment.now()
        delivery.failure, delivery.failure_kind = "", ""
        delivery.save()
        settle(delivery.letter_id)
    if receipt.cause and delivery.state == State.ACCEPTED:
        with translation.override("it"):
            words = _("The address is no certified one: nothing can prove the delivery.")
        fail(delivery, receipt.cause, words)


def _delivered(receipt: Receipt, delivery: Delivery) -> None:
    if delivery.state == State.DELIVERED:
        return
    at = receipt.stated_at or receipt.fetched_at
    delivery.state, delivery.delivered_at = State.DELIVERED, at
    delivery.accepted_at = delivery.accepted_at or at
    delivery.failure, delivery.failure_kind, delivery.failed_at = "", "", None
    delivery.save()
    settle(delivery.letter_id)
    arrivals.note_arrival(delivery, at)


def _problem(notice: Notice, delivery: Delivery | None, source: Source) -> str:
    """Return why a message cannot be taken at its word; empty where it can."""
    if notice.flaw:
        return FLAWS[notice.flaw]
    if notice.kind in FOR_PEOPLE:
        return Problem.CORRESPONDENCE
    if delivery is None:
        return Problem.UNKNOWN
    if notice.is_certified and not (source.is_certified and delivery.channel == Channel.PEC):
        return Problem.UNTRUSTED
    return _doubt(notice, delivery)


def _doubt(notice: Notice, delivery: Delivery) -> str:
    """Return what is odd about a message that speaks of a delivery of ours."""
    named = notice.recipient.casefold()
    if notice.kind in CERTIFIED and named and named != delivery.address.casefold():
        return Problem.ADDRESS
    if notice.kind is Kind.DELIVERY and not _is_possible(notice, delivery):
        return Problem.TIME
    if notice.is_final and delivery.state == State.DELIVERED:
        return Problem.CONTRADICTS
    return ""


def _is_possible(notice: Notice, delivery: Delivery) -> bool:
    """Whether the time a delivery receipt states lies between the letter's number and now."""
    begun, at = delivery.letter.numbered_at, notice.stated_at
    if begun is None or at is None:
        return False
    return begun - LEEWAY <= at <= moment.now() + LEEWAY


def _one_at_a_time() -> None:
    """Wait for whoever else is taking a message in: it may be the same one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _receipt(data: bytes, digest: str, notice: Notice, source: Source) -> Receipt:
    identity = notice.identity[:200]
    if Receipt.objects.filter(message_id=identity).exists():
        # Another message that borrows an identity must not keep the true one out.
        identity = f"{identity}#{digest}"
    return Receipt(
        kind=notice.kind,
        message_id=identity,
        mailbox=source.name,
        about=notice.about[:300],
        recipient=notice.recipient[:254],
        sender=notice.sender[:254],
        subject=notice.subject[:300],
        stated_at=notice.stated_at,
        fetched_at=moment.now(),
        document=_keep(data, digest, notice),
        sha256=digest,
        cause=notice.cause,
        explanation=notice.explanation,
    )


def _keep(data: bytes, digest: str, notice: Notice) -> Document:
    """Keep a message as it came; it belongs to the office, in no case."""
    now = moment.now()
    name = f"{slugify(notice.subject)[:100] or notice.kind}.eml"
    document = Document(
        origin=Document.Origin.OFFICE,
        name=name,
        content_type="message/rfc822",
        size=len(data),
        sha256=digest,
        uploaded_at=now,
        filed_at=now,
    )
    document.file.save(name, ContentFile(data), save=False)
    document.save()
    return document
