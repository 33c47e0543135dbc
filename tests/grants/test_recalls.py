"""A grant is revoked for a cause of the law, and what was paid comes back (REV-04 to REV-14, DOC-08)."""

from datetime import timedelta
from decimal import Decimal

import pytest

from accounting.models import Budget, Payment, Recovery
from accounting.services import recoveries
from accounting.services.answers import take_answers
from grants.models import Annulment, Ban, RentContribution
from parties import moment
from tests.accounting.books import firm, granted_to
from tests.accounting.files.samples import notification
from tests.accounting.payments.paying import granted_firm, proposed, sent
from tests.grants.awarding import fresh
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
FACTS = "Controllo a campione del 10 settembre 2026 presso il Comune di Mantova."


def pots():
    budget = Budget.objects.get()
    return str(budget.available), str(budget.granted), str(budget.paid)


def paid(office) -> RentContribution:
    """Return a grant of 600,00 that the bank has paid."""
    sent(office)
    payment = Payment.objects.get()
    data = notification((payment.number, "DBIT", str(payment.net)))
    take_answers(data, name="esiti.xml", by=office.accountant)
    return RentContribution.objects.get(pk=payment.case_id)


def started(office, case, **changes) -> RentContribution:
    """Return a grant whose revocation was told."""
    said = {
        "cause": "duties",
        "facts": FACTS,
        "grounds": ["La postazione non è stata utilizzata."],
    } | changes
    return perform(case, "start_recall", by=office.procedure_owner, **said)


def heard(office, case, **changes) -> RentContribution:
    """Return a grant whose beneficiary has answered the reasons."""
    case = started(office, case, **changes)
    ground = case.annulments.get().grounds.get()
    return perform(case, "file_memories", by=case.opened_by, memories={ground.pk: "Non è vero."})


def decided(office, case, act="recall_whole", **changes) -> RentContribution:
    """Return a grant that was revoked."""
    case = heard(office, case, **changes)
    ground = case.annulments.get().grounds.get()
    return perform(
        case, act, by=office.director, reason="Confermato.", answers={ground.pk: "Risulta."}
    )


def test_REV_06_the_start_is_told_with_cause_and_measure_and_the_grant_holds(office):
    case = started(office, office.granted())

    found = Annulment.objects.get()
    assert (found.cause, found.extent, found.amount_before, found.amount_after) == (
        "duties",
        "total",
        Decimal("600.00"),
        Decimal("0.00"),
    )
    assert (case.status, case.granted) == ("revocation_started", Decimal("600.00"))
    letter = case.letters.get(kind="revocation_start")
    assert letter.state != "held"
    assert "lett. l" in letter.text
    assert FACTS in letter.text


@pytest.mark.parametrize(
    "changes",
    [
        {"cause": "premium_lost"},
        {"cause": "x"},
        {"facts": " "},
        {"grounds": [" "]},
        {"left": Decimal("600.00")},
        {"left": Decimal("-0.01")},
        {"cause": "untrue"},
    ],
)
def test_REV_04_a_revocation_without_cause_facts_reason_or_measure_does_not_start(office, changes):
    case = office.granted()

    with pytest.raises(TransitionRefused) as refused:
        started(office, case, **changes)
    assert refused.value.why is Refusal.RULE
    assert (fresh(case).status, Annulment.objects.count()) == ("granted", 0)


def test_G6_nothing_is_revoked_before_the_memories_are_answered(office):
    case = heard(office, office.granted())

    with pytest.raises(TransitionRefused, match="senza risposta"):
        perform(case, "recall_whole", by=office.director, reason="Confermato.")
    assert fresh(case).granted == Decimal("600.00")


def test_REV_05_before_payment_the_money_comes_free_and_nothing_is_asked_back(office):
    case = decided(office, office.granted())

    assert (case.status, case.granted) == ("revoked", None)
    assert pots() == ("60000.00", "0.00", "0.00")
    assert not Recovery.objects.exists()
    assert case.letters.get(kind="revocation_act").state != "held"


def test_REV_05_a_part_is_taken_and_the_rest_stays_granted(office):
    case = decided(office, office.granted(), "recall_part", left=Decimal("400.00"))

    assert (case.status, case.granted) == ("granted", Decimal("400.00"))
    assert pots() == ("59600.00", "400.00", "0.00")


def test_REV_05_the_act_takes_what_was_told(office):
    case = heard(office, office.granted(), left=Decimal("400.00"))
    ground = case.annulments.get().grounds.get()

    with pytest.raises(TransitionRefused, match="altra misura"):
        perform(
            case, "recall_whole", by=office.director, reason="Tutto.", answers={ground.pk: "Sì."}
        )


def test_REV_06_a_payment_on_its_way_is_stopped_first(office):
    case = granted_firm(office)
    payment = proposed(office, case)
    case = heard(office, fresh(case))
    ground = case.annulments.get().grounds.get()

    with pytest.raises(TransitionRefused, match=payment.number):
        perform(
            case, "recall_whole", by=office.director, reason="Tutto.", answers={ground.pk: "Sì."}
        )


