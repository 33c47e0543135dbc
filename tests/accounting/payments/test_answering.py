"""What the bank answers, matched by id alone and counted to the cent."""

from decimal import Decimal

import pytest

from accounting.models import AnswerFile, Budget, LedgerEntry, Payment, PaymentAnswer
from accounting.services import ledger
from accounting.services.answers import take_answers
from tests.accounting.files.samples import BOMB, notification, table
from tests.accounting.payments.paying import liquidated, proposed, sent
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db


def pots():
    budget = Budget.objects.get()
    return str(budget.granted), str(budget.paid), str(budget.economies)


def take(office, data, name="esiti.xml"):
    return take_answers(data, name=name, by=office.accountant)


def standings():
    return list(PaymentAnswer.objects.values_list("end_to_end_id", "standing"))


def test_SEPA_06_what_was_paid_is_counted_in_the_ledger(office):
    sent(office)
    payment = Payment.objects.get()

    take(office, notification((payment.number, "DBIT", "576.00")))

    payment = Payment.objects.get()
    assert (payment.state, f"{payment.paid_on:%d/%m/%Y}") == ("paid", "26/11/2026")
    assert pots() == ("0.00", "600.00", "0.00")
    assert LedgerEntry.objects.last().description == f"Pagamento {payment.number}"


def test_SEPA_06_the_cashiers_numbers_are_kept(office):
    sent(office)
    number = Payment.objects.get().number

    take(office, table(f"{number};pagato;26/11/2026;576,00;123;77;"), "esiti.csv")

    payment = Payment.objects.get()
    assert (payment.mandate_number, payment.receipt_number) == ("123", "77")


def test_SEPA_06_answers_that_match_nothing_twice_or_another_amount_change_nothing(office):
    sent(office)
    number = Payment.objects.get().number
    data = notification(
        ("P-1999-000001", "DBIT", "576.00"),
        (number, "DBIT", "576.01"),
        (number, "DBIT", "576.00"),
        (number, "DBIT", "576.00"),
    )

    take(office, data)

    assert [standing for _number, standing in standings()] == [
        "unknown",
        "differs",
        "taken",
        "repeated",
    ]
    assert pots() == ("0.00", "600.00", "0.00")


def test_SEPA_06_a_file_is_read_once(office):
    sent(office)
    data = notification((Payment.objects.get().number, "DBIT", "576.00"))
    take(office, data)

    with pytest.raises(TransitionRefused, match="già stato letto"):
        take(office, data, "copia.xml")

    assert AnswerFile.objects.count() == 1
    assert pots() == ("0.00", "600.00", "0.00")


def test_SEPA_06_money_that_comes_back_is_bound_again(office):
    sent(office, liquidated(office, proposed(office, spend=Decimal("1000.00"))))
    number = Payment.objects.get().number
    take(office, notification((number, "DBIT", "480.00")))
    assert pots() == ("0.00", "500.00", "100.00")

    take(office, notification((number, "CRDT", "480.00")))

    payment = Payment.objects.get()
    assert (payment.state, payment.moves.last().reason) == ("returned", "AC04")
    assert pots() == ("600.00", "0.00", "0.00")
    # Who took the answers has not granted anything by it, and may approve the next order.
    assert sent(office, liquidated(office, proposed(office, payment.case))).state == "sent"


def test_SEPA_06_a_refused_payment_moves_no_money(office):
    sent(office)
    number = Payment.objects.get().number

    take(office, table(f"{number};scartato;26/11/2026;576,00;;;IBAN chiuso"))

    assert Payment.objects.get().state == "refused"
    assert pots() == ("600.00", "0.00", "0.00")


def test_SEPA_06_a_payment_that_is_not_with_the_bank_has_no_answer(office):
    payment = liquidated(office)

    take(office, notification((payment.number, "DBIT", "576.00")))

    assert standings() == [(payment.number, "out_of_place")]
    assert Payment.objects.get().state == "liquidated"


def test_ACC_04_no_more_is_counted_than_is_bound(office):
    sent(office)
    payment = Payment.objects.get()
    ledger.take_back(payment.case, by=office.director, description="Annullamento")

    take(office, notification((payment.number, "DBIT", "576.00")))

    assert standings() == [(payment.number, "out_of_place")]
    assert pots()[1] == "0.00"


@pytest.mark.parametrize("data", [b"", b"niente", BOMB, notification()])
def test_a_file_that_cannot_be_read_leaves_everything_as_it_was(office, data):
    with pytest.raises(TransitionRefused) as refused:
        take(office, data)

    assert refused.value.why is Refusal.RULE
    assert not AnswerFile.objects.exists()


def test_ORG_09_who_may_not_pay_reads_no_answers(office):
    with pytest.raises(TransitionRefused) as refused:
        take_answers(notification(("P", "DBIT", "1.00")), name="x", by=office.director)

    assert refused.value.why is Refusal.RIGHT
