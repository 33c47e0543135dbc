"""The pages of payments: from the grant to the bank and back, with what is refused on the way."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounting.models import Budget, Evidence, Payment, PaymentAnswer, PaymentOrder
from parties import moment
from tests.accounting.books import own_queries
from tests.accounting.files.samples import notification
from tests.accounting.payments.paying import (
    CHAMBER_IBAN,
    CUP,
    IBAN,
    approved,
    granted_firm,
    liquidated,
    ordered,
    proposed,
    sent,
    with_evidence,
)
from tests.jobs import forget_jobs, run_jobs

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"accounting:{name}", args=args)


def today():
    return f"{moment.today():%d/%m/%Y}"


def typed(case, **changes):
    return {
        "report_act": "Determinazione n. 40/2026",
        "report_on": today(),
        "spend": "1.200,00",
        "capital_spend": "",
        "cup": CUP,
        "iban": "IT60 X054 2811 1010 0000 0123 456",
        "holder": "Alfa srl",
        "holder_code": case.applicant.tax_code,
    } | changes


@pytest.mark.django_db(transaction=True)
def test_a_contribution_is_followed_to_the_cent_from_grant_to_answer(office, as_user):
    case = granted_firm(office, cup="")
    forget_jobs()
    client = as_user(office.procedure_owner)
    assert case.number in client.get(url("payable_cases")).content.decode()

    answer = client.post(url("propose_payment", case.pk), typed(case))
    payment = Payment.objects.get()
    assert answer["Location"] == url("payment", payment.number)
    for kind, found in {
        "durc": {"reference": "INPS_1", "on": today(), "is_regular": "on"},
        "publication": {"reference": "Amministrazione trasparente", "on": today()},
        "payee": {"answer": "match", "on": today()},
    }.items():
        seen = Payment.objects.get().version
        page = client.post(url("payment_evidence", payment.number, kind), found | {"seen": seen})
        assert page.status_code == 302

    client = as_user(office.director)
    said = {
        "act_number": "Determinazione n. 50/2026",
        "act_date": today(),
        "seen": Payment.objects.get().version,
    }
    client.post(url("liquidate", payment.number), said)
    assert Payment.objects.get().state == "liquidated"

    client = as_user(office.accountant)
    day = moment.today() + timedelta(days=1)
    client.post(
        url("open_order"),
        {
            "payments": [payment.pk],
            "payer_iban": CHAMBER_IBAN,
            "payer_bic": "",
            "execute_on": f"{day:%d/%m/%Y}",
        },
    )
    order = PaymentOrder.objects.get()
    digest = client.get(url("order", order.number)).context["digest"]
    client.post(url("approve_order", order.number), {"digest": digest})
    client.post(url("make_order_file", order.number))
    run_jobs()
    file = b"".join(client.get(url("download_order", order.number)).streaming_content)
    assert b"576.00" in file
    assert IBAN.encode() in file

    data = notification((payment.number, "DBIT", "576.00"))
    client.post(url("answers"), {"file": SimpleUploadedFile("esiti.xml", data)})
    budget = Budget.objects.get()
    assert (Payment.objects.get().state, str(budget.paid)) == ("paid", "600.00")
    shown = client.get(url("payment", payment.number)).content.decode()
    assert "Pagato" in shown
    assert "-24,00 €" in shown


def test_what_does_not_hold_is_said_and_kept_as_typed(office, as_user):
    case = granted_firm(office, cup="")

    page = as_user(office.accountant).post(url("propose_payment", case.pk), typed(case, cup="123"))

    assert (page.status_code, Payment.objects.count()) == (422, 0)
    assert "non è un CUP" in page.content.decode()
    assert 'value="123"' in page.content.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"spend": "839,99"},
        {"capital_spend": "100,00"},
        {"iban": "IT12O0834011500CC0010000001"},
        {"holder_code": "09876543217"},
        {"report_on": ""},
    ],
)
def test_AMT_05_PAY_12_a_direct_post_does_not_change_what_the_report_says(office, as_user, changes):
    case = granted_firm(office)

    page = as_user(office.accountant).post(url("propose_payment", case.pk), typed(case, **changes))

    payment = Payment.objects.get()
    assert page.status_code == 302
    assert (payment.spend, payment.not_taxable, payment.iban, payment.holder_code) == (
        Decimal("1200.00"),
        Decimal("0.00"),
        "IT60X0542811101000000123456",
        case.applicant.tax_code,
    )


def test_PAY_01_a_certificate_says_its_day_or_why_none_is_due(office, as_user):
    payment = proposed(office)
    client = as_user(office.accountant)
    address = url("payment_evidence", payment.number, "durc")

    empty = client.post(address, {"seen": payment.version})
    exempt = client.post(
        address, {"seen": payment.version, "exemption": "Nessun dipendente", "is_regular": "on"}
    )

    assert (empty.status_code, exempt.status_code) == (422, 302)
    assert Evidence.objects.get().exemption == "Nessun dipendente"
    assert "Nessun dipendente" in client.get(url("payment", payment.number)).content.decode()


def test_G5_a_direct_post_passes_no_gate(office, as_user):
    payment = with_evidence(office, proposed(office), but=("payee",))

    page = as_user(office.director).post(
        url("liquidate", payment.number),
        {"act_number": "1", "act_date": today(), "seen": payment.version},
    )

    assert page.status_code == 422
    assert "Manca la verifica del beneficiario" in page.content.decode()
    assert Payment.objects.get().state == "proposed"


def test_ACC_04_an_order_changed_meanwhile_is_approved_by_nobody(office, as_user):
    order = ordered(office)
    client = as_user(office.accountant)
    digest = client.get(url("order", order.number)).context["digest"]
    Payment.objects.update(purpose="Altro")

    page = client.post(url("approve_order", order.number), {"digest": digest})

    assert page.status_code == 422
    assert "La distinta è cambiata" in page.content.decode()
    assert PaymentOrder.objects.get().state == "open"


def test_a_file_that_has_changed_on_the_disk_is_not_sent(office, as_user):
    order = sent(office)
    with order.file.storage.open(order.file.name, "wb") as file:
        file.write(b"altro")

    page = as_user(office.accountant).get(url("download_order", order.number))

    assert page.status_code == 409


def test_an_order_may_be_given_up_and_a_payment_taken_out(office, as_user):
    order = approved(office)
    client = as_user(office.accountant)

    client.post(
        url("take_out", order.number, Payment.objects.get().number), {"seen": order.version}
    )

    assert PaymentOrder.objects.get().state == "given_up"
    assert Payment.objects.get().state == "liquidated"


def test_SEPA_06_answers_that_could_not_be_taken_are_shown(office, as_user):
    client = as_user(office.accountant)
    data = notification(("P-1999-000001", "DBIT", "1.00"))

    client.post(url("answers"), {"file": SimpleUploadedFile("esiti.xml", data)})
    again = client.post(url("answers"), {"file": SimpleUploadedFile("esiti.xml", data)})

    assert PaymentAnswer.objects.get().standing == "unknown"
    assert "Nessun pagamento ha questo numero" in client.get(url("answers")).content.decode()
    assert again.status_code == 422


@pytest.mark.parametrize("name", ["payments", "orders", "payable_cases"])
def test_lists_ask_the_same_whether_they_show_one_row_or_three(office, as_user, name):
    client = as_user(office.accountant)

    def questions():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url(name)).status_code == 200
        return len(own_queries(captured.captured_queries))

    def one_more(at):
        granted_firm(office, f"Ditta {at} srl")
        ordered(
            office, liquidated(office, proposed(office, granted_firm(office, f"Altra {at} srl")))
        )

    one_more(1)
    questions()
    before = questions()
    one_more(2)
    one_more(3)

    assert questions() == before
