"""Reading the mailboxes where receipts and bounces arrive; what was read is filed away, not deleted."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from letters import outbox
from letters.imap import Address, Mailbox, MailboxError, opened
from letters.models import Delivery, MailboxState
from letters.pec import MOST_BYTES, Flaw, read
from letters.services.failing import fail
from letters.services.receipts import Source, take
from parties import moment

logger = logging.getLogger(__name__)

CERTIFIED = Source("pec", is_certified=True)
ORDINARY = Source("bounces", is_certified=False)


def mailboxes() -> Iterator[tuple[Source, str]]:
    """Yield the mailboxes that are read, with their addresses."""
    if settings.PEC_MAILBOX:
        yield CERTIFIED, settings.PEC_MAILBOX
    if settings.BOUNCE_MAILBOX:
        yield ORDINARY, settings.BOUNCE_MAILBOX


def collect() -> int:
    """Read every mailbox to its end; return how many messages were taken in.

    Each is kept in a transaction of its own before it is filed away: a reading that is cut short is
    made up for by the next, and what was kept already is only filed away. One that cannot be kept
    stays where it is, and the others go on.
    """
    return sum(_read_all(source, address) for source, address in mailboxes())


def note_silence() -> int:
    """Note as failed what was accepted and not delivered in time; return how many.

    Only what a mailbox read since then would have told: while it cannot be read nobody knows.
    """
    state = MailboxState.objects.filter(name=CERTIFIED.name).first()
    if not settings.PEC_MAILBOX or state is None or state.read_at is None:
        return 0
    due = state.read_at - timedelta(hours=settings.PEC_RECEIPT_HOURS)
    silent = Delivery.objects.filter(
        state=Delivery.State.ACCEPTED, channel=Delivery.Channel.PEC, accepted_at__lt=due
    )
    return sum(_give_up(pk, due) for pk in silent.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _give_up(delivery_id: int, due: datetime) -> int:
    delivery = outbox.locked_delivery(delivery_id)
    accepted_at = delivery.accepted_at
    if delivery.state != Delivery.State.ACCEPTED or accepted_at is None or accepted_at >= due:
        return 0
    with translation.override("it"):
        words = _("No delivery receipt within {hours} hours of acceptance.").format(
            hours=settings.PEC_RECEIPT_HOURS
        )
    fail(delivery, Delivery.Failure.TIMEOUT, words)
    return 1


def _read_all(source: Source, address: str) -> int:
    begun = moment.now()
    taken, error = 0, ""
    try:
        with opened(
            Address.parse(address),
            done=settings.MAILBOX_DONE_FOLDER,
            timeout=settings.EMAIL_TIMEOUT,
        ) as mailbox:
            for number in mailbox.waiting():
                try:
                    taken += _read_one(mailbox, number, source)
                except MailboxError:
                    raise
                except Exception as broken:
                    # One that cannot be kept must not keep the others from being read.
                    logger.exception("message %s of mailbox %s cannot be kept", number, source.name)
                    error = f"{type(broken).__name__}: {broken}"
    except MailboxError as broken:
        logger.warning("mailbox %s cannot be read: %s", source.name, broken)
        error = str(broken)
    _note(source, begun, error)
    return taken


def _read_one(mailbox: Mailbox, number: str, source: Source) -> int:
    size = mailbox.size(number)
    is_large = size is not None and size > MOST_BYTES
    data = mailbox.fetch(number, head_only=is_large)
    if not data:
        return 0
    notice = read(data)
    take(data, replace(notice, flaw=Flaw.TOO_LARGE) if is_large else notice, source)
    mailbox.file_away(number)
    return 1


def _note(source: Source, begun: datetime, error: str) -> None:
    """Note how a reading went; only one that left nothing unread counts as read."""
    known = {"tried_at": begun, "error": error} | ({} if error else {"read_at": begun})
    MailboxState.objects.update_or_create(name=source.name, defaults=known)
