"""What institutes get is a line of its own, from the order to the ledger (ACC-07)."""

import importlib
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from lxml import etree

from accounting.files.transfers import faults
from accounting.models import Budget, Evidence, LineState, Payment, PaymentAnswer, PaymentLine
from accounting.services import orders, payments, sending, suspensions
from accounting.services.answers import take_answers
from calls.models import Parameter
from parties import moment
from tests.accounting.files.samples import notification
from tests.accounting.files.samples import table as answers
from tests.accounting.payments.paying import (
    IBAN,
    approved,
    granted_firm,
    liquidated,
    note,
    ordered,
    proposed,
    sent,
    with_evidence,
)
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db
Kind = Evidence.Kind
INPS_IBAN = "IT81T0103011509000001234567"


def with_debt(office, payment=None, **debts):
    """Return a payment whose beneficiary owes institutes what is said, with all its evidence."""
    payment = with_evidence(office, payment or proposed(office), but=(Kind.DURC,))
    found = {"reference": "INPS_7", "on": moment.today(), "is_regular": False} | debts
    return recognised(office, note(office, payment, Kind.DURC, **found))


def recognised(office, payment):
    return payments.liquidate(
        payment,
        by=office.director,
        act_number="Determinazione n. 50/2026",
        act_date=moment.today(),
        seen=payment.version,
    )


def with_inps(office, payment=None):
    """Return a payment of 600,00 of which INPS gets 100,00 into an account."""
    return with_debt(office, payment, inps=Decimal("100.00"), inps_iban=INPS_IBAN)


def told():
    return [
        (line.number, line.name, str(line.amount), str(line.tax), line.state)
        for line in PaymentLine.objects.order_by("pk")
    ]


def pots():
    budget = Budget.objects.get()
    return str(budget.granted), str(budget.paid)


def take(office, *rows):
    data = answers(*(f"{row};;;" for row in rows))
    take_answers(data, name="esiti.csv", by=office.accountant)


def again(payment):
    return Payment.objects.get(pk=payment.pk)


def test_ACC_07_an_institute_is_a_line_of_the_order_and_all_sum_to_the_gross(office):
    payment = with_inps(office)

    order = ordered(office, payment)

    number = payment.number
    assert told() == [
        (number, payment.holder, "476.00", "24.00", "ordered"),
        (f"{number}-INPS", "INPS", "100.00", "0.00", "ordered"),
    ]
    assert sum(line.counts for line in order.lines.all()) == payment.gross
    assert orders.total_of(order) == Decimal("576.00")
    inps = order.lines.get(to="inps")
    assert inps.purpose.startswith(
        f"Intervento sostitutivo DURC INPS_7 per CF {payment.tax_code} CUP "
    )


def test_ACC_07_the_banks_file_has_a_transfer_for_each_line(office):
    payment = with_inps(office)

    order = sent(office, payment)

    with order.file.open() as file:
        data = file.read()
    assert faults(data) == []
    root = etree.fromstring(data)
    transfers = [
        [row.findtext(f".//{{*}}{name}") for name in ("EndToEndId", "InstdAmt")]
        + [row.findtext(".//{*}CdtrAcct//{*}IBAN"), row.findtext("{*}Cdtr/{*}Nm")]
        for row in root.iter("{*}CdtTrfTxInf")
    ]
    assert transfers == [
        [payment.number, "476.00", IBAN, payment.holder],
        [f"{payment.number}-INPS", "100.00", INPS_IBAN, "INPS"],
    ]
    assert root.findtext(".//{*}CtrlSum") == "576.00"


def test_ACC_07_an_institute_without_an_account_is_paid_with_f24_outside_the_file(office):
    payment = with_debt(office, inail=Decimal("100.00"))

    order = sent(office, payment)

    with order.file.open() as file:
        data = file.read()
    assert (data.count(b"EndToEndId>"), b"INAIL" in data) == (2, False)
    assert orders.total_of(order) == Decimal("576.00")


def test_ACC_07_an_order_of_f24_alone_is_a_list(office):
    payment = with_debt(office, inps=Decimal("2500.00"))

    order = sent(office, payment)

    assert order.file.name.endswith(f"{order.number}.csv")
    with order.file.open() as file:
        head, row = file.read().decode("utf-8-sig").splitlines()
    assert head == "id_disposizione;a_favore_di;importo;causale"
    assert row.startswith(f"{payment.number}-INPS;INPS;576,00;Intervento sostitutivo DURC INPS_7")
    take(office, f"{payment.number}-INPS;pagato;26/11/2026;576,00")
    assert (again(payment).state, pots()) == ("paid", ("0.00", "600.00"))


