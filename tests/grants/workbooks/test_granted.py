"""The accountants' workbook of grants: written by the worker, read back, equal to the ledger."""

import csv
import hashlib
import io
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounting.models import Budget
from accounting.services import ledger
from accounting.services.workbooks import make_workbook, request_workbook
from calls.models import Parameter
from grants.models import RentContribution
from tests.accounting.books import cents, firm, granted_to, made, sheets, table

pytestmark = pytest.mark.django_db(transaction=True)

ROWS, CHECKS, LINES = "Contributi concessi", "Quadratura", "Totali per linea"


def test_row_of_an_enterprise_bears_the_withholding(office):
    case = granted_to(office, firm("Alfa srl"), "enterprise")
    [row] = table(sheets(made(office))[ROWS])

    day = timezone.localtime(case.decided_at)
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 (as a spreadsheet gives it)
    filed = timezone.localtime(case.submitted_at)
    today = timezone.localdate()
    assert row == {
        "Esercizio": day.year,
        "Codice bando": "COW-SPORT",
        "Titolo del bando": office.call.title_it,
        "Data atto di concessione": midnight,
        "CUP": case.cup,
        "Protocollo domanda": str(case.protocol_in),
        "Data domanda": datetime(filed.year, filed.month, filed.day),  # noqa: DTZ001 (the same)
        "Pratica": case.number,
        "Beneficiario": "Alfa srl",
        "Natura": "PG",
        "Codice fiscale": case.applicant.tax_code,
        "Partita IVA": case.applicant.vat_number,
        "PEC": "impresa@pec.example.org",
        "Indirizzo": "Via dei Mulini",
        "Civico": "3/A",
        "CAP": "46100",
        "Comune": "Mantova",
        "Provincia": "MN",
        "Spazio di coworking": "Officina Prova",
        "Periodo dal": datetime.combine(today + timedelta(days=10), datetime.min.time()),
        "Periodo al": datetime.combine(today + timedelta(days=210), datetime.min.time()),
        "Spesa ammessa": 1200,
        "Contributo lordo": 600,
        "Imponibile ritenuta": 600,
        "Aliquota ritenuta": 0.04,
        "Ritenuta": 24,
        "Netto da pagare": 576,
        "Note": None,
    }


def test_TAX_02_TAX_03_withholding_follows_the_nature_of_the_beneficiary(office):
    office.granted()
    granted_to(office, firm("Beta di Prova", "sole_trader"), "enterprise")
    granted_to(office, firm("Gamma studio", "professional"), "professional")
    granted_to(office, firm("Delta APS", "association", rea=""), "association")
    granted_to(office, firm("Zeta APS", "association", vat_number="", rea=""), "association")

    rows = table(sheets(made(office))[ROWS])
    shown = [
        (row["Natura"], row["Aliquota ritenuta"], row["Ritenuta"], row["Netto da pagare"])
        for row in rows
    ]
    assert shown == [
        ("PF", 0, 0, 600),
        ("DI", 0.04, 24, 576),
        ("PF", 0, 0, 600),
        ("ENTE", 0.04, 24, 576),
        ("ENTE", 0, 0, 600),
    ]
    assert [row["Note"] for row in rows] == [
        "Ritenuta non dovuta: persona fisica che non è impresa",
        None,
        "Ritenuta non dovuta: lavoro autonomo",
        None,
        "Ritenuta non dovuta: ente senza attività commerciale",
    ]


def test_TAX_01_rate_is_the_one_in_force_on_the_day(office):
    granted_to(office, firm("Alfa srl"), "enterprise")
    today = timezone.localdate()
    rate = Parameter.objects.filter(code="withholding_rate_percent")
    rate.update(valid_to=today - timedelta(days=1))
    Parameter.objects.create(
        code="withholding_rate_percent", value="5", valid_from=today, source="Prova", confidence="S"
    )

    [row] = table(sheets(made(office))[ROWS])

    assert (row["Aliquota ritenuta"], row["Ritenuta"], row["Netto da pagare"]) == (0.05, 30, 570)


def test_call_that_excludes_withholding_pays_the_gross_amount(office):
    version = office.call.version
    other = type(version).objects.create(
        call=office.call,
        number=2,
        parameters=version.parameters | {"withholding": False},
        reason="Prova",
        frozen_at=timezone.now(),
    )
    case = granted_to(office, firm("Alfa srl"), "enterprise")
    RentContribution.objects.filter(pk=case.pk).update(call_version=other)

    [row] = table(sheets(made(office))[ROWS])

    assert (row["Ritenuta"], row["Netto da pagare"], row["Note"]) == (
        0,
        600,
        "Ritenuta non dovuta: esclusa dal bando",
    )


def test_spend_cut_by_the_officer_and_part_granted_are_told(office):
    case = office.granted()
    line = case.lines.get()
    line.admitted, line.cut_reason = Decimal("1100.00"), "Prova"
    line.save()
    RentContribution.objects.filter(pk=case.pk).update(proposed=Decimal("700.00"))

    [row] = table(sheets(made(office))[ROWS])

    assert row["Spesa ammessa"] == 1100
    assert row["Note"].endswith("; Concesso in parte: proposti 700,00 €")


def test_thirty_grants_add_up_to_the_ledger(office):
    cases = [office.granted() for _ in range(27)]
    cases += [granted_to(office, firm(f"Impresa {n} srl"), "enterprise") for n in range(3)]
    workbook = made(office)

    assert (workbook.rows, workbook.total, workbook.ledger_total, workbook.agrees) == (
        30,
        Decimal("18000.00"),
        Budget.objects.get().granted,
        True,
    )
    found = sheets(workbook)
    rows = table(found[ROWS])
    assert [row["Pratica"] for row in rows] == [case.number for case in cases]
    assert cents(row["Contributo lordo"] for row in rows) == Decimal("18000.00")
    assert cents(row["Ritenuta"] for row in rows) == Decimal("72.00")
    assert cents(row["Netto da pagare"] for row in rows) == Decimal("17928.00")
    titles = [cell.value for cell in found[ROWS][5]]
    totals = dict(zip(titles, [cell.value for cell in found[ROWS][4]], strict=True))
    assert totals["Contributo lordo"] == "=SUBTOTAL(109,W6:W35)"


