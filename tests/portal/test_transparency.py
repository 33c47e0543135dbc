"""The public list of grants: who, how much, by which act; nobody's private data (TRA-02 to TRA-14)."""

import csv
import json
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from django.urls import reverse

from calls.models import Parameter
from grants import publication
from parties import moment
from tests.accounting.books import firm, granted_to
from tests.grants.test_recalls import paid

pytestmark = pytest.mark.django_db


@pytest.fixture
def low(law):
    """A threshold that one grant of 600,00 passes."""
    Parameter.objects.filter(code="transparency_threshold").update(value="500.00")


def page(client, **found):
    return client.get(reverse("portal:transparency_year", args=[moment.today().year]), found)


def files(client, ending):
    year = moment.today().year
    answer = client.get(reverse("portal:transparency_file", args=[year, ending]))
    assert answer["X-Robots-Tag"] == "noindex"
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def test_TRA_02_nothing_is_published_below_the_threshold(office, client):
    granted_to(office, firm("Alfa srl"), "enterprise")

    answer = client.get(reverse("portal:transparency"))

    assert answer.status_code == 200
    assert "Ancora nulla da pubblicare" in answer.content.decode()


def test_TRA_04_a_grant_is_published_with_its_act_and_what_was_paid(office, low, client):
    case = paid(office)

    answer = client.get(reverse("portal:transparency"), follow=True)

    (line,) = answer.context["lines"]
    act = case.letters.get(kind="grant")
    assert (line.name, line.granted, line.paid) == (
        "Alfa srl",
        Decimal("600.00"),
        Decimal("600.00"),
    )
    assert (line.act_number, line.cup, line.call) == (act.protocol.mark, case.cup, "COW-SPORT")
    assert f"Contributi concessi {moment.today().year}" in answer.content.decode()
    assert answer["X-Robots-Tag"] == "noindex"


def test_TRA_05_nobody_in_hardship_is_named_in_page_or_files(office, low, client):
    person = office.granted().applicant

    shown = page(client).content.decode() + files(client, "csv") + files(client, "json")

    assert "BEN-" in shown
    assert person.name not in shown
    assert person.tax_code not in shown


def test_TRA_08_the_formats_say_the_same(office, low, client):
    granted_to(office, firm("=Alfa & figli srl"), "enterprise")

    (row,) = csv.DictReader(files(client, "csv").splitlines(), delimiter=";")
    listed = json.loads(files(client, "json"))
    (node,) = ET.fromstring(files(client, "xml"))

    (line,) = listed["concessioni"]
    assert row["importo_concesso"] == "600,00"
    assert row["beneficiario"] == "'=Alfa & figli srl"
    assert line["beneficiario"] == "=Alfa & figli srl"
    assert {child.tag: child.text or "" for child in node} == {
        name: str(value) for name, value in line.items()
    }
    assert listed["licenza"] == "CC-BY-4.0"


def test_TRA_09_a_list_leaves_after_five_years(office, low):
    granted_to(office, firm("Alfa srl"), "enterprise")
    today = moment.today()

    assert publication.years(today) == [today.year]
    assert publication.years(today.replace(year=today.year + 5, month=12, day=31)) == [today.year]
    assert publication.years(today.replace(year=today.year + 6, month=1, day=1)) == []


def test_a_list_of_one_call_and_years_without_a_list(office, low, client):
    granted_to(office, firm("Alfa srl"), "enterprise")

    assert len(page(client, bando="COW-SPORT").context["lines"]) == 1
    assert len(page(client, bando="Niente").context["lines"]) == 1
    for path in ("/trasparenza/1999/", "/trasparenza/1999.csv", "/trasparenza/2026.exe"):
        assert client.get(path).status_code == 404


def test_queries_are_as_many_for_one_row_as_for_three(
    office, low, client, django_assert_num_queries
):
    granted_to(office, firm("Alfa srl"), "enterprise")
    page(client)
    with django_assert_num_queries(16):
        page(client)
    for name in ("Beta srl", "Gamma srl"):
        granted_to(office, firm(name), "enterprise")
    with django_assert_num_queries(16):
        page(client)
