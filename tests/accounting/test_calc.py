"""Every workbook of the accountants opens in LibreOffice Calc, and its numbers sum there to the ledger."""

from decimal import Decimal
from pathlib import Path

import pytest

from accounting.models import Budget, Payment, PaymentState, Recovery
from tests.accounting import calc
from tests.accounting.books import firm, granted_to, made
from tests.grants.test_recalls import decided, paid, receipt

pytestmark = pytest.mark.django_db(transaction=True)

BOOKS = (
    "granted",
    "ledger",
    "liquidation",
    "lines",
    "withholding",
    "endowments",
    "recoveries",
    "transparency",
    "funders",
)


def test_every_workbook_sums_in_calc_to_the_ledger(office, tmp_path):
    decided(office, paid(office))
    receipt(office, Recovery.objects.get(), "100.00", "77")
    granted_to(office, firm("Beta srl"), "enterprise")
    books = {code: Path(made(office, code).file.path) for code in BOOKS}

    found = calc.opened(books, tmp_path)

    for sheets in found.values():
        cells = [cell for sheet in sheets.values() for row in sheet for cell in row]
        assert not [cell for cell in cells if cell.startswith(("#", "Err:"))]
        lines = calc.rows(sheets["Quadratura"], "Bando")
        assert {(line["Esito"], Decimal(line["Differenza"])) for line in lines} == {
            ("concorda", Decimal(0))
        }
    budget = Budget.objects.get()
    payments = Payment.objects.filter(state=PaymentState.PAID)
    sheet = calc.rows(found["liquidation"]["Liquidazione"], "esercizio")
    register = calc.rows(found["withholding"]["Registro ritenute"], "anno")
    position = calc.rows(found["endowments"]["Posizione"], "bando_codice")
    assert calc.total(sheet, "contributo_lordo") == sum(one.gross for one in payments)
    returned = Recovery.objects.get().receipts.get().capital
    assert calc.total(sheet, "pagato_registro") == budget.paid + returned
    lines = calc.rows(found["lines"]["Disposizioni"], "id_disposizione")
    assert calc.total(lines, "pagato_registro") == budget.paid + returned
    assert calc.total(register, "ritenuta") == sum(one.withheld for one in payments)
    assert calc.total(position, "residuo") == budget.available
    assert calc.total(position, "pagato") == budget.paid
