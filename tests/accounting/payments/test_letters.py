"""The act that recognises a debt and the notice that it was paid say what the payment says (17.1/11, 17.1/12)."""

from decimal import Decimal

import pytest

from accounting.models import Payment
from accounting.services import payments
from accounting.services.answers import take_answers
from tests.accounting.files.samples import notification
from tests.accounting.payments.paying import liquidated, note, proposed, sent, with_evidence

pytestmark = pytest.mark.django_db


def letter(kind: str):
    return Payment.objects.get().case.letters.get(kind=kind)


def answered(office, amount: str, to: str = "") -> None:
    data = notification((Payment.objects.get().number + to, "DBIT", amount))
    take_answers(data, name="esiti.xml", by=office.accountant)


def test_ACC_01_the_act_of_liquidation_is_the_offices_and_tells_every_check(office):
    liquidated(office)

    act = letter("liquidation_act")
    assert (act.state != "held", act.deliveries.count(), act.amount) == (True, 0, Decimal("600.00"))
    for words in ("600,00 €", "576,00 €", "IT60 X054 2811 1010 0000 0123 456", "24,00 €"):
        assert words in act.text
    assert "INPS_1" in str(act.values)
    assert "Determinazione n. 50/2026" in str(act.values)


def test_PAY_20_the_notice_of_payment_goes_to_the_beneficiary_once_the_bank_has_paid(office):
    sent(office)
    assert not Payment.objects.get().case.letters.filter(kind="payment_notice").exists()

    answered(office, "576.00")

    notice = letter("payment_notice")
    assert (notice.state != "held", notice.deliveries.count()) == (True, 1)
    for words in ("È stato pagato", "600,00 €", "576,00 €", "24,00 €", "16 marzo 2027"):
        assert words in notice.text
    # The account is told by its last digits alone.
    assert "IT60" not in notice.text + str(notice.values)
    assert "termina con 3456" in str(notice.values)


def test_PAY_03_both_letters_tell_what_went_to_the_institutes(office):
    payment = proposed(office)
    note(
        office,
        payment,
        "durc",
        reference="INPS_2",
        on=payment.report_on,
        is_regular=False,
        inps=200,
    )
    payment = with_evidence(office, Payment.objects.get(), but=("durc",))
    sent(office, liquidated_as_it_is(office, payment))
    answered(office, "376.00")
    answered(office, "200.00", to="-INPS")

    for kind in ("liquidation_act", "payment_notice"):
        assert "200,00 €" in letter(kind).text
        assert "art. 31" in letter(kind).text


def liquidated_as_it_is(office, payment):
    """Recognise a debt on the evidence that is there."""
    return payments.liquidate(
        payment,
        by=office.director,
        act_number="Determinazione n. 50/2026",
        act_date=payment.report_on,
        seen=payment.version,
    )
