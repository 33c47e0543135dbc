"""A payment is proposed on approved accounts, and its debt is recognised once all evidence is there."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from accounting.models import Budget, Evidence, Payment, PaymentMove
from accounting.services import ledger, payments
from parties import moment
from tests.accounting.payments.paying import (
    granted_firm,
    liquidated,
    note,
    proposal,
    proposed,
    with_evidence,
)
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db

Kind = Evidence.Kind


def parts(payment):
    return {
        name: str(getattr(payment, name))
        for name in ("gross", "withheld", "inps", "inail", "suspended", "net", "freed")
    }


def pots():
    budget = Budget.objects.get()
    return budget.granted, budget.paid, budget.economies


def recognise(office, payment, **changes):
    said = {
        "by": office.director,
        "act_number": "Determinazione n. 50/2026",
        "act_date": moment.today(),
        "seen": payment.version,
    } | changes
    return payments.liquidate(payment, **said)


def test_AMT_05_TAX_01_proposes_what_the_accounts_leave_to_the_cent(office):
    payment = proposed(office)

    assert (payment.number, payment.state) == (f"P-{moment.today().year}-000001", "proposed")
    assert parts(payment) == {
        "gross": "600.00",
        "withheld": "24.00",
        "inps": "0.00",
        "inail": "0.00",
        "suspended": "0.00",
        "net": "576.00",
        "freed": "0.00",
    }
    move = PaymentMove.objects.get()
    assert (move.name, move.by) == ("propose", office.procedure_owner)
    assert [outcome["rule"] for outcome in move.outcomes] == [
        "AMT-05",
        "PAY-12",
        "CUP-04",
        "ACC-04",
    ]


def test_AMT_05_a_lower_spend_saves_the_rest_when_the_debt_is_recognised(office):
    payment = proposed(office, spend=Decimal("1000.00"))
    before = pots()

    payment = liquidated(office, payment)

    assert (parts(payment)["gross"], parts(payment)["freed"]) == ("500.00", "100.00")
    assert before == (Decimal("600.00"), Decimal("0.00"), Decimal("0.00"))
    assert pots() == (Decimal("500.00"), Decimal("0.00"), Decimal("100.00"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"spend": Decimal("839.99")}, "rendiconto approvato"),
        ({"iban": "IT12O0834011500CC0010000001"}, "non è quello indicato"),
        ({"holder_code": "09876543217"}, "non è intestato al beneficiario"),
        ({"report_act": " "}, "Scrivi l'atto"),
        ({"report_on": moment.today() + timedelta(days=1)}, "Scrivi l'atto"),
    ],
)
def test_G5_refuses_a_proposal_that_does_not_stand(office, changes, sentence):
    case = granted_firm(office)

    with pytest.raises(TransitionRefused, match=sentence):
        payments.propose(case, proposal(case, **changes), by=office.procedure_owner)

    assert not Payment.objects.exists()


def test_CUP_01_refuses_a_grant_without_its_code(office):
    case = granted_firm(office, cup="")

    with pytest.raises(TransitionRefused, match="Manca il CUP"):
        payments.propose(case, proposal(case), by=office.procedure_owner)


def test_ORG_09_who_may_not_propose_is_refused(office):
    case = granted_firm(office)

    with pytest.raises(TransitionRefused) as refused:
        payments.propose(case, proposal(case), by=office.officer)

    assert refused.value.why is Refusal.RIGHT


def test_PAY_05_a_case_has_one_payment_and_is_not_split(office):
    payment = proposed(office)

    with pytest.raises(TransitionRefused, match="ha già un pagamento"):
        payments.propose(payment.case, proposal(payment.case), by=office.procedure_owner)


def test_nothing_is_owed_before_the_grant(office):
    case = office.proposed()

    with pytest.raises(TransitionRefused, match="nulla è dovuto"):
        payments.propose(case, proposal(case), by=office.procedure_owner)


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [(Kind.DURC, "Manca il DURC"), (Kind.PAYEE, "Manca la verifica del beneficiario")],
)
def test_G5_recognises_no_debt_without_its_evidence(office, missing, sentence):
    payment = with_evidence(office, proposed(office), but=(missing,))

    with pytest.raises(TransitionRefused, match=sentence):
        recognise(office, payment)

    payment = Payment.objects.get()
    assert (payment.state, payment.act_number) == ("proposed", "")


def test_PAY_03_debts_go_to_the_institutes_first(office):
    payment = note(
        office,
        proposed(office),
        Kind.DURC,
        reference="INPS_2",
        on=moment.today(),
        is_regular=False,
        inps=Decimal("100.00"),
        inail=Decimal("10.50"),
    )

    assert parts(payment) == {
        "gross": "600.00",
        "withheld": "24.00",
        "inps": "100.00",
        "inail": "10.50",
        "suspended": "0.00",
        "net": "465.50",
        "freed": "0.00",
    }


def test_PAY_03_the_last_certificate_counts(office):
    payment = proposed(office)
    today = moment.today()
    note(office, payment, Kind.DURC, reference="1", on=today, is_regular=False, inps=Decimal(900))
    assert Payment.objects.get().net == 0

    payment = note(office, payment, Kind.DURC, reference="2", on=today)

    assert parts(payment)["net"] == "576.00"


def test_a_debt_found_after_the_act_is_refused_and_changes_nothing(office):
    payment = liquidated(office)

    with pytest.raises(TransitionRefused, match="proponilo di nuovo"):
        note(
            office,
            payment,
            Kind.DURC,
            reference="3",
            on=moment.today(),
            is_regular=False,
            inps=Decimal("1.00"),
        )

    assert Payment.objects.get().net == Decimal("576.00")
    assert not Evidence.objects.filter(reference="3").exists()


def test_an_old_page_is_refused(office):
    payment = proposed(office)
    old = payment.version
    payment = with_evidence(office, payment)

    with pytest.raises(TransitionRefused) as refused:
        recognise(office, payment, seen=old)

    assert refused.value.why is Refusal.STALE


def test_ACC_01_the_act_has_a_number_and_a_day_that_has_come(office):
    payment = with_evidence(office, proposed(office))

    for changes in ({"act_number": " "}, {"act_date": moment.today() + timedelta(days=1)}):
        with pytest.raises(TransitionRefused, match="numero dell'atto"):
            recognise(office, payment, **changes)


def test_ORG_09_only_the_director_recognises_a_debt(office):
    payment = with_evidence(office, proposed(office))

    with pytest.raises(TransitionRefused) as refused:
        recognise(office, payment, by=office.accountant)

    assert refused.value.why is Refusal.RIGHT


def test_ACC_04_no_debt_is_recognised_once_the_grant_has_gone(office):
    payment = with_evidence(office, proposed(office))
    ledger.take_back(payment.case, by=office.director, description="Annullamento")

    with pytest.raises(TransitionRefused, match="supera il dovuto di 0,00"):
        recognise(office, payment)


def test_a_payment_taken_back_binds_again_what_it_had_saved(office):
    payment = liquidated(office, proposed(office, spend=Decimal("1000.00")))

    payment = payments.withdraw(
        payment, by=office.accountant, reason="IBAN da correggere", seen=payment.version
    )

    assert payment.state == "withdrawn"
    assert pots() == (Decimal("600.00"), Decimal("0.00"), Decimal("0.00"))
    assert proposed(office, payment.case).number.endswith("000002")


def test_the_database_refuses_parts_that_are_not_the_gross(office):
    payment = proposed(office)

    with pytest.raises(IntegrityError, match="payment_parts_are_the_gross"), transaction.atomic():
        Payment.objects.filter(pk=payment.pk).update(net=Decimal("577.00"))


def test_evidence_and_moves_are_never_changed(office):
    liquidated(office)

    for table in ("accounting_evidence", "accounting_paymentmove"):
        with (
            pytest.raises(IntegrityError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"DELETE FROM {table}")