def test_reconciliation_compares_ledger_and_rows(office):
    office.granted()
    granted_to(office, firm("Alfa srl"), "enterprise")
    ledger.reserve(office.file(), Decimal("100.50"), by=office.director, description="Prova")
    workbook = made(office)

    shown = [tuple(row.values()) for row in table(sheets(workbook, values=True)[CHECKS])]
    assert [(row[1], row[3], row[5], row[6], row[7]) for row in shown] == [
        ("Dotazione", 60000, 60000, 0, "concorda"),
        ("Disponibile", 58699.5, 58699.5, 0, "concorda"),
        ("Prenotato", 100.5, 100.5, 0, "concorda"),
        ("Concesso", 1200, 1200, 0, "concorda"),
        ("Pagato", 0, 0, 0, "concorda"),
        ("Economie", 0, 0, 0, "concorda"),
        ("Righe e registro contabile", 1200, 1200, 0, "concorda"),
        ("Lordo = ritenuta + netto, in tutto", 1200, 1200, 0, "concorda"),
        ("Lordo = ritenuta + netto, riga per riga", 0, 0, 0, "concorda"),
    ]
    formulas = table(sheets(workbook)[CHECKS])
    assert formulas[6]["Importo a fronte"] == (
        "=SUMIF('Contributi concessi'!$B$6:$B$7,A9,'Contributi concessi'!$W$6:$W$7)"
    )
    assert formulas[7]["Importo a fronte"] == (
        "=SUMIF('Contributi concessi'!$B$6:$B$7,A10,'Contributi concessi'!$Z$6:$Z$7)"
        "+SUMIF('Contributi concessi'!$B$6:$B$7,A10,'Contributi concessi'!$AA$6:$AA$7)"
    )
    assert {row["Esito"][:3] for row in formulas} == {"=IF"}


def test_workbook_says_so_when_rows_and_ledger_differ(office):
    case = office.granted()
    RentContribution.objects.filter(pk=case.pk).update(granted=Decimal("599.99"))
    workbook = made(office)

    assert (workbook.total, workbook.ledger_total, workbook.agrees) == (
        Decimal("599.99"),
        Decimal("600.00"),
        False,
    )
    [wrong] = [
        row
        for row in table(sheets(workbook, values=True)[CHECKS])
        if row["Esito"] == "NON concorda"
    ]
    assert (wrong["Controllo"], wrong["Differenza"]) == ("Righe e registro contabile", 0.01)


def test_totals_by_line_part_the_rows_by_cup(office):
    for cup in ("", "J41B26000010005", "J41B26000010005"):
        case = office.granted()
        RentContribution.objects.filter(pk=case.pk).update(cup=cup)

    lines = table(sheets(made(office))[LINES])

    assert [tuple(row.values()) for row in lines] == [
        ("COM17", "Crescere insieme", "COW-SPORT", None, 1, 600, 0, 600),
        ("COM17", "Crescere insieme", "COW-SPORT", "J41B26000010005", 2, 1200, 0, 1200),
    ]


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x.example";"y")', "+39", "-1", "@SUM(A1)"])
def test_names_are_no_formulas(office, name):
    granted_to(office, firm(name), "enterprise")
    workbook = made(office)
    plain = made(office, file_format="csv")

    sheet = sheets(workbook)[ROWS]
    cell = sheet.cell(6, 9)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (name, "s", True)
    with plain.file.open("rb") as file:
        [row] = csv.DictReader(io.StringIO(file.read().decode("utf-8-sig")), delimiter=";")
    assert row["Beneficiario"] == f"'{name}"


def test_csv_has_the_same_rows_with_semicolon_and_comma(office):
    granted_to(office, firm("Alfa srl"), "enterprise")
    workbook = made(office, file_format="csv")

    with workbook.file.open("rb") as file:
        data = file.read()
    [row] = csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    assert (row["Contributo lordo"], row["Aliquota ritenuta"], row["Netto da pagare"]) == (
        "600,00",
        "4,00",
        "576,00",
    )
    assert workbook.sha256 == hashlib.sha256(data).hexdigest()
    assert (workbook.rows, workbook.total, workbook.agrees) == (1, Decimal("600.00"), True)


def test_workbook_without_grants_is_complete(office):
    workbook = made(office)

    assert (workbook.rows, workbook.total, workbook.agrees) == (0, Decimal("0.00"), True)
    checks = table(sheets(workbook, values=True)[CHECKS])
    assert {row["Esito"] for row in checks} == {"concorda"}


def test_workbook_about_all_calls_reconciles_each(office):
    office.granted()
    workbook = made(office, call=None)

    assert (workbook.call, workbook.rows, workbook.agrees) == (None, 1, True)
    checks = table(sheets(workbook, values=True)[CHECKS])
    assert {(row["Bando"], row["Esito"]) for row in checks} == {("COW-SPORT", "concorda")}


@pytest.mark.parametrize("grants", [1, 3])
def test_queries_are_as_many_for_one_row_as_for_three(office, grants):
    for _ in range(grants):
        office.granted()
    job = request_workbook("granted", office.call, by=office.accountant)

    with CaptureQueriesContext(connection) as queries:
        make_workbook(job)
    assert len(queries) == 33, "\n".join(query["sql"][:150] for query in queries)
