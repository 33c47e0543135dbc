"""Somebody wishes for a space: registered, taken note of, accompanied, shown as such in the directory."""

import pytest
from django.urls import reverse

from coworking_registry.models import SpaceInterest
from coworking_registry.telling import tell_interest
from tests.coworking_registry import applying

pytestmark = pytest.mark.django_db
TYPED = {
    "kind": "new",
    "name": "Filanda Viva",
    "municipality": "Asola",
    "plan": "Recuperare la filanda entro due anni.",
    "desks": "20",
    "investment": "80.000,00",
    "support": ["rooms", "plan"],
    "may_publish": "on",
}


@pytest.fixture
def sent(office, client, as_user):
    applying.open_call(office)
    as_user(office.applicant())
    client.post(reverse("coworking_registry:interest"), TYPED)
    return SpaceInterest.objects.get()


def move(client, found, act, **more):
    address = reverse("coworking_registry:move_interest", args=[found.pk])
    client.post(address, {"act": act, **more}, follow=True)
    return SpaceInterest.objects.get()


def directory(client, **filters) -> str:
    return client.get(reverse("coworking_registry:list"), filters).content.decode()


def test_an_interest_is_registered_noted_accompanied_and_ended(
    office, sent, client, as_user, mailoutbox
):
    assert (sent.step, sent.protocol_in.direction) == ("sent", "in")
    assert "Filanda Viva" in sent.protocol_in.subject
    assert "Filanda Viva" not in directory(client)

    as_user(office.officer)
    assert "Filanda Viva" in client.get(reverse("coworking_registry:interests")).content.decode()
    noted = move(client, sent, "note", note="Ci vediamo lunedì.")
    tell_interest(noted.pk)
    assert (noted.step, noted.class_of) == ("noted", "interested")
    mail = next(one for one in mailoutbox if one.to == [sent.sent_by.email])
    assert "Ci vediamo lunedì." in mail.body
    assert "Interessato" in directory(client)
    assert "Filanda Viva" not in directory(client, classed="developing")

    assert move(client, sent, "follow").class_of == "developing"
    assert "Filanda Viva" in directory(client, classed="developing")
    assert "Filanda Viva" not in directory(client, classed="qualified")
    ended = move(client, sent, "applied")
    assert (ended.step, ended.outcome) == ("ended", "applied")
    assert "Filanda Viva" not in directory(client)


@pytest.mark.parametrize("act", ["follow", "applied", "ended", "nonsense"])
def test_nothing_follows_before_it_is_taken_note_of(office, sent, client, as_user, act):
    as_user(office.officer)

    assert move(client, sent, act).step == "sent"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("municipality", "Verona"),
        ("plan", ""),
        ("desks", "-1"),
        ("investment", "1,234"),
        ("name", "x" * 121),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(office, client, as_user, field, value):
    applying.open_call(office)
    as_user(office.applicant())
    answer = client.post(reverse("coworking_registry:interest"), TYPED | {field: value})

    assert (answer.status_code, field in answer.context["form"].errors) == (422, True)
    assert not SpaceInterest.objects.exists()


def test_the_same_wish_sent_twice_counts_once_and_keeps_what_was_typed(sent, client):
    again = client.post(reverse("coworking_registry:interest"), TYPED)

    assert again.status_code == 422
    assert sent.protocol_in.mark in again.content.decode()
    assert TYPED["plan"] in again.content.decode()
    assert SpaceInterest.objects.count() == 1


def test_the_directory_leads_to_the_form_only_who_may_send_it(office, client, as_user):
    address = reverse("coworking_registry:interest")

    assert address in directory(client)
    as_user(office.officer)
    assert address not in directory(client)
