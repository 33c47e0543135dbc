"""What failed stays as evidence; what is done about it is a delivery of its own."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from letters import notices
from letters.models import Delivery, Letter
from letters.services import collecting, failing, mending, sending
from letters.services.mending import Place
from parties import moment
from tests.letters.pec.samples import receipt
from tests.letters.posting import (
    EMAIL,
    FIRM,
    PEC,
    PERSON,
    go_by_email,
    go_by_pec,
    how_it_stands,
    letter_to,
    to,
    waiting_jobs,
)
from workflows.engine import Refusal, TransitionRefused
from workflows.services.upkeep import NothingToDo

pytestmark = pytest.mark.django_db
UNKNOWN = "550 5.1.1 user unknown"
REASON = "Indirizzo corretto per telefono."


@pytest.fixture
def refused(office, settings, smtp):
    """A letter that the mail server has refused."""
    go_by_email(settings, smtp)
    smtp.office.answers[PERSON] = UNKNOWN
    return sending.send(letter_to(office, to(PERSON)).deliveries.get().pk)


@pytest.fixture
def returned(office, settings, pec, box):
    """A certified letter that was accepted and not delivered."""
    go_by_pec(settings, pec, box)
    delivery = sending.send(letter_to(office, to(FIRM, PEC)).deliveries.get().pk)
    box.put(receipt("errore-consegna", about=delivery.message_id, to=FIRM, error="no-dest"))
    collecting.collect()
    delivery.refresh_from_db()
    return delivery


def test_what_never_left_is_sent_again_as_it_is(refused, office, smtp):
    smtp.office.answers.clear()

    again = mending.send_again(refused.pk, by=office.officer)
    assert how_it_stands(refused) == ("waiting", "", "ready")
    sending.send(refused.pk)

    assert again == refused
    assert how_it_stands(refused) == ("accepted", "", "sent")
    assert smtp.office.taken[0].message["Message-ID"] == f"<{refused.message_id}>"
    assert [event.name for event in refused.letter.events.all()] == [
        "leave_at_once", "begin_sending", "note_failed", "send_again", "begin_sending", "note_sent",
    ]  # fmt: skip


def test_what_came_back_is_sent_again_under_an_identity_of_its_own(returned, office, pec):
    new = mending.send_again(returned.pk, by=office.officer, reason="Il destinatario conferma.")
    sending.send(new.pk)

    assert (new.replaces, new.address, new.channel, new.by) == (
        returned,
        FIRM,
        PEC,
        office.officer,
    )
    assert new.reason == "Il destinatario conferma."
    assert len({taken.message["Message-ID"] for taken in pec.office.taken}) == 2
    assert how_it_stands(new) == ("accepted", "", "sent")
    returned.refresh_from_db()
    assert (returned.state, returned.failure_kind) == ("failed", "address")


def test_DIG_03_letter_goes_to_a_corrected_address_with_the_reason(refused, office, smtp):
    place = Place(EMAIL, "giusta@example.com")

    new = mending.redirect(refused.pk, place, by=office.officer, reason=REASON)
    sending.send(new.pk)

    assert (new.address, new.address_source, new.reason) == ("giusta@example.com", "office", REASON)
    assert (new.name, new.party, new.replaces) == (refused.name, refused.party, refused)
    assert how_it_stands(new) == ("accepted", "", "sent")
    assert [taken.to for taken in smtp.office.taken] == [("giusta@example.com",)]
    assert Letter.objects.get(pk=refused.letter_id).failure == ""


def test_TERM_12_other_means_are_noted_with_their_day(refused, office):
    day = moment.today()

    new = mending.note_other_means(
        refused.pk, on=day, by=office.officer, reason="Raccomandata AR 123, ricevuta firmata."
    )

    assert (new.state, new.channel, new.replaces) == ("delivered", "hand", refused)
    assert timezone.localdate(new.delivered_at) == day
    assert how_it_stands(new) == ("delivered", "", "delivered")
    with pytest.raises(NothingToDo):
        mending.send_again(refused.pk, by=office.officer)


@pytest.mark.parametrize("days", [-1, 1])
def test_day_that_cannot_be_is_refused(refused, office, days):
    with pytest.raises(TransitionRefused, match="compreso tra quello della lettera e oggi"):
        mending.note_other_means(
            refused.pk, on=moment.today() + timedelta(days=days), by=office.officer, reason=REASON
        )

    assert Delivery.objects.filter(replaces=refused).count() == 0


def test_one_of_two_failures_leaves_the_letter_failed(office, settings, smtp):
    go_by_email(settings, smtp)
    smtp.office.answers |= {PERSON: UNKNOWN, "altra@example.com": UNKNOWN}
    letter = letter_to(office, to(PERSON), to("altra@example.com"))
    first, second = (sending.send(one.pk) for one in letter.deliveries.all())
    smtp.office.answers.clear()

    mending.send_again(first.pk, by=office.officer)
    sending.send(first.pk)
    assert how_it_stands(first) == ("accepted", "", "failed")
    mending.queue_again(letter.pk, by=office.officer)
    sending.send(second.pk)

    assert how_it_stands(second) == ("accepted", "", "sent")
    with pytest.raises(NothingToDo, match="non recapitate"):
        mending.queue_again(letter.pk, by=office.officer)


def test_late_receipt_of_a_replaced_message_counts(office, settings, pec, box):
    go_by_pec(settings, pec, box)
    delivery = sending.send(letter_to(office, to(FIRM, PEC)).deliveries.get().pk)
    failing.fail(delivery, Delivery.Failure.TIMEOUT, "Silenzio.")
    mending.send_again(delivery.pk, by=office.officer)
    box.put(receipt("avvenuta-consegna", about=delivery.message_id, to=FIRM, at=timezone.now()))

    collecting.collect()

    assert how_it_stands(delivery) == ("delivered", "", "delivered")


def test_reason_and_right_are_asked_for(refused, office):
    place = Place(EMAIL, "giusta@example.com")

    with pytest.raises(TransitionRefused) as silent:
        mending.redirect(refused.pk, place, by=office.officer, reason="  ")
    with pytest.raises(TransitionRefused) as stranger:
        mending.redirect(refused.pk, place, by=office.accountant, reason=REASON)
    with pytest.raises(TransitionRefused) as reader:
        mending.send_again(refused.pk, by=office.accountant)

    assert [error.value.why for error in (silent, stranger, reader)] == [
        Refusal.RULE,
        Refusal.RIGHT,
        Refusal.RIGHT,
    ]
    assert how_it_stands(refused) == ("failed", "address", "failed")


def test_failure_is_told_once_to_whoever_is_in_charge(refused, office, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert waiting_jobs("letters.send_failure_notice") == 1
    failing.fail(refused, Delivery.Failure.ADDRESS, "di nuovo")
    assert waiting_jobs("letters.send_failure_notice") == 1

    assert notices.send(refused.pk, office.procedure_owner.pk, refused.failed_at)

    [message] = mail.outbox
    assert message.to == [office.procedure_owner.email]
    assert message.subject == f"{refused.letter.case.number}: una lettera non è arrivata"
    assert "Avviso di prova" in message.body
    assert "L'indirizzo non esiste" in message.body
    assert f"/ufficio/lettere/mancate-consegne/{refused.pk}/" in message.body


def test_failure_that_was_seen_to_is_not_told(refused, office):
    failed_at = refused.failed_at
    mending.send_again(refused.pk, by=office.officer)

    assert not notices.send(refused.pk, office.procedure_owner.pk, failed_at)
    assert mail.outbox == []
