"""The public directory and the page of a space."""

from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from coworking_registry.models import OpeningHours, Qualification, Service, Space
from coworking_registry.presentation import opening_at
from coworking_registry.queries import directory
from parties.roles import Role
from tests.office import make_space, make_user

pytestmark = pytest.mark.django_db

LIST = reverse("coworking_registry:list")


def names(response):
    return [entry.space.name for entry in response.context["entries"]]


def suspend(space):
    today = timezone.localdate()
    space.qualifications.update(valid_to=today - timedelta(days=1))
    return Qualification.objects.create(
        space=space,
        standing=Qualification.Standing.SUSPENDED,
        act="Determinazione n. 7/2026",
        valid_from=today,
    )


def test_list_shows_spaces_of_the_register_by_name(client):
    make_space("Mulino Prova")
    make_space("Corte Prova")

    assert names(client.get(LIST)) == ["Corte Prova", "Mulino Prova"]


def test_list_leaves_out_spaces_that_are_no_longer_or_never_were_in_the_register(client):
    make_space("Prova Nuova").qualifications.all().delete()
    gone = make_space("Prova Chiusa")
    gone.qualifications.update(valid_to=timezone.localdate() - timedelta(days=1))

    response = client.get(LIST)

    assert names(response) == []
    assert "elenco" in response.content.decode() or "register" in response.content.decode()


def test_list_says_since_when_a_space_is_suspended(client):
    suspend(make_space("Mulino Prova"))

    standing = client.get(LIST).context["entries"][0].standing

    assert (standing.tone, standing.is_qualified) == ("warning", False)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=mulino", ["Mulino Prova"]),
        ("q=suzz+corte", ["Corte Prova"]),
        ("municipality=Suzzara", ["Corte Prova"]),
        ("kind=fablab", ["Corte Prova"]),
        ("service=parking", ["Mulino Prova"]),
        ("service=parking&municipality=Suzzara", []),
        ("kind=castle", ["Corte Prova", "Mulino Prova"]),
        ("desks=20", ["Corte Prova"]),
        ("desks=21", []),
        ("desks=-1", ["Corte Prova", "Mulino Prova"]),
        ("price=200", ["Mulino Prova"]),
        ("price=199.99", []),
        ("price=nan", ["Corte Prova", "Mulino Prova"]),
        ("accessibility=total", ["Mulino Prova"]),
        ("accessibility=partial", ["Corte Prova", "Mulino Prova"]),
        ("q=%00", ["Corte Prova", "Mulino Prova"]),
        ("after=not-a-number", ["Corte Prova", "Mulino Prova"]),
    ],
)
def test_list_keeps_what_the_address_asks_for(client, query, found):
    mill = make_space("Mulino Prova")
    court = make_space("Corte Prova", "Suzzara", kind="fablab", desks=20, accessibility="partial")
    court.price_items.update(price="250.00")
    mill.services.add(Service.objects.create(code="parking", name_it="Parcheggio", name_en="Park"))

    assert names(client.get(f"{LIST}?{query}")) == found


def test_list_answers_a_search_of_5000_characters_with_a_sentence(client):
    make_space("Mulino Prova")
    make_space("Corte Prova", kind="fablab")

    page = client.get(LIST, {"q": "mulino " * 714, "kind": "fablab"})

    assert (page.status_code, names(page)) == (200, ["Corte Prova"])
    assert "Si cercano al massimo 100 caratteri: i tuoi sono 4997" in page.content.decode()


@pytest.mark.parametrize(
    ("hour", "found", "sentence"),
    [
        ("08:59", [], "Chiuso adesso, apre oggi alle 09:00"),
        ("09:00", ["Mulino Prova"], "Aperto adesso, fino alle 13:00"),
        ("13:00", [], "Chiuso adesso, apre oggi alle 14:00"),
        ("18:30", [], "Chiuso adesso, apre giovedì alle 09:00"),
    ],
)
def test_list_keeps_what_is_open_now_and_says_until_when(client, hour, found, sentence):
    mill = make_space("Mulino Prova")
    for opens, closes in ((9, 13), (14, 18)):
        OpeningHours.objects.create(space=mill, weekday=3, opens=time(opens), closes=time(closes))
    at = datetime.fromisoformat(f"2026-03-12T{hour}")

    kept = directory(at, {"open": "now"})

    assert [space.name for space in kept] == found
    assert opening_at(mill, at) == sentence


