"""What beneficiaries of the demonstration do after their grant: deed, report, with invented papers."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from accounting.models import AidCheck
from grants import aiding, reporting
from grants.checks import computed
from grants.evidence import WITHOUT_POSITION
from grants.models import Change
from grants.services import aid, evidence, reports
from grants.services.acceptances import DEED, Account
from grants.services.changes import ChangeData
from grants.services.reports import INVOICE, PROOF, ExpenseData, Statement
from parties import moment
from portal.demo import papers
from workflows.services import documents
from workflows.services.integrations import Asked

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from grants.models import RentContribution
    from parties.models import User
    from workflows.models import Document

# Accounts of banks that exist, with numbers that do not.
IBAN = "IT60X0542811101000000123456"
CUP = "J41B26{number:06d}{check:03d}"
VAT_NUMBER = "01234560207"
LOWER = Decimal("0.80")
CENT = Decimal("0.01")


def deed(case: RentContribution, by: User) -> dict[str, Any]:
    """Return the signed deed and the account of a beneficiary."""
    party = case.applicant
    account = Account(
        iban=IBAN,
        holder=party.name,
        holder_code=party.tax_code,
        is_dedicated=True,
        vat_number=party.vat_number or VAT_NUMBER,
    )
    paper = papers.deed(case.number or "", party.name)
    return {"deed": attach(case, paper, DEED, by), "account": account}


def register_aid(case: RentContribution, *, by: User) -> None:
    """Ask the aid register and write the aid there, where an undertaking is about to be granted one."""
    if not aiding.is_registered(case):
        return
    today, number = moment.today(), 10 * case.pk + 4_000_000
    for place, kind in enumerate((AidCheck.Kind.AID, AidCheck.Kind.DE_MINIMIS), 1):
        aid.note_check(case, by=by, kind=kind, vercor=str(number + place), on=today)
    aid.register_aid(
        case, by=by, kind="cor", code=str(number), on=today, amount=case.proposed or CENT
    )


def note_evidence(case: RentContribution, *, by: User) -> None:
    """Write down what any grant wants: the CUP, and the DURC of whoever has a position (G4)."""
    evidence.assign_cup(case, by=by, **codes(case))
    if case.applicant_kind in WITHOUT_POSITION:
        return
    number = f"INPS_{40_000_000 + case.pk}"
    evidence.note_evidence(case, by=by, kind="durc", reference=number, on=moment.today())


def suspension(case: RentContribution) -> ChangeData:
    """Return the request to stand still for the last two weeks of the period."""
    last = case.period_to
    return ChangeData(
        kind=Change.Kind.SUSPENSION,
        reason="Lavori di manutenzione nello spazio: la postazione non è utilizzabile.",
        first_day=last - timedelta(days=13),
        last_day=last,
    )


def codes(case: RentContribution) -> dict[str, Any]:
    """Return the code of the project."""
    return {"cup": CUP.format(number=case.pk % 1_000_000, check=case.pk % 1000)}


def write_report(case: RentContribution, by: User, share: str) -> None:
    """Write the report: two invoices of the space, for all of the spend or a "lower" one."""
    spend = computed(case).eligible
    spend = (spend * LOWER).quantize(CENT) if share == "lower" else spend
    half = (spend / 2).quantize(CENT)
    for place, net in enumerate((half, spend - half)):
        _invoice(case, by, net, place)
    said = Statement(
        activity="Postazione utilizzata ogni giorno; avviate due collaborazioni nello spazio.",
        is_commercial=case.applicant_kind in {"enterprise", "aspiring"},
        vat_number="",
    )
    reports.state(case, said, by=by)


def asked(case: RentContribution) -> dict[str, Any]:
    """Return what the office asks about the first expense."""
    expense = case.report.expenses.all()[0]
    words = "Il riferimento del bonifico non è leggibile: allegare una copia leggibile."
    label = f"{expense.supplier_name}, fattura n. {expense.number}"
    return {
        "items": [Asked("field", f"expense-{expense.pk}", label, words)],
        "reason": "La prova di un pagamento non si legge.",
    }


def attach(case: RentContribution, paper: UploadedFile, requirement: str, by: User) -> Document:
    """Return a paper that was brought."""
    return documents.attach(
        case,
        paper,
        by=by,
        requirement=requirement,
        accepted=frozenset({"pdf"}),
        max_bytes=5_000_000,
    )


def _invoice(case: RentContribution, by: User, net: Decimal, place: int) -> None:
    manager, today = case.space.manager, moment.today()
    issued = max(reporting.window_of(case).first, today - timedelta(days=12 - place))
    number = f"{case.pk}/{place + 1}"
    vat = (net * 22 / 100).quantize(CENT)
    lines = [f"Fattura n. {number}, CUP {case.cup}", f"Imponibile {net} EUR, IVA {vat} EUR"]
    said = ExpenseData(
        supplier_name=manager.name,
        supplier=manager.vat_number or manager.tax_code,
        number=number,
        issued_on=issued,
        net=net,
        vat=vat,
        claimed=net,
        paid_on=min(issued + timedelta(days=2), today),
        means="transfer",
        reference=f"TRN 05428{case.pk:06d}{place}",
        cup=case.cup,
    )
    reports.write_expense(
        case,
        said,
        by=by,
        invoice=attach(case, papers.invoice(manager.name, lines), INVOICE, by),
        proof=attach(case, papers.transfer(case.applicant.name, lines), PROOF, by),
    )
