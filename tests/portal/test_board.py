"""The office at a glance: what is counted, where rows lead, the filters, the files, the questions asked."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from parties.roles import Role
from portal import board
from portal.board import Asked
from tests.access_world import knock
from tests.office import days_ago
from workflows.models import Case

pytestmark = pytest.mark.django_db

PAGE = reverse("portal:board")


def seen(page) -> dict:
    return {table.about.code: table for table in page.context["tables"]}


def figures_of(table) -> dict:
    return {line.label: line.figures for line in table.lines}


def test_board_counts_cases_by_age_term_call_and_status(office):
    with days_ago(40):
        late = office.examined()
    Case.objects.filter(pk=late.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    office.file()
    office.granted()

    tables = seen(knock(office.director).get(PAGE))

    assert list(tables) == ["durata", "termini", "imbuto", "stati", "fondi"]
    assert figures_of(tables["durata"])["31–60 giorni"] == (1, 1)
    assert figures_of(tables["termini"])["Scadute"] == (1,)
    assert figures_of(tables["imbuto"]) == {"COW-SPORT": (3, 2, 1, 1)}
    assert figures_of(tables["stati"]) == {"Presentata": (1,), "In istruttoria": (1,)}
    (line,) = tables["fondi"].lines
    assert line.figures == (
        Decimal("60000.00"),
        Decimal("600.00"),
        Decimal("0.00"),
        Decimal("59400.00"),
        Decimal("600.00"),
    )
    assert line.label == "COW-SPORT – a questo ritmo per altri 2970 giorni"


def test_rows_lead_to_the_queue_with_the_same_filters(office):
    office.examined()

    tables = seen(knock(office.director).get(PAGE, {"call": "COW-SPORT"}))

    urls = {line.url for line in tables["stati"].lines}
    assert urls == {"/ufficio/?tab=all&call=COW-SPORT&status=under_examination"}


def test_filters_narrow_and_wrong_ones_are_as_if_off(office):
    office.examined()
    office.file()
    client = knock(office.director)

    mine = seen(client.get(PAGE, {"officer": str(office.officer.pk)}))
    nobody = seen(client.get(PAGE, {"officer": "x" * 5000, "call": "NESSUNO"}))

    assert figures_of(mine["imbuto"]) == {"COW-SPORT": (1, 1, 0, 0)}
    assert figures_of(nobody["imbuto"]) == {"COW-SPORT": (2, 1, 0, 0)}


def test_funds_are_for_whoever_reads_the_ledger(office):
    stranger = office.staff[Role.EVALUATOR]

    found = board.tables(Asked(), stranger, timezone.localdate())

    assert [table.about.code for table in found] == ["durata", "termini", "imbuto", "stati"]


def test_files_have_the_filters_of_the_page(office):
    office.examined()
    office.file()
    client = knock(office.director)

    text = client.get(f"{PAGE}imbuto.csv", {"officer": str(office.officer.pk)}).content

    assert text.decode("utf-8-sig") == (
        "Bando;Domande presentate;Prese in carico;Decise o chiuse;Con fondi\r\nCOW-SPORT;1;1;0;0\r\n"
    )
    assert client.get(f"{PAGE}durata.exe").status_code == 404
    assert client.get(f"{PAGE}nulla.csv").status_code == 404


@pytest.mark.parametrize("cases", [1, 3])
def test_board_asks_the_same_number_of_questions_whatever_it_counts(
    office, cases, django_assert_num_queries
):
    for _ in range(cases):
        office.granted()

    with django_assert_num_queries(2):
        board.tables(Asked(), office.director, timezone.localdate())
