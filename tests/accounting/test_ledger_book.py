"""The workbook of a ledger: its rows end in the balances."""

from decimal import Decimal

import pytest

from accounting.models import Budget
from accounting.services import ledger
from grants.models import RentContribution
from tests.accounting.books import cents, made, sheets, table

pytestmark = pytest.mark.django_db(transaction=True)


def test_ledger_workbook_ends_in_the_balances(office):
    office.granted()
    case = office.file()
    ledger.reserve(case, Decimal(50), by=None, description="=1+1")
    workbook = made(office, "ledger")

    rows = table(sheets(workbook)["Movimenti"])
    assert [(row["Da"], row["A"], row["Importo"], row["Pratica"]) for row in rows] == [
        ("Fuori dal bando", "Disponibile", 60000, None),
        ("Disponibile", "Concesso", 600, RentContribution.objects.first().number),
        ("Disponibile", "Prenotato", 50, case.number),
    ]
    assert (workbook.total, workbook.agrees) == (Budget.objects.get().available, True)
    sums = {name: cents(row[name] or 0 for row in rows) for name in ("Prenotato", "Concesso")}
    assert sums == {"Prenotato": Decimal(50), "Concesso": Decimal(600)}


def test_ledger_workbook_holds_what_the_filters_ask_for(office):
    case = office.granted()
    office.granted()
    filters = {"move": "available-granted", "case": case.number}
    workbook = made(office, "ledger", filters=filters)

    sheet = sheets(workbook)["Movimenti"]
    assert (
        sheet["A2"].value == f"Solo i movimenti con Disponibile → Concesso, pratica: {case.number}"
    )
    assert [row["Pratica"] for row in table(sheet)] == [case.number]
    assert (workbook.total, workbook.agrees) == (Decimal(-600), True)
