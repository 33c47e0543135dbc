"""Saved views: what was filtered comes back under a name, even when part of it is gone."""

from decimal import Decimal

import pytest
from django.urls import reverse

from parties.roles import Role
from tests.office import make_user
from workflows import queue_page, queue_views
from workflows.engine import InputRefused, Refusal, TransitionRefused
from workflows.models import SavedView
from workflows.queries import QueueFilters, queue
from workflows.services import labels, saved_views

pytestmark = pytest.mark.django_db

QUEUE_QUERIES = 12


@pytest.fixture
def url():
    return reverse("workflows:queue")


def save(office, name="Mie", query="tab=mine", *, by=None, is_shared=False):
    return saved_views.save_view(
        name=name, query=query, is_shared=is_shared, by=by or office.officer
    )


def names(response):
    return [view["name"] for view in response.context["views"]]


def test_filters_order_and_columns_come_back_when_saved_from_the_queue(office, as_user, url):
    case = office.file()
    client = as_user(office.officer)
    shown = client.get(
        url, {"tab": "all", "status": "submitted", "sort": "-amount", "after": "x", "strange": "1"}
    )

    answer = client.post(
        reverse("workflows:views"), {"name": "Da prendere", "query": shown.context["view_query"]}
    )

    view = SavedView.objects.get()
    assert view.query == (
        "tab=all&status=submitted&sort=-amount&columns=call.amount.status.term.owner"
    )
    opened = client.get(answer.url)
    assert [row.number for row in opened.context["rows"]] == [case.number]
    assert [(one["name"], one["current"]) for one in opened.context["views"]] == [
        ("Da prendere", True)
    ]


def test_view_is_seen_by_its_owner_alone_until_it_is_shared(office, as_user, url):
    save(office)
    save(office, "Di tutti", by=office.procedure_owner, is_shared=True)

    assert names(as_user(office.officer).get(url)) == ["Di tutti", "Mie"]
    assert names(as_user(office.accountant).get(url)) == ["Di tutti"]


def test_sharing_is_refused_when_person_assigns_no_work(office):
    with pytest.raises(TransitionRefused) as refused:
        save(office, is_shared=True)

    assert refused.value.why is Refusal.RIGHT


@pytest.mark.parametrize("name", ["mie", " Mie ", "  "])
def test_name_is_refused_when_taken_or_empty(office, name):
    save(office)

    with pytest.raises(InputRefused) as refused:
        save(office, name)

    assert list(refused.value.message_dict) == ["name"]


def test_same_name_serves_two_people(office):
    save(office)
    save(office, by=office.director)

    assert SavedView.objects.count() == 2


def test_another_view_is_refused_when_there_are_fifty(office):
    for number in range(50):
        save(office, f"Vista {number}")

    with pytest.raises(InputRefused):
        save(office, "Una di troppo")


def test_what_was_typed_stays_when_the_name_is_taken(office, as_user):
    save(office)

    response = as_user(office.officer).post(
        reverse("workflows:views"), {"name": "Mie", "query": "tab=all&q=rossi"}
    )

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["name"])
    assert response.context["query"].startswith("tab=all&q=rossi&columns=")


def test_view_is_renamed_and_deleted_by_its_owner(office, as_user):
    view = save(office)
    client = as_user(office.officer)

    client.post(reverse("workflows:view", args=[view.pk]), {"name": "Le mie"})
    view.refresh_from_db()
    assert view.name == "Le mie"

    client.post(reverse("workflows:view_delete", args=[view.pk]))
    assert SavedView.objects.count() == 0


def test_shared_view_of_a_colleague_is_kept_by_whoever_assigns_work(office, as_user):
    second = make_user("responsabile@example.org", Role.PROCEDURE_OWNER)
    view = save(office, by=second, is_shared=True)
    address = reverse("workflows:view", args=[view.pk])

    assert as_user(office.officer).get(address).status_code == 404
    as_user(office.procedure_owner).post(address, {"name": "Di tutti", "is_shared": "on"})
    view.refresh_from_db()
    assert (view.name, view.owner, view.is_shared) == ("Di tutti", second, True)


