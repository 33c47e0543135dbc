"""What must not get through after the award (issue 7, bad input): flagged or refused, the money untouched."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from grants import reporting
from grants.models import Expense
from grants.services import reports
from parties import moment
from tests.accounting.books import firm, granted_to, pots
from tests.grants.awarding import accepted, fresh, reported, with_expense
from tests.grants.judged import send
from tests.grants.test_reports import INVOICE_XML
from tests.grants.views.test_award_pages import account, address, line
from tests.letters.authority import Authority
from tests.letters.signatures.containers import signed_container
from tests.office import days_ago, pdf_file
from workflows.models import SignatureCheck

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(office):
    """A firm's grant of 600,00, accepted, with its CUP."""
    return accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))


def typed(client, case, **changes):
    """Type a line in its page; return the one that was kept."""
    assert client.post(address("new_expense", case), line(case, **changes)).status_code == 302
    return Expense.objects.get(report__contribution=case, number=changes.get("number", "12"))


def sent(client, case):
    """Press the button that sends the report."""
    return client.post(
        address("report", case),
        {
            "act": "send",
            "seen_report": str(fresh(case).report.version),
            "activity": "Sei mesi di lavoro.",
            "is_commercial": "yes",
        },
    )


def flagged(client, case, rule: str) -> None:
    """Want the beneficiary's own page to name the rule beside the line."""
    assert (
        f'<span class="ui-hint">{rule}</span>'
        in client.get(address("report", case)).content.decode()
    )


def never_admitted(office, as_user, case) -> None:
    """Want the officer's direct POST of the whole amount to be refused, and the ledger still."""
    row = Expense.objects.get(report__contribution=case)
    whole = {
        f"admitted_{row.pk}": "1.200,00",
        f"cut_{row.pk}": "",
        f"cut_text_{row.pk}": "",
    }
    page = send(as_user(office.officer), fresh(case), "approve_report", **whole)
    assert (page.status_code, fresh(case).status) == (422, "report_filed")
    assert pots() == {"available": "59400.00", "granted": "600.00"}


@pytest.mark.parametrize("side", ["before", "after"])
def test_AMT_04_an_invoice_dated_one_day_outside_the_window(office, as_user, side):
    with days_ago(10):
        case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    report = reports.begin(case)
    report.due_on = moment.today() - timedelta(days=2)
    report.save()
    window = reporting.window_of(fresh(case))
    day = {
        "before": window.first - timedelta(days=1),
        "after": window.last + timedelta(days=1),
    }[side]
    client = as_user(case.opened_by)
    typed(client, fresh(case), issued_on=day.isoformat(), paid_on=window.first.isoformat())

    flagged(client, case, "AMT-04")
    assert sent(client, case).status_code == 302
    never_admitted(office, as_user, case)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"supplier": "09876543217"}, "EXP-01"),
        ({"cup": ""}, "CUP-02"),
        ({"means": "cash"}, "AMT-03"),
    ],
)
def test_EXP_an_invoice_of_another_supplier_without_CUP_or_paid_in_cash(
    office, as_user, case, changes, rule
):
    client = as_user(case.opened_by)
    typed(client, case, **changes)

    flagged(client, case, rule)
    assert sent(client, case).status_code == 302
    never_admitted(office, as_user, case)


def test_EXP_02_an_invoice_used_in_another_case(office, as_user, case):
    reported(office, granted_to(office, firm("Beta srl"), "enterprise"))
    client = as_user(case.opened_by)
    typed(client, case, number="0012")

    flagged(client, case, "EXP-02")
    page = sent(client, case)
    assert (page.status_code, fresh(case).status) == (409, "granted")
    assert "di un altro beneficiario" in page.content.decode()
    assert not Expense.objects.filter(report__contribution=case, counts=True).exists()


def test_EXP_03_an_invoice_in_another_currency(as_user, case):
    client = as_user(case.opened_by)
    typed(client, case, currency="USD")

    flagged(client, case, "EXP-03")
    assert (sent(client, case).status_code, fresh(case).status) == (409, "granted")


def test_EXP_04_credit_notes_lower_their_invoice_and_stand_beside_none_that_is_missing(
    as_user, case
):
    client = as_user(case.opened_by)
    typed(client, case)
    note = {"number": "3", "net": "200,00", "vat": "0,00", "claimed": "0,00"}
    typed(client, case, **note, credits="12")

    flagged(client, case, "EXP-04")
    assert (sent(client, case).status_code, fresh(case).status) == (409, "granted")

    row = Expense.objects.get(number="12")
    mended = line(case, claimed="1.000,00")
    assert client.post(address("report_expense", case, row.pk), mended).status_code == 302
    stray = {"number": "4", "net": "1,00", "vat": "0,00", "claimed": "0,00", "credits": "99"}
    lone = typed(client, case, **stray)
    assert sent(client, case).status_code == 409
    client.post(address("remove_expense", case, lone.pk))
    assert sent(client, case).status_code == 302


