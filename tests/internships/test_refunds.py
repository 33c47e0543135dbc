"""The refund of the host: what must be there, what it comes to, how it is paid, how it is undone."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from accounting.models import AidCheck, AidEntry, AidRegistration, Budget, FirmLink, Payment
from accounting.payables import payable_of
from accounting.queries import payable_cases
from accounting.services import ledger, payments
from accounting.services.payments import Proposal
from calls.models import Call
from internships import refunding as gathered
from internships.letters import placements as letters
from internships.models import Internship, InternshipStatus, RefundRequest
from internships.services.placements.ending import RevocationData
from letters.models import Letter
from parties import moment
from parties.models import Organisation
from tests.accounting import books
from tests.internships import refunding
from tests.internships.offering import vat
from tests.internships.running import host_of, trainee_of
from workflows.engine import Refusal, TransitionRefused
from workflows.tasks import perform
from workflows.terms.italian import with_weekday

pytestmark = pytest.mark.django_db

NOTICE = RevocationData("0000311/2026", banned_until=None, reported="all'Ispettorato del lavoro")


def refused(call, *args, **kwargs):
    with pytest.raises(TransitionRefused) as found:
        call(*args, **kwargs)
    return found.value.why, [one.rule for one in found.value.outcomes if one.blocks]


def proposal(case) -> Proposal:
    accounts = payable_of(case).accounts
    return Proposal(
        report_act=accounts.act,
        report_on=accounts.on,
        spend=accounts.spend,
        iban=accounts.iban,
        holder=accounts.holder,
        holder_code=accounts.holder_code,
    )


def test_R_PUB_17_a_claim_without_its_evidence_is_refused_and_nothing_is_kept(office):
    case = refunding.attested(office, paid=(1,), reported=False)

    assert refused(refunding.asked, case) == (Refusal.RULE, ["R-PUB-17"])
    assert gathered.missing(case) == [
        "la prova di pagamento dei mesi 2",
        "la relazione finale dell'ospitante",
    ]
    assert (RefundRequest.objects.count(), Internship.objects.get().status) == (0, "attested")


def test_R_PUB_17_the_host_is_asked_for_its_papers_where_the_call_refunds_and_in_time(office):
    case = refunding.attested(office, paid=(), reported=False)

    letter = Letter.objects.get(kind="refund_papers")
    said = f"{letter.text}{letter.values}"
    until = with_weekday(gathered.claim_by(case))
    wanted = (until, "prova di pagamento dei mesi 1, 2", "la relazione finale", "«de minimis»")
    assert (letter.addressee_id, [words in said for words in wanted]) == (case.host.pk, [True] * 4)
    assert not {case.trainee.name} & {one.name for one in letter.deliveries.all()}
    Internship.objects.filter(pk=case.pk).update(refund_waived_on=moment.today())
    case = Internship.objects.get(pk=case.pk)
    assert letters.send_claim_request(case, by=office.officer) is None


def test_R_PUB_17_the_intern_cannot_ask_and_the_director_cannot_settle_unexamined(office):
    case = refunding.attested(office)
    refunding.endowed(office, case)
    why, _rules = refused(perform, case, "ask_refund", by=trainee_of(case))
    assert why == Refusal.RIGHT
    case = refunding.asked(case)
    assert refused(perform, case, "settle", by=office.director) == (Refusal.RULE, ["R-PUB-17"])


def test_R_PUB_18_the_amount_is_what_was_paid_up_to_the_cap_of_each_month(office):
    case = refunding.settled(office)

    assert (case.status, case.refunded) == (InternshipStatus.SETTLED, Decimal("600.00"))
    budget = Budget.objects.get(call=case.call)
    assert (budget.available, budget.granted) == (Decimal("400.00"), Decimal("600.00"))
    aid = AidEntry.objects.get(case=case)
    assert (aid.party_id, aid.amount) == (case.host.pk, Decimal("600.00"))
    letter = Letter.objects.get(kind="internship_settlement")
    assert (letter.addressee_id, letter.values["addressee"][0]) == (case.host.pk, case.host.name)
    assert [words in letter.text for words in ("600,00 €", "576,00 €", refunding.CUP)] == [
        True,
        True,
        False,
    ]


def test_R_PUB_19_without_funds_nothing_is_recognised(office):
    case = refunding.examined(office, refunding.asked(refunding.attested(office)))
    assert refused(perform, case, "settle", by=office.director) == (Refusal.RULE, ["R-PUB-19"])
    ledger.endow(case.call, Decimal("599.99"), by=office.director, description="Dotazione")
    assert refused(perform, case, "settle", by=office.director) == (Refusal.RULE, ["R-PUB-19"])


def test_R_PUB_15_aid_above_the_ceiling_is_refused(office):
    case = refunding.attested(office)
    refunding.endowed(office, case)
    case = refunding.asked(case, other_aid=Decimal("299500.00"))
    case = refunding.examined(office, case)
    assert refused(perform, case, "settle", by=office.director) == (Refusal.RULE, ["R-PUB-15"])


def test_PAY_12_the_host_is_paid_and_not_the_intern(office):
    case = refunding.settled(office)
    assert [one.payee_name for one in payable_cases()] == [case.host.name]

    payment = payments.propose(case, proposal(case), by=office.procedure_owner)

    assert (payment.payee_id, payment.beneficiary, payment.tax_code) == (
        case.host.pk,
        case.host.name,
        case.host.tax_code,
    )
    assert (payment.gross, payment.withheld, payment.net) == (
        Decimal("600.00"),
        Decimal("24.00"),
        Decimal("576.00"),
    )


def test_R_SAN_06_revocation_frees_what_is_bound_and_stops_before_a_payment_on_its_way(office):
    case = refunding.settled(office)
    assert refused(perform, case, "revoke", by=office.director, reason="Falsa dichiarazione.") == (
        Refusal.RULE,
        [],
    )
    payment = payments.propose(case, proposal(case), by=office.procedure_owner)
    said = {"by": office.director, "reason": "Falsa dichiarazione.", "data": NOTICE}
    assert refused(perform, case, "revoke", **said) == (Refusal.RULE, [])
    payments.withdraw(payment, by=office.procedure_owner, reason="Revoca.", seen=payment.version)

    case = perform(case, "revoke", **said)

    budget = Budget.objects.get(call=case.call)
    assert (case.status, budget.available, budget.granted) == (
        InternshipStatus.REVOKED,
        Decimal("1000.00"),
        Decimal("0.00"),
    )
    letter = Letter.objects.get(kind="internship_revocation")
    assert ("0000311/2026" in letter.text, AidEntry.objects.count()) == (True, 0)
    # Nobody said anything: the letter leaves all the same.
    assert letter.state != Letter.State.HELD
    # The facts stand once, and no reasons beside them.
    assert (letter.text.count("Falsa dichiarazione."), "Motivazione:" in letter.text) == (1, False)


def test_T19_a_refusal_says_why_and_what_the_host_answered(office):
    case = refunding.asked(refunding.attested(office))
    case = perform(case, "refuse_settlement", by=office.director, reason="Pagamento in contanti.")
    letter = Letter.objects.get(kind="internship_no_settlement")
    assert (case.status, "600,00 €" in letter.text) == (InternshipStatus.NOT_SETTLED, True)


def test_R_PUB_17_the_page_of_the_host_says_what_is_missing_and_takes_the_request(as_user, office):
    case = refunding.attested(office, paid=(1,))
    page = reverse("internships:internship_refund", args=[case.pk])
    client = as_user(host_of(case))
    said = {"seen_version": case.version, "iban": refunding.IBAN, "holder": case.host.name}
    said |= {"other_aid": "0"}

    shown = client.get(page).text
    early = client.post(page, said | {"file": refunding.request()})
    assert ("la prova di pagamento dei mesi 2" in shown, early.status_code) == (True, 422)
    assert (RefundRequest.objects.count(), "R-PUB-17" in early.text) == (0, True)

    refunding.pay(case, 2)
    case = Internship.objects.get(pk=case.pk)
    said |= {"seen_version": case.version}
    stranger = as_user(trainee_of(case)).post(page, said | {"file": refunding.request()})
    client = as_user(host_of(case))
    bare = client.post(page, said)
    good = client.post(page, said | {"file": refunding.request()})
    assert [one.status_code for one in (bare, stranger, good)] == [422, 403, 302]
    asked = RefundRequest.objects.get()
    assert (asked.iban, asked.asked_amount) == (refunding.IBAN, Decimal("600.00"))
    assert "600,00" in client.get(page).text


def test_R_PUB_18_direct_posts_cannot_pass_the_gates(as_user, office):
    case = refunding.asked(refunding.attested(office))
    settle = reverse("workflows:act", args=[case.pk, "settle"])
    seen = {"seen_version": case.version}

    by_officer = as_user(office.officer).post(settle, seen | {"refunded": "9000"})
    unexamined = as_user(office.director).post(settle, seen | {"refunded": "9000"})
    propose = reverse("accounting:propose_payment", args=[case.pk])
    unpaid = as_user(office.procedure_owner).post(propose, {"iban": refunding.IBAN})

    assert [one.status_code for one in (by_officer, unexamined, unpaid)] == [403, 422, 404]
    assert (Internship.objects.get().refunded, Payment.objects.count()) == (None, 0)


@pytest.mark.django_db(transaction=True)
def test_R_PUB_18_the_workbook_shows_refunds_that_agree_with_the_ledger(office):
    case = refunding.settled(office)
    payment = payments.propose(case, proposal(case), by=office.procedure_owner)

    book = books.sheets(books.made(office, "internships", call=case.call), values=True)
    (row,) = (one for one in books.table(book["Rimborsi"]) if one["tirocinio"])
    checks = books.table(book["Quadratura"])
    assert row["chiesto_il"].date() == moment.today()
    assert {
        name: row[name]
        for name in ("indennita_pagata", "rimborso_riconosciuto", "netto", "cup", "pagamento")
    } == {
        "indennita_pagata": 1200,
        "rimborso_riconosciuto": 600,
        "netto": 576,
        "cup": refunding.CUP,
        "pagamento": payment.number,
    }
    assert {one["Esito"] for one in checks} == {"concorda"}


def test_R_PUB_15_aid_of_linked_firms_counts(office):
    case = refunding.attested(office)
    refunding.endowed(office, case)
    other = Organisation.objects.create(
        name="Capogruppo srl", tax_code=vat("Capogruppo srl"), legal_form="company"
    )
    FirmLink.objects.create(
        holder_code=other.tax_code,
        held_code=case.host.tax_code,
        since=date(2020, 1, 1),
        by=office.officer,
    )
    aid = AidEntry.objects.create(
        party=other,
        source=AidEntry.Source.REGISTER,
        regulation="2023/2831",
        authority="Regione",
        measure="Altro bando",
        granted_on=moment.today(),
        amount=Decimal("299500.00"),
    )
    case = refunding.examined(office, refunding.asked(case))
    assert refused(perform, case, "settle", by=office.director) == (Refusal.RULE, ["R-PUB-15"])
    aid.delete()
    case = perform(Internship.objects.get(pk=case.pk), "settle", by=office.director)
    assert case.status == InternshipStatus.SETTLED


def registered(office) -> Internship:
    """Return an internship whose refund is asked for, of a call that stands in the aid register."""
    case = refunding.attested(office)
    refunding.endowed(office, case)
    Call.objects.filter(pk=case.call_id).update(aid_code="CAR 12345")
    return refunding.asked(Internship.objects.get(pk=case.pk))


def test_RNA_02_04_a_refund_that_is_aid_wants_both_checks_and_its_code_before_the_act(office):
    case = refunding.examined(office, registered(office))
    why, rules = refused(perform, case, "settle", by=office.director)
    assert (why, rules) == (Refusal.RULE, ["RNA-04", "RNA-04", "RNA-02", "RNA-05"])
    case = refunding.examined(office, case, aid_check="811", cor="7654321")
    assert refused(perform, case, "settle", by=office.director) == (Refusal.RULE, ["RNA-04"])

    case = refunding.examined(office, case, aid_check="811", de_minimis_check="812", cor="7654321")
    case = perform(case, "settle", by=office.director)

    kept = AidRegistration.objects.get(case=case)
    checks = AidCheck.objects.filter(case=case).order_by("pk").values_list("kind", "vercor")
    assert (case.status, kept.code, kept.amount, payable_of(case).cor) == (
        InternshipStatus.SETTLED,
        "7654321",
        Decimal("600.00"),
        "7654321",
    )
    letter = Letter.objects.get(kind="internship_settlement")
    said = f"{letter.text}{letter.values}"
    # RNA-06: the act states what was asked of the register, and the code it gave.
    wanted = ("VERCOR 811", "VERCOR 812", "COR 7654321", "Regolamento (UE) 2023/2831")
    assert [words in said for words in wanted] == [True] * 4
    # What was written down already is not written down again.
    assert list(checks) == [("aid", "811"), ("de_minimis", "812")]


def test_RNA_03_a_registration_that_has_lapsed_wants_a_new_code(office):
    case = registered(office)
    codes = {"aid_check": "811", "de_minimis_check": "812", "cor": "7654321"}
    late = moment.today() - timedelta(days=21)
    case = refunding.examined(office, case, **codes, cor_on=late)

    assert refused(perform, case, "settle", by=office.director) == (Refusal.RULE, ["RNA-03"])

    case = refunding.examined(office, case, **codes | {"cor": "7654322"})
    assert perform(case, "settle", by=office.director).status == InternshipStatus.SETTLED


def test_RNA_the_examination_asks_for_the_register_only_where_the_refund_goes_there(
    office, as_user
):
    case = registered(office)
    page = reverse("workflows:act", args=[case.pk, "examine_refund"])
    client = as_user(office.officer)
    said = {"seen_version": case.version, "finding": "In regola.", "cup": refunding.CUP}
    codes = {"aid_check": "811", "de_minimis_check": "812", "cor": "7654321"}

    shown = client.get(page).text
    bad = client.post(page, said | codes | {"cor": "COR-7"})
    good = client.post(page, said | codes)
    again = client.get(page).text
    Call.objects.filter(pk=case.call_id).update(aid_code="")
    plain = client.get(page).text

    assert [bad.status_code, good.status_code] == [422, 302]
    assert ["VERCOR" in one for one in (shown, again, plain)] == [True, True, False]
    assert ("7654321" in again, AidCheck.objects.filter(case=case).count()) == (True, 2)