def test_list_is_cut_into_pages_that_keep_the_filters(client):
    for number in range(26):
        make_space(f"Prova {number:02}")

    first = client.get(f"{LIST}?kind=coworking")
    onwards = first.context["next_cursor"]
    second = client.get(f"{LIST}?kind=coworking&after={onwards}")
    back = client.get(f"{LIST}?kind=coworking&before={second.context['previous_cursor']}")

    assert len(names(first)) == 24
    assert names(second) == ["Prova 24", "Prova 25"]
    assert names(back) == names(first)
    assert f"kind=coworking&amp;after={onwards}" in first.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_list_takes_the_same_queries_for_one_and_three_rows(
    client, rows, django_assert_num_queries
):
    for number in range(rows):
        space = make_space(f"Prova {number}")
        space.services.add(Service.objects.create(code=f"s{number}", name_it="S", name_en="S"))
        OpeningHours.objects.create(space=space, weekday=0, opens=time(9), closes=time(18))

    # One of them looks for what may become a space.
    with django_assert_num_queries(9):
        assert len(names(client.get(LIST))) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_page_takes_the_same_queries_for_one_and_three_prices(
    client, rows, django_assert_num_queries
):
    space = make_space("Mulino Prova")
    desk = space.price_items.get()
    for _number in range(rows - 1):
        desk.pk = None
        desk.save()

    with django_assert_num_queries(6):
        page = client.get(reverse("coworking_registry:space", args=[space.slug]))

    assert len(page.context["prices"]) == rows


def test_page_shows_prices_in_force_with_and_without_vat(client):
    space = make_space("Mulino Prova")
    old = space.price_items.get()
    old.pk, old.valid_to = None, timezone.localdate() - timedelta(days=1)
    old.save()

    page = client.get(reverse("coworking_registry:space", args=[space.slug]))

    assert [(str(row["price"]), str(row["with_vat"])) for row in page.context["prices"]] == [
        ("200.00", "244.00")
    ]


def test_page_shows_the_week_when_the_hours_are_known(client):
    space = make_space("Mulino Prova")
    OpeningHours.objects.create(space=space, weekday=0, opens=time(9), closes=time(13))
    OpeningHours.objects.create(space=space, weekday=0, opens=time(14), closes=time(18))

    week = client.get(reverse("coworking_registry:space", args=[space.slug])).context["week"]

    assert len(week) == 7
    assert week[0]["value"] == "09:00–13:00, 14:00–18:00"


def test_history_is_shown_to_the_office_only(client, as_user):
    space = make_space("Mulino Prova")
    period = suspend(space)
    address = reverse("coworking_registry:space", args=[space.slug])

    public = client.get(address)
    office = as_user(make_user("revisore@example.org", Role.AUDITOR)).get(address)

    assert period.act not in public.content.decode()
    assert period.act in office.content.decode()


def test_page_of_a_space_never_listed_opens_to_the_office_only(client, as_user):
    space = make_space("Mulino Prova")
    space.qualifications.all().delete()
    address = reverse("coworking_registry:space", args=[space.slug])

    assert client.get(address).status_code == 404
    assert as_user(make_user("revisore@example.org", Role.AUDITOR)).get(address).status_code == 200


def test_page_of_an_unknown_space_is_not_found(client):
    assert client.get(reverse("coworking_registry:space", args=["nessuno"])).status_code == 404
    assert Space.objects.count() == 0


EMBEDDED = reverse("coworking_registry:embedded")


def test_directory_for_frames_may_be_held_and_gives_no_cookie(client):
    make_space("Corte Prova", kind="fablab")
    make_space("Mulino Prova")

    page = client.get(EMBEDDED, {"kind": "fablab"})

    assert [entry.space.name for entry in page.context["entries"]] == ["Corte Prova"]
    assert "X-Frame-Options" not in page.headers
    assert "frame-ancestors 'self' *;" in page.headers["Content-Security-Policy"] + ";"
    assert not page.cookies


def test_no_other_page_may_be_held_in_a_frame(client):
    page = client.get(LIST)

    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self';" in page.headers["Content-Security-Policy"] + ";"
