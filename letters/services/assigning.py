"""A message that could not be taken at its word: a person says to which delivery it belongs, or why it is set aside."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from letters import outbox
from letters.models import Delivery, Receipt
from letters.permissions import MEND, may_mend
from letters.services.receipts import FOR_PEOPLE, apply
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.services.upkeep import NothingToDo

State = Delivery.State


@transaction.atomic
def assign(
    receipt_id: int, delivery_id: int, *, by: User, reason: str, at: datetime | None = None
) -> Receipt:
    """Say that a message speaks of a delivery; what it says is done, as if it had come in order.

    `at` is when a letter was delivered, for a delivery receipt. What people write, and what speaks
    against a delivery that is proven, only finds its place. Raises `TransitionRefused` with a
    sentence, `NothingToDo` where somebody has seen to the message already.
    """
    delivery = outbox.locked_delivery(delivery_id)
    receipt = _waiting(receipt_id)
    if not may_mend(delivery.letter, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if receipt.kind == Receipt.Kind.DELIVERY:
        receipt.stated_at = _possible(at, delivery)
    receipt.delivery = delivery
    _see(receipt, by, reason)
    if receipt.kind not in FOR_PEOPLE and delivery.state != State.DELIVERED:
        apply(receipt, delivery)
    return receipt


@transaction.atomic
def set_aside(receipt_id: int, *, by: User, reason: str) -> Receipt:
    """Say why a message needs nothing more; it is kept as it came."""
    receipt = _waiting(receipt_id)
    if not by.has_perm(MEND):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    _see(receipt, by, reason)
    return receipt


def _waiting(receipt_id: int) -> Receipt:
    receipt = Receipt.objects.select_for_update(of=("self",)).get(pk=receipt_id)
    if receipt.seen_at is not None or not receipt.problem:
        raise NothingToDo(_("Somebody has seen to this message already."))
    return receipt


def _see(receipt: Receipt, by: User, reason: str) -> None:
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Write the reason: it stays with the letter."))
    receipt.seen_at, receipt.seen_by, receipt.reason = moment.now(), by, reason.strip()
    receipt.save()


def _possible(at: datetime | None, delivery: Delivery) -> datetime:
    numbered_at = delivery.letter.numbered_at
    if at is None or numbered_at is None or not _minute(numbered_at) <= at <= moment.now():
        raise TransitionRefused(
            Refusal.RULE, _("A letter is delivered after it had its number, and not after now.")
        )
    return at


def _minute(instant: datetime) -> datetime:
    """Return the minute of an instant: whoever types a time types no seconds."""
    return instant.replace(second=0, microsecond=0)
