"""One contribution followed to the cent: deed, report, gates, bank, answer, register, certificate, public list."""

from datetime import timedelta
from decimal import Decimal

from playwright.sync_api import expect

from accounting.files.transfers import faults
from accounting.models import Budget, FrozenWorkbook, Payment, PaymentOrder
from accounting.services import sending
from calls.models import Parameter
from grants import reporting
from grants.models import RentContribution, Status, YearlyPaper
from parties import moment
from tests.accounting.books import cents, firm, granted_to, sheets, table
from tests.accounting.files.samples import notification
from tests.accounting.payments.paying import CHAMBER_IBAN
from tests.grants.awarding import CUP, IBAN
from tests.journeys.conftest import work_off_jobs
from tests.journeys.test_answers import act, status
from tests.office import pdf_file

PAYMENTS = "/ufficio/pagamenti/"


def test_a_contribution_is_followed_from_the_grant_to_the_bank(walker, staffed):
    case = granted_to(staffed, firm("Alfa srl"), "enterprise")
    beneficiary = walker().sign_in(case.opened_by)
    officer = walker().sign_in(staffed.officer)

    _take_on(beneficiary, case)
    act(officer, case, "confirm_deed", {"reason": "Firma autografa con documento."})
    act(officer, case, "note_codes", {"cup": CUP})
    _report(beneficiary, case)
    act(officer, case, "approve_report", {})
    assert (_fresh(case).report.final, status(case)) == (Decimal("500.00"), Status.GRANTED)
    beneficiary.open(f"/pratiche/{case.pk}/").sees("L'esito del rendiconto")

    payment = _propose(walker().sign_in(staffed.procedure_owner), case)
    assert (payment.gross, payment.withheld, payment.net, payment.freed) == (
        Decimal("500.00"),
        Decimal("20.00"),
        Decimal("480.00"),
        Decimal("100.00"),
    )
    director = walker().sign_in(staffed.director)
    director.open(f"{PAYMENTS}{payment.number}/").follow("Riconosci il debito")
    director.fill({"act_number": "Determinazione n. 50/2026"}).press("Riconosci il debito")
    assert _pots() == ("500.00", "0.00", "100.00")

    accountant = walker().sign_in(staffed.accountant)
    _to_the_bank(accountant, payment)
    assert _pots() == ("0.00", "500.00", "100.00")
    accountant.open(f"{PAYMENTS}{payment.number}/").sees("Pagato")
    _withheld(accountant, payment)
    _certified(accountant, beneficiary, case)
    _published(walker(), case)


def _take_on(beneficiary, case) -> None:
    """Return the deed with the account."""
    beneficiary.open(f"/pratiche/{case.pk}/").follow("Accetta il contributo")
    beneficiary.fill({"iban": IBAN, "is_dedicated": "on"})
    _upload(beneficiary, "deed", "atto.pdf")
    beneficiary.press("Accetta e invia").sees("Il tuo atto di impegno")


def _report(beneficiary, case) -> None:
    """Report 1.000,00 of the 1.200,00 that the grant rests on."""
    beneficiary.open(f"/pratiche/{case.pk}/").follow("Scrivi il rendiconto")
    beneficiary.follow("Scrivila a mano")
    day = f"{reporting.window_of(_fresh(case)).first:%d/%m/%Y}"
    beneficiary.fill(
        {
            "supplier_name": "Officina Prova srl",
            "supplier": case.space.manager.vat_number,
            "number": "12",
            "issued_on": day,
            "net": "1.000,00",
            "vat": "220,00",
            "claimed": "1.000,00",
            "paid_on": day,
            "means": "transfer",
            "reference": "TRN 1",
        }
    )
    _upload(beneficiary, "invoice", "fattura.pdf")
    _upload(beneficiary, "proof", "bonifico.pdf")
    beneficiary.press("Salva la spesa").sees("Nessun rilievo")
    beneficiary.sees("il contributo è rideterminato in 500,00 €")
    beneficiary.fill({"activity": "Sei mesi di lavoro.", "is_commercial": "yes"})
    beneficiary.press("Invia il rendiconto").sees("Rendiconto in esame")
    assert status(case) == Status.REPORT_FILED


def _propose(owner, case) -> Payment:
    """Propose the payment, which cannot go on before its evidence is there, and gather it."""
    owner.open(f"{PAYMENTS}da-proporre/").sees(case.number).follow("Proponi")
    owner.press("Proponi il pagamento")
    number = Payment.objects.get().number
    owner.sees("Manca il DURC")
    today = f"{moment.today():%d/%m/%Y}"
    for kind, found in {
        "durc": {"reference": "INPS_1", "on": today, "is_regular": "on"},
        "publication": {"reference": "Amministrazione trasparente", "on": today},
        "payee": {"answer": "match", "on": today},
    }.items():
        owner.open(f"{PAYMENTS}{number}/prove/{kind}/").fill(found)
        owner.press("Conserva la verifica").sees("La verifica è stata conservata")
    expect(owner.page.get_by_text("Manca", exact=True)).to_have_count(0)
    return Payment.objects.get()


def _to_the_bank(accountant, payment: Payment) -> None:
    """Put the payment into an order, approve it as it is, make its file and read the answer back."""
    day = moment.today() + timedelta(days=1)
    accountant.open("/ufficio/distinte/nuova/")
    accountant.page.locator(f"label[for='{_id_of(accountant, payment)}']").click()
    accountant.fill({"payer_iban": CHAMBER_IBAN, "execute_on": f"{day:%d/%m/%Y}"})
    accountant.press("Crea la distinta").press("Approva così com'è")
    accountant.press("Crea il file per la banca")
    work_off_jobs()
    order = PaymentOrder.objects.get()
    accountant.open(f"/ufficio/distinte/{order.number}/").sees("Scarica il file")
    with sending.open_file(order) as file:
        data = file.read()
    assert faults(data) == []
    for written in (b'<InstdAmt Ccy="EUR">480.00</InstdAmt>', b"<CtrlSum>480.00</CtrlSum>"):
        assert written in data
    assert IBAN.encode() in data
    answer = notification((payment.number, "DBIT", "480.00"))
    accountant.open(f"{PAYMENTS}esiti/").page.locator("input[name=file]").set_input_files(
        {"name": "esiti.xml", "mimeType": "application/xml", "buffer": answer}
    )
    accountant.press("Importa il file").sees(payment.number)


def _withheld(accountant, payment: Payment) -> None:
    """Take the register of taxes out: the 20,00 that were kept back stand there, and nothing else."""
    accountant.open("/ufficio/estrazioni/").fill(
        {"kind": "withholding", "call": str(payment.case.call_id)}
    )
    accountant.press("Prepara l'estrazione")
    work_off_jobs()
    kept = FrozenWorkbook.objects.get()
    accountant.open(f"/ufficio/estrazioni/{kept.pk}/").sees("Registro delle ritenute")
    rows = table(sheets(kept, values=True)["Registro ritenute"])
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


def _id_of(accountant, payment: Payment) -> str:
    box = accountant.page.locator(f"input[name=payments][value='{payment.pk}']")
    return box.get_attribute("id")


def _pots() -> tuple[str, str, str]:
    budget = Budget.objects.get()
    return str(budget.granted), str(budget.paid), str(budget.economies)


def _fresh(case) -> RentContribution:
    return RentContribution.objects.get(pk=case.pk)


def _upload(walker, name: str, file: str) -> None:
    """Choose a file in a field of the page."""
    paper = pdf_file(file)
    walker.page.locator(f"input[type=file][name='{name}']").set_input_files(
        {"name": file, "mimeType": "application/pdf", "buffer": paper.read()}
    )
