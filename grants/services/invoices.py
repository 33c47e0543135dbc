"""Filling lines of a report from an electronic invoice: read whole or not at all (CUP-02, EXP)."""

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accounting.files.invoices import Invoice, read_invoices
from accounting.files.safe_xml import Unreadable
from grants.models import Expense, RentContribution
from grants.rules import cents
from grants.services.reports import ExpenseData, write_expense
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Document
from workflows.services import documents

NOTHING = Decimal("0.00")
# More than any invoice here; what the columns hold is ten times as much.
LARGEST = Decimal(1_000_000_000)


def read_into(case: RentContribution, document: Document, *, by: User | None) -> list[Expense]:
    """Write a line for each invoice of a file that the beneficiary has just brought, or for none.

    What the invoice does not say, such as its payment, is left for the beneficiary. Refused, with the
    file taken away again, where it is no electronic invoice, is not made out to the beneficiary, or
    stands in the report already (EXP-02).
    """
    try:
        with transaction.atomic():
            return [
                write_expense(case, data, by=by, invoice=document)
                for data in _lines(case, document)
            ]
    except TransitionRefused:
        documents.remove(document)
        raise


def _lines(case: RentContribution, document: Document) -> list[ExpenseData]:
    with document.file.open("rb") as file:
        data = file.read()
    try:
        found = read_invoices(data)
    except Unreadable as error:
        raise TransitionRefused(
            Refusal.RULE,
            _("This is not an electronic invoice that can be read: {why} (CUP-05).").format(
                why=error
            ),
        ) from error
    for one in found:
        if max(abs(one.net), abs(one.vat)) >= LARGEST:
            raise TransitionRefused(Refusal.RULE, _("The amounts of this invoice cannot be right."))
        _refuse_others(case, one)
    return [_line(case, one) for one in found]


def _refuse_others(case: RentContribution, invoice: Invoice) -> None:
    """Refuse an invoice that is made out to somebody else (EXP-05)."""
    party, acceptance = case.applicant, case.acceptance
    own = {party.tax_code, party.vat_number, acceptance.vat_number} - {""}
    if case.representative is not None and case.representative_id == case.applicant_id:
        own.add(case.representative.tax_code)
    if own.isdisjoint({invoice.customer.vat_number, invoice.customer.tax_code}):
        raise TransitionRefused(
            Refusal.RULE,
            _(
                "Invoice {number} is made out to {customer}, not to the beneficiary (EXP-05)."
            ).format(number=invoice.number, customer=invoice.customer.name or "—"),
        )


def _line(case: RentContribution, invoice: Invoice) -> ExpenseData:
    cups = [found.code for found in invoice.cups]
    net, vat = cents(abs(invoice.net)), cents(abs(invoice.vat))
    cost = net + (vat if case.vat_is_cost else NOTHING)
    return ExpenseData(
        supplier_name=invoice.supplier.name[:200],
        supplier=(invoice.supplier.vat_number or invoice.supplier.tax_code)[:28],
        number=invoice.number[:40],
        issued_on=invoice.issued_on,
        net=net,
        vat=vat,
        claimed=NOTHING if invoice.is_credit_note else cost,
        currency=invoice.currency[:3].upper(),
        credits=(invoice.linked[0] if invoice.linked else "—")[:40]
        if invoice.is_credit_note
        else "",
        # The grant's own code where it stands among several.
        cup=case.cup if case.cup in cups else "".join(cups[:1])[:15],
    )
