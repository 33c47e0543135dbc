"""The page on which a director changes what a call has."""

from decimal import Decimal

import pytest
from django.urls import reverse

from accounting.models import Budget
from tests.office import ENDOWMENT

pytestmark = pytest.mark.django_db


def url(office):
    return reverse("accounting:endowment", args=[office.call.code])


def typed(endowment, **changes):
    return {
        "endowment": endowment,
        "act_number": "Determinazione n. 30/2026",
        "act_date": "02/11/2026",
        "seen": str(ENDOWMENT),
    } | changes


def test_the_page_says_what_is_bound_and_changes_the_endowment(office, as_user):
    office.granted()
    client = as_user(office.director)

    shown = client.get(url(office))
    answer = client.post(url(office), typed("50.000,00"))

    assert shown.context["least"] == Decimal("600.00")
    assert answer["Location"] == reverse("accounting:budget", args=[office.call.code])
    assert Budget.objects.get().endowment == Decimal("50000.00")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (typed("100,00"), "già impegnato: 600,00"),
        (typed("molto"), "Inserisci un numero"),
        (typed("70000", act_number=""), "obbligatorio"),
    ],
)
def test_what_does_not_hold_is_said_and_kept_as_typed(office, as_user, said, sentence):
    office.granted()

    response = as_user(office.director).post(url(office), said)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert f'value="{said["endowment"]}"' in response.content.decode()
    assert Budget.objects.get().endowment == ENDOWMENT


def test_an_old_page_shows_the_present_figures_and_goes_on(office, as_user):
    client = as_user(office.director)
    client.post(url(office), typed("50000"))

    old = client.post(url(office), typed("40000"))
    again = client.post(url(office), typed("40000", seen=old.context["form"].data["seen"]))

    assert old.status_code == 422
    assert "La dotazione è cambiata" in old.content.decode()
    assert again.status_code == 302
    assert Budget.objects.get().endowment == Decimal("40000.00")
