"""One contribution followed to the cent: deed, report, gates, bank, answer, register, certificate, public list."""

from decimal import Decimal

from accounting.models import Payment
from calls.models import Parameter
from grants.models import Status, YearlyPaper
from tests.accounting.books import cents, firm, granted_to, pots
from tests.grants.awarding import CUP
from tests.journeys import awarded
from tests.journeys.awarded import fresh
from tests.journeys.conftest import work_off_jobs
from tests.journeys.test_answers import act, status


def test_a_contribution_is_followed_from_the_grant_to_the_bank(walker, staffed):
    case = granted_to(staffed, firm("Alfa srl"), "enterprise")
    beneficiary = walker().sign_in(case.opened_by)
    officer = walker().sign_in(staffed.officer)

    awarded.take_on(beneficiary, case)
    act(officer, case, "confirm_deed", {"reason": "Firma autografa con documento."})
    act(officer, case, "note_codes", {"cup": CUP})
    # 1.000,00 of the 1.200,00 that the grant rests on.
    invoice = awarded.invoice(case, "12", "1.000,00", vat="220,00")
    awarded.report(beneficiary, case, invoice, comes_to="è rideterminato in 500,00 €")
    assert status(case) == Status.REPORT_FILED
    act(officer, case, "approve_report", {})
    assert (fresh(case).report.final, status(case)) == (Decimal("500.00"), Status.GRANTED)
    beneficiary.open(f"/pratiche/{case.pk}/").sees("L'esito del rendiconto")

    owner = walker().let_in(staffed.procedure_owner)
    payment = awarded.find(owner, awarded.propose(owner, case))
    assert (payment.gross, payment.withheld, payment.net, payment.freed) == (
        Decimal("500.00"),
        Decimal("20.00"),
        Decimal("480.00"),
        Decimal("100.00"),
    )
    awarded.recognise(walker().let_in(staffed.director), payment)
    left = {"available": "59400.00", "economies": "100.00"}
    assert pots() == left | {"granted": "500.00"}

    accountant = walker().let_in(staffed.accountant)
    awarded.to_the_bank(accountant, payment)
    assert pots() == left | {"paid": "500.00"}
    _withheld(accountant, payment)
    _certified(accountant, beneficiary, case)
    _published(walker(), case)


def _withheld(accountant, payment: Payment) -> None:
    """Take the register of taxes out: the 20,00 that were kept back stand there, and nothing else."""
    rows = awarded.taken_out(accountant, payment.case, "withholding")["Registro ritenute"]
    shown = [row for row in rows if row["id_pagamento"] == payment.number]
    assert [
        cents([row[name] for row in shown]) for name in ("lordo", "imponibile", "ritenuta")
    ] == [
        Decimal("500.00"),
        Decimal("500.00"),
        Decimal("20.00"),
    ]


def _certified(accountant, beneficiary, case) -> None:
    """Draw up the certificates of the year: the beneficiary finds the 20,00 in its letters."""
    accountant.open("/ufficio/certificazioni/").sees("Alfa srl")
    accountant.press("Certificazione della ritenuta")
    work_off_jobs()
    paper = YearlyPaper.objects.get()
    assert (paper.gross, paper.withheld, paper.net) == (
        Decimal("500.00"),
        Decimal("20.00"),
        Decimal("480.00"),
    )
    accountant.open("/ufficio/certificazioni/").sees(paper.letter.protocol.mark)
    beneficiary.open(f"/pratiche/{case.pk}/").sees("Certificazione della ritenuta operata")


def _published(visitor, case) -> None:
    """Find the row of the grant among those of the year, with the 500,00 that were paid."""
    Parameter.objects.filter(code="transparency_threshold").update(value="400.00")
    act = case.letters.get(kind="grant").protocol.mark
    visitor.open("/trasparenza/").sees("Alfa srl").sees(act).sees("500,00 €")
