"""The email that carries a letter, and the server through which it leaves.

It speaks the language of the account that filed; to others it is Italian.
"""

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from calls.models import Call
from letters.models import Delivery, Letter
from parties.models import Body
from workflows.models import Document

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def connection_for(channel: str) -> BaseEmailBackend:
    """Return the server of a channel, not yet opened: certified email has one of its own."""
    if not leaves_certified(channel):
        return get_connection()
    return get_connection(
        SMTP,
        host=settings.PEC_HOST,
        port=settings.PEC_PORT,
        username=settings.PEC_HOST_USER,
        password=settings.PEC_HOST_PASSWORD,
        use_ssl=settings.PEC_USE_SSL,
        use_tls=settings.PEC_USE_TLS,
        timeout=settings.EMAIL_TIMEOUT,
    )


def leaves_certified(channel: str) -> bool:
    """Whether what goes by a channel leaves through the certified account."""
    return channel == Delivery.Channel.PEC and bool(settings.PEC_HOST)


def has_receipts(channel: str) -> bool:
    """Whether receipts of what goes by a channel will be read: only then is delivery waited for."""
    return leaves_certified(channel) and bool(settings.PEC_MAILBOX)


def identity_of(delivery: Delivery) -> str:
    """Return the Message-ID of a delivery, the same at every attempt, without angle brackets."""
    domain = office_of(delivery.letter).email.rpartition("@")[2]
    return f"{delivery.letter.code}.{delivery.pk}@{domain}"


def call_of(letter: Letter) -> Call:
    """Return the call that a letter, or its case, is about."""
    call = letter.case.call if letter.case else letter.call
    if call is None:
        raise LookupError("a letter is about a case or a call")
    return call


def office_of(letter: Letter) -> Body:
    """Return the body that writes a letter."""
    return call_of(letter).manager


def document_of(letter: Letter) -> Document:
    """Return the file of a letter that has its number."""
    if letter.document is None:
        raise LookupError("a letter without a number does not leave")
    return letter.document


def message_of(delivery: Delivery, data: bytes) -> EmailMessage:
    """Write the email that carries a letter (`data`, its PDF) to one recipient."""
    letter, office = delivery.letter, office_of(delivery.letter)
    is_certified = leaves_certified(delivery.channel)
    subject, body = _text(delivery)
    message = EmailMessage(
        subject=" ".join(subject.split()),
        body=body,
        to=[delivery.address],
        from_email=settings.PEC_FROM if is_certified else None,
        # Answers to a certified message come back certified.
        reply_to=None if is_certified else [office.email],
        headers={"Message-ID": f"<{delivery.message_id}>"},
    )
    message.attach(document_of(letter).name, data, "application/pdf")
    return message


def _text(delivery: Delivery) -> tuple[str, str]:
    """Return subject and body, for the applicant in the language of the account that filed."""
    letter, office = delivery.letter, office_of(delivery.letter)
    applicant = letter.case.opened_by if letter.case and _is_applicant(delivery) else None
    with translation.override(applicant.language if applicant else "it"):
        subject = _("{number}: {letter}").format(number=letter.about, letter=letter.subject)
        words = "\n\n".join(_words(letter, is_applicant=applicant is not None))
    body = words.format(
        name=delivery.name,
        letter=letter.subject,
        protocol=letter.protocol.mark if letter.protocol else "",
        number=letter.about,
        page=_page(letter),
        office=", ".join(filter(None, (office.unit, office.name))),
        email=office.email,
    )
    return subject, body


def _is_applicant(delivery: Delivery) -> bool:
    case = delivery.letter.case
    return case is not None and delivery.party_id == case.applicant_id


def _words(letter: Letter, *, is_applicant: bool) -> list[str]:
    about = (
        _(
            "please find attached the letter “{letter}”, protocol no. {protocol}, about the "
            "application {number}."
        )
        if letter.case
        else _("please find attached “{letter}”, protocol no. {protocol}.")
    )
    area = _("You can follow the application and answer in your personal area: {page}")
    language = (
        _("The attachment says whether an answer is due, and by when.")
        if letter.language == translation.get_language()
        else _("The attachment is in Italian and says whether an answer is due, and by when.")
    )
    return [
        _("Dear {name},"),
        about,
        f"{language} {area}" if is_applicant else language,
        _("Kind regards\n{office}"),
        _("This message was sent automatically. To write to the office: {email}"),
    ]


def _page(letter: Letter) -> str:
    if letter.case is None:
        return ""
    return settings.SITE_URL + reverse("workflows:case", args=[letter.case_id])
