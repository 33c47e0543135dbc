"""The public list of offers: what it shows, how it is searched, paged and how much it asks."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from internships.views import public
from parties import moment
from tests.internships import offering
from tests.office import person
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
LIST = reverse("internships:offers")


@pytest.fixture
def call(office):
    return offering.open_call(office)


def put_up(office, call, host: str, **changes):
    tutor = person(office.count + 300).tax_code
    return offering.published(office, call, host, tutor_tax_code=tutor, **changes)


def titles(client, query: str = "") -> list[str]:
    return [one["offer"].title for one in client.get(f"{LIST}?{query}").context["entries"]]


def test_only_what_is_published_and_still_to_begin_is_listed(office, call, client):
    put_up(office, call, "Prima srl", title="In elenco")
    offering.proposed(office, call, "Seconda srl", title="In istruttoria")
    other = person(400).tax_code
    later = offering.proposed(office, call, "Terza srl", title="Da domani", tutor_tax_code=other)
    perform(later, "admit", by=office.director, published_on=moment.today() + timedelta(days=1))
    closed = put_up(office, call, "Quarta srl", title="Chiusa")
    perform(closed, "close_offer", by=office.officer, reason="Posti coperti.")

    assert titles(client) == ["In elenco"]
    for gone in (later, closed):
        url = reverse("internships:offer", args=[gone.number])
        assert client.get(url).status_code == 404


def test_every_filter_narrows_the_list(office, call, client):
    put_up(office, call, "Prima srl", title="Grafica", area="digital", months=3)
    put_up(office, call, "Seconda srl", title="Riuso", skills="riciclo", allowance=Decimal(800))

    asked = {
        "": ["Riuso", "Grafica"],
        "q=riciclo": ["Riuso"],
        "q=mantova": ["Riuso", "Grafica"],
        "area=digital": ["Grafica"],
        "months=3": ["Grafica"],
        "allowance=700": ["Riuso"],
        "municipality=Mantova": ["Riuso", "Grafica"],
        "municipality=Altrove": ["Riuso", "Grafica"],
        "call=TIR-COW": ["Riuso", "Grafica"],
        "q=nulla": [],
        "q=%00": ["Riuso", "Grafica"],
    }
    assert {query: titles(client, query) for query in asked} == asked


def test_pages_follow_one_another_without_a_gap(office, call, client, monkeypatch):
    monkeypatch.setattr(public, "PAGE_SIZE", 1)
    for number in range(3):
        put_up(office, call, f"Ditta {number} srl", title=f"Posto {number}")

    seen, after = [], ""
    for _page in range(3):
        page = client.get(LIST, {"after": after}).context
        seen += [one["offer"].title for one in page["entries"]]
        after = page["next_cursor"]

    assert (seen, after) == (["Posto 2", "Posto 1", "Posto 0"], "")


def test_more_offers_ask_no_more_of_the_database(office, call, client):
    asked = []
    for number in range(3):
        put_up(office, call, f"Ditta {number} srl")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(LIST)
        asked.append(len(queries))

    assert asked[0] == asked[2]


def test_the_office_page_asks_no_more_for_more_rows(office, call, as_user):
    asked = []
    for number, rows in enumerate((1, 3)):
        learnt = tuple(offering.Learnt(f"Competenza {one}", 4) for one in range(rows))
        case = offering.examined(office, call, f"Ditta {number} srl", competences=learnt)
        client = as_user(office.officer)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("workflows:office_case", args=[case.pk]))
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_an_empty_list_says_what_will_stand_there(client, office):
    assert "Ora non ci sono tirocini offerti" in client.get(LIST).content.decode()
