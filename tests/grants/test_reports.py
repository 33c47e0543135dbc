"""What was spent is reported once, judged line by line, and the contribution worked out anew (AMT-05)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounting.payables import payable_of
from coworking_registry.models import Qualification
from grants import reporting, services
from grants.models import Expense
from grants.services import invoices, reports
from grants.services.reports import INVOICE
from tests.accounting.books import firm, granted_to
from tests.grants.awarding import (
    accepted,
    approved,
    expense_data,
    fresh,
    reported,
    stated,
    with_expense,
)
from tests.races import at_once
from workflows.engine import Refusal, TransitionRefused
from workflows.services import documents
from workflows.services.integrations import Asked
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db


def outcomes(case):
    """Return what blocks each line, rule by rule."""
    accounts = reporting.Accounts(fresh(case), fresh(case).report)
    return [[one.rule for one in row["against"]] for row in accounts.rows]


def test_AMT_05_a_whole_spend_confirms_the_grant_and_is_owed(office):
    case = approved(office)

    report = case.report
    assert (report.result, report.spend, report.final, report.freed) == (
        "whole",
        Decimal("1200.00"),
        Decimal("600.00"),
        Decimal("0.00"),
    )
    assert (case.status, case.closed_at is not None, open_tasks(case)) == ("granted", True, [])
    accounts = payable_of(case).accounts
    assert (accounts.spend, accounts.iban, accounts.holder_code) == (
        Decimal("1200.00"),
        "IT60X0542811101000000123456",
        case.applicant.tax_code,
    )
    letter = case.letters.get(kind="report_check_sheet")
    assert "è confermato" in letter.text
    assert letter.state != "held"


def test_AMT_05_a_cut_lowers_the_grant_and_the_letter_says_how(office):
    case = approved(office, admitted="1000.00")

    report = case.report
    assert (report.result, report.spend, report.final, report.freed) == (
        "lowered",
        Decimal("1000.00"),
        Decimal("500.00"),
        Decimal("100.00"),
    )
    letter = case.letters.get(kind="redetermination")
    assert (letter.amount, letter.state != "held") == (Decimal("500.00"), True)
    assert payable_of(case).accounts.spend == Decimal("1000.00")


def test_AMT_05_under_the_floor_nothing_is_owed(office):
    case = approved(office, admitted="839.99")

    assert (case.report.result, case.report.final) == ("forfeited", Decimal("0.00"))
    assert payable_of(case) is None


def test_nothing_is_owed_before_the_report_is_approved(office):
    assert payable_of(reported(office)) is None


@pytest.mark.parametrize(
    ("changes", "rules"),
    [
        ({}, []),
        ({"supplier": "09876543217"}, ["EXP-01"]),
        ({"means": "cash"}, ["AMT-03"]),
        ({"reference": ""}, ["AMT-03"]),
        ({"cup": ""}, ["CUP-02"]),
        ({"cup": "J41B26000010006"}, ["CUP-02"]),
        ({"currency": "USD"}, ["EXP-03"]),
        ({"claimed": Decimal("1200.01")}, ["AMT-02"]),
    ],
)
def test_EXP_a_line_is_flagged_with_the_rule_that_stands_against_it(office, changes, rules):
    case = accepted(office, office.granted())
    if changes.get("cup") == "":
        # Issued after the code was assigned, and nothing explains why it is missing.
        changes = changes | {"cup_explained": ""}
    with_expense(case, **changes)

    assert outcomes(case) == [rules]


@pytest.mark.parametrize("days", [-1, 1])
def test_AMT_04_an_invoice_one_day_outside_the_window_is_flagged_and_never_admitted(office, days):
    case = accepted(office, office.granted())
    window = reporting.window_of(case)
    day = window.first - timedelta(days=1) if days < 0 else window.last + timedelta(days=1)
    with_expense(case, issued_on=day, paid_on=window.first)
    stated(case)
    case = services.file_report(fresh(case), by=case.opened_by)
    assert "AMT-04" in outcomes(case)[0]

    line = Expense.objects.get()
    with pytest.raises(TransitionRefused, match="deve essere tra il") as refused:
        perform(case, "approve_report", by=office.officer, admitted={line.pk: (line.claimed, "")})
    assert refused.value.why is Refusal.RULE
    case = fresh(case)
    assert (case.status, case.report.final) == ("report_filed", None)


@pytest.mark.parametrize(("days", "rules"), [(0, []), (1, ["SPA-27"])])
def test_SPA_27_spend_in_a_stopped_space_counts_until_the_day_chosen(office, days, rules):
    case = accepted(office, office.granted())
    first = reporting.window_of(case).first
    until = first + timedelta(days=20)
    periods = Qualification.objects.filter(space=case.space_id)
    periods.update(valid_to=first)
    Qualification.objects.create(
        space_id=case.space_id,
        standing="suspended",
        act="Sospensione",
        valid_from=first + timedelta(days=1),
    )
    case.spend_until = until
    case.save(update_fields=["spend_until"])
    day = until + timedelta(days=days)
    with_expense(case, issued_on=day, paid_on=day)
    stated(case)
    case = services.file_report(fresh(case), by=case.opened_by)

    assert outcomes(case) == [rules]
    line = Expense.objects.get()
    whole = {line.pk: (line.claimed, "")}
    if rules:
        with pytest.raises(TransitionRefused, match="le spese valgono fino al"):
            perform(case, "approve_report", by=office.officer, admitted=whole)
    else:
        assert perform(case, "approve_report", by=office.officer, admitted=whole).report.final > 0


def test_EXP_02_an_invoice_counts_once_across_cases(office):
    reported(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    case = accepted(office, granted_to(office, firm("Beta srl"), "enterprise"))
    # Written otherwise, and the same.
    with_expense(case, number="0012")
    stated(case)

    assert outcomes(case) == [["EXP-02"]]
    with pytest.raises(TransitionRefused, match="di un altro beneficiario"):
        services.file_report(fresh(case), by=case.opened_by)
    case = fresh(case)
    assert (case.status, case.report.filed_at) == ("granted", None)


def test_EXP_02_the_same_invoice_stands_once_in_a_report(office):
    case = accepted(office, office.granted())
    with_expense(case, number="12/A")

    with pytest.raises(TransitionRefused, match="già nel rendiconto"):
        with_expense(case, number="0012-a")
    assert Expense.objects.count() == 1


def test_EXP_04_a_credit_note_lowers_what_may_be_claimed(office):
    case = accepted(office, office.granted())
    with_expense(case)
    with_expense(
        case, number="3", net=Decimal("200.00"), vat=Decimal(0), claimed=Decimal(0), credits="12"
    )

    assert outcomes(case) == [["EXP-04"], []]


def test_REV_22_nothing_is_filed_without_invoice_and_proof(office):
    case = accepted(office, office.granted())
    with_expense(case, papers=False)
    stated(case)

    with pytest.raises(TransitionRefused, match="prova del pagamento"):
        services.file_report(fresh(case), by=case.opened_by)
    assert Expense.objects.get().counts is False


def test_REV_01_nothing_is_reported_before_the_deed_is_in_order(office):
    case = office.granted()

    with pytest.raises(TransitionRefused):
        reports.write_expense(case, expense_data(case), by=case.opened_by)


def test_SOC_01_what_is_asked_for_opens_again_and_no_other_line(office):
    case = accepted(office, office.granted())
    first = with_expense(case)
    other = with_expense(case, number="13", claimed=Decimal("10.00"))
    stated(case)
    case = services.file_report(fresh(case), by=case.opened_by)
    case = perform(
        case,
        "request_report_integration",
        by=office.officer,
        items=[Asked("field", f"expense-{first.pk}", "Fattura 12", "Manca il CRO.")],
        reason="Il pagamento non è leggibile.",
    )
    assert case.status == "report_integration"
    assert "Manca il CRO." in case.letters.get(kind="report_integration").text

    for line in (other, None):
        with pytest.raises(TransitionRefused):
            reports.write_expense(
                fresh(case), expense_data(case, number="14"), by=case.opened_by, expense=line
            )
    reports.write_expense(
        fresh(case), expense_data(case, reference="CRO 9"), by=case.opened_by, expense=first
    )
    case = perform(case, "answer_report_integration", by=case.opened_by)
    assert (case.status, Expense.objects.get(pk=first.pk).reference) == ("report_filed", "CRO 9")
    assert [task.flow_task.name for task in open_tasks(case)] == ["examine_report"]


def test_PRE_09_a_cut_without_a_reason_is_refused(office):
    case = reported(office)
    line = Expense.objects.get()

    with pytest.raises(TransitionRefused, match="PRE-09"):
        perform(
            case, "approve_report", by=office.officer, admitted={line.pk: (Decimal("1.00"), "")}
        )
    assert fresh(case).report.decided_at is None


def test_ORG_09_a_beneficiary_does_not_approve_the_own_report(office):
    case = reported(office)

    with pytest.raises(TransitionRefused):
        perform(case, "approve_report", by=case.opened_by)


def xml_of(case, **changes):
    """Return an electronic invoice of the space to the beneficiary, as a file that was brought."""
    values = {
        "kind": "TD01",
        "supplier": case.space.manager.vat_number,
        "customer": case.applicant.vat_number or case.applicant.tax_code,
        "number": "77/2026",
        "currency": "EUR",
        "cup": case.cup,
        "day": (reporting.window_of(case).first + timedelta(days=2)).isoformat(),
    } | changes
    data = INVOICE_XML.format(**values)
    return documents.attach(
        case,
        SimpleUploadedFile("IT01_00001.xml", data.encode()),
        by=case.opened_by,
        requirement=INVOICE,
        accepted=frozenset({"xml"}),
        max_bytes=1_000_000,
    )


INVOICE_XML = """<?xml version="1.0" encoding="UTF-8"?>
<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2" versione="FPR12">
<FatturaElettronicaHeader>
<CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>{supplier}</IdCodice></IdFiscaleIVA>
<Anagrafica><Denominazione>Officina Prova srl</Denominazione></Anagrafica></DatiAnagrafici></CedentePrestatore>
<CessionarioCommittente><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>{customer}</IdCodice></IdFiscaleIVA>
<Anagrafica><Denominazione>Cliente di prova</Denominazione></Anagrafica></DatiAnagrafici></CessionarioCommittente>
</FatturaElettronicaHeader>
<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>{kind}</TipoDocumento>
<Divisa>{currency}</Divisa><Data>{day}</Data><Numero>{number}</Numero></DatiGeneraliDocumento>
<DatiContratto><IdDocumento>1</IdDocumento><CodiceCUP>{cup}</CodiceCUP></DatiContratto></DatiGenerali>
<DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Postazione</Descrizione>
<PrezzoUnitario>1200.00</PrezzoUnitario><PrezzoTotale>1200.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
<DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>1200.00</ImponibileImporto><Imposta>264.00</Imposta></DatiRiepilogo>
</DatiBeniServizi></FatturaElettronicaBody></p:FatturaElettronica>
"""


def test_CUP_02_an_electronic_invoice_fills_a_line(office):
    case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))

    (line,) = invoices.read_into(case, xml_of(case), by=case.opened_by)

    assert (line.number, line.net, line.vat, line.claimed, line.cup, line.supplier) == (
        "77/2026",
        Decimal("1200.00"),
        Decimal("264.00"),
        Decimal("1200.00"),
        case.cup,
        case.space.manager.vat_number,
    )
    assert line.invoice.name == "IT01_00001.xml"


def test_EXP_05_invoices_of_others_duplicates_and_other_currencies_are_refused_or_flagged(office):
    case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    with pytest.raises(TransitionRefused, match="non al beneficiario"):
        invoices.read_into(case, xml_of(case, customer="09876543217"), by=case.opened_by)
    assert not case.documents.filter(name="IT01_00001.xml").exists()

    invoices.read_into(case, xml_of(case, currency="USD"), by=case.opened_by)
    assert "EXP-03" in outcomes(case)[0]
    with pytest.raises(TransitionRefused, match="già nel rendiconto"):
        invoices.read_into(case, xml_of(case), by=case.opened_by)
    assert Expense.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_EXP_02_two_who_file_the_same_invoice_at_once_are_not_both_served(office):
    cases = []
    for name in ("Alfa srl", "Beta srl"):
        case = accepted(office, granted_to(office, firm(name), "enterprise"))
        with_expense(case)
        stated(case)
        cases.append(fresh(case))

    results = at_once(
        [lambda case=case: services.file_report(case, by=case.opened_by) for case in cases]
    )

    refused = [one for one in results if isinstance(one, TransitionRefused)]
    assert len(refused) == 1
    assert "EXP-02" in refused[0].sentence or "già rendicontata" in refused[0].sentence
    assert Expense.objects.filter(counts=True).count() == 1
