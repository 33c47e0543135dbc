"""Balances first, then the moves they are made of."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounting.services import ledger
from calls.models import Call
from parties.roles import Role
from tests.accounting.books import own_queries
from tests.office import ENDOWMENT, make_user

pytestmark = pytest.mark.django_db

READERS = {Role.ACCOUNTANT, Role.DIRECTOR, Role.AUDITOR, Role.OFFICER, Role.PROCEDURE_OWNER}


def page_of(call, query=""):
    return reverse("accounting:budget", args=[call.code]) + query


def moves(response):
    return [
        (entry.source, entry.target, entry.amount, entry.case and entry.case.number)
        for entry in response.context["entries"]
    ]


def test_balances_are_shown_call_by_call(office, as_user):
    office.granted()
    ledger.reserve(office.file(), Decimal(150), by=office.director, description="Prova")

    response = as_user(office.accountant).get(reverse("accounting:budgets"))

    [row] = response.context["rows"]
    assert [(str(b.pot), b.amount, b.percent) for b in row["balances"]] == [
        ("available", ENDOWMENT - 750, 98),
        ("reserved", Decimal(150), 0),
        ("granted", Decimal(600), 1),
        ("paid", Decimal(0), 0),
        ("economies", Decimal(0), 0),
    ]
    assert row["used"] == 1
    assert "59.250,00 €" in response.content.decode()


def test_page_of_a_call_tells_how_its_money_moved(office, as_user):
    case = office.granted()

    response = as_user(office.officer).get(page_of(office.call))

    assert [(f.move, f.moves, f.cases, f.amount) for f, _ in response.context["flows"]] == [
        ("outside-available", 1, 0, ENDOWMENT),
        ("available-granted", 1, 1, Decimal(600)),
    ]
    assert moves(response) == [
        ("available", "granted", Decimal(600), case.number),
        ("outside", "available", ENDOWMENT, None),
    ]
    assert response.context["days"] == [(timezone.localdate(), ENDOWMENT - 600)]
    assert reverse("workflows:office_case", args=[case.pk]) in response.content.decode()


def test_moves_are_filtered_by_balance_move_case_and_day(office, as_user):
    first, second = office.granted(), office.granted()
    today = timezone.localdate()
    client = as_user(office.accountant)

    def found(query):
        return [move[3] for move in moves(client.get(page_of(office.call, query)))]

    assert found("?move=granted") == [second.number, first.number]
    assert found("?move=outside-available") == [None]
    assert found("?move=reserved") == []
    assert found(f"?case={first.number[-5:]}") == [first.number]
    assert found(f"?move=granted&since={today}&until={today}") == [second.number, first.number]
    assert found(f"?until={today - timedelta(days=1)}") == []


def test_filter_that_makes_no_sense_is_said_and_asks_for_nothing(office, as_user):
    client = as_user(office.accountant)
    today = timezone.localdate()

    response = client.get(
        page_of(office.call, f"?since={today}&until={today - timedelta(days=1)}&move=pocket")
    )

    assert set(response.context["form"].errors) == {"move", "until"}
    assert len(moves(response)) == 1


def test_long_list_is_read_page_by_page(office, as_user):
    for _ in range(51):
        ledger.endow(office.call, Decimal(1), by=None, description="Prova")
    client = as_user(office.accountant)

    first = client.get(page_of(office.call))
    second = client.get(page_of(office.call, f"?after={first.context['next_cursor']}"))
    back = client.get(page_of(office.call, f"?before={second.context['previous_cursor']}"))

    assert (len(moves(first)), len(moves(second))) == (50, 2)
    assert moves(back) == moves(first)
    assert (first.context["previous_cursor"], second.context["next_cursor"]) == ("", "")


def test_call_without_funds_and_unknown_call_are_not_found(office, as_user):
    client = as_user(office.accountant)
    other = Call.objects.exclude(pk=office.call.pk).first()

    assert client.get(page_of(other)).status_code == 404
    assert client.get("/ufficio/fondi/nessuno/").status_code == 404


def test_empty_page_says_why(law, as_user):
    response = as_user(make_user("contabile@example.org", Role.ACCOUNTANT)).get(
        reverse("accounting:budgets")
    )

    assert response.context["rows"] == []
    assert "ui-empty" in response.content.decode()


@pytest.mark.parametrize("role", Role)
def test_balances_are_for_those_whom_the_table_names(office, as_user, role):
    client = as_user(office.staff[role])

    answers = {
        client.get(url).status_code for url in (reverse("accounting:budgets"), page_of(office.call))
    }
    assert answers == {200 if role in READERS else 403}


def test_applicants_and_strangers_see_no_balance(office, as_user, client):
    urls = (reverse("accounting:budgets"), page_of(office.call))

    assert {client.get(url).status_code for url in urls} == {302}
    applicant = as_user(office.applicant())
    assert {applicant.get(url).status_code for url in urls} == {403}


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_are_as_many_for_one_row_as_for_three(office, as_user, rows):
    others = Call.objects.exclude(pk=office.call.pk).order_by("code")[: rows - 1]
    for call in others:
        ledger.endow(call, Decimal(100), by=None, description="Prova")
    for _ in range(rows):
        office.granted()
    client = as_user(office.accountant)
    client.get(page_of(office.call))

    counts = []
    for url in (reverse("accounting:budgets"), page_of(office.call)):
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len(own_queries(queries)))
    assert counts == [3, 7]
