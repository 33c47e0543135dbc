"""The board of failures: each with what to do, seen to from its page, by whoever may."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from letters.models import Delivery, Receipt
from letters.pec import read
from letters.services import collecting, sending
from letters.services.failing import fail
from letters.services.receipts import take
from parties import moment
from parties.roles import Role
from tests.letters.pec.samples import letter_from, receipt
from tests.letters.posting import FIRM, PEC, PERSON, go_by_pec, how_it_stands, letter_to, to
from tests.office import make_user

pytestmark = pytest.mark.django_db
BOARD = reverse("letters:failures")
REASON = "Indirizzo corretto per telefono."


def failed(office, address=PERSON, channel="email") -> Delivery:
    delivery = letter_to(office, to(address, channel)).deliveries.get()
    fail(delivery, Delivery.Failure.ADDRESS, "550 5.1.1 user unknown")
    return delivery


def page(delivery: Delivery) -> str:
    return reverse("letters:failure", args=[delivery.pk])


def message_page(row: Receipt) -> str:
    return reverse("letters:message", args=[row.pk])


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def waiting(office, settings, pec, box):
    """A certified letter whose delivery receipt says another address, and waits."""
    go_by_pec(settings, pec, box)
    delivery = sending.send(letter_to(office, to(FIRM, PEC)).deliveries.get().pk)
    said = {"to": "altra@pec.example.com", "at": timezone.now().replace(microsecond=0)}
    box.put(receipt("avvenuta-consegna", about=delivery.message_id, **said))
    collecting.collect()
    return Receipt.objects.get()


def test_board_says_what_failed_and_the_page_what_to_do(office, as_user):
    delivery = failed(office)
    client = as_user(office.officer)

    board, detail = text(client.get(BOARD)), text(client.get(page(delivery)))

    assert "Avviso di prova" in board
    assert "550 5.1.1 user unknown" in board
    assert "INI-PEC" in detail


def test_letter_is_sent_again_to_a_corrected_address(office, as_user):
    delivery = failed(office)
    client = as_user(office.officer)
    typed = {
        "act": "redirect",
        "redirect-channel": "email",
        "redirect-address": "giusta@example.com",
        "redirect-reason": REASON,
    }

    response = client.post(page(delivery), typed)
    again = client.post(page(delivery), typed)

    assert (response.status_code, again.status_code) == (302, 302)
    new = Delivery.objects.get(replaces=delivery)
    assert (new.address, new.reason, new.by) == ("giusta@example.com", REASON, office.officer)
    assert Delivery.objects.filter(letter=delivery.letter).count() == 2
    assert "Somebody" not in text(client.get(page(delivery)))


def test_delivery_by_other_means_is_noted(office, as_user):
    delivery = failed(office)
    typed = {
        "act": "other",
        "other-on": f"{moment.today():%Y-%m-%d}",
        "other-reason": "Raccomandata n. 123.",
    }

    as_user(office.officer).post(page(delivery), typed)

    assert how_it_stands(Delivery.objects.get(replaces=delivery)) == ("delivered", "", "delivered")


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"act": "redirect", "redirect-channel": "email", "redirect-address": "x"},
        {"act": "redirect", "redirect-channel": "pec", "redirect-reason": REASON},
        {"act": "other", "other-on": "2100-01-01", "other-reason": REASON},
        {"act": "burn"},
    ],
)
def test_wrong_input_gets_a_sentence_and_changes_nothing(office, as_user, typed):
    delivery = failed(office)

    response = as_user(office.officer).post(page(delivery), typed)

    assert response.status_code == 422
    assert how_it_stands(delivery) == ("failed", "address", "failed")
    assert Delivery.objects.filter(replaces=delivery).count() == 0


def test_administrator_sends_again_and_does_no_more(office, as_user):
    delivery = failed(office)
    administrator = make_user("sistema@example.org", Role.ADMINISTRATOR)
    client = as_user(administrator)

    redirected = client.post(page(delivery), {"act": "redirect", "redirect-reason": REASON})
    client.post(page(delivery), {"act": "again"})

    assert redirected.status_code == 422
    assert how_it_stands(delivery) == ("waiting", "", "ready")


def test_message_is_assigned_and_counts_from_the_time_that_is_given(waiting, office, as_user):
    delivery = waiting.delivery
    client = as_user(office.officer)
    at = timezone.localtime(timezone.now())
    number = f"{delivery.letter.protocol.number}/{delivery.letter.protocol.year}"

    found = text(client.get(message_page(waiting), {"letter": number}))
    response = client.post(
        message_page(waiting),
        {
            "act": "assign",
            "assign-delivery": delivery.pk,
            "assign-at": f"{at:%Y-%m-%dT%H:%M}",
            "assign-reason": "Il gestore ha scritto un alias.",
        },
    )

    assert "Assign" in found or "Abbina" in found
    assert response.status_code == 302
    assert how_it_stands(delivery) == ("delivered", "", "delivered")
    waiting.refresh_from_db()
    assert (waiting.seen_by, waiting.reason) == (office.officer, "Il gestore ha scritto un alias.")
    delivery.refresh_from_db()
    assert delivery.delivered_at == at.replace(second=0, microsecond=0)


def test_message_is_set_aside_with_a_reason(waiting, office, as_user):
    client = as_user(office.officer)

    refused = client.post(message_page(waiting), {"act": "aside"})
    client.post(message_page(waiting), {"act": "aside", "aside-reason": "Di un altro sistema."})
    twice = client.post(message_page(waiting), {"act": "aside", "aside-reason": "Ancora."})

    assert (refused.status_code, twice.status_code) == (422, 302)
    waiting.refresh_from_db()
    assert waiting.reason == "Di un altro sistema."
    assert how_it_stands(waiting.delivery) == ("accepted", "", "sent")


def test_time_that_cannot_be_is_refused(waiting, office, as_user):
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1))
    typed = {
        "act": "assign",
        "assign-delivery": waiting.delivery_id,
        "assign-at": f"{tomorrow:%Y-%m-%dT%H:%M}",
        "assign-reason": REASON,
    }

    response = as_user(office.officer).post(message_page(waiting), typed)

    assert response.status_code == 422
    assert how_it_stands(waiting.delivery) == ("accepted", "", "sent")
    waiting.refresh_from_db()
    assert waiting.seen_at is None


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("part", ["", "?elenco=messaggi"])
def test_board_asks_as_much_for_many_rows(office, as_user, rows, part, django_assert_num_queries):
    for number in range(rows):
        failed(office)
        data = letter_from(identity=f"posta-{number}@example.com")
        take(data, read(data), collecting.ORDINARY)
    client = as_user(office.officer)
    client.get(BOARD)

    with django_assert_num_queries(7):
        response = client.get(f"{BOARD}{part}")

    assert len(response.context["page"].rows) == rows