def test_REV_07_what_was_paid_is_asked_back_with_interest_at_one_rate(office):
    case = decided(office, paid(office))

    recovery = Recovery.objects.get()
    assert (recovery.principal, recovery.rate_percent, recovery.surcharge) == (
        Decimal("600.00"),
        Decimal("2.15"),
        Decimal("0.00"),
    )
    letter = case.letters.get(kind="revocation_act")
    assert (letter.amount, letter.state != "held") == (Decimal("600.00"), True)
    assert "600,00" in letter.text
    assert pots() == ("59400.00", "0.00", "600.00")


def test_DOC_08_an_untrue_declaration_brings_points_and_a_ban_of_two_years(office):
    case = decided(office, paid(office), cause="untrue", declaration="Nessun altro contributo.")

    recovery, ban = Recovery.objects.get(), Ban.objects.get()
    assert (recovery.rate_percent, recovery.surcharge) == (Decimal("7.15"), Decimal("5.00"))
    today = moment.today()
    assert (ban.tax_code, ban.act_on, ban.until.year - today.year) == (
        case.applicant.tax_code,
        today,
        2,
    )
    letter = case.letters.get(kind="forfeiture_act")
    assert letter.state != "held"
    assert "Nessun altro contributo." in letter.text

    again = granted_again(office, case)
    assert again.why is Refusal.RULE
    assert "DOC-08" in {one.rule for one in again.outcomes if one.blocks}


def granted_again(office, case):
    """Let the banned firm apply again; return why it is refused."""
    with pytest.raises(TransitionRefused) as refused:
        granted_to(office, firm(case.applicant.name), "enterprise")
    return refused.value


def test_REV_14_receipts_go_to_the_interest_first_and_free_the_capital(office):
    decided(office, paid(office))
    recovery = Recovery.objects.get()
    recovery.since = moment.today() - timedelta(days=365)
    recovery.save()

    recovery = recoveries.note_receipt(
        recovery,
        by=office.accountant,
        on=moment.today(),
        amount=Decimal("112.90"),
        reference="12",
        seen=recovery.version,
    )

    # 12,90 of a year at 2,15 per cent.
    row = recovery.receipts.get()
    assert (row.interest, row.capital) == (Decimal("12.90"), Decimal("100.00"))
    assert pots() == ("59500.00", "0.00", "500.00")
    with pytest.raises(TransitionRefused, match="già stata registrata"):
        receipt(office, recovery, "1.00", "12")
    with pytest.raises(TransitionRefused, match="non superarli"):
        receipt(office, recovery, "500.01", "13")
    recovery = receipt(office, recovery, "500.00", "13")
    assert recovery.state == "settled"
    assert pots() == ("60000.00", "0.00", "0.00")


def receipt(office, recovery, amount, reference):
    """Count a receipt of today."""
    recovery = Recovery.objects.get(pk=recovery.pk)
    return recoveries.note_receipt(
        recovery,
        by=office.accountant,
        on=moment.today(),
        amount=Decimal(amount),
        reference=reference,
        seen=recovery.version,
    )


def test_REV_14_a_plan_has_a_reason_and_sums_to_what_is_owed(office):
    decided(office, paid(office))
    recovery = Recovery.objects.get()
    said = {
        "by": office.accountant,
        "number": 3,
        "every_months": 1,
        "first_due": moment.today() + timedelta(days=30),
        "seen": recovery.version,
    }
    with pytest.raises(TransitionRefused, match="a rate"):
        recoveries.plan(recovery, reason=" ", **said)

    owed = recoveries.owed(recovery).total
    recovery = recoveries.plan(recovery, reason="Difficoltà temporanea.", **said)

    rows = list(recovery.instalments.values_list("capital", flat=True))
    assert (recovery.state, len(rows), sum(rows)) == ("instalments", 3, owed)
    assert all(row.interest > 0 for row in recovery.instalments.all())


def test_REV_13_only_what_is_late_goes_to_the_roll(office):
    decided(office, paid(office))
    recovery = Recovery.objects.get()

    with pytest.raises(TransitionRefused, match="non è ancora passato"):
        recoveries.enrol(
            recovery, by=office.accountant, reference="Minuta 1", seen=recovery.version
        )
    Recovery.objects.update(
        due_on=moment.today() - timedelta(days=1),
        act_on=moment.today() - timedelta(days=31),
        since=moment.today() - timedelta(days=40),
    )
    recovery = recoveries.enrol(
        Recovery.objects.get(), by=office.accountant, reference="Minuta 1", seen=recovery.version
    )
    assert (recovery.state, recovery.roll_reference) == ("roll", "Minuta 1")


def test_ORG_09_only_the_accountant_touches_a_recovery(office):
    decided(office, paid(office))
    recovery = Recovery.objects.get()

    with pytest.raises(TransitionRefused) as refused:
        recoveries.enrol(recovery, by=office.director, reference="x", seen=recovery.version)
    assert refused.value.why is Refusal.RIGHT