def test_ACC_07_results_are_read_back_line_by_line(office):
    payment = with_inps(office)
    sent(office, payment)

    take(office, f"{payment.number};pagato;26/11/2026;476,00")
    assert (again(payment).state, pots()) == ("sent", ("100.00", "500.00"))
    take(office, f"{payment.number}-INPS;pagato;27/11/2026;100,00")

    payment = again(payment)
    assert (payment.state, pots()) == ("paid", ("0.00", "600.00"))
    # The tax is withheld on the day on which the beneficiary is paid.
    assert f"{payment.paid_on:%d/%m/%Y}" == "26/11/2026"
    assert [move.reason for move in payment.moves.filter(name="line")] == [
        f"{payment.number}, {payment.holder}: Pagata"
    ]


def test_TAX_06_what_comes_back_before_the_institute_is_paid_is_no_more_withheld(office):
    payment = with_inps(office)
    sent(office, payment)
    take(office, f"{payment.number};pagato;26/11/2026;476,00")
    assert list(Payment.objects.reached()) == [payment]

    take(office, f"{payment.number};stornato;27/11/2026;476,00")

    assert (again(payment).state, pots()) == ("sent", ("600.00", "0.00"))
    assert not Payment.objects.reached().exists()
    # Once nothing is on its way any more, the beneficiary is paid by a new payment.
    take(office, f"{payment.number}-INPS;pagato;27/11/2026;100,00")
    assert (again(payment).state, pots()) == ("returned", ("500.00", "100.00"))


def test_SEPA_06_an_institutes_line_with_another_amount_moves_nothing(office):
    payment = with_inps(office)
    sent(office, payment)

    take(office, f"{payment.number}-INPS;pagato;26/11/2026;476,00")
    take(office, f"{payment.number};pagato;26/11/2026;576,00")

    assert set(PaymentAnswer.objects.values_list("standing", flat=True)) == {"differs"}
    assert pots() == ("600.00", "0.00")


def test_ACC_07_an_institute_that_was_not_paid_is_ordered_again(office):
    payment = with_inps(office)
    sent(office, payment)
    take(
        office,
        f"{payment.number};pagato;26/11/2026;476,00",
        f"{payment.number}-INPS;scartato;26/11/2026;100,00",
    )
    assert (again(payment).state, pots()) == ("liquidated", ("100.00", "500.00"))

    order = sent(office, again(payment))

    assert [(line.number, str(line.amount)) for line in order.lines.all()] == [
        (f"{payment.number}-INPS-2", "100.00")
    ]
    take(office, f"{payment.number}-INPS-2;pagato;28/11/2026;100,00")
    assert (again(payment).state, pots()) == ("paid", ("0.00", "600.00"))


def test_ACC_07_an_institutes_money_that_comes_back_is_bound_again(office):
    payment = with_inps(office)
    sent(office, payment)
    take(
        office,
        f"{payment.number};pagato;26/11/2026;476,00",
        f"{payment.number}-INPS;pagato;26/11/2026;100,00",
    )

    take(office, f"{payment.number}-INPS;stornato;28/11/2026;100,00")

    assert (again(payment).state, pots()) == ("liquidated", ("100.00", "500.00"))


def test_ACC_07_what_has_reached_the_beneficiary_is_not_taken_back(office):
    payment = with_inps(office)
    sent(office, payment)
    take(
        office,
        f"{payment.number};pagato;26/11/2026;476,00",
        f"{payment.number}-INPS;scartato;26/11/2026;100,00",
    )
    payment = again(payment)

    with pytest.raises(TransitionRefused) as refused:
        payments.withdraw(payment, by=office.procedure_owner, reason="Errore", seen=payment.version)

    assert refused.value.why is Refusal.STATUS


def test_ACC_07_a_new_payment_goes_on_with_what_the_institute_got(office):
    payment = with_inps(office)
    sent(office, payment)
    take(
        office,
        f"{payment.number};scartato;26/11/2026;476,00",
        f"{payment.number}-INPS;pagato;26/11/2026;100,00",
    )
    assert (again(payment).state, pots()) == ("refused", ("500.00", "100.00"))

    # INPS has its money: the certificate is regular by now.
    second = liquidated(office, proposed(office, again(payment).case))

    assert (str(second.gross), str(second.inps), str(second.net)) == ("600.00", "100.00", "476.00")
    sent(office, second)
    take(office, f"{second.number};pagato;28/11/2026;476,00")
    assert (again(second).state, pots()) == ("paid", ("0.00", "600.00"))
    assert PaymentLine.objects.get(to="inps").payment == second


