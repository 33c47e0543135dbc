"""A manager tells of a change: minor ones hold at once, major ones once the office has looked (SPA-25)."""

from datetime import time
from decimal import Decimal

import pytest
from django.urls import reverse

from coworking_registry.models import EntryChange, PriceItem, Space, SpaceApplication
from tests.coworking_registry import applying
from workflows.tasks import perform

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(office, as_user):
    case = applying.listed(office, applying.open_call(office))
    as_user(case.opened_by)
    return case


def send(client, entry, **changes):
    """Send the form as a browser does: what is published, and what was typed over it."""
    page = reverse("coworking_registry:application_change", args=[entry.pk])
    form = client.get(page).context["form"]
    typed = {}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, ""):
            typed[name] = value if isinstance(value, list | tuple) else str(value).replace(".", ",")
    for name in ("description", "space_email", "website", "space_phone"):
        typed[name] = form[name].value()
    for name in [one for one in typed if one.startswith("day_")]:
        typed[name] = form[name].value().strftime("%H:%M")
    if form["insured_until"].value():
        typed["insured_until"] = form["insured_until"].value().isoformat()
    return client.post(page, typed | changes | {"seen_version": str(entry.version)})


def test_SPA_25_a_minor_change_holds_at_once_and_keeps_the_old_price(entry, client):
    answer = send(
        client, entry, price_0_price="210,00", day_5_0_opens="09:00", day_5_0_closes="13:00"
    )

    assert answer.status_code == 302, answer.context["form"].errors
    space = Space.objects.get(pk=entry.space_id)
    change = EntryChange.objects.get()
    assert (change.is_taken, change.major, sorted(change.values)) == (True, [], ["hours", "prices"])
    assert space.hours.filter(weekday=5, opens=time(9), closes=time(13)).count() == 1
    running = PriceItem.objects.filter(space=space, valid_to__isnull=True)
    assert list(running.values_list("price", flat=True)) == [Decimal("210.00")]
    case = SpaceApplication.objects.get()
    assert (case.status, case.prices.get().price) == ("listed", Decimal("210.00"))
    assert case.protocol_entries.filter(subject__startswith="Comunicazione di variazione").exists()


@pytest.mark.parametrize("taken", [True, False])
def test_SPA_25_a_major_change_waits_and_is_answered_by_letter(office, entry, client, taken):
    send(client, entry, desks="18", open_space="14", note="Una sala in più.")
    assert Space.objects.get(pk=entry.space_id).desks == 14
    change = EntryChange.objects.get()
    assert (change.major, change.decided_at) == (["desks"], None)
    page = reverse("coworking_registry:application_change", args=[entry.pk])
    assert client.get(page).status_code == 302

    case = SpaceApplication.objects.get()
    act, reason = ("accept_change", "") if taken else ("refuse_change", "Va visto lo spazio.")
    case = perform(case, act, by=office.director, reason=reason)

    letter = case.letters.get(kind="register_change_outcome")
    assert (letter.state, "postazioni: da «14» a «18»" in str(letter.content)) == ("ready", True)
    assert Space.objects.get(pk=entry.space_id).desks == (18 if taken else 14)
    assert EntryChange.objects.get().is_taken is taken


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"desks": "6", "open_space": "2"}, "SPA-01"),
        ({"latitude": "10,7", "longitude": "44,9"}, "SPA-12"),
        ({"day_0_1_opens": "17:00", "day_0_1_closes": "19:00"}, "SPA-08"),
        ({"day_0_0_opens": "19:00", "day_0_0_closes": "08:00"}, "SPA-08"),
        ({"price_0_price": "0"}, "price_0_price"),
        ({"price_0_price": "10,1234"}, "price_0_price"),
        ({"price_0_price": ""}, "SPA-09"),
        ({"day_5_0_opens": "09:00"}, "day_5_0_closes"),
        ({"price_1_price": "20"}, "price_1_kind"),
        ({}, "Nulla è diverso"),
    ],
)
def test_a_change_that_cannot_be_is_refused_in_a_sentence(entry, client, changes, rule):
    answer = send(client, entry, **changes)

    form = answer.context["form"]
    assert answer.status_code == 422
    assert rule in form.errors or rule in str(form.non_field_errors())
    assert not EntryChange.objects.exists()
    assert Space.objects.get(pk=entry.space_id).desks == 14
