"""Receipts and bounces move the delivery they speak of, and nothing else; what is odd waits for people."""

from datetime import timedelta

import pytest
from django.utils import timezone

from letters.models import Delivery, MailboxState, Receipt
from letters.pec import MOST_BYTES
from letters.services import collecting, sending
from tests.letters.pec.samples import bounce, certificate, envelope, letter_from, receipt
from tests.letters.posting import (
    FIRM,
    PEC,
    PERSON,
    go_by_pec,
    how_it_stands,
    letter_to,
    to,
    waiting_jobs,
)
from tests.letters.servers.ports import free_port

pytestmark = pytest.mark.django_db
DONE = "Sportello"
Problem = Receipt.Problem


@pytest.fixture
def certified(office, settings, pec, box):
    """A letter that the certified account has sent; its receipts are read from `box`."""
    go_by_pec(settings, pec, box)
    delivery = letter_to(office, to(FIRM, PEC)).deliveries.get()
    return sending.send(delivery.pk)


@pytest.fixture
def ordinary(office, settings, box):
    """A letter that was sent as ordinary email; its bounces are read from `box`."""
    settings.BOUNCE_MAILBOX = box.address
    return sending.send(letter_to(office, to(PERSON)).deliveries.get().pk)


def about(delivery: Delivery, kind: str, **said) -> bytes:
    """A receipt of the provider about a delivery, of this very moment."""
    said = {"to": delivery.address, "at": timezone.now().replace(microsecond=0)} | said
    return receipt(kind, about=delivery.message_id, **said)


def problems() -> list[str]:
    return list(Receipt.objects.order_by("pk").values_list("problem", flat=True))


def kept(row: Receipt) -> bytes:
    with row.document.file.open("rb") as file:
        return file.read()


def test_TERM_12_receipts_prove_sending_and_delivery(certified, box):
    at = timezone.now().replace(microsecond=0)
    accepted = about(certified, "accettazione", at=at)
    delivered = about(certified, "avvenuta-consegna", at=at)
    box.put(accepted, delivered)

    assert collecting.collect() == 2

    certified.refresh_from_db()
    assert how_it_stands(certified) == ("delivered", "", "delivered")
    assert certified.delivered_at == at
    rows = list(certified.receipts.order_by("pk"))
    assert [(row.kind, row.stated_at, row.problem) for row in rows] == [
        ("acceptance", at, ""),
        ("delivery", at, ""),
    ]
    assert [kept(row) for row in rows] == box.holds(DONE)
    assert {row.document.content_type for row in rows} == {"message/rfc822"}
    assert box.holds() == []


def test_what_was_kept_is_not_kept_twice(certified, box):
    message = about(certified, "avvenuta-consegna")
    box.put(message)
    collecting.collect()
    box.put(message)

    assert collecting.collect() == 1

    assert Receipt.objects.count() == 1
    assert len(box.holds(DONE)) == 2


def test_message_that_borrows_an_identity_keeps_the_true_one_not_out(certified, box):
    box.put(letter_from(identity="ricevuta@pec.example.net"))
    box.put(about(certified, "avvenuta-consegna", identity="ricevuta@pec.example.net"))

    collecting.collect()

    assert how_it_stands(certified) == ("delivered", "", "delivered")
    assert problems() == [Problem.CORRESPONDENCE, ""]


@pytest.mark.parametrize(
    ("kind", "said", "failure"),
    [
        ("errore-consegna", {"error": "no-dest"}, "address"),
        ("errore-consegna", {"error": "altro", "explanation": "5.2.2 - casella piena"}, "full"),
        ("rilevazione-virus", {"error": "virus"}, "virus"),
        ("non-accettazione", {"error": "altro", "explanation": "messaggio malformato"}, "other"),
        ("accettazione", {"external": True}, "address"),
    ],
)
def test_DIG_03_failure_is_noted_with_its_evidence(certified, box, kind, said, failure):
    box.put(about(certified, kind, **said))

    collecting.collect()

    assert how_it_stands(certified) == ("failed", failure, "failed")
    certified.refresh_from_db()
    assert certified.failure
    assert waiting_jobs("letters.send_failure_notice") == 1
    assert certified.receipts.count() == 1


def test_notice_of_delay_changes_nothing_yet(certified, box):
    box.put(about(certified, "preavviso-errore-consegna", error="altro"))

    collecting.collect()

    assert how_it_stands(certified) == ("accepted", "", "sent")
    assert problems() == [""]


