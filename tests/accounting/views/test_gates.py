"""No payment without its evidence: every gate of G5 (law 17.2) tried by sending the form outright."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounting.models import (
    AnswerFile,
    Budget,
    Evidence,
    OrderApproval,
    Payment,
    PaymentAnswer,
    PaymentOrder,
)
from accounting.services import ledger
from accounting.services.payments import outcomes_of
from calls.models import Parameter
from parties import moment
from parties.models import RoleAssignment
from parties.roles import Role
from tests.accounting.files.samples import BOMB, FOREIGN_ENTITY, notification
from tests.accounting.payments.paying import (
    approved,
    granted_firm,
    liquidated,
    note,
    ordered,
    proposed,
    sent,
    with_evidence,
)
from tests.accounting.views.test_payments import today, typed, url
from tests.grants.awarding import reported
from tests.jobs import forget_jobs, run_jobs
from workflows.models import BackgroundJob

pytestmark = pytest.mark.django_db
Kind = Evidence.Kind
# What is missing, and what the page then says.
MISSING = {
    Kind.DURC: "Manca il DURC",
    Kind.PAYEE: "Manca la verifica del beneficiario",
}


def refused(office, as_user, payment) -> str:
    """Recognise the debt by direct POST, which must be refused; return what the page says."""
    page = as_user(office.director).post(
        url("liquidate", payment.number),
        {"act_number": "1", "act_date": today(), "seen": Payment.objects.get().version},
    )
    assert (page.status_code, Payment.objects.get().state) == (422, "proposed")
    return page.content.decode()


def also(person, role: Role):
    """Let somebody hold a second role."""
    RoleAssignment.objects.create(user=person, role=role, valid_from=moment.today())
    return type(person).objects.get(pk=person.pk)


@pytest.mark.parametrize("kind", MISSING)
def test_G5_PAY_01_PAY_12_cannot_recognise_a_debt_without_certificate_or_verification(
    office, as_user, kind
):
    payment = with_evidence(office, proposed(office), but=(kind,))

    assert MISSING[kind] in refused(office, as_user, payment)


def test_G5_PAY_01_cannot_use_a_certificate_of_more_than_120_days(office, as_user):
    payment = with_evidence(office, proposed(office), but=(Kind.DURC,))
    old = moment.today() - timedelta(days=121)
    payment = note(office, payment, Kind.DURC, reference="INPS_1", on=old)

    assert "è scaduto" in refused(office, as_user, payment)


def test_G5_PAY_12_cannot_pay_into_an_account_of_which_the_bank_says_it_is_another_s(
    office, as_user
):
    payment = with_evidence(office, proposed(office), but=(Kind.PAYEE,))
    payment = note(office, payment, Kind.PAYEE, answer="no_match", on=moment.today())

    assert "di qualcun altro" in refused(office, as_user, payment)


def test_G5_TRA_03_cannot_recognise_a_debt_before_the_grant_is_published(office, as_user):
    Parameter.objects.filter(code="transparency_threshold").update(value="599.99")
    payment = with_evidence(office, proposed(office), but=(Kind.PUBLICATION,))

    assert "non è pubblicata" in refused(office, as_user, payment)


def test_G5_PAY_05_cannot_recognise_a_debt_above_the_threshold_without_the_enquiry(office, as_user):
    Parameter.objects.filter(code="threshold_48bis").update(value="599.99")
    payment = with_evidence(office, proposed(office))

    assert "manca la verifica art. 48-bis" in refused(office, as_user, payment)


def test_G5_RNA_08_cannot_pay_aid_that_is_not_de_minimis_without_the_check(office, as_user):
    payment = with_evidence(office, proposed(office))
    Payment.objects.update(is_de_minimis=False)

    assert "Manca la visura Deggendorf" in refused(office, as_user, payment)


def test_G5_AMT_05_cannot_propose_before_the_report_is_approved(office, as_user):
    case = reported(office)

    page = as_user(office.procedure_owner).post(url("propose_payment", case.pk), typed(case))

    assert (page.status_code, Payment.objects.count()) == (404, 0)


def test_G5_TAX_01_cannot_leave_the_withholding_out(office, as_user):
    case = granted_firm(office)
    forged = typed(case, withheld="0,00", net="600,00", rate_percent="0", taxable="0,00")

    as_user(office.procedure_owner).post(url("propose_payment", case.pk), forged)

    payment = Payment.objects.get()
    assert (payment.withheld, payment.net) == (Decimal("24.00"), Decimal("576.00"))


def test_G5_CUP_01_cannot_propose_or_recognise_without_the_projects_code(office, as_user):
    case = granted_firm(office, cup="")
    page = as_user(office.procedure_owner).post(
        url("propose_payment", case.pk), typed(case, cup="J41B2600001000")
    )
    assert (page.status_code, Payment.objects.count()) == (422, 0)
    assert "non è un CUP" in page.content.decode()

    payment = with_evidence(office, proposed(office, case, cup="J41B26000010005"))
    Payment.objects.update(cup="")

    assert "CUP" in refused(office, as_user, payment)


def test_G5_ACC_04_cannot_propose_or_recognise_more_than_is_bound(office, as_user):
    case = granted_firm(office)
    ledger.free(case, Decimal("0.01"), by=office.director, description="Riduzione")
    page = as_user(office.procedure_owner).post(url("propose_payment", case.pk), typed(case))
    assert (page.status_code, Payment.objects.count()) == (422, 0)
    assert "supera il dovuto di 599,99" in page.content.decode()

    other = granted_firm(office, "Beta srl")
    payment = with_evidence(office, proposed(office, other))
    ledger.take_back(other, by=office.director, description="Annullamento")

    assert "supera il dovuto di 0,00" in refused(office, as_user, payment)


def test_G5_PAY_12_cannot_pay_into_an_account_that_is_not_the_beneficiary_s(office, as_user):
    payment = with_evidence(office, proposed(office))
    Payment.objects.update(holder_code="09876543217")

    assert "non è intestato al beneficiario" in refused(office, as_user, payment)


@pytest.mark.parametrize(
    ("answer", "said"),
    [("close", "corrisponde solo in parte"), ("not_possible", "non è stata possibile")],
)
def test_G5_PAY_12_a_doubtful_answer_of_the_bank_needs_its_reason(office, as_user, answer, said):
    payment = with_evidence(office, proposed(office), but=(Kind.PAYEE,))
    sent_form = {"answer": answer, "on": today(), "reason": " ", "seen": payment.version}
    as_user(office.procedure_owner).post(
        url("payment_evidence", payment.number, Kind.PAYEE), sent_form
    )

    assert said in refused(office, as_user, payment)


def test_G5_PAY_03_an_irregular_certificate_needs_what_the_institutes_confirm(office, as_user):
    payment = with_evidence(office, proposed(office), but=(Kind.DURC,))
    found = {"reference": "INPS_1", "on": today(), "seen": payment.version}
    as_user(office.procedure_owner).post(url("payment_evidence", payment.number, Kind.DURC), found)

    assert "manca l&#x27;importo confermato" in refused(office, as_user, payment)


def test_G5_PAY_05_cannot_free_suspended_sums_without_the_collectors_order(office, as_user):
    Parameter.objects.filter(code="threshold_48bis").update(value="200.00")
    payment = with_evidence(office, proposed(office))
    found = {"reference": "2026/1", "on": moment.today(), "collector": Decimal("300.00")}
    payment = note(office, payment, Kind.ENQUIRY, **found)
    client = as_user(office.director)
    form = {"act_number": "1", "act_date": today(), "seen": payment.version}
    assert client.post(url("liquidate", payment.number), form).status_code == 302
    seen = Payment.objects.get().version

    early = client.post(
        url("set_free", payment.number), {"attached": "0,00", "on": today(), "seen": seen}
    )
    nameless = client.post(
        url("set_free", payment.number), {"attached": "300,00", "on": today(), "seen": seen}
    )

    assert [page.status_code for page in (early, nameless)] == [422, 422]
    assert "restano sospese" in early.content.decode()
    assert Payment.objects.get().suspended == Decimal("300.00")


# Each rule that a payment is held against, with the tests above that try it.
TRIED = {
    "PAY-01": "test_G5_PAY_01_",
    "PAY-05": "test_G5_PAY_05_",
    "TRA-03": "test_G5_TRA_03_",
    "PAY-12": "test_G5_PAY_12_",
    "RNA-08": "test_G5_RNA_08_",
    "CUP-04": "test_G5_CUP_01_",
    "ACC-04": "test_G5_ACC_04_",
}


def test_G5_every_gate_is_tried_by_direct_post(office):
    asked = {outcome.rule for outcome in outcomes_of(proposed(office))}

    assert asked == set(TRIED)
    assert all(any(name.startswith(test) for name in globals()) for test in TRIED.values())


def test_G5_evidence_of_a_day_to_come_is_none(office, as_user):
    payment = proposed(office)
    client = as_user(office.procedure_owner)
    day = f"{moment.today() + timedelta(days=1):%d/%m/%Y}"

    for kind, found in {
        Kind.DURC: {"reference": "INPS_1", "is_regular": "on"},
        Kind.ENQUIRY: {"reference": "1"},
        Kind.PUBLICATION: {"reference": "Amministrazione trasparente"},
        Kind.PAYEE: {"answer": "match"},
        Kind.RECOVERY: {"reference": "1", "is_regular": "on"},
    }.items():
        page = client.post(
            url("payment_evidence", payment.number, kind),
            found | {"on": day, "seen": payment.version},
        )
        assert page.status_code == 422
    assert not Evidence.objects.exists()


def test_G5_ORG_09_who_proposed_cannot_recognise_the_debt(office, as_user):
    payment = with_evidence(office, proposed(office))
    owner = also(office.procedure_owner, Role.DIRECTOR)

    page = as_user(owner).post(
        url("liquidate", payment.number),
        {"act_number": "1", "act_date": today(), "seen": payment.version},
    )

    assert (page.status_code, Payment.objects.get().state) == (422, "proposed")
    assert "non può autorizzarlo" in page.content.decode()


def test_G5_ORG_09_who_granted_cannot_approve_the_order(office, as_user):
    order = ordered(office)
    client = as_user(also(office.director, Role.ACCOUNTANT))
    digest = client.get(url("order", order.number)).context["digest"]

    page = client.post(url("approve_order", order.number), {"digest": digest})

    assert (page.status_code, OrderApproval.objects.count()) == (422, 0)
    assert "non può autorizzarlo" in page.content.decode()


def test_G5_ACC_01_an_order_that_too_few_have_approved_makes_no_file(office, as_user):
    Parameter.objects.filter(code="payment_approvals").update(
        value=[{"up_to": "575.99", "people": 1}, {"up_to": None, "people": 2}]
    )
    order = approved(office)

    page = as_user(office.accountant).post(url("make_order_file", order.number))

    assert (page.status_code, PaymentOrder.objects.get().state) == (422, "open")


def test_G5_ACC_04_cannot_order_what_nobody_has_recognised(office, as_user):
    payment = with_evidence(office, proposed(office))

    page = as_user(office.accountant).post(
        reverse("accounting:open_order"),
        {
            "payments": [payment.pk],
            "payer_iban": "IT12O0834011500CC0010000001",
            "execute_on": f"{moment.today():%d/%m/%Y}",
        },
    )

    assert (page.status_code, PaymentOrder.objects.count()) == (422, 0)


def test_SEPA_06_who_may_not_order_reads_no_answers(office, as_user):
    payment = liquidated(office)

    page = as_user(office.director).post(url("answers"), {})

    assert (page.status_code, Payment.objects.get().state) == (403, payment.state)


def test_SEPA_06_answers_that_match_no_payment_or_match_twice_move_no_money(office, as_user):
    sent(office)
    number = Payment.objects.get().number
    client = as_user(office.accountant)

    def read(*answers):
        data = notification(*answers)
        client.post(url("answers"), {"file": SimpleUploadedFile("esiti.xml", data)})
        budget = Budget.objects.get()
        return str(budget.granted), str(budget.paid)

    assert read(("P-1999-000001", "DBIT", "576.00")) == ("600.00", "0.00")
    # Neither the amount alone nor the name finds a payment.
    assert read((number, "DBIT", "575.99")) == ("600.00", "0.00")
    twice = (number, "DBIT", "576.00")
    assert read(twice, twice) == ("0.00", "600.00")
    assert read(twice, ("P-1999-000002", "DBIT", "1.00")) == ("0.00", "600.00")
    shown = client.get(url("answers")).content.decode()
    assert "2 esiti non sono stati presi" in shown
    assert "Nessun pagamento ha questo numero" in shown
    assert '<span class="ui-hint">SEPA-06</span>' in shown
    assert list(PaymentAnswer.objects.order_by("pk").values_list("standing", flat=True)) == [
        "unknown",
        "differs",
        "taken",
        "repeated",
        "repeated",
        "unknown",
    ]


@pytest.mark.parametrize("data", [BOMB, FOREIGN_ENTITY, b"<Document/>", b"esiti"])
def test_SEPA_06_a_bomb_or_what_is_no_answer_moves_no_money(office, as_user, data):
    sent(office)

    file = SimpleUploadedFile("esiti.xml", data)
    page = as_user(office.accountant).post(url("answers"), {"file": file})

    assert (page.status_code, Payment.objects.get().state) == (422, "sent")
    assert "SEPA-06" in page.content.decode()
    assert (Budget.objects.get().paid, AnswerFile.objects.count()) == (Decimal("0.00"), 0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "edit",
    [
        {"iban": "IT81T0103011509000001234567"},
        {"net": Decimal("575.99"), "withheld": Decimal("24.01")},
    ],
)
def test_ACC_04_an_order_edited_between_approval_and_file_makes_none(office, as_user, edit):
    order = approved(office)
    Payment.objects.update(**edit)
    forget_jobs()

    as_user(office.accountant).post(url("make_order_file", order.number))
    run_jobs()

    job = BackgroundJob.objects.get()
    assert (job.state, PaymentOrder.objects.get().state) == ("failed", "approved")
    assert "cambiata dopo l'approvazione" in job.error
    assert "(ACC-04)" in job.error
    assert Budget.objects.get().paid == Decimal("0.00")
    assert Payment.objects.get().state == "batched"
