"""The figures everybody may read: what they count, what they keep back, the files, the questions asked."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from portal.statistics import figures
from portal.statistics.tables import Line

pytestmark = pytest.mark.django_db

PAGE = reverse("portal:statistics")
QUERIES = 13


def file_of(code: str, ending: str) -> str:
    return reverse("portal:statistics_file", args=[code, ending])


def test_page_counts_what_was_granted_and_keeps_small_groups_back(client, office, settings):
    for _ in range(3):
        office.granted()
    office.proposed()

    tables = {table.about.code: table for table in client.get(PAGE).context["tables"]}

    assert list(tables) == list(figures.TABLES)
    assert tables["comuni"].lines == (Line("Mantova", (3, Decimal("1800.00")), 1000),)
    assert tables["fondi"].lines[0].figures[1:] == (
        Decimal("1800.00"),
        Decimal("0.00"),
        Decimal("58200.00"),
        4,
    )
    settings.STATISTICS_LEAST = 4
    page = client.get(PAGE)
    assert {t.about.code: t for t in page.context["tables"]}["comuni"].total == Line(
        "Totale", (None, None)
    )
    assert "non indicato per riservatezza" in page.content.decode()


@pytest.mark.parametrize("cases", [1, 3])
def test_page_asks_the_same_number_of_questions_whatever_it_counts(
    client, office, cases, django_assert_num_queries
):
    for _ in range(cases):
        office.granted()

    with django_assert_num_queries(QUERIES):
        client.get(PAGE)


def test_page_says_so_when_there_is_nothing_to_count(client):
    page = client.get(PAGE)

    assert page.status_code == 200
    assert [table.lines for table in page.context["tables"]] == [()] * len(figures.TABLES)


def test_age_is_that_of_the_day_of_filing(office, settings):
    settings.STATISTICS_LEAST = 1
    case = office.granted()
    day = timezone.localtime(case.submitted_at).date()
    person = case.representative
    person.birth_date = day.replace(year=day.year - 30) + timedelta(days=1)
    person.save()

    assert [line.label for line in figures.by_age().lines] == ["25–29 anni"]


def test_files_say_what_the_page_says(client, office, tmp_path):
    for _ in range(3):
        office.granted()

    text = client.get(file_of("comuni", "csv")).content.decode("utf-8-sig")
    book = tmp_path / "comuni.xlsx"
    book.write_bytes(client.get(file_of("comuni", "xlsx")).content)

    assert text == "Comune;Contributi;Importo\r\nMantova;3;1800,00\r\n"
    values = [row for row in load_workbook(book).active.iter_rows(values_only=True) if row[0]]
    assert values[-1][:3] == ("Mantova", 3, 1800)


@pytest.mark.parametrize("name", ["nothing.csv", "eta.exe", f"{'x' * 5000}.csv"])
def test_no_other_file_is_there(client, name):
    assert client.get(f"{PAGE}{name}").status_code == 404
