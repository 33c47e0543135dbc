"""Writing letters once, and sending them from a job that may try again.

A letter is drawn once: what was drawn is kept as a file, and beside it the content from which the
same bytes can be drawn again. Letters are Italian; the email that carries them speaks the language
of the account that filed.
"""

import hashlib
import logging
import secrets
from collections.abc import Callable

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from letters import pdf
from letters.models import Letter
from parties import moment
from parties.models import User
from workflows.models import Case, Document, ProtocolEntry
from workflows.services.protocol import next_entry, register
from workflows.services.upkeep import NothingToDo

logger = logging.getLogger(__name__)

# Signs that nobody takes for one another, on paper or over the telephone.
CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

Compose = Callable[[ProtocolEntry, str], pdf.Letter]


@transaction.atomic
def issue(case: Case, *, kind: str, subject: str, compose: Compose, by: User | None) -> Letter:
    """Number, draw and freeze a letter in the caller's transaction, and queue its sending.

    `compose` receives the protocol entry and the verification code and returns the letter. The
    protocol keeps the digest of the file (PRT-01). Nothing is sent when the caller rolls back.
    """
    code = _new_code()
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
    letter = Letter.objects.create(
        case_id=case.pk,
        kind=kind,
        subject=subject,
        addressee_id=case.applicant_id,
        address=address_of(case),
        protocol=entry,
        document=document,
        content=pdf.letter_to_dict(content),
        code=code,
        signed_by=by,
        created_at=entry.registered_at,
    )
    _queue(letter)
    return letter


def address_of(case: Case) -> str:
    """Return where letters of a case go: the certified address first (DIG-02), else the account's."""
    return case.applicant.pec or case.applicant.email or case.opened_by.email


def send(letter_id: int) -> Letter:
    """Send a letter by email; a letter already sent is left alone.

    That it is being sent is noted first, that the server took it right after. Only a worker killed
    between the two leaves it open whether the message left: the next attempt then sends it again,
    under the same identity, because a letter twice is better than none. Raises what the mail
    server answers; the letter then is not sent.
    """
    with transaction.atomic():
        letter = _locked(letter_id)
        if letter.state == Letter.State.SENT:
            return letter
        letter.state, letter.attempts = Letter.State.SENDING, letter.attempts + 1
        letter.save(update_fields=["state", "attempts"])
    connection = get_connection()
    try:
        return _deliver(letter_id, connection)
    finally:
        # Taking leave of the server comes last: only our note stands after its answer.
        connection.close()


def note_failure(letter_id: int, failure: str) -> None:
    """Write down that a letter could not be sent, so that the office sees it."""
    Letter.objects.filter(pk=letter_id).exclude(state=Letter.State.SENT).update(
        state=Letter.State.FAILED, failure=failure[:2000]
    )


@transaction.atomic
def queue_again(letter_id: int, *, by: User) -> Letter:
    """Send a letter that could not be delivered again, to the same address.

    Raises `NothingToDo` where it is not among those that failed.
    """
    letter = Letter.objects.select_for_update(of=("self",)).get(pk=letter_id)
    if letter.state != Letter.State.FAILED:
        raise NothingToDo(_("This letter has not failed: somebody has seen to it already."))
    letter.state = Letter.State.READY
    letter.save(update_fields=["state"])
    logger.info("letter %s queued again by %s", letter_id, by.pk)
    _queue(letter)
    return letter


@transaction.atomic
def _deliver(letter_id: int, connection: BaseEmailBackend) -> Letter:
    """Send and note it; the row stays locked meanwhile, so that two workers cannot send it both."""
    letter = _locked(letter_id)
    if letter.state == Letter.State.SENT:
        return letter
    with letter.document.file.open("rb") as file:
        message = _message(letter, file.read())
    message.connection = connection
    connection.open()
    message.send()
    letter.state, letter.sent_at, letter.failure = Letter.State.SENT, moment.now(), ""
    letter.save(update_fields=["state", "sent_at", "failure"])
    return letter


def _locked(letter_id: int) -> Letter:
    return (
        Letter.objects.select_for_update(of=("self",))
        .select_related(
            "document", "protocol", "addressee", "case__opened_by", "case__call__manager"
        )
        .get(pk=letter_id)
    )


def _message(letter: Letter, data: bytes) -> EmailMessage:
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
        subject=subject, body=body, to=[letter.address], reply_to=[office.email], headers=headers
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