def test_ACC_07_an_account_that_changes_after_the_approval_makes_no_file(office):
    order = approved(office, with_inps(office))
    PaymentLine.objects.filter(to="inps").update(iban=IBAN)

    with pytest.raises(TransitionRefused, match="cambiata dopo l'approvazione"):
        sending.send(order, by=office.accountant)


def test_taking_a_payment_out_takes_its_lines_along_and_they_come_again(office):
    payment, other = (
        with_inps(office),
        liquidated(office, proposed(office, granted_firm(office, "Beta srl"))),
    )
    order = ordered(office, payment, other)

    orders.take_out(order, payment, by=office.accountant, seen=order.version)

    assert list(order.lines.values_list("payment", flat=True)) == [other.pk]
    second = ordered(office, again(payment))
    assert second.lines.count() == 2
    orders.give_up(second, by=office.accountant, seen=second.version)
    assert not second.lines.exists()


def suspended(office, days=0):
    """Return a paid payment of 600,00 of which 300,00 wait, so many days since the collector's answer."""
    Parameter.objects.filter(code="threshold_48bis").update(value="200.00")
    payment = with_evidence(office, proposed(office))
    payment = note(
        office,
        payment,
        Kind.ENQUIRY,
        reference="2026/1",
        on=moment.today() - timedelta(days=days),
        collector=Decimal("300.00"),
    )
    payment = recognised(office, payment)
    sent(office, payment)
    take(office, f"{payment.number};pagato;26/11/2026;276,00")
    payment = again(payment)
    assert (payment.state, pots()) == ("paid", ("300.00", "300.00"))
    return payment


def freed(office, payment, attached, reference="Ordine 12", iban=""):
    return suspensions.set_free(
        payment,
        by=office.director,
        attached=Decimal(attached),
        reference=reference,
        on=moment.today(),
        iban=iban,
        seen=payment.version,
    )


def test_PAY_05_what_was_suspended_goes_to_the_collector_and_the_rest_to_the_beneficiary(office):
    payment = suspended(office)

    payment = freed(office, payment, "220.00", iban=INPS_IBAN)
    order = sent(office, payment)

    assert [
        (line.number, line.name, str(line.amount), line.iban) for line in order.lines.all()
    ] == [
        (f"{payment.number}-2", payment.holder, "80.00", IBAN),
        (f"{payment.number}-AER", "Agenzia delle entrate-Riscossione", "220.00", INPS_IBAN),
    ]
    data = notification(
        (f"{payment.number}-2", "DBIT", "80.00"), (f"{payment.number}-AER", "DBIT", "220.00")
    )
    take_answers(data, name="esiti.xml", by=office.accountant)
    payment = again(payment)
    assert (payment.state, pots()) == ("paid", ("0.00", "600.00"))
    assert sum(line.counts for line in payment.lines.all()) == payment.gross


@pytest.mark.parametrize(
    ("attached", "reference", "why"),
    [("300.01", "Ordine 12", "supera"), ("1.00", " ", "numero"), ("0.00", "", "restano sospese")],
)
def test_PAY_05_nothing_is_freed_without_the_order_or_before_its_days(
    office, attached, reference, why
):
    payment = suspended(office)

    with pytest.raises(TransitionRefused, match=why):
        freed(office, payment, attached, reference)

    assert again(payment).state == "paid"


def test_PAY_05_after_sixty_days_without_an_order_all_of_it_is_free(office):
    payment = freed(office, suspended(office, days=61), "0.00", "")

    assert (payment.state, str(payment.net), str(payment.suspended)) == (
        "liquidated",
        "576.00",
        "0.00",
    )
    assert ordered(office, payment).lines.get().amount == Decimal("300.00")


def test_PAY_05_what_is_wholly_suspended_is_not_ordered(office):
    Parameter.objects.filter(code="threshold_48bis").update(value="200.00")
    payment = with_evidence(office, proposed(office))
    found = {"reference": "2026/1", "on": moment.today(), "collector": Decimal("9000.00")}
    payment = recognised(office, note(office, payment, Kind.ENQUIRY, **found))

    with pytest.raises(TransitionRefused, match="PAY-05"):
        ordered(office, payment)


def test_orders_of_before_get_the_lines_that_are_written_now(office):
    sent(office, with_inps(office))
    fields = ("number", "to", "name", "amount", "tax", "state", "payment", "order")
    now = list(PaymentLine.objects.order_by("pk").values_list(*fields))
    PaymentLine.objects.all().delete()

    migration = importlib.import_module("accounting.migrations.0003_columns_and_lines")
    with connection.cursor() as cursor:
        cursor.execute(migration.LINES)

    assert list(PaymentLine.objects.order_by("pk").values_list(*fields)) == now
    assert {line.state for line in PaymentLine.objects.all()} == {LineState.SENT}
