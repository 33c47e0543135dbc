"""Receipts and bounces are told apart, and nothing that is sent to us can stop the reading."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from letters.pec import MOST_BYTES, Cause, Flaw, Kind, Notice, read
from tests.letters.pec.samples import (
    ADDRESSEE,
    AT,
    BOMB,
    OURS,
    bounce,
    certificate,
    envelope,
    letter_from,
    original,
    receipt,
)

RECEIPT = Notice(
    kind=Kind.DELIVERY,
    identity=f"avvenuta-consegna.{OURS}",
    about=OURS,
    stated_at=AT,
    recipient=ADDRESSEE,
    subject="CONSEGNA: CW-42: concessione",
    sender="posta-certificata@pec.example.net",
    is_certified=True,
)
BOUNCE = Notice(
    kind=Kind.BOUNCE,
    identity="bounce-1@mx.example.com",
    about=OURS,
    stated_at=AT,
    recipient="persona@example.com",
    subject="Undelivered Mail Returned to Sender",
    sender="MAILER-DAEMON@mx.example.com",
)
FULL = "5.2.2 - Gestore di prova S.p.A. - casella piena"


def test_TERM_12_delivery_receipt_says_when_the_message_was_made_available():
    data = receipt("avvenuta-consegna", original=original().as_bytes())

    assert read(data) == RECEIPT
    assert read(data).stated_at.astimezone(UTC) == datetime(2026, 3, 12, 9, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        ("accettazione", {}, (Kind.ACCEPTANCE, Cause.NONE, False)),
        ("accettazione", {"external": True}, (Kind.ACCEPTANCE, Cause.ADDRESS, False)),
        ("avvenuta-consegna", {}, (Kind.DELIVERY, Cause.NONE, False)),
        ("preavviso-errore-consegna", {"error": "altro"}, (Kind.DELAY, Cause.OTHER, False)),
        ("non-accettazione", {"error": "altro"}, (Kind.NON_ACCEPTANCE, Cause.OTHER, True)),
        ("errore-consegna", {"error": "no-dest"}, (Kind.NON_DELIVERY, Cause.ADDRESS, True)),
        ("errore-consegna", {"error": "no-dominio"}, (Kind.NON_DELIVERY, Cause.ADDRESS, True)),
        (
            "errore-consegna",
            {"error": "altro", "explanation": FULL},
            (Kind.NON_DELIVERY, Cause.FULL, True),
        ),
        ("rilevazione-virus", {"error": "virus"}, (Kind.NON_DELIVERY, Cause.VIRUS, True)),
    ],
)
def test_every_receipt_is_known_with_its_cause(kind, said, expected):
    notice = read(receipt(kind, **said))

    assert (notice.kind, notice.cause, notice.is_final) == expected
    assert (notice.about, notice.recipient, notice.flaw) == (OURS, ADDRESSEE, Flaw.NONE)
    assert notice.explanation == said.get("explanation", "")


@pytest.mark.parametrize(
    ("status", "said", "expected"),
    [
        ("5.1.1", {}, (Kind.BOUNCE, Cause.ADDRESS)),
        ("5.2.2", {}, (Kind.BOUNCE, Cause.FULL)),
        ("4.2.2", {}, (Kind.BOUNCE, Cause.FULL)),
        ("5.7.1", {}, (Kind.BOUNCE, Cause.SERVER)),
        ("5.0.0", {"diagnostic": "550 5.1.1 unknown user"}, (Kind.BOUNCE, Cause.ADDRESS)),
        ("5.0.0", {}, (Kind.BOUNCE, Cause.OTHER)),
        ("", {"diagnostic": "552 5.2.2 mailbox full"}, (Kind.BOUNCE, Cause.FULL)),
        ("4.4.7", {"action": "failed"}, (Kind.BOUNCE, Cause.SERVER)),
        ("4.4.1", {"action": "delayed"}, (Kind.DELAY, Cause.SERVER)),
    ],
)
def test_bounce_is_read_with_its_cause(status, said, expected):
    notice = read(bounce(status, **said))

    words = said.get("diagnostic", f"550 {status} no such luck")
    kind, cause = expected
    assert notice == replace(BOUNCE, kind=kind, cause=cause, explanation=words)


def test_bounce_without_the_message_is_known_by_what_it_answers():
    data = b"In-Reply-To: <%s>\n" % OURS.encode() + bounce("5.1.1", with_original=False)

    assert read(data).about == OURS


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_report_of_success_is_no_bounce(action):
    notice = read(bounce("2.0.0", action=action))

    assert (notice.kind, notice.cause) == (Kind.OTHER, Cause.NONE)


def test_what_people_write_is_for_people():
    assert read(letter_from(In_Reply_To=f"<{OURS}>")) == Notice(
        kind=Kind.OTHER,
        identity="domanda@example.com",
        about=OURS,
        stated_at=AT,
        subject="La mia domanda",
        sender="persona2@example.com",
    )


def test_certified_mail_of_others_is_told_from_receipts():
    notice = read(envelope(letter_from()))

    assert (notice.kind, notice.is_certified, notice.about) == (Kind.MAIL, True, "")


def test_DIG_03_receipt_that_came_as_ordinary_mail_is_none():
    forged = receipt("avvenuta-consegna", identity="falsa@example.com")

    notice = read(envelope(forged, anomaly=True))

    assert (notice.kind, notice.about, notice.is_final) == (Kind.ANOMALY, "", False)


def test_bounce_in_an_anomaly_is_read():
    notice = read(envelope(bounce("5.1.1"), anomaly=True))

    assert (notice.kind, notice.identity) == (Kind.BOUNCE, "busta@pec.example.net")
    assert (notice.about, notice.cause, notice.is_certified) == (OURS, Cause.ADDRESS, False)


def test_certificate_inside_the_returned_letter_counts_for_nothing():
    inside = original()
    inside.add_attachment(
        certificate("avvenuta-consegna"),
        maintype="application",
        subtype="xml",
        filename="daticert.xml",
    )
    data = receipt("avvenuta-consegna", daticert=None, original=inside.as_bytes())

    assert read(data) == replace(RECEIPT, recipient="", flaw=Flaw.NO_CERTIFICATE)


@pytest.mark.parametrize(
    ("daticert", "flaw"),
    [
        (None, Flaw.NO_CERTIFICATE),
        (BOMB, Flaw.NO_CERTIFICATE),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><postacert tipo="x"/>', Flaw.NO_CERTIFICATE),
        (b"<postacert", Flaw.NO_CERTIFICATE),
        (b"<altro/>", Flaw.NO_CERTIFICATE),
        (b"<a>" * 100_000, Flaw.NO_CERTIFICATE),
        (b'<postacert tipo="avvenuta-consegna">' + b" " * 2**20, Flaw.NO_CERTIFICATE),
        (certificate("errore-consegna"), Flaw.CONTRADICTORY),
        (certificate("avvenuta-consegna", about="altra@example.org"), Flaw.CONTRADICTORY),
    ],
    ids=lambda value: str(value)[:30],
)
def test_receipt_with_a_certificate_that_is_none_is_left_to_people(daticert, flaw):
    notice = read(receipt("avvenuta-consegna", daticert=daticert))

    assert (notice.kind, notice.about, notice.flaw) == (Kind.DELIVERY, OURS, flaw)


def test_certificate_in_another_charset_than_it_says_is_read():
    words = certificate("errore-consegna", error="no-dest", explanation="L'indirizzo è inesistente")
    wrong = words.decode().encode("iso-8859-1")

    for data in (wrong, wrong.replace(b"UTF-8", b"x-unknown"), wrong.replace(b"UTF-8", b"cp1252")):
        notice = read(receipt("errore-consegna", daticert=data))

        assert (notice.flaw, notice.explanation) == (Flaw.NONE, "L'indirizzo è inesistente")


def test_certificate_without_a_zone_gives_way_to_the_date_of_the_message():
    timeless = certificate("avvenuta-consegna").replace(b'zona="+0100"', b'zona="Roma"')

    assert read(receipt("avvenuta-consegna", daticert=timeless)) == RECEIPT


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff" * 1000,
        b"Subject: =?x-unknown?Q?=E8?=\nDate: ieri\nContent-Type: text/plain; charset=x\n\n\xff",
        b"X-Ricevuta: avvenuta-consegna\nContent-Type: multipart/mixed\n\nniente",
        b"Message-ID: <" + b"x" * 5000 + b">\nSubject: " + b"\xe8" * 5000 + b"\n\n",
        b"Content-Type: multipart/report; boundary=a\n\n--a\nContent-Type: message/delivery-status\n\n",
        b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
        ),
    ],
    ids=["empty", "noise", "charset", "hollow", "long", "cut", "deep"],
)
def test_no_message_stops_the_reading(data):
    notice = read(data)

    assert notice.flaw or notice.kind is Kind.OTHER
    assert len(notice.identity) <= 1000
    assert notice.stated_at is None


def test_message_without_identity_gets_one_from_its_bytes():
    first, again, other = (
        read(letter_from(words, identity="")).identity for words in ("uno", "uno", "due")
    )

    assert first == again != other
    assert first.startswith("sha256-")


def test_huge_message_is_told_by_its_head_alone():
    notice = read(receipt("avvenuta-consegna") + b"x" * MOST_BYTES)

    assert (notice.kind, notice.flaw) == (Kind.OTHER, Flaw.TOO_LARGE)
    assert notice.subject == "CONSEGNA: CW-42: concessione"


def test_the_reader_knows_nothing_of_django():
    program = "import sys, letters.pec; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
