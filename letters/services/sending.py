"""Sending letters from a job that may try again.

The email that carries a letter speaks the language of the account that filed.
"""

import logging

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from letters import outbox
from letters.models import Delivery, Letter
from parties import moment
from parties.models import User
from workflows.services.upkeep import NothingToDo

logger = logging.getLogger(__name__)

State = Letter.State
UNDER_WAY = (State.READY, State.SENDING, State.FAILED)
NOT_LEFT = (Delivery.State.WAITING, Delivery.State.SENDING, Delivery.State.FAILED)


def send(letter_id: int) -> Letter:
    """Send what has not left of a letter; what has is left alone.

    That it is being sent is noted first, that the server took it right after. Only a worker killed
    between the two leaves it open whether the message left: the next attempt then sends it again,
    under the same identity, because a letter twice is better than none. Raises what the mail
    server answers; the letter then is not sent.
    """
    with transaction.atomic():
        letter = outbox.locked(letter_id)
        if letter.state not in UNDER_WAY:
            return letter
        letter = outbox.move(letter_id, "begin_sending", by=None)
        letter.deliveries.filter(state__in=NOT_LEFT).update(
            state=Delivery.State.SENDING, attempts=F("attempts") + 1
        )
    connection = get_connection()
    try:
        return _deliver(letter_id, connection)
    finally:
        # Taking leave of the server comes last: only our note stands after its answer.
        connection.close()


@transaction.atomic
def note_failure(letter_id: int, failure: str) -> None:
    """Write down that a letter could not be sent, so that the office sees it."""
    letter = outbox.locked(letter_id)
    if letter.state != State.SENDING:
        return
    letter.deliveries.filter(state=Delivery.State.SENDING).update(
        state=Delivery.State.FAILED,
        failure_kind=Delivery.Failure.SERVER,
        failure=failure[:2000],
    )
    outbox.move(letter_id, "note_failed", by=None, reason=failure[:2000])


@transaction.atomic
def queue_again(letter_id: int, *, by: User) -> Letter:
    """Send a letter that could not be delivered again, to the same address.

    Raises `NothingToDo` where it is not among those that failed.
    """
    letter = outbox.locked(letter_id)
    if letter.state != State.FAILED:
        raise NothingToDo(_("This letter has not failed: somebody has seen to it already."))
    letter = outbox.move(letter_id, "send_again", by=by)
    logger.info("letter %s queued again by %s", letter_id, by.pk)
    queue(letter)
    return letter


@transaction.atomic
def _deliver(letter_id: int, connection: BaseEmailBackend) -> Letter:
    """Send and note it; the row stays locked meanwhile, so that two workers cannot send it both."""
    letter = outbox.locked(letter_id)
    if letter.state != State.SENDING:
        return letter
    with letter.document.file.open("rb") as file:
        data = file.read()
    for delivery in letter.deliveries.filter(state=Delivery.State.SENDING):
        message = _message(letter, delivery, data)
        message.connection = connection
        connection.open()
        message.send()
        delivery.state, delivery.accepted_at = Delivery.State.ACCEPTED, moment.now()
        delivery.failure, delivery.failure_kind = "", ""
        delivery.save(update_fields=["state", "accepted_at", "failure", "failure_kind"])
    return outbox.move(letter_id, "note_sent", by=None)


def _message(letter: Letter, delivery: Delivery, data: bytes) -> EmailMessage:
    """Write the email in the language of the account that filed; the letter itself is Italian."""
    office = letter.case.call.manager
    with translation.override(letter.case.opened_by.language):
        subject = _("{number}: {letter}").format(number=letter.case.number, letter=letter.subject)
        body = _(
            "Dear {name},\n\n"
            "please find attached the letter “{letter}”, protocol no. {protocol}, about the "
            "application {number}.\n\n"
            "The attachment is in Italian and says whether an answer is due, and by when. You can "
            "follow the application and answer in your personal area: {page}\n\n"
            "Kind regards\n{office}\n\n"
            "This message was sent automatically. To write to the office: {email}"
        ).format(
            name=letter.addressee.name,
            letter=letter.subject,
            protocol=letter.protocol.mark,
            number=letter.case.number,
            page=settings.SITE_URL + reverse("workflows:case", args=[letter.case_id]),
            office=", ".join(filter(None, (office.unit, office.name))),
            email=office.email,
        )
    # The same identity at every attempt: a mailbox that has the message already can tell.
    headers = {"Message-ID": f"<{letter.code}@{office.email.rpartition('@')[2]}>"}
    message = EmailMessage(
        subject=subject, body=body, to=[delivery.address], reply_to=[office.email], headers=headers
    )
    message.attach(letter.document.name, data, "application/pdf")
    return message


def queue(letter: Letter) -> None:
    """Queue the sending of a letter in the caller's transaction."""
    from letters.jobs import send_letter  # noqa: PLC0415 (the job calls back into this module)

    send_letter.defer(letter_id=letter.pk)
