"""The workbook of candidates, read back: points, places, reasons, interviews, equal to the ledger."""

from decimal import Decimal

import pytest

from accounting.services.ledger import endow
from internships.candidate_content import RestrictedContent
from internships.models import Candidacy
from tests.accounting.books import cents, made, sheets, table
from tests.internships import applying, offering
from workflows.tasks import perform

pytestmark = pytest.mark.django_db(transaction=True)

ROWS, PAIRINGS, INTERVIEWS = "Candidature e graduatoria", "Abbinamenti", "Colloqui"


def test_the_workbook_tells_places_reasons_and_interviews_and_agrees_with_the_ledger(office):
    call = offering.open_call(office)
    endow(call, Decimal("9000.00"), by=None, description="Dotazione")
    place = offering.published(office, call, places=1)
    first = applying.interviewed(office, call, place)
    restricted = RestrictedContent("E1", "Collocamento mirato", "")
    second = applying.interviewed(office, call, place, condition="", restricted=restricted)
    applying.ranked(office, call, {first: 90, second: 80})
    applying.paired(office, call)
    first = perform(Candidacy.objects.get(pk=first.pk), "accept_placement", by=first.opened_by)
    first = perform(first, "assign", by=place.opened_by)

    book = made(office, "candidates", call)

    read = sheets(book, values=True)
    rows = table(read[ROWS])[:2]
    assert [(row["candidatura"], row["punti"], row["posizione"]) for row in rows] == [
        (first.number, 90, 1),
        (second.number, 80, 2),
    ]
    assert [row["rimborso_accantonato"] for row in rows] == [1800, None]
    assert [row["stato"] for row in rows] == ["Posto assegnato", "Idonea, in graduatoria"]
    assert rows[0]["soggetto_ospitante"] == place.applicant.name
    pairings = table(read[PAIRINGS])[:2]
    assert [row["offerta"] for row in pairings] == [place.number, None]
    assert "Resta in riserva" in pairings[1]["perche"]
    interviews = table(read[INTERVIEWS])[:2]
    assert {row["assenza_conflitti"] for row in interviews} == {"sì"}
    assert {row["per_ospitante"] for row in interviews} == {"Paolo Righi"}
    assert book.ledger_total == cents([1800])
    told = str([list(sheet.iter_rows(values_only=True)) for sheet in read.values()])
    assert [word for word in ("E1", "mirato") if word in told] == []