def test_bounce_of_ordinary_email_fails_the_delivery(ordinary, box):
    box.put(bounce("5.2.2", about=ordinary.message_id))

    collecting.collect()

    assert how_it_stands(ordinary) == ("failed", "full", "failed")


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"about": "altro.1@example.org"}, Problem.UNKNOWN),
        ({"to": "altra@pec.example.com"}, Problem.ADDRESS),
        ({"at": timezone.now() + timedelta(days=1)}, Problem.TIME),
        ({"at": timezone.now() - timedelta(days=1)}, Problem.TIME),
        ({"daticert": None}, Problem.NO_CERTIFICATE),
        ({"daticert": certificate("accettazione")}, Problem.CONTRADICTORY),
    ],
    ids=lambda value: str(value)[:12],
)
def test_receipt_that_cannot_be_right_changes_nothing(certified, box, changed, problem):
    said = {"to": certified.address, "at": timezone.now(), "about": certified.message_id}
    box.put(receipt("avvenuta-consegna", **(said | changed)))

    collecting.collect()

    assert how_it_stands(certified) == ("accepted", "", "sent")
    assert problems() == [problem]


def test_DIG_03_receipt_of_an_ordinary_mailbox_proves_nothing(ordinary, box):
    box.put(receipt("avvenuta-consegna", about=ordinary.message_id, to=PERSON))

    collecting.collect()

    assert how_it_stands(ordinary) == ("accepted", "", "sent")
    assert problems() == [Problem.UNTRUSTED]


def test_failure_that_contradicts_a_delivery_is_left_to_people(certified, box):
    box.put(about(certified, "avvenuta-consegna"))
    collecting.collect()
    box.put(
        about(certified, "errore-consegna", error="no-dest"),
        bounce("5.1.1", about=certified.message_id),
    )

    collecting.collect()

    assert how_it_stands(certified) == ("delivered", "", "delivered")
    assert problems() == ["", Problem.CONTRADICTS, Problem.CONTRADICTS]


def test_letters_of_people_wait_to_be_registered(certified, box):
    reply = letter_from(In_Reply_To=f"<{certified.message_id}>")
    box.put(envelope(letter_from()), envelope(reply, anomaly=True, identity="altra"), reply)

    collecting.collect()

    rows = Receipt.objects.order_by("pk")
    assert [(row.kind, row.problem) for row in rows] == [
        ("mail", "correspondence"),
        ("anomaly", "correspondence"),
        ("other", "correspondence"),
    ]
    assert rows[2].delivery == certified


def test_huge_message_leaves_its_head_and_lies_in_the_folder(certified, box):
    box.put(b"Message-ID: <grande@x>\r\nSubject: Enorme\r\n\r\n" + b"x" * MOST_BYTES)

    collecting.collect()

    [row] = Receipt.objects.all()
    assert (row.problem, row.subject) == (Problem.TOO_LARGE, "Enorme")
    assert kept(row) == b"Message-ID: <grande@x>\r\nSubject: Enorme\r\n\r\n"
    assert len(box.holds(DONE)) == 1


def test_message_that_cannot_be_kept_stays_and_the_others_go_on(certified, box, settings):
    lost = settings.MEDIA_ROOT / "protocol"
    lost.parent.mkdir(parents=True, exist_ok=True)
    lost.touch()
    box.put(letter_from(), about(certified, "avvenuta-consegna"))

    assert collecting.collect() == 0

    state = MailboxState.objects.get(name="pec")
    assert (state.read_at, bool(state.error)) == (None, True)
    assert (len(box.holds()), Receipt.objects.count()) == (2, 0)
    lost.unlink()
    assert collecting.collect() == 2
    state.refresh_from_db()
    assert (state.read_at, state.error) == (state.tried_at, "")


def test_mailbox_that_does_not_answer_is_noted(certified, settings):
    settings.PEC_MAILBOX = f"imap://u:p@127.0.0.1:{free_port()}"

    assert collecting.collect() == 0

    assert "refused" in MailboxState.objects.get(name="pec").error


def silent_since(delivery: Delivery, hours: float) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(
        accepted_at=timezone.now() - timedelta(hours=hours)
    )


def test_silence_of_a_day_fails_the_delivery_and_a_late_receipt_mends_it(certified, box):
    silent_since(certified, 25)
    collecting.collect()

    assert collecting.note_silence() == 1
    assert how_it_stands(certified) == ("failed", "timeout", "failed")
    box.put(about(certified, "avvenuta-consegna"))
    collecting.collect()

    assert how_it_stands(certified) == ("delivered", "", "delivered")


def test_silence_is_none_before_its_time_or_while_the_mailbox_is_not_read(certified, settings):
    silent_since(certified, 23)
    collecting.collect()
    assert collecting.note_silence() == 0

    silent_since(certified, 25)
    MailboxState.objects.update(read_at=timezone.now() - timedelta(hours=2))
    assert collecting.note_silence() == 0

    settings.PEC_MAILBOX = ""
    MailboxState.objects.update(read_at=timezone.now())
    assert collecting.note_silence() == 0
    assert how_it_stands(certified) == ("accepted", "", "sent")
