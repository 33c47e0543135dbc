"""Orders: approved as they are, by people who neither granted nor proposed, written once."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounting.files.transfers import faults
from accounting.models import OrderApproval, Payment, PaymentOrder
from accounting.services import ledger, orders, sending
from calls.models import Parameter
from parties import moment
from parties.models import RoleAssignment
from parties.roles import Role
from tests.accounting.payments.paying import (
    CHAMBER_IBAN,
    IBAN,
    approved,
    digest,
    granted_firm,
    liquidated,
    ordered,
    proposed,
    second_accountant,
    sent,
)
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db


def test_ACC_01_an_order_is_approved_frozen_and_sent_once(office):
    order = sent(office)

    payment = Payment.objects.get()
    with order.file.open() as file:
        data = file.read()
    assert (order.state, payment.state, order.number) == (
        "sent",
        "sent",
        f"D-{moment.today().year}-000001",
    )
    assert faults(data) == []
    for words in (payment.number, "576.00", IBAN, CHAMBER_IBAN, "Alfa srl", payment.cup):
        assert words.encode() in data
    assert [move.name for move in payment.moves.all()] == [
        "propose",
        "liquidate",
        "put_in",
        "send",
    ]
    with pytest.raises(TransitionRefused):
        sending.send(order, by=office.accountant)


@pytest.mark.parametrize("hand", ["director", "procedure_owner"])
def test_ORG_09_nobody_grants_proposes_or_liquidates_and_pays(office, hand):
    order = ordered(office)
    person = getattr(office, hand)
    RoleAssignment.objects.create(
        user=person, role=Role.ACCOUNTANT, valid_from=moment.today() - timedelta(days=1)
    )
    person = type(person).objects.get(pk=person.pk)

    with pytest.raises(TransitionRefused, match="non può autorizzarlo"):
        orders.approve(order, by=person, digest=digest(order))

    assert not OrderApproval.objects.exists()


def test_ORG_09_who_may_not_order_is_refused(office):
    order = ordered(office)

    for act in (
        lambda: orders.approve(order, by=office.officer, digest=digest(order)),
        lambda: orders.give_up(order, by=office.officer, seen=order.version),
        lambda: sending.request_file(order, by=office.officer),
    ):
        with pytest.raises(TransitionRefused) as refused:
            act()
        assert refused.value.why is Refusal.RIGHT


def test_ACC_01_a_large_order_needs_two_people(office):
    Parameter.objects.filter(code="payment_approvals").update(
        value=[{"up_to": "575.99", "people": 1}, {"up_to": None, "people": 2}]
    )
    order = approved(office)
    assert order.state == "open"

    with pytest.raises(TransitionRefused, match="Hai già approvato"):
        orders.approve(order, by=office.accountant, digest=digest(order))
    with pytest.raises(TransitionRefused, match="approvata"):
        sending.request_file(order, by=office.accountant)

    order = orders.approve(order, by=second_accountant(), digest=digest(order))
    assert order.state == "approved"


def test_ACC_04_an_order_edited_after_the_approval_is_not_sent(office):
    order = approved(office)
    Payment.objects.update(iban="IT81T0103011509000001234567")

    with pytest.raises(TransitionRefused, match="cambiata dopo l'approvazione"):
        sending.send(order, by=office.accountant)

    assert (PaymentOrder.objects.get().state, Payment.objects.get().state) == (
        "approved",
        "batched",
    )


def test_ACC_04_approving_an_old_page_is_refused(office):
    order = ordered(office)
    old = digest(order)
    Payment.objects.update(purpose="Altro")

    with pytest.raises(TransitionRefused) as refused:
        orders.approve(order, by=office.accountant, digest=old)

    assert refused.value.why is Refusal.STALE


def test_G5_every_gate_is_asked_again_on_the_day_of_payment(office):
    order = approved(office)
    ledger.take_back(Payment.objects.get().case, by=office.director, description="Annullamento")

    with pytest.raises(TransitionRefused, match=r"P-\d+-000001: .*supera il dovuto"):
        sending.send(order, by=office.accountant)

    assert not PaymentOrder.objects.get().file


def test_PAY_01_a_certificate_that_ends_before_the_day_of_payment_stops_the_order(office):
    order = approved(office, days=121)

    with pytest.raises(TransitionRefused, match="DURC è scaduto"):
        sending.send(order, by=office.accountant)


def test_a_payment_taken_out_undoes_the_approval(office):
    first = liquidated(office)
    second = liquidated(office, proposed(office, granted_firm(office, "Beta srl")))
    order = approved(office, first, second)

    order = orders.take_out(order, second, by=office.accountant, seen=order.version)

    assert (order.state, order.digest) == ("open", "")
    assert Payment.objects.get(pk=second.pk).state == "liquidated"
    assert [payment.pk for payment in order.payments.all()] == [first.pk]


def test_an_order_given_up_lets_its_payments_go(office):
    order = approved(office)

    order = orders.give_up(order, by=office.accountant, seen=order.version)

    assert (order.state, Payment.objects.get().state) == ("given_up", "liquidated")
    assert ordered(office, Payment.objects.get()).number.endswith("000002")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"payer_iban": "IT00"}, "non è un IBAN"),
        ({"execute_on": moment.today() - timedelta(days=1)}, "è passato"),
    ],
)
def test_an_order_that_cannot_be_is_refused(office, changes, sentence):
    payment = liquidated(office)
    said = {
        "by": office.accountant,
        "payer_iban": CHAMBER_IBAN,
        "payer_bic": "",
        "execute_on": moment.today(),
    } | changes

    with pytest.raises(TransitionRefused, match=sentence):
        orders.open_order([payment], **said)
    with pytest.raises(TransitionRefused, match="almeno un pagamento"):
        orders.open_order([], **(said | {"payer_iban": CHAMBER_IBAN}))

    assert not PaymentOrder.objects.exists()


def test_a_payment_that_is_not_liquidated_enters_no_order(office):
    payment = proposed(office)

    with pytest.raises(TransitionRefused) as refused:
        ordered(office, payment)

    assert refused.value.why is Refusal.STATUS
    assert not PaymentOrder.objects.exists()


def test_PAY_20_the_whole_order_is_the_sum_of_its_nets(office):
    order = ordered(
        office,
        liquidated(office),
        liquidated(office, proposed(office, granted_firm(office, "Beta srl"))),
    )

    assert orders.total_of(order) == Decimal("1152.00")


def test_an_order_of_three_asks_the_database_no_more_than_an_order_of_one(office):
    def questions(*names):
        rows = [liquidated(office, proposed(office, granted_firm(office, name))) for name in names]
        order = approved(office, *rows)
        with CaptureQueriesContext(connection) as captured:
            sending.send(order, by=office.accountant)
        return len(captured)

    assert questions("Alfa srl") == questions("Beta srl", "Gamma srl", "Delta srl")
