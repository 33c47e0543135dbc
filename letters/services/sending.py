"""Sending letters: one job for each recipient, which may try again."""

from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError, connection, transaction
from procrastinate.contrib.django import app

from letters import outbox
from letters.messages import connection_for, document_of, has_receipts, identity_of, message_of
from letters.models import Delivery, Letter
from letters.services import arrivals, collecting
from letters.services.failing import fail
from letters.services.progress import settle
from letters.smtp import Refused, refused_by
from parties import moment

Channel, State = Delivery.Channel, Delivery.State
UNDER_WAY = (Letter.State.READY, Letter.State.SENDING, Letter.State.FAILED)
NOT_LEFT = (State.WAITING, State.SENDING)
# The first half of the advisory lock's key; the second is the delivery.
LOCK = 20_003


class TryAgain(Exception):
    """The mail server does not take the message now; the sentence is the server's."""


def queue(letter: Letter) -> None:
    """Queue the sending of a letter to each recipient who waits, in the caller's transaction."""
    for delivery in letter.deliveries.filter(state=State.WAITING):
        queue_delivery(delivery)


def queue_delivery(delivery: Delivery) -> None:
    """Queue the sending of a letter to one recipient, in the caller's transaction."""
    # By name: the task itself (`letters.jobs`) calls back into this module.
    app.configure_task("letters.send_delivery").defer(delivery_id=delivery.pk)


def send(delivery_id: int, *, is_last: bool = False) -> Delivery:
    """Send a letter to one recipient, where it has not left yet.

    That it is being sent is noted first, that the server took it right after. Only a worker killed
    between the two leaves it open whether the message left: the next attempt then looks for its
    receipt, where receipts are read, and otherwise sends it again under the same identity, because
    a letter twice is better than none.

    What the server refuses for good is noted as failed, and so is everything on the last attempt;
    before it, `TryAgain` is raised. What is no matter of the server is noted and raised as it is.
    """
    was_cut_short = _begin(delivery_id)
    if was_cut_short:
        collecting.collect()
    try:
        _deliver(delivery_id)
    except DatabaseError:
        # The message may have left without our note: the next attempt finds it cut short.
        raise
    except Exception as error:
        refused = refused_by(error)
        _note_refusal(delivery_id, refused, is_final=refused.is_permanent or is_last)
        if not refused.is_by_server:
            raise
        if not refused.is_permanent and not is_last:
            raise TryAgain(refused.words) from error
    return Delivery.objects.get(pk=delivery_id)


@transaction.atomic
def _begin(delivery_id: int) -> bool:
    """Note that a message is about to leave; tell whether an attempt before was cut short there.

    One that was cut short is looked for where receipts are read, and nowhere else.
    """
    delivery = outbox.locked_delivery(delivery_id)
    if delivery.letter.state not in UNDER_WAY or delivery.state not in NOT_LEFT:
        return False
    was_sending = delivery.state == State.SENDING
    delivery.state, delivery.attempts = State.SENDING, delivery.attempts + 1
    delivery.message_id = delivery.message_id or identity_of(delivery)
    delivery.save(update_fields=["state", "attempts", "message_id"])
    settle(delivery.letter_id)
    return was_sending and has_receipts(delivery.channel)


def _deliver(delivery_id: int) -> None:
    """Send and note it, where nobody else is about it: of two workers one goes away."""
    channel = Delivery.objects.values_list("channel", flat=True).get(pk=delivery_id)
    server = connection_for(channel)
    try:
        with transaction.atomic():
            if not _is_alone(delivery_id):
                return
            if channel != Channel.AREA:
                _hand_over(delivery_id, server)
            _note_taken(delivery_id)
    finally:
        # Taking leave of the server comes last: only our note stands after its answer.
        server.close()


def _is_alone(delivery_id: int) -> bool:
    """Tell whether a message is ours to send, and keep others off it until the caller commits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, delivery_id])
        [is_free] = cursor.fetchone()
    return is_free and Delivery.objects.filter(pk=delivery_id, state=State.SENDING).exists()


def _hand_over(delivery_id: int, server: BaseEmailBackend) -> None:
    delivery = Delivery.objects.select_related(
        "letter__document",
        "letter__protocol",
        "letter__case__opened_by",
        "letter__case__call__manager",
        "letter__call__manager",
    ).get(pk=delivery_id)
    with document_of(delivery.letter).file.open("rb") as file:
        message = message_of(delivery, file.read())
    message.connection = server
    server.open()
    message.send()


def _note_taken(delivery_id: int) -> None:
    """Note that the server answers for a message, or that a letter lies in the personal area."""
    delivery = outbox.locked_delivery(delivery_id)
    if delivery.state != State.SENDING:
        # Its receipt was quicker than our note.
        return
    now = moment.now()
    delivery.state, delivery.accepted_at = State.ACCEPTED, now
    if delivery.channel == Channel.AREA:
        delivery.state, delivery.delivered_at = State.DELIVERED, now
    delivery.failure, delivery.failure_kind = "", ""
    delivery.save()
    settle(delivery.letter_id)
    if not has_receipts(delivery.channel):
        arrivals.note_arrival(delivery, now)


@transaction.atomic
def _note_refusal(delivery_id: int, refused: Refused, *, is_final: bool) -> None:
    delivery = outbox.locked_delivery(delivery_id)
    if delivery.state != State.SENDING:
        return
    if is_final:
        fail(delivery, refused.cause, refused.words)
        return
    # It waits for the next attempt; what the server said stands beside it.
    delivery.state = State.WAITING
    delivery.failure, delivery.failure_kind = refused.words, refused.cause
    delivery.save(update_fields=["state", "failure", "failure_kind"])
