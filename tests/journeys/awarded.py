"""What people do after a grant, each at a browser: deed, report, cuts, evidence, act, bank, extractions."""

from datetime import timedelta

from django.urls import reverse
from playwright.sync_api import expect

from accounting.files.transfers import faults
from accounting.models import FrozenWorkbook, Payment, PaymentOrder
from accounting.services import sending
from grants import reporting
from grants.models import RentContribution
from parties import moment
from tests.accounting.books import sheets, table
from tests.accounting.files.samples import notification
from tests.accounting.payments.paying import CHAMBER_IBAN
from tests.grants.awarding import IBAN
from tests.journeys.conftest import Walker, work_off_jobs
from tests.journeys.test_answers import act
from tests.office import pdf_file

PAYMENTS = "/ufficio/pagamenti/"


def take_on(beneficiary: Walker, case) -> None:
    """Return the deed with the account."""
    beneficiary.open(f"/pratiche/{case.pk}/").follow("Accetta il contributo")
    beneficiary.fill({"iban": IBAN, "is_dedicated": "on"})
    upload(beneficiary, "deed", "atto.pdf")
    beneficiary.press("Accetta e invia").sees("Il tuo atto di impegno")


def invoice(case, number: str, amount: str, **changes: str) -> dict[str, str]:
    """Return what is typed of an invoice of the space, paid by transfer on the first day that counts."""
    day = f"{reporting.window_of(fresh(case)).first:%d/%m/%Y}"
    return {
        "supplier_name": "Officina Prova srl",
        "supplier": case.space.manager.vat_number,
        "number": number,
        "issued_on": day,
        "net": amount,
        "vat": "0,00",
        "claimed": amount,
        "paid_on": day,
        "means": "transfer",
        "reference": f"TRN {number}",
    } | changes


def report(beneficiary: Walker, case, *invoices: dict[str, str], comes_to: str) -> None:
    """Write the invoices down by hand, each with its papers, read what they come to, and send."""
    beneficiary.open(f"/pratiche/{case.pk}/").follow("Scrivi il rendiconto")
    for typed in invoices:
        beneficiary.follow("Scrivila a mano").fill(typed)
        upload(beneficiary, "invoice", "fattura.pdf")
        upload(beneficiary, "proof", "bonifico.pdf")
        beneficiary.press("Salva la spesa").sees("Nessun rilievo")
    beneficiary.sees(comes_to)
    beneficiary.fill({"activity": "Sei mesi di lavoro.", "is_commercial": "yes"})
    beneficiary.press("Invia il rendiconto").sees("Rendiconto in esame")


def examine(officer: Walker, case, cuts: dict[str, tuple[str, str, str]]) -> RentContribution:
    """Approve a report; of the invoices named, so much, for a reason of the list and in words."""
    typed = {}
    for number, (admitted, code, words) in cuts.items():
        line = fresh(case).report.expenses.get(number=number)
        typed |= {f"admitted_{line.pk}": admitted, f"cut_{line.pk}": code}
        typed[f"cut_text_{line.pk}"] = words
    act(officer, case, "approve_report", typed)
    return fresh(case)


def propose(owner: Walker, case) -> Payment:
    """Propose the payment, which cannot go on before its evidence is there."""
    owner.open(f"{PAYMENTS}da-proporre/").sees(case.number).follow("Proponi")
    owner.press("Proponi il pagamento").sees("Manca il DURC")
    return Payment.objects.get()


def find(owner: Walker, payment: Payment, **durc: str) -> Payment:
    """Gather the evidence; the certificate is in order, or as it is told."""
    today = f"{moment.today():%d/%m/%Y}"
    for kind, found in {
        "durc": {"reference": "INPS_1", "on": today, **(durc or {"is_regular": "on"})},
        "publication": {"reference": "Amministrazione trasparente", "on": today},
        "payee": {"answer": "match", "on": today},
    }.items():
        owner.open(f"{PAYMENTS}{payment.number}/prove/{kind}/").fill(found)
        owner.press("Conserva la verifica").sees("La verifica è stata conservata")
    expect(owner.page.get_by_text("Manca", exact=True)).to_have_count(0)
    return Payment.objects.get()


def recognise(director: Walker, payment: Payment) -> None:
    """Recognise the debt by an act."""
    director.open(f"{PAYMENTS}{payment.number}/").follow("Riconosci il debito")
    director.fill({"act_number": "Determinazione n. 50/2026"}).press("Riconosci il debito")


