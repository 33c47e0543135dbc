"""A letter leaves for each of its recipients, once, whatever their mail servers do."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from letters import outbox
from letters.models import Delivery, Letter
from letters.services import sending
from letters.services.sending import TryAgain
from tests.jobs import run_jobs
from tests.letters.pec.samples import receipt
from tests.letters.posting import (
    AREA,
    FIRM,
    PEC,
    PERSON,
    forget_queue,
    go_by_email,
    go_by_pec,
    how_it_stands,
    let_time_pass,
    letter_to,
    to,
    waiting_jobs,
)
from tests.letters.reading import file_of, sent
from tests.letters.servers.ports import free_port
from tests.races import at_once

pytestmark = pytest.mark.django_db

Letters, States, Failure = Letter.State, Delivery.State, Delivery.Failure
UNKNOWN = "550 5.1.1 <persona@example.com>: user unknown"


@pytest.fixture
def post(settings, smtp):
    """The post office of ordinary email."""
    go_by_email(settings, smtp)
    return smtp.office


def one_delivery(office, address=PERSON, channel="email") -> Delivery:
    return letter_to(office, to(address, channel)).deliveries.get()


def test_email_leaves_once_with_the_letter_attached(transactional_db, office, post):
    case = office.file()
    letter = sent(case, "receipt")
    assert letter.state == Letters.READY

    run_jobs()
    run_jobs()
    delivery = sending.send(letter.deliveries.get().pk)

    letter.refresh_from_db()
    assert (letter.state, delivery.state, delivery.attempts) == ("sent", "accepted", 1)
    [taken] = post.taken
    message = taken.message
    [attachment] = message.iter_attachments()
    assert attachment.get_filename() == letter.document.name
    assert attachment.get_content() == file_of(letter)
    assert taken.to == (case.applicant.email,)
    assert message["Message-ID"] == f"<{letter.code}.{delivery.pk}@example.org>"
    assert message["Message-ID"] == f"<{delivery.message_id}>"
    assert message["Reply-To"] == office.agency.email
    assert message["Subject"] == f"{case.number}: {letter.subject}"


def test_PEC_leaves_through_its_own_account(office, settings, smtp, pec):
    go_by_email(settings, smtp)
    go_by_pec(settings, pec)
    letter = letter_to(office, to(FIRM, PEC), to(PERSON))

    for delivery in letter.deliveries.all():
        sending.send(delivery.pk)

    [certified], [ordinary] = pec.office.taken, smtp.office.taken
    assert (certified.sender, certified.to) == ("ufficio@pec.example.org", (FIRM,))
    assert pec.office.logins == ["ufficio"]
    assert certified.message["Reply-To"] is None
    assert ordinary.to == (PERSON,)
    assert len({one.message["Message-ID"] for one in (certified, ordinary)}) == 2


def test_PEC_without_an_account_leaves_as_ordinary_email(office, post):
    sending.send(one_delivery(office, FIRM, PEC).pk)

    assert [taken.to for taken in post.taken] == [(FIRM,)]


def test_message_waits_out_a_greylisting_and_keeps_its_identity(transactional_db, office, post):
    post.answers[PERSON] = ["451 4.7.1 try again later", "421 4.3.2 busy"]
    delivery = one_delivery(office)

    run_jobs()

    delivery.refresh_from_db()
    identity = delivery.message_id
    assert how_it_stands(delivery) == ("waiting", "server", "sending")
    assert delivery.failure == "451 4.7.1 try again later"
    pauses = [pause_of_attempt()]
    let_time_pass()
    run_jobs()
    pauses.append(pause_of_attempt())
    let_time_pass()
    run_jobs()

    delivery.refresh_from_db()
    assert how_it_stands(delivery) == ("accepted", "", "sent")
    assert (delivery.attempts, delivery.failure, delivery.message_id) == (3, "", identity)
    assert identities(post, PERSON) == [f"<{identity}>"]
    assert pauses[0] < pauses[1]
    assert waiting_jobs("letters.send_delivery") == 0


def identities(post, address: str) -> list[str]:
    """Of the messages that were taken for somebody."""
    return [taken.message["Message-ID"] for taken in post.taken if taken.to == (address,)]


def pause_of_attempt() -> timedelta:
    job = ProcrastinateJob.objects.get(
        task_name="letters.send_delivery", status="todo", attempts__gt=0
    )
    return job.scheduled_at - timezone.now()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (UNKNOWN, Failure.ADDRESS),
        ("550 no such mailbox", Failure.ADDRESS),
        ("552 5.2.2 mailbox full", Failure.FULL),
        ("554 5.7.1 message refused", Failure.SERVER),
    ],
)
def test_refusal_for_good_fails_at_once(office, post, answer, kind):
    post.answers[PERSON] = answer
    delivery = one_delivery(office)

    sending.send(delivery.pk)

    delivery.refresh_from_db()
    assert how_it_stands(delivery) == ("failed", kind, "failed")
    assert (delivery.failure, delivery.attempts) == (answer, 1)
    assert delivery.failed_at is not None
    assert delivery.letter.events.last().reason == answer


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("552 5.2.2 over quota", ("failed", "full", "failed")),
        ("452 4.2.2 over quota for now", ("waiting", "full", "sending")),
    ],
)
def test_answer_to_the_message_itself_counts(office, post, answer, expected):
    post.after_data[PERSON] = answer
    delivery = one_delivery(office)

    if expected[0] == "waiting":
        with pytest.raises(TryAgain, match="over quota for now"):
            sending.send(delivery.pk)
    else:
        sending.send(delivery.pk)

    assert how_it_stands(delivery) == expected


def test_server_that_dies_in_the_middle_is_tried_again(office, post):
    post.dying.add(PERSON)
    delivery = one_delivery(office)

    with pytest.raises(TryAgain):
        sending.send(delivery.pk)
    assert how_it_stands(delivery) == ("waiting", "server", "sending")
    post.dying.clear()
    sending.send(delivery.pk)

    assert how_it_stands(delivery) == ("accepted", "", "sent")
    assert len(post.taken) == 1


def test_silence_of_the_server_is_tried_again_and_given_up_in_the_end(
    transactional_db, office, settings, smtp
):
    go_by_email(settings, smtp)
    settings.EMAIL_PORT = free_port()
    delivery = one_delivery(office)
    office.file()

    for _attempt in range(9):
        let_time_pass()
        run_jobs()

    delivery.refresh_from_db()
    assert how_it_stands(delivery) == ("failed", "server", "failed")
    assert delivery.attempts == 9
    assert "refused" in delivery.failure
    assert waiting_jobs("letters.send_delivery") == 0


def test_trouble_with_our_account_fails_no_letter(office, settings, pec):
    go_by_pec(settings, pec)
    settings.PEC_HOST_PASSWORD = "scaduta"
    delivery = one_delivery(office, FIRM, PEC)

    with pytest.raises(TryAgain):
        sending.send(delivery.pk)

    assert how_it_stands(delivery) == ("waiting", "server", "sending")


def test_recipients_are_independent_of_one_another(transactional_db, office, post):
    post.answers["nessuno@example.com"] = UNKNOWN
    post.answers["dopo@example.com"] = ["451 4.7.1 later"]
    addresses = ("nessuno@example.com", "dopo@example.com", PERSON)
    letter = letter_to(office, *(to(address) for address in addresses))

    run_jobs()
    found = dict(letter.deliveries.values_list("address", "state"))
    let_time_pass()
    run_jobs()

    assert found == dict(zip(addresses, ("failed", "waiting", "accepted"), strict=True))
    letter.refresh_from_db()
    assert letter.state == Letters.FAILED
    gone = {address: len(identities(post, address)) for address in addresses}
    assert gone == dict(zip(addresses, (0, 1, 1), strict=True))


def test_letter_for_the_personal_area_is_delivered_when_it_is_there(office, post):
    delivery = letter_to(office, to("", AREA)).deliveries.get()

    sending.send(delivery.pk)

    delivery.refresh_from_db()
    assert how_it_stands(delivery) == ("delivered", "", "delivered")
    assert delivery.delivered_at == delivery.accepted_at is not None
    assert post.taken == []


def test_withdrawn_letter_does_not_leave(office, post):
    delivery = one_delivery(office)
    outbox.move(delivery.letter_id, "withdraw", by=office.director, reason="Errata.")

    sending.send(delivery.pk)

    assert (post.taken, how_it_stands(delivery)) == ([], ("waiting", "", "withdrawn"))


def test_two_workers_send_one_message(transactional_db, office, post):
    delivery = one_delivery(office)
    forget_queue()

    at_once([lambda: sending.send(delivery.pk) for _worker in range(4)])

    assert len(post.taken) == 1
    assert how_it_stands(delivery) == ("accepted", "", "sent")


def test_lost_file_is_noted_and_raised(office, post):
    delivery = one_delivery(office)
    document = delivery.letter.document
    document.file.storage.delete(document.file.name)

    with pytest.raises(FileNotFoundError):
        sending.send(delivery.pk, is_last=True)

    assert how_it_stands(delivery) == ("failed", "other", "failed")


@pytest.fixture
def cut_short(office, settings, pec, box):
    """A certified message that a worker was about to send when it was killed."""
    go_by_pec(settings, pec, box)
    delivery = one_delivery(office, FIRM, PEC)
    sending._begin(delivery.pk)
    delivery.refresh_from_db()
    return delivery


def test_message_cut_short_is_not_sent_again_where_its_receipt_is_there(cut_short, pec, box):
    box.put(receipt("accettazione", about=cut_short.message_id, to=FIRM, at=timezone.now()))

    sending.send(cut_short.pk)

    assert pec.office.taken == []
    assert how_it_stands(cut_short) == ("accepted", "", "sent")


def test_message_cut_short_is_sent_again_under_its_identity_otherwise(cut_short, pec):
    sending.send(cut_short.pk)

    [taken] = pec.office.taken
    assert taken.message["Message-ID"] == f"<{cut_short.message_id}>"
    assert how_it_stands(cut_short) == ("accepted", "", "sent")


def test_message_whose_note_is_lost_counts_as_cut_short(office, post):
    delivery = one_delivery(office)
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'full disk'; END $$;"
            "CREATE TRIGGER refuse BEFORE UPDATE ON letters_delivery FOR EACH ROW "
            "WHEN (NEW.state = 'accepted') EXECUTE FUNCTION refuse()"
        )

    with pytest.raises(DatabaseError, match="full disk"):
        sending.send(delivery.pk)

    assert len(post.taken) == 1
    assert how_it_stands(delivery) == ("sending", "", "sending")


def test_email_and_letter_are_english_when_the_account_speaks_english(office):
    user = office.applicant()
    user.language = "en"
    user.save()
    case = office.file(user)
    letter = sent(case, "receipt")

    sending.send(letter.deliveries.get().pk)

    [message] = mail.outbox
    letter.refresh_from_db()
    assert message.body == (
        f"Dear {case.applicant.name},\n\n"
        "please find attached the letter “Receipt of the application and start of the procedure”, "
        f"protocol no. {letter.protocol.mark}, about the application {case.number}.\n\n"
        "The attachment says whether an answer is due, and by when. You can "
        "follow the application and answer in your personal area: http://localhost:8000"
        f"/pratiche/{case.pk}/\n\n"
        "Kind regards\nUfficio contributi, Agenzia di prova\n\n"
        "This message was sent automatically. To write to the office: agenzia@example.org"
    )
    assert letter.content["language"] == "en"


def test_others_than_the_applicant_are_led_to_no_personal_area(office):
    letter = letter_to(office, to("comune@example.org", name="Comune di Prova", is_copy=True))

    sending.send(letter.deliveries.get().pk)

    [message] = mail.outbox
    assert message.body.startswith("Gentile Comune di Prova,\n\n")
    assert "/pratiche/" not in message.body
