"""The lines of an order as accountants see them: to whom, how much, what became of each (ACC-07)."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounting.models import Evidence, Payment, PaymentLine
from accounting.services import sending
from calls.models import Parameter
from parties import moment
from tests.accounting.books import own_queries
from tests.accounting.payments.paying import granted_firm, note, ordered, proposed, with_evidence
from tests.accounting.payments.test_lines import INPS_IBAN, recognised, take, with_debt, with_inps
from tests.accounting.views.test_payments import today, url

pytestmark = pytest.mark.django_db
Kind = Evidence.Kind


def test_ACC_07_the_order_shows_a_row_for_the_institute_and_its_total(office, as_user):
    payment = with_inps(office)
    order = ordered(office, payment)

    shown = as_user(office.accountant).get(url("order", order.number)).content.decode()

    for words in (f"{payment.number}-INPS", "100,00 €", "476,00 €", "576,00 €", INPS_IBAN):
        assert words in shown
    assert "al posto di Alfa srl" in shown


def test_ACC_07_what_is_paid_with_f24_is_said_on_the_order(office, as_user):
    order = ordered(office, with_debt(office, inail=Decimal("50.00")))

    shown = as_user(office.accountant).get(url("order", order.number)).content.decode()

    assert "1 si paga con F24, fuori dal file per la banca (ACC-07)" in shown


def test_ACC_07_a_list_of_f24_is_downloaded_as_it_was_made(office, as_user):
    order = ordered(office, with_debt(office, inps=Decimal("9000.00")))
    client = as_user(office.accountant)
    digest = client.get(url("order", order.number)).context["digest"]
    client.post(url("approve_order", order.number), {"digest": digest})

    sending.send(order, by=office.accountant)
    answer = client.get(url("download_order", order.number))

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "INPS;576,00" in b"".join(answer.streaming_content).decode("utf-8-sig")


def test_ACC_07_the_payment_shows_what_became_of_each_line(office, as_user):
    payment = with_inps(office)
    order = ordered(office, payment)

    shown = as_user(office.accountant).get(url("payment", payment.number)).content.decode()

    assert f'href="{url("order", order.number)}"' in shown
    assert shown.count("In distinta") >= 2


ORDER_PAGE = 14


@pytest.mark.parametrize("rows", [1, 3])
def test_an_order_asks_the_same_whether_it_has_one_payment_or_three(office, as_user, rows):
    firms = ["Alfa srl", "Beta srl", "Gamma srl"][:rows]
    order = ordered(
        office,
        *(with_inps(office, proposed(office, granted_firm(office, firm))) for firm in firms),
    )
    client = as_user(office.accountant)
    client.get(url("order", order.number))

    with CaptureQueriesContext(connection) as captured:
        client.get(url("order", order.number))
    assert len(own_queries(captured.captured_queries)) == ORDER_PAGE


@pytest.mark.parametrize(
    ("typed", "status"), [("IT81 T010 3011 5090 0000 1234 567", 302), ("IT00", 422), ("", 302)]
)
def test_the_account_of_an_institute_is_an_iban_or_f24(office, as_user, typed, status):
    payment = proposed(office)
    form = {"reference": "INPS_7", "on": today(), "inps": "100,00", "inps_iban": typed}

    page = as_user(office.accountant).post(
        url("payment_evidence", payment.number, Kind.DURC), form | {"seen": payment.version}
    )

    assert page.status_code == status
    kept = list(Evidence.objects.values_list("inps_iban", flat=True))
    assert kept == ([typed.replace(" ", "")] if status == 302 else [])


def test_the_collectors_order_is_no_evidence_that_is_noted_alone(office, as_user):
    payment = proposed(office)

    page = as_user(office.accountant).get(url("payment_evidence", payment.number, Kind.ATTACHMENT))

    assert page.status_code == 404


def test_PAY_05_the_director_divides_what_was_suspended(office, as_user):
    Parameter.objects.filter(code="threshold_48bis").update(value="200.00")
    payment = with_evidence(office, proposed(office))
    found = {"reference": "2026/1", "on": moment.today(), "collector": Decimal("300.00")}
    payment = recognised(office, note(office, payment, Kind.ENQUIRY, **found))
    client = as_user(office.director)
    page = client.get(url("payment", payment.number)).content.decode()
    assert f'href="{url("set_free", payment.number)}"' in page

    answer = client.post(
        url("set_free", payment.number),
        {
            "attached": "220,00",
            "reference": "Ordine 12",
            "on": today(),
            "iban": INPS_IBAN,
            "seen": payment.version,
        },
    )

    assert answer.status_code == 302
    payment = Payment.objects.get()
    assert (payment.collector, payment.net, payment.suspended) == (
        Decimal("220.00"),
        Decimal("356.00"),
        Decimal("0.00"),
    )
    ordered(office, payment)
    assert PaymentLine.objects.get(to="collector").iban == INPS_IBAN
    take(office, f"{payment.number};pagato;26/11/2026;356,00")
    assert PaymentLine.objects.get(to="collector").state == "ordered"