def to_the_bank(accountant: Walker, payment: Payment) -> None:
    """Put the payment into an order, approve it as it is, make its file and read the answer back."""
    day = moment.today() + timedelta(days=1)
    accountant.open("/ufficio/distinte/nuova/")
    box = accountant.page.locator(f"input[name=payments][value='{payment.pk}']")
    accountant.page.locator(f"label[for='{box.get_attribute('id')}']").click()
    accountant.fill({"payer_iban": CHAMBER_IBAN, "execute_on": f"{day:%d/%m/%Y}"})
    accountant.press("Crea la distinta").press("Approva così com'è")
    accountant.press("Crea il file per la banca")
    work_off_jobs()
    order = PaymentOrder.objects.get()
    accountant.open(f"/ufficio/distinte/{order.number}/").sees("Scarica il file")
    with sending.open_file(order) as file:
        data = file.read()
    assert faults(data) == []
    transfers = order.lines.exclude(iban="")
    total = sum(line.amount for line in transfers)
    amounts = [f'<InstdAmt Ccy="EUR">{line.amount}</InstdAmt>' for line in transfers]
    for each in (*amounts, f"<CtrlSum>{total}</CtrlSum>", IBAN, payment.number):
        assert each.encode() in data
    answered(accountant, payment)


def answered(accountant: Walker, payment: Payment) -> None:
    """Read the bank's answer: every line was paid."""
    answer = notification(
        *((line.number, "DBIT", str(line.amount)) for line in payment.lines.all())
    )
    accountant.open(f"{PAYMENTS}esiti/").page.locator("input[name=file]").set_input_files(
        {"name": "esiti.xml", "mimeType": "application/xml", "buffer": answer}
    )
    accountant.press("Importa il file").sees(payment.number)
    accountant.open(f"{PAYMENTS}{payment.number}/").sees("Pagato")


def revoke(walker, office, case, *, told: dict[str, str], answer: str) -> RentContribution:
    """Tell a revocation, let the beneficiary answer it on a phone, and decide it as it was told."""
    act(walker().let_in(office.procedure_owner), case, "start_recall", told)
    beneficiary = walker("phone").let_in(case.opened_by)
    beneficiary.open(reverse("grants:memories", args=[case.pk])).sees(told["ground_0"])
    beneficiary.page.locator("main textarea").first.fill(answer)
    beneficiary.press("Invia")
    ground = case.annulments.get().grounds.get()
    decided = {"reason": "Le memorie non superano i fatti.", f"answer_{ground.pk}": "Resta."}
    act(walker().let_in(office.director), case, "recall_whole", decided)
    return fresh(case)


def taken_out(accountant: Walker, case, kind: str) -> dict[str, list[dict]]:
    """Take a workbook of the call out: return the rows of its sheets, once it agrees with the ledger."""
    before = set(FrozenWorkbook.objects.values_list("pk", flat=True))
    accountant.open("/ufficio/estrazioni/").fill({"kind": kind, "call": str(case.call_id)})
    accountant.press("Prepara l'estrazione")
    work_off_jobs()
    kept = FrozenWorkbook.objects.exclude(pk__in=before).get()
    accountant.open(f"/ufficio/estrazioni/{kept.pk}/").sees(str(kept.title))
    found = {title: table(sheet) for title, sheet in sheets(kept, values=True).items()}
    assert {row["Differenza"] for row in found["Quadratura"]} == {0}
    return found


def reads(beneficiary: Walker, case, kind: str, *words: str) -> None:
    """Read a letter of the case in its page, and find its sealed file there."""
    letter = case.letters.get(kind=kind)
    beneficiary.open(reverse("letters:inbox_letter", args=[letter.pk]))
    for each in words:
        beneficiary.sees(each)
    address = beneficiary.site + reverse("letters:inbox_file", args=[letter.pk])
    file = beneficiary.page.request.get(address)
    assert (file.status, file.body()[:5]) == (200, b"%PDF-")


def fresh(case) -> RentContribution:
    """Return a case as it stands."""
    return RentContribution.objects.get(pk=case.pk)


def upload(walker: Walker, name: str, file: str) -> None:
    """Choose a file in a field of the page."""
    paper = pdf_file(file)
    walker.page.locator(f"input[type=file][name='{name}']").set_input_files(
        {"name": file, "mimeType": "application/pdf", "buffer": paper.read()}
    )