def test_EXP_02_the_same_electronic_invoice_twice(as_user, case):
    data = INVOICE_XML.format(
        kind="TD01",
        supplier=case.space.manager.vat_number,
        customer=case.applicant.vat_number,
        number="77/2026",
        currency="EUR",
        cup=case.cup,
        day=reporting.window_of(case).first.isoformat(),
    ).encode()
    client = as_user(case.opened_by)

    for status in (302, 422):
        page = client.post(
            address("read_invoice", case), {"file": SimpleUploadedFile("f.xml", data)}
        )
        assert page.status_code == status
    assert "già nel rendiconto (EXP-02)" in page.content.decode()
    assert Expense.objects.count() == 1
    assert case.documents.filter(requirement="report_invoice").count() == 1


def test_EXP_02_an_electronic_invoice_that_counts_in_another_case(office, as_user, case):
    day = reporting.window_of(case).first
    other = granted_to(office, firm("Beta srl"), "enterprise")
    reported(office, other, number="77/2026", issued_on=day)
    data = INVOICE_XML.format(
        kind="TD01",
        supplier=case.space.manager.vat_number,
        customer=case.applicant.vat_number,
        number="77/2026",
        currency="EUR",
        cup=case.cup,
        day=day.isoformat(),
    ).encode()
    client = as_user(case.opened_by)
    client.post(address("read_invoice", case), {"file": SimpleUploadedFile("f.xml", data)})

    flagged(client, case, "EXP-02")
    row = Expense.objects.get(report__contribution=case)
    paid = line(case, number="77/2026", issued_on=day.isoformat(), paid_on=day.isoformat())
    assert client.post(address("report_expense", case, row.pk), paid).status_code == 302
    page = sent(client, case)
    assert (page.status_code, fresh(case).status) == (409, "granted")
    assert "EXP-02" in page.content.decode()
    assert pots() == {"available": "58800.00", "granted": "1200.00"}


def test_EXP_02_the_same_invoice_twice_by_hand(as_user, case):
    with_expense(case, number="12/A")

    page = as_user(case.opened_by).post(address("new_expense", case), line(case, number="0012-a"))

    assert (page.status_code, Expense.objects.count()) == (409, 1)
    assert "già nel rendiconto" in page.content.decode()


def test_DIG_15_a_p7m_that_the_representative_has_not_signed(office, as_user, settings, tmp_path):
    authority = Authority()
    (tmp_path / "autorita").mkdir()
    known = authority.certificate.public_bytes(Encoding.PEM)
    (tmp_path / "autorita" / "prova.pem").write_bytes(known)
    settings.SIGNATURE_AUTHORITIES = str(tmp_path / "autorita")
    case = granted_to(office, firm("Alfa srl"), "enterprise")
    signed = signed_container(
        pdf_file("atto.pdf").read(),
        authority,
        {"common": "Luca Verdi", "tax_code": "VRDLCU75C03E897Q"},
    )

    page = as_user(case.opened_by).post(
        address("acceptance", case),
        account(case) | {"deed": SimpleUploadedFile("atto.pdf.p7m", signed)},
    )

    assert page.status_code == 302
    found = fresh(case).acceptance
    assert (found.waits_for_office, SignatureCheck.objects.get().result) == (True, "other_person")
    words = {"reason": "Va bene lo stesso."}
    page = send(as_user(office.officer), fresh(case), "confirm_deed", **words)
    assert (page.status_code, fresh(case).acceptance.confirmed_at) == (422, None)
    assert "che non risulta richiedente" in page.content.decode()
    assert "DIG-15" in page.content.decode()
    assert pots() == {"available": "59400.00", "granted": "600.00"}


def test_PAY_12_the_account_of_somebody_else(office, as_user):
    case = granted_to(office, firm("Alfa srl"), "enterprise")
    said = account(case, holder="Altra srl", holder_code="01234560207")

    page = as_user(case.opened_by).post(
        address("acceptance", case), said | {"deed": pdf_file("atto.pdf")}
    )

    assert page.status_code == 302
    words = {"reason": "Firma autografa."}
    page = send(as_user(office.officer), fresh(case), "confirm_deed", **words)
    assert (page.status_code, fresh(case).acceptance.confirmed_at) == (422, None)
    assert "non è intestato al beneficiario" in page.content.decode()
    assert "PAY-12" in page.content.decode()
    assert pots() == {"available": "59400.00", "granted": "600.00"}
    # No report, hence no payment, before the account is the beneficiary's own.
    answer = as_user(case.opened_by).get(address("report", case))
    assert answer.url == reverse("workflows:case", args=[case.pk])
