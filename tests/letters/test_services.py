"""A letter is drawn once, kept, numbered and sent once, whatever the mail server does."""

import hashlib
import socket
from dataclasses import replace
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from grants.services import submit
from letters import pdf, recipients, services
from letters.models import Letter
from letters.services import sending
from tests.jobs import forget_jobs, run_jobs
from tests.letters.reading import file_of, sent
from tests.office import person
from workflows.models import ProtocolEntry
from workflows.tasks import perform

SENT, FAILED, READY = Letter.State.SENT, Letter.State.FAILED, Letter.State.READY


@pytest.fixture
def queue(transactional_db):
    """An empty queue, left empty: a flush of the database passes it by."""
    forget_jobs()
    yield
    forget_jobs()


def waiting_jobs() -> int:
    return ProcrastinateJob.objects.filter(status="todo").count()


def let_time_pass() -> None:
    """Make every queued attempt due now."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'")


def attempts_of(letter: Letter) -> tuple[int, str]:
    return letter.deliveries.get().attempts, letter.failure


def closed_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.mark.django_db
def test_protocol_keeps_number_and_digest_when_letter_is_issued(office):
    case = office.file()

    letter = sent(case, "receipt")

    digest = hashlib.sha256(file_of(letter)).hexdigest()
    entry = letter.protocol
    assert (entry.direction, entry.counterpart, entry.case_id) == (
        ProtocolEntry.Direction.OUT,
        case.applicant.name,
        case.pk,
    )
    assert entry.digests == [{"name": letter.document.name, "sha256": digest}]
    assert letter.document.sha256 == digest
    assert letter.document.size == len(file_of(letter))
    assert [e.number for e in ProtocolEntry.objects.order_by("number")] == [1, 2]


@pytest.mark.django_db
def test_kept_content_draws_the_same_bytes_again(office):
    letter = sent(office.granted(), "grant")
    letter.refresh_from_db()

    assert pdf.render(pdf.letter_from_dict(letter.content)) == file_of(letter)


@pytest.mark.django_db
def test_nothing_is_left_when_the_act_is_rolled_back(office):
    case = office.proposed()
    before = (Letter.objects.count(), ProtocolEntry.objects.count(), waiting_jobs())

    with transaction.atomic():
        perform(case, "grant", by=office.director)
        transaction.set_rollback(True)

    assert (Letter.objects.count(), ProtocolEntry.objects.count(), waiting_jobs()) == before


def test_email_leaves_once_with_the_letter_attached(queue, office):
    case = office.file()
    letter = sent(case, "receipt")
    assert letter.state == READY

    run_jobs()
    run_jobs()
    services.send(letter.pk)

    letter.refresh_from_db()
    assert (letter.state, *attempts_of(letter)) == (SENT, 1, "")
    [message] = mail.outbox
    [attachment] = message.attachments
    assert (attachment.filename, attachment.mimetype) == (letter.document.name, "application/pdf")
    assert attachment.content == file_of(letter)
    assert message.to == [case.applicant.email]
    assert message.reply_to == [office.agency.email]
    assert message.subject == f"{case.number}: {letter.subject}"


def test_failure_is_written_down_and_the_next_attempt_sends_once(queue, office, settings):
    letter = sent(office.file(), "receipt")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", closed_port()

    run_jobs()

    letter.refresh_from_db()
    delivery = letter.deliveries.get()
    assert (letter.state, delivery.attempts, delivery.accepted_at) == (FAILED, 1, None)
    assert "refused" in letter.failure
    assert waiting_jobs() == 1

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    let_time_pass()
    run_jobs()
    let_time_pass()
    run_jobs()

    letter.refresh_from_db()
    assert (letter.state, *attempts_of(letter)) == (SENT, 2, "")
    assert len(mail.outbox) == 1
    assert waiting_jobs() == 0


@pytest.mark.django_db
def test_message_has_the_same_identity_at_every_attempt(office):
    letter = sent(office.file(), "receipt")
    letter = Letter.objects.get(pk=letter.pk)

    delivery = letter.deliveries.get()

    identities = {
        sending._message(letter, delivery, b"%PDF").extra_headers["Message-ID"] for _ in range(2)
    }

    assert identities == {f"<{letter.code}@example.org>"}


@pytest.mark.django_db
def test_email_is_english_and_letter_italian_when_the_account_speaks_english(office):
    user = office.applicant()
    user.language = "en"
    user.save()
    case = office.file(user)

    letter = services.send(sent(case, "receipt").pk)

    [message] = mail.outbox
    assert message.body == (
        f"Dear {case.applicant.name},\n\n"
        "please find attached the letter “Ricevuta della domanda e avvio del procedimento”, "
        f"protocol no. {letter.protocol.mark}, about the application {case.number}.\n\n"
        "The attachment is in Italian and says whether an answer is due, and by when. You can "
        "follow the application and answer in your personal area: http://localhost:8000"
        f"/pratiche/{case.pk}/\n\n"
        "Kind regards\nUfficio contributi, Agenzia di prova\n\n"
        "This message was sent automatically. To write to the office: agenzia@example.org"
    )
    assert letter.content["language"] == "it"


@pytest.mark.django_db
def test_DIG_02_letters_go_to_the_certified_address_first(office):
    user = office.applicant()
    draft = office.draft(user)
    filing = office.filing(person=replace(person(1), pec="impresa@pec.example.org"))

    case = submit(draft, by=user, filing=filing, submission_key=uuid4())

    assert sent(case, "receipt").deliveries.get().address == "impresa@pec.example.org"
    assert recipients.address_of(office.file()) == "persona2@example.org"
