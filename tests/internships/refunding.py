"""Refunds to test with: internships of two months attested today, everything paid by their hosts."""

from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from accounting.services import ledger
from internships.models import AllowanceDue, Internship
from internships.services.placements.finishing import (
    EvidenceData,
    ReportData,
    add_evidence,
    write_report,
)
from internships.services.placements.refunding import ClaimData
from internships.services.placements.registering import RegisterData
from internships.services.register.allowances import PaymentData, note_payment
from parties import moment
from tests.internships import running
from tests.internships.running import host_of
from tests.kept import kept
from tests.office import Office
from workflows.tasks import perform

IBAN = "IT60X0542811101000000123456"
CUP = "J41B26000010005"
CAP = Decimal("300.00")


@kept
def attested(
    office: Office, *, paid: tuple[int, ...] = (1, 2), reported: bool = True, days: int = 70
) -> Internship:
    """Return an internship of two months, attested, with the months named paid."""
    case = running.begun(office, days, months=2)
    for number in (1, 2):
        running.closed(office, case, number)
    case = perform(case, "conclude", by=office.officer)
    for activity in case.activities.all():
        data = EvidenceData(activity, "photo", "Campionario.", "autonomous")
        add_evidence(case, by=host_of(case), data=data)
    case = perform(case, "evaluate", by=office.officer)
    case = perform(case, "attest", by=office.officer)
    for number in paid:
        pay(case, number)
    if reported:
        write_report(case, by=host_of(case), data=ReportData(5, 5, 5, "Ha lavorato bene."))
    return Internship.objects.get(pk=case.pk)


@kept
def pay(case: Internship, number: int) -> AllowanceDue:
    """Let the host prove that a month was paid in full."""
    allowance = AllowanceDue.objects.get(month__internship=case, month__number=number)
    data = PaymentData(allowance.amount or Decimal(0), moment.today(), f"CRO {number}")
    return note_payment(allowance, by=host_of(case), data=data, upload=running.proof())


def request() -> SimpleUploadedFile:
    """Return a signed request, in so far as a test can tell."""
    return running.proof("domanda.pdf")


@kept
def asked(case: Internship, **changes: Any) -> Internship:
    """Return an internship whose host has asked for the refund."""
    said = {"iban": IBAN, "holder": case.host.name}
    data = ClaimData(**(said | changes))
    return perform(case, "ask_refund", by=host_of(case), data=data, upload=request())


@kept
def examined(office: Office, case: Internship, **register: Any) -> Internship:
    """Return one whose request an officer has looked at; `register` is what the aid register gave."""
    said = {"finding": "Tutto in regola.", "cup": CUP, "register": RegisterData(**register)}
    return perform(case, "examine_refund", by=office.officer, **said)


@kept
def endowed(office: Office, case: Internship, amount: str = "1000.00") -> None:
    """Put money into the call."""
    ledger.endow(case.call, Decimal(amount), by=office.director, description="Dotazione")


@kept
def settled(office: Office, case: Internship | None = None) -> Internship:
    """Return an internship whose refund the director has recognised."""
    case = case or attested(office)
    endowed(office, case)
    return perform(examined(office, asked(case)), "settle", by=office.director)
