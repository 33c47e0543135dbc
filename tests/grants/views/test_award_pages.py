"""The beneficiary's pages after the grant: deed, report, its lines; nothing is passed by direct POST."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from grants import reporting
from grants.models import Expense, ExpenseReport
from tests.accounting.books import firm, granted_to
from tests.accounting.files.samples import BOMB, FOREIGN_ENTITY
from tests.grants.awarding import IBAN, accepted, fresh, reported, stated, with_expense
from tests.grants.test_reports import INVOICE_XML
from tests.office import days_ago, pdf_file
from workflows.models import Document

pytestmark = pytest.mark.django_db


def account(case, **changes):
    return {
        "seen_version": str(fresh(case).version),
        "iban": IBAN,
        "holder": case.applicant.name,
        "holder_code": case.applicant.tax_code,
        "is_dedicated": "on",
    } | changes


def address(name, case, *more):
    return reverse(f"grants:{name}", args=[case.pk, *more])


def test_REV_01_the_deed_is_returned_from_the_page_of_the_case(office, as_user):
    case = office.granted()
    client = as_user(case.opened_by)
    assert (
        address("acceptance", case)
        in client.get(reverse("workflows:case", args=[case.pk])).content.decode()
    )

    response = client.post(
        address("acceptance", case), account(case) | {"deed": pdf_file("atto.pdf")}
    )

    assert response.url == reverse("workflows:case", args=[case.pk])
    found = fresh(case).acceptance
    assert (found.iban, found.waits_for_office, found.deed.name) == (IBAN, True, "atto.pdf")
    assert found.deed.filed_at is not None


def test_typed_words_and_the_file_survive_a_wrong_field(office, as_user):
    case = office.granted()
    client = as_user(case.opened_by)

    response = client.post(
        address("acceptance", case),
        account(case, iban="IT00X", holder="Anna Neri") | {"deed": pdf_file("atto.pdf")},
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert all(words in page for words in ("IT00X", "Anna Neri", "atto.pdf"))
    kept = Document.objects.get(name="atto.pdf")
    response = client.post(address("acceptance", case), account(case) | {"kept-deed": str(kept.pk)})
    assert response.status_code == 302
    assert fresh(case).acceptance.deed == kept


def test_REV_01_without_the_deed_or_with_a_file_of_somebody_else_nothing_is_returned(
    office, as_user
):
    case, other = office.granted(), office.draft()
    client = as_user(case.opened_by)

    for sent in ({}, {"kept-deed": str(other.documents.first().pk)}):
        response = client.post(address("acceptance", case), account(case) | sent)
        assert response.status_code == 422
    assert fresh(case).acceptance.returned_at is None


def test_REV_22_the_report_is_closed_before_the_deed_is_in_order(office, as_user):
    case = office.granted()
    client = as_user(case.opened_by)

    for name in ("report", "new_expense", "read_invoice"):
        response = client.post(address(name, case), {"act": "send"})
        assert response.url == reverse("workflows:case", args=[case.pk])
    assert not ExpenseReport.objects.exists()
    assert fresh(case).status == "granted"


def line(case, **changes):
    day = reporting.window_of(case).first
    return {
        "supplier_name": "Officina Prova srl",
        "supplier": case.space.manager.vat_number,
        "number": "12",
        "issued_on": day.isoformat(),
        "net": "1.200,00",
        "vat": "264,00",
        "claimed": "1.200,00",
        "currency": "EUR",
        "paid_on": day.isoformat(),
        "means": "transfer",
        "reference": "TRN 1",
        "cup": case.cup,
        "invoice": pdf_file("fattura.pdf"),
        "proof": pdf_file("bonifico.pdf"),
    } | changes


def test_REV_22_a_report_is_written_and_sent(office, as_user):
    case = accepted(office, office.granted())
    client = as_user(case.opened_by)

    assert client.post(address("new_expense", case), line(case)).url == address("report", case)
    expense = Expense.objects.get()
    assert (expense.claimed, expense.invoice.name) == (Decimal("1200.00"), "fattura.pdf")
    sent = {
        "act": "send",
        "seen_report": str(ExpenseReport.objects.get().version),
        "activity": "Ho lavorato.",
        "is_commercial": "no",
    }
    assert client.post(address("report", case), sent | {"seen_report": "0"}).status_code == 409
    sent["seen_report"] = str(ExpenseReport.objects.get().version)
    response = client.post(address("report", case), sent)

    assert response.url == reverse("workflows:case", args=[case.pk])
    case = fresh(case)
    assert (case.status, case.report.activity) == ("report_filed", "Ho lavorato.")
    assert client.post(address("new_expense", case), line(case, number="13")).status_code == 302
    assert Expense.objects.count() == 1


def test_a_wrong_line_is_told_field_by_field_and_keeps_what_was_typed(office, as_user):
    case = accepted(office, office.granted())

    response = as_user(case.opened_by).post(
        address("new_expense", case), line(case, claimed="mille", reference="TRN «9»")
    )

    page = response.content.decode()
    assert (response.status_code, Expense.objects.count()) == (422, 0)
    assert all(words in page for words in ("mille", "TRN «9»", "fattura.pdf", "bonifico.pdf"))


def test_what_hinders_is_told_and_nothing_is_sent(office, as_user):
    case = accepted(office, office.granted())
    with_expense(case, papers=False)
    stated(case)

    response = as_user(case.opened_by).post(
        address("report", case),
        {
            "act": "send",
            "seen_report": str(fresh(case).report.version),
            "activity": "Ho lavorato.",
            "is_commercial": "no",
        },
    )

    assert response.status_code == 409
    assert "prova del pagamento" in response.content.decode()
    assert fresh(case).status == "granted"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (BOMB, "CUP-05"),
        (FOREIGN_ENTITY, "CUP-05"),
        (b"<a/>", "non è una fattura elettronica"),
        (b"testo", "CUP-05"),
    ],
)
def test_a_file_that_is_no_invoice_is_refused_with_a_sentence(office, as_user, data, words):
    case = accepted(office, office.granted())

    response = as_user(case.opened_by).post(
        address("read_invoice", case), {"file": SimpleUploadedFile("fattura.xml", data)}
    )

    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Expense.objects.exists()
    assert not Document.objects.filter(requirement="report_invoice").exists()


def test_CUP_02_an_electronic_invoice_leads_to_its_line(office, as_user):
    case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    data = INVOICE_XML.format(
        kind="TD01",
        supplier=case.space.manager.vat_number,
        customer=case.applicant.vat_number,
        number="77/2026",
        currency="EUR",
        cup=case.cup,
        day=(reporting.window_of(case).first + timedelta(days=2)).isoformat(),
    )

    response = as_user(case.opened_by).post(
        address("read_invoice", case), {"file": SimpleUploadedFile("f.xml", data.encode())}
    )

    assert response.url == address("report_expense", case, Expense.objects.get().pk)


def test_ORG_08_pages_of_somebody_else_do_not_exist(office, as_user):
    case = accepted(office, office.granted())
    expense = with_expense(case)
    client = as_user(office.applicant())

    for name, more in (
        ("acceptance", []),
        ("report", []),
        ("report_expense", [expense.pk]),
        ("remove_expense", [expense.pk]),
    ):
        assert client.post(address(name, case, *more)).status_code == 404
    assert Expense.objects.count() == 1


def test_a_line_of_another_report_is_not_reached_through_the_own(office, as_user):
    mine = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    other = accepted(office, granted_to(office, firm("Beta srl"), "enterprise"))
    expense = with_expense(other)

    response = as_user(mine.opened_by).post(address("remove_expense", mine, expense.pk))

    assert response.status_code == 404
    assert Expense.objects.count() == 1


def test_PRE_09_the_officer_admits_line_by_line_and_cannot_admit_what_a_rule_forbids(
    office, as_user
):
    case = reported(office, supplier="09876543217")
    expense = Expense.objects.get()
    client = as_user(office.officer)
    page = reverse("workflows:act", args=[case.pk, "approve_report"])
    assert "EXP-01" in client.get(page).content.decode()

    sent = {
        "seen_version": str(fresh(case).version),
        f"admitted_{expense.pk}": "1.200,00",
        f"cut_{expense.pk}": "",
        f"cut_text_{expense.pk}": "",
    }
    response = client.post(page, sent)
    assert response.status_code == 422
    assert "non è di" in response.content.decode()
    assert fresh(case).report.decided_at is None

    response = client.post(
        page,
        sent | {f"admitted_{expense.pk}": "0,00", f"cut_{expense.pk}": "not_quoted"},
    )
    assert response.status_code == 302
    assert fresh(case).report.result == "forfeited"


def test_the_pages_of_the_case_show_what_became_of_the_grant(office, as_user):
    with days_ago(3):
        case = office.granted()
    case = reported(office, case)

    shown = as_user(office.officer).get(reverse("workflows:office_case", args=[case.pk]))
    own = as_user(case.opened_by).get(reverse("workflows:case", args=[case.pk]))

    assert "Rendiconto delle spese" in shown.content.decode()
    assert "IT60 X054 2811 1010 0000 0123 456" in shown.content.decode()
    assert "Rendiconto in esame" in own.content.decode()
