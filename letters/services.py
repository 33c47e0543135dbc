"""Writing letters once, and sending them from a job that may try again.

A letter is drawn once: what was drawn is kept as a file, and beside it the content from which the
same bytes can be drawn again. Letters are Italian; the email that carries them speaks the language
of the account that filed.
"""

import hashlib
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from letters import outbox, pdf
from letters.models import Delivery, Letter
from parties import moment
from parties.models import User
from workflows.models import Case, Document, ProtocolEntry
from workflows.services.protocol import next_entry, register
from workflows.services.upkeep import NothingToDo

logger = logging.getLogger(__name__)

# Signs that nobody takes for one another, on paper or over the telephone.
CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

State = Letter.State
UNDER_WAY = (State.READY, State.SENDING, State.FAILED)
NOT_LEFT = (Delivery.State.WAITING, Delivery.State.SENDING, Delivery.State.FAILED)


@dataclass(frozen=True)
class Source:
    """A channel, and where its address was found."""

    channel: str
    words: str


Compose = Callable[[ProtocolEntry, str], pdf.Letter]


@transaction.atomic
def issue(case: Case, *, kind: str, subject: str, compose: Compose, by: User | None) -> Letter:
    """Number, draw and freeze a letter in the caller's transaction, and queue its sending.

    `compose` receives the protocol entry and the verification code and returns the letter. The
    protocol keeps the digest of the file (PRT-01). Nothing is sent when the caller rolls back.
    """
    code = _new_code()
    address, source = address_of(case), address_source(case)
    letter = Letter.objects.create(
        case_id=case.pk,
        kind=kind,
        subject=subject,
        addressee_id=case.applicant_id,
        code=code,
        signed_by=by,
        created_at=moment.now(),
    )
    Delivery.objects.create(
        letter=letter,
        party_id=case.applicant_id,
        name=case.applicant.name,
        channel=source.channel,
        address=address,
        address_source=source.words,
    )
    entry = next_entry(case.call.manager)
    content = compose(entry, code)
    data = pdf.render(content)
    digest = hashlib.sha256(data).hexdigest()
    name = f"{slugify(subject)[:100]}-{case.number}-prot-{entry.number}.pdf"
    document = _keep(case, data, digest, name, by)
    register(
        entry,
        direction=ProtocolEntry.Direction.OUT,
        subject=f"{subject} – {case.number}",
        counterpart=case.applicant.name,
        case=case,
        digests=[{"name": document.name, "sha256": digest}],
    )
    letter = outbox.move(
        letter.pk,
        "leave_at_once",
        by=by,
        protocol=entry,
        document=document,
        content=pdf.letter_to_dict(content),
        is_sealed=False,
    )
    _queue(letter)
    return letter


def address_of(case: Case) -> str:
    """Return where letters of a case go: the certified address first (DIG-02), else the account's."""
    return case.applicant.pec or case.applicant.email or case.opened_by.email


def address_source(case: Case) -> Source:
    """Return by which channel letters of a case go, and where the address was found (DIG-02)."""
    if case.applicant.pec:
        return Source(Delivery.Channel.PEC, "application")
    return Source(Delivery.Channel.EMAIL, "application" if case.applicant.email else "account")


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
    _queue(letter)
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


def _keep(case: Case, data: bytes, digest: str, name: str, by: User | None) -> Document:
    document = Document(
        case_id=case.pk,
        origin=Document.Origin.LETTER,
        name=name,
        content_type="application/pdf",
        size=len(data),
        sha256=digest,
        uploaded_by=by,
        filed_at=moment.now(),
    )
    document.file.save(name, ContentFile(data), save=False)
    document.save()
    return document


def _queue(letter: Letter) -> None:
    from letters.jobs import send_letter  # noqa: PLC0415 (the job calls back into this module)

    send_letter.defer(letter_id=letter.pk)


def _new_code() -> str:
    groups = ("".join(secrets.choice(CODE_SIGNS) for _sign in range(4)) for _group in range(3))
    return "-".join(groups)
