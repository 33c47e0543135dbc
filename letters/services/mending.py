"""What the office does about a letter that has not reached somebody (DIG-03).

The delivery that failed stays as it is, as evidence. Each act makes a delivery of its own, which
says who made it and why; only what never left the house is sent again as it is.
"""

import logging
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from letters import outbox
from letters.models import Delivery, Letter
from letters.permissions import may_mend
from letters.services import arrivals
from letters.services.progress import settle
from letters.services.sending import queue_delivery
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.services.upkeep import NothingToDo

logger = logging.getLogger(__name__)

Channel, State = Delivery.Channel, Delivery.State


@dataclass(frozen=True)
class Place:
    """Where a letter is to go instead."""

    channel: str
    address: str = ""


@transaction.atomic
def send_again(delivery_id: int, *, by: User, reason: str = "") -> Delivery:
    """Send to the same address once more. Raises `NothingToDo` where it has not failed."""
    delivery = _failed(delivery_id)
    reason = reason.strip() or _("Sent again to the same address.")
    outbox.move(delivery.letter_id, "send_again", by=by, reason=reason)
    if delivery.accepted_at is not None:
        # It had left: receipts of the first message must not be taken for those of the second.
        return _instead(delivery, Place(delivery.channel, delivery.address), by, reason)
    delivery.state, delivery.failed_at = State.WAITING, None
    delivery.failure, delivery.failure_kind = "", ""
    delivery.save()
    return _go_on(delivery, by)


@transaction.atomic
def redirect(delivery_id: int, place: Place, *, by: User, reason: str) -> Delivery:
    """Send to another address, or by another channel, with the reason that somebody gives."""
    delivery = _failed(delivery_id)
    _check(delivery.letter, by, reason)
    outbox.move(delivery.letter_id, "send_again", by=by, reason=reason)
    return _instead(delivery, place, by, reason)


@transaction.atomic
def note_other_means(delivery_id: int, *, on: date, by: User, reason: str) -> Delivery:
    """Note that the letter has reached its recipient in another way on a day, and how.

    Raises `TransitionRefused` for a day before the letter had its number, or after today.
    """
    delivery = _failed(delivery_id)
    letter = delivery.letter
    _check(letter, by, reason)
    first = timezone.localdate(letter.numbered_at)
    if not first <= on <= moment.today():
        raise TransitionRefused(
            Refusal.RULE, _("The day lies between that of the letter and today.")
        )
    at = _instant_of(on, letter)
    new = Delivery.objects.create(
        letter=letter,
        party_id=delivery.party_id,
        name=delivery.name,
        channel=Channel.HAND,
        is_copy=delivery.is_copy,
        replaces=delivery,
        state=State.DELIVERED,
        accepted_at=at,
        delivered_at=at,
        reason=reason.strip(),
        by=by,
    )
    settle(letter.pk, by=by, reason=reason)
    arrivals.note_arrival(new, at)
    return new


def queue_again(letter_id: int, *, by: User) -> Letter:
    """Send a letter again to everybody whom it has not reached, at the same addresses.

    Raises `NothingToDo` where it has reached everybody, or is on its way.
    """
    with transaction.atomic():
        failed = [one.pk for one in still_failed(outbox.locked_with_case(letter_id))]
        if not failed:
            raise NothingToDo(_("This letter has not failed: somebody has seen to it already."))
        for delivery_id in failed:
            send_again(delivery_id, by=by)
    return Letter.objects.get(pk=letter_id)


def still_failed(letter: Letter) -> list[Delivery]:
    """Return the deliveries of a letter that failed and that nobody has seen to."""
    return list(letter.deliveries.filter(state=State.FAILED, replaced_by=None).order_by("pk"))


def _failed(delivery_id: int) -> Delivery:
    delivery = outbox.locked_delivery(delivery_id)
    is_replaced = Delivery.objects.filter(replaces_id=delivery.pk).exists()
    if delivery.state != State.FAILED or is_replaced:
        raise NothingToDo(_("Somebody has seen to this delivery already."))
    return delivery


def _check(letter: Letter, by: User, reason: str) -> None:
    if not may_mend(letter, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Write the reason: it stays with the letter."))


def _instead(delivery: Delivery, place: Place, by: User, reason: str) -> Delivery:
    is_same = place.address == delivery.address
    new = Delivery.objects.create(
        letter=delivery.letter,
        party_id=delivery.party_id,
        name=delivery.name,
        channel=place.channel,
        address=place.address,
        address_source=delivery.address_source if is_same else "office",
        is_copy=delivery.is_copy,
        replaces=delivery,
        reason=reason.strip(),
        by=by,
    )
    return _go_on(new, by)


def _go_on(delivery: Delivery, by: User) -> Delivery:
    """Queue it; others of the letter may have failed as well, and the letter with them."""
    settle(delivery.letter_id)
    queue_delivery(delivery)
    logger.info("delivery %s queued by %s", delivery.pk, by.pk)
    return delivery


def _instant_of(day: date, letter: Letter) -> datetime:
    """Return an instant of a day of which no hour is known: noon, or the nearest that can be."""
    noon = timezone.make_aware(datetime.combine(day, time(12)))
    earliest = letter.numbered_at or noon
    return min(max(noon, earliest), moment.now())
