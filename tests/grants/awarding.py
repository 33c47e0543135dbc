"""Grants on their way to payment: deed, report and approval, each done by the real services."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from grants import reporting, services
from grants.models import Acceptance, Expense, RentContribution
from grants.services import reports
from grants.services.acceptances import DEED, Account
from grants.services.reports import INVOICE, PROOF, ExpenseData, Statement
from tests.kept import kept
from tests.office import Office, pdf_file
from workflows.services import documents
from workflows.tasks import perform

IBAN = "IT60X0542811101000000123456"
CUP = "J41B26000010005"


def fresh(case) -> RentContribution:
    """Return a case as it stands."""
    return RentContribution.objects.get(pk=case.pk)


def attach(case, name: str, requirement: str, text: str = "documento"):
    """Return a file that the beneficiary has brought."""
    return documents.attach(
        case,
        pdf_file(name, text),
        by=case.opened_by,
        requirement=requirement,
        accepted=frozenset({"pdf", "p7m"}),
        max_bytes=1_000_000,
    )


def account(case, **changes) -> Account:
    """Return the beneficiary's own account."""
    party = case.applicant
    return replace(
        Account(iban=IBAN, holder=party.name, holder_code=party.tax_code, is_dedicated=True),
        **changes,
    )


@kept
def returned(case, **changes) -> RentContribution:
    """Return a grant whose deed has come back, signed by hand."""
    deed = attach(case, "atto.pdf", DEED)
    return services.return_deed(
        fresh(case), by=case.opened_by, deed=deed, account=account(case, **changes)
    )


@kept
def accepted(office: Office, case, **changes) -> RentContribution:
    """Return a grant with its CUP, whose deed the officer has found in order."""
    changes.setdefault("vat_number", case.applicant.vat_number or "01234560207")
    case = returned(case, **changes)
    case = perform(case, "confirm_deed", by=office.officer, reason="Firma autografa con documento.")
    return perform(case, "note_codes", by=office.officer, cup=CUP)


def expense_data(case, **changes) -> ExpenseData:
    """Return an invoice of the space for the whole spend, paid by transfer, with the CUP."""
    first, _last = reporting.window_of(case).first, None
    day = first + timedelta(days=1)
    return replace(
        ExpenseData(
            supplier_name=case.space.manager.name,
            supplier=case.space.manager.vat_number,
            number="12",
            issued_on=day,
            net=Decimal("1200.00"),
            vat=Decimal("264.00"),
            claimed=Decimal("1200.00"),
            paid_on=day + timedelta(days=3),
            means="transfer",
            reference="TRN 0542811101",
            cup=case.cup,
        ),
        **changes,
    )


@kept
def with_expense(case, *, papers: bool = True, **changes) -> Expense:
    """Return a line of the report that is being written."""
    case = fresh(case)
    files = (
        {
            "invoice": attach(case, "fattura.pdf", INVOICE),
            "proof": attach(case, "bonifico.pdf", PROOF),
        }
        if papers
        else {}
    )
    return reports.write_expense(case, expense_data(case, **changes), by=case.opened_by, **files)


@kept
def stated(case, **changes):
    """Return the report with what is said beside its lines."""
    said = replace(
        Statement(activity="Sei mesi di lavoro nello spazio.", is_commercial=True), **changes
    )
    return reports.state(fresh(case), said, by=case.opened_by)


@kept
def reported(office: Office, case=None, **changes) -> RentContribution:
    """Return a grant whose report of one invoice has been filed."""
    case = accepted(office, case or office.granted())
    with_expense(case, **changes)
    stated(case)
    return services.file_report(fresh(case), by=case.opened_by)


@kept
def approved(office: Office, case=None, admitted=None, **changes) -> RentContribution:
    """Return a grant whose report the officer has approved, all of it unless `admitted` says less."""
    case = reported(office, case, **changes)
    line = case.report.expenses.get()
    amounts = {line.pk: (Decimal(admitted), "AMT-03: spesa non documentata")} if admitted else None
    return perform(case, "approve_report", by=office.officer, admitted=amounts)


def overdue(case, days: int = 1) -> Acceptance:
    """Let the term of a deed have passed so many days ago, the grant having arrived."""
    found = Acceptance.objects.get(contribution=case)
    found.due_on = found.due_on - timedelta(days=400)
    found.starts_on = found.due_on - timedelta(days=30 + days)
    found.has_arrived = True
    found.save()
    return found
