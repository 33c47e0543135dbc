"""Grants that went another way, each followed through the pages to the last euro of the ledger."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounting.models import Budget, Payment, Recovery
from grants.models import Expense
from parties import moment
from tests.accounting.books import firm, granted_to
from tests.accounting.files.samples import notification
from tests.accounting.payments.paying import ordered, sent
from tests.grants.awarding import accepted, fresh, stated, with_expense
from tests.grants.judged import send
from tests.grants.views.test_memories import typed

pytestmark = pytest.mark.django_db
ACT = "Determinazione n. 50/2026"
CAUSE = {
    "facts": "Verifica del rendiconto agli atti del fascicolo.",
    "ground_0": "La spesa ammessa non raggiunge la quota minima.",
    "left": "0,00",
}


def url(name, *args):
    return reverse(f"accounting:{name}", args=args)


def today(days: int = 0) -> str:
    return f"{moment.today() + timedelta(days=days):%d/%m/%Y}"


def pots() -> dict[str, str]:
    """Return the pots of the call that hold something, after the ledger was added up anew."""
    budget = Budget.objects.get()
    names = ("available", "reserved", "granted", "paid", "economies")
    held = {name: str(getattr(budget, name)) for name in names if getattr(budget, name)}
    assert sum(Decimal(amount) for amount in held.values()) == budget.endowment
    return held


def filed(office, as_user, **changes):
    """Return the grant of a firm whose report was sent from its page."""
    case = accepted(office, granted_to(office, firm("Alfa srl"), "enterprise"))
    with_expense(case, **changes)
    stated(case)
    as_user(case.opened_by).post(
        reverse("grants:report", args=[case.pk]),
        {
            "act": "send",
            "seen_report": str(fresh(case).report.version),
            "activity": "Sei mesi di lavoro.",
            "is_commercial": "yes",
        },
    )
    return fresh(case)


def examined(office, as_user, case, admitted: str, cut: str = "not_quoted"):
    """Let the officer admit so much of the one line."""
    line = Expense.objects.get()
    sent_words = {
        f"admitted_{line.pk}": admitted,
        f"cut_{line.pk}": cut,
        f"cut_text_{line.pk}": "Spesa non prevista dal preventivo.",
    }
    assert send(as_user(office.officer), case, "approve_report", **sent_words).status_code == 302
    return fresh(case)


def proposed(office, as_user, case) -> Payment:
    client = as_user(office.procedure_owner)
    page = client.get(url("propose_payment", case.pk))
    form = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    said = {name: value for name, value in form.items() if value is not None}
    assert client.post(url("propose_payment", case.pk), said).status_code == 302
    return Payment.objects.get()


def found(client, payment, kind, **values):
    seen = Payment.objects.get().version
    return client.post(url("payment_evidence", payment.number, kind), values | {"seen": str(seen)})


def liquidated(office, as_user, payment, **durc) -> Payment:
    """Gather the evidence and recognise the debt, all by their pages."""
    client = as_user(office.procedure_owner)
    durc = {"reference": "INPS_1", "on": today(), "is_regular": "on"} | durc
    for kind, values in {
        "durc": {name: value for name, value in durc.items() if value is not None},
        "publication": {"reference": "Amministrazione trasparente", "on": today()},
        "payee": {"answer": "match", "on": today()},
    }.items():
        assert found(client, payment, kind, **values).status_code == 302
    said = {"act_number": ACT, "act_date": today(), "seen": str(Payment.objects.get().version)}
    assert as_user(office.director).post(url("liquidate", payment.number), said).status_code == 302
    return Payment.objects.get()


def answered(office, as_user, payment, amount: str) -> None:
    data = notification((payment.number, "DBIT", amount))
    as_user(office.accountant).post(url("answers"), {"file": SimpleUploadedFile("esiti.xml", data)})


def recalled(office, as_user, case, cause: str, **changes):
    """Revoke a grant by its pages: told, answered by the beneficiary, decided."""
    told = CAUSE | {"cause": cause} | changes
    assert send(as_user(office.procedure_owner), case, "start_recall", **told).status_code == 302
    ground = case.annulments.get().grounds.get()
    client, page = as_user(case.opened_by), reverse("grants:memories", args=[case.pk])
    shown = client.get(page)
    name = shown.context["grounds"][0]["name"]
    client.post(page, typed(shown, **{name: "Non è dipeso da noi.", "act": "send"}))
    case = fresh(case)
    assert case.status == "memories_received"
    words = {
        "reason": "Le memorie non superano i fatti.",
        f"answer_{ground.pk}": "I fatti restano.",
    }
    assert send(as_user(office.director), case, "recall_whole", **words).status_code == 302
    return fresh(case)


def test_AMT_05_a_lower_spend_pays_less_and_the_rest_goes_to_the_economies(office, as_user):
    case = filed(office, as_user)
    assert pots() == {"available": "59400.00", "granted": "600.00"}

    case = examined(office, as_user, case, "900,00")
    assert (case.report.result, case.report.final) == ("lowered", Decimal("450.00"))
    assert "450,00" in case.letters.get(kind="redetermination").text
    payment = proposed(office, as_user, case)
    assert (payment.gross, payment.withheld, payment.net, payment.freed) == (
        Decimal("450.00"),
        Decimal("18.00"),
        Decimal("432.00"),
        Decimal("150.00"),
    )
    payment = liquidated(office, as_user, payment)
    assert pots() == {"available": "59400.00", "granted": "450.00", "economies": "150.00"}

    sent(office, payment)
    answered(office, as_user, payment, "432.00")
    assert pots() == {"available": "59400.00", "paid": "450.00", "economies": "150.00"}


def test_AMT_05_a_spend_under_the_floor_forfeits_the_grant_by_an_act_and_frees_all(office, as_user):
    case = examined(office, as_user, filed(office, as_user), "839,99")

    assert (case.report.result, case.report.final) == ("forfeited", Decimal("0.00"))
    client = as_user(office.procedure_owner)
    assert case.number not in client.get(url("payable_cases")).content.decode()
    assert client.post(url("propose_payment", case.pk), {}).status_code == 404
    # Nothing has moved yet: time and sums alone take nothing away.
    assert pots() == {"available": "59400.00", "granted": "600.00"}

    case = recalled(office, as_user, case, "low_spend")
    assert (case.status, case.granted) == ("revoked", None)
    assert pots() == {"available": "60000.00"}
    assert "decade" in case.letters.get(kind="revocation_act").text
    assert (Recovery.objects.count(), Payment.objects.count()) == (0, 0)


def test_REV_14_what_was_paid_is_revoked_and_comes_back_in_instalments(office, as_user):
    case = examined(office, as_user, filed(office, as_user), "1.200,00", cut="")
    payment = liquidated(office, as_user, proposed(office, as_user, case))
    sent(office, payment)
    answered(office, as_user, payment, "576.00")
    assert pots() == {"available": "59400.00", "paid": "600.00"}

    case = recalled(office, as_user, fresh(case), "duties")
    recovery = Recovery.objects.get()
    assert (case.status, recovery.principal) == ("revoked", Decimal("600.00"))
    assert pots() == {"available": "59400.00", "paid": "600.00"}

    client = as_user(office.accountant)
    plan = {
        "number": "2",
        "every_months": "1",
        "first_due": today(30),
        "reason": "Difficoltà temporanea, domanda del debitore agli atti.",
        "seen": str(recovery.version),
    }
    assert client.post(url("recovery_plan", recovery.number), plan).status_code == 302
    owed = client.get(url("recovery", recovery.number)).context["owed"].total
    for number, amount in enumerate(("300.00", str(owed - Decimal("300.00"))), 1):
        receipt = {
            "on": today(),
            "amount": amount.replace(".", ","),
            "reference": f"Reversale {number}",
            "seen": str(Recovery.objects.get().version),
        }
        assert client.post(url("recovery_receipt", recovery.number), receipt).status_code == 302
    recovery = Recovery.objects.get()
    rows = list(recovery.receipts.all())
    assert recovery.state == "settled"
    assert sum(row.capital for row in rows) == Decimal("600.00")
    assert sum(row.amount for row in rows) == owed
    assert pots() == {"available": "60000.00"}


def test_PAY_03_a_debt_with_the_institutes_is_paid_in_the_beneficiarys_stead(office, as_user):
    case = examined(office, as_user, filed(office, as_user), "1.200,00", cut="")
    payment = proposed(office, as_user, case)

    # A certificate that is not in order stops the payment until the institutes say how much.
    owner = as_user(office.procedure_owner)
    found(owner, payment, "durc", reference="INPS_2", on=today())
    page = owner.get(url("payment", payment.number)).content.decode()
    assert "manca l&#x27;importo confermato dagli istituti" in page
    payment = liquidated(office, as_user, payment, is_regular=None, inps="200,00", inail="76,00")
    assert (payment.gross, payment.withheld, payment.inps, payment.inail, payment.net) == (
        Decimal("600.00"),
        Decimal("24.00"),
        Decimal("200.00"),
        Decimal("76.00"),
        Decimal("300.00"),
    )

    order = ordered(office, payment)
    page = as_user(office.accountant).get(url("order", order.number)).content.decode()
    assert "300,00" in page
    as_user(office.accountant).post(url("give_up_order", order.number), {"seen": order.version})
    sent(office, Payment.objects.get())
    answered(office, as_user, payment, "300.00")
    # The institutes and the tax office are paid for the beneficiary: the whole gross has left.
    assert pots() == {"available": "59400.00", "paid": "600.00"}