def test_view_opens_and_says_what_was_left_out_when_part_of_it_is_gone(office, as_user, url):
    case = office.file()
    left = make_user("uscita@example.org")
    query = (
        f"tab=tutte&officer={left.pk}&call=NON-C-E&label=77&status=submitted"
        "&amount_from=x&sort=age&columns=amount.shoe"
    )
    save(office, query=query)

    response = as_user(office.director).get(f"{url}?{query}")

    assert response.status_code == 200
    assert (response.context["columns"], response.context["filters"].status) == (
        ["amount"],
        "submitted",
    )
    told = " ".join(response.context["left_out"])
    assert [word in told for word in (str(left), "NON-C-E", "77", "“x”")] == [True] * 4
    assert len(response.context["left_out"]) == 7
    assert case.number not in told


def test_columns_of_a_view_give_way_when_others_are_chosen(office, as_user, url):
    office.file()
    client = as_user(office.officer)

    answer = client.post(
        reverse("workflows:queue_columns"),
        {"column": ["filed"], "next": f"{url}?tab=nobody&columns=amount"},
    )

    assert answer.url == f"{url}?tab=nobody"
    assert client.get(answer.url).context["columns"] == ["filed"]


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ({"amount_from": "600,00"}, 1),
        ({"amount_from": "600,01"}, 0),
        ({"amount_to": "600"}, 1),
        ({"amount_to": "599,99"}, 0),
        ({"amount_from": "1.000,00"}, 0),
        ({"amount_from": "500", "amount_to": "700"}, 1),
    ],
)
def test_amounts_narrow_the_queue_when_written_as_here(office, as_user, url, amounts, found):
    office.file()

    response = as_user(office.officer).get(url, {"tab": "all"} | amounts)

    assert len(response.context["rows"]) == found


def test_second_amount_is_left_out_when_less_than_the_first(office, as_user, url):
    office.file()

    response = as_user(office.officer).get(
        url, {"tab": "all", "amount_from": "500", "amount_to": "100"}
    )

    filters = response.context["filters"]
    assert (filters.amount_from, filters.amount_to) == (Decimal(500), None)
    assert len(response.context["left_out"]) == 1


def test_case_without_amount_is_in_no_range(office):
    case = office.file()
    type(case).objects.filter(pk=case.pk).update(amount=None)

    filters = QueueFilters(tab="all", amount_from=Decimal(0))

    assert list(queue(office.officer, filters)) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_stay_the_same_with_labels_views_and_covers(
    office, as_user, url, rows, django_assert_num_queries
):
    label = labels.create(name="Urgente", tone="danger", by=office.procedure_owner)
    for number in range(rows):
        labels.stick(label, office.file(), by=office.officer)
        save(office, f"Vista {number}")
    client = as_user(office.officer)
    client.get(url)

    with django_assert_num_queries(QUEUE_QUERIES):
        response = client.get(url, {"tab": "all", "label": label.pk, "amount_from": "1"})

    assert len(response.context["rows"]) == rows


def test_same_filters_are_always_written_in_the_same_way(rf):
    asked = rf.get("/", {"sort": "term", "q": " rossi ", "tab": "all", "term": "", "after": "x"})

    assert queue_views.kept(asked.GET) == "tab=all&q=rossi&sort=term"


def test_page_of_a_view_asks_for_its_name_when_opened(office, as_user):
    view = save(office)
    client = as_user(office.officer)

    page = client.get(reverse("workflows:view", args=[view.pk]))

    assert page.context["form"].initial == {"name": "Mie", "is_shared": False}
    assert client.get(reverse("workflows:views")).context["rows"][0]["filters"] == [
        queue_page.TAB_LABELS["mine"]
    ]


def test_list_of_views_says_how_to_save_one_when_there_is_none(office, as_user):
    page = as_user(office.accountant).get(reverse("workflows:views")).content.decode()

    assert "ui-empty-title" in page
