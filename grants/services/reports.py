"""The report of expenses: written line by line, filed once, completed where asked, judged (AMT-05, EXP)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from grants import letters, reporting
from grants.checks import parameters_of
from grants.models import Expense, ExpenseReport, RentContribution, Status
from grants.rules.expenses import identity
from parties import moment
from parties.models import User
from workflows.engine import Refusal, TransitionRefused, apply_transition
from workflows.examination.terms import integration_rule
from workflows.models import Case, CaseTerm, Document
from workflows.services import clock, documents, integrations
from workflows.services.handed_in import register_answer
from workflows.terms import compute_term

INTEGRATION = CaseTerm.Kind.INTEGRATION
INVOICE, PROOF = "report_invoice", "report_proof"
SOURCE = "Bando, rendicontazione"


@dataclass(frozen=True)
class ExpenseData:
    """One line as it was typed, or read from an electronic invoice; amounts in its own currency."""

    supplier_name: str
    supplier: str
    number: str
    issued_on: date
    net: Decimal
    vat: Decimal
    claimed: Decimal
    currency: str = "EUR"
    credits: str = ""
    paid_on: date | None = None
    means: str = ""
    reference: str = ""
    cup: str = ""
    cup_explained: str = ""


@dataclass(frozen=True)
class Statement:
    """What is said beside the lines; `capital_spend` in EUR. A VAT number of who has opened one since."""

    activity: str
    is_commercial: bool | None
    capital_spend: Decimal = Decimal("0.00")
    other_aid: bool = False
    other_aid_detail: str = ""
    vat_number: str = ""


def begin(case: RentContribution) -> ExpenseReport:
    """Return the report of a grant, begun now where there is none; refused before the deed is in order."""
    if not reporting.is_open(case) and reporting.report_of(case) is None:
        raise TransitionRefused(
            Refusal.STATUS, _("A report is written once the deed of commitment is in order.")
        )
    return ExpenseReport.objects.get_or_create(contribution=case)[0]


@transaction.atomic
def write_expense(
    case: RentContribution,
    said: ExpenseData,
    *,
    by: User | None,
    expense: Expense | None = None,
    invoice: Document | None = None,
    proof: Document | None = None,
) -> Expense:
    """Write a line down, or anew; its files stay where no others come along.

    Refused where the report is filed, or the invoice stands in it already (EXP-02).
    """
    case, report = _writable(case, by, expense)
    row = expense or Expense(report=report)
    for name in (field.name for field in fields(said)):
        setattr(row, name, getattr(said, name))
    row.key_supplier, row.key_number, row.key_year = identity(
        said.supplier, said.number, said.issued_on
    )
    for name, file in (("invoice", invoice), ("proof", proof)):
        if file is not None:
            setattr(row, name, file)
    same = report.expenses.filter(
        key_supplier=row.key_supplier, key_number=row.key_number, key_year=row.key_year
    ).exclude(pk=row.pk)
    if same.exists():
        raise TransitionRefused(
            Refusal.RULE, _("This invoice stands in the report already (EXP-02).")
        )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        if "expense_counts_once" not in str(error):
            raise
        raise TransitionRefused(Refusal.RULE, _used_elsewhere()) from error
    _touch(report)
    return row


@transaction.atomic
def remove_expense(case: RentContribution, expense: Expense, *, by: User | None) -> None:
    """Take a line out of a report that is not filed; its files go too."""
    case, report = _writable(case, by, None)
    if case.status != Status.GRANTED:
        raise TransitionRefused(Refusal.STATUS, _("The report has been filed: its lines stay."))
    files = [one for one in (expense.invoice, expense.proof) if one is not None]
    expense.delete()
    for file in files:
        # One electronic invoice may bear several lines.
        if file.filed_at is None and not _in_use(file):
            documents.remove(file)
    _touch(report)


@transaction.atomic
def state(case: RentContribution, said: Statement, *, by: User | None) -> ExpenseReport:
    """Keep what is said beside the lines."""
    case, report = _writable(case, by, None)
    report.activity = said.activity.strip()
    report.is_commercial = said.is_commercial
    report.capital_spend = said.capital_spend
    report.other_aid, report.other_aid_detail = said.other_aid, said.other_aid_detail.strip()
    report.save()
    if said.vat_number:
        case.acceptance.vat_number = said.vat_number
        case.acceptance.save(update_fields=["vat_number"])
    _touch(report)
    return report


@transaction.atomic
def file_report(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """File the report: protocol, digests, and from now on no invoice of it counts anywhere else."""
    case, report = _writable(case, by, None)
    due = reporting.due_on(case)
    case = apply_transition(case, "file_report", by=by, seen_version=seen_version)
    _count(report)
    documents.file_all(case)
    report.due_on = due
    report.filed_at = moment.now()
    report.protocol = register_answer(case, subject="Rendiconto delle spese")
    report.version += 1
    report.save()
    case.report = report
    return case


@transaction.atomic
def request_report_integration(
    case: RentContribution,
    *,
    by: User | None,
    items: Sequence[integrations.Asked],
    reason: str,
    seen_version: int | None = None,
) -> RentContribution:
    """Ask for what is missing in the report, line by line, within a term (SOC-01)."""
    if not items:
        raise TransitionRefused(Refusal.RULE, _("Say at least one thing that you ask for."))
    rule = integration_rule(parameters_of(case).integration_days, SOURCE)
    due_on = compute_term(moment.today(), rule).due
    case = apply_transition(
        case,
        "request_report_integration",
        by=by,
        reason=reason,
        seen_version=seen_version,
        due_on=due_on,
    )
    request = integrations.open_request(case, items, by=by, reason=reason, due_on=due_on)
    clock.start_term(case, INTEGRATION, rule, awaits_letter=True)
    letters.send_report_integration(case, request, by=by)
    return case


@transaction.atomic
def answer_report_integration(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Send the lines that were completed."""
    case = apply_transition(case, "answer_report_integration", by=by, seen_version=seen_version)
    clock.end_term(case, INTEGRATION)
    integrations.close_request(case, answered=True)
    documents.file_all(case)
    register_answer(case, subject="Integrazione del rendiconto")
    return case


@transaction.atomic
def close_report_integration(
    case: RentContribution, *, by: User | None, seen_version: int | None = None
) -> RentContribution:
    """Go on with what there is: the term has passed without an answer."""
    case = apply_transition(case, "close_report_integration", by=by, seen_version=seen_version)
    clock.end_term(case, INTEGRATION)
    integrations.close_request(case, answered=False)
    return case


@transaction.atomic
def approve_report(
    case: RentContribution,
    *,
    by: User | None,
    admitted: Mapping[int, tuple[Decimal, str]] | None = None,
    reason: str = "",
    seen_version: int | None = None,
) -> RentContribution:
    """Admit the expenses and work the contribution out anew (AMT-05); the beneficiary reads how.

    `admitted` gives, by the key of an expense, the amount in EUR and the reason of a cut. What the
    final amount leaves goes to the economies when the debt is recognised.
    """
    case = _held(case)
    report = case.report
    for expense in report.expenses.all():
        amount, words = (admitted or {}).get(expense.pk, (expense.claimed, ""))
        if amount > expense.claimed or amount < 0 or (amount < expense.claimed and not words):
            raise TransitionRefused(
                Refusal.RULE,
                _("{number}: admit what is claimed, or less with a reason (PRE-09).").format(
                    number=expense.number
                ),
            )
        expense.admitted = amount
        expense.cut_reason = words if amount < expense.claimed else ""
        expense.save(update_fields=["admitted", "cut_reason"])
    case = apply_transition(case, "approve_report", by=by, reason=reason, seen_version=seen_version)
    accounts = reporting.Accounts(case, report)
    final = reporting.final_of(case, accounts.admitted)
    report.result, report.final = final.result.value, final.amount
    report.granted, report.spend = case.granted, accounts.admitted
    report.planned = dict(final.steps)["Spesa ammessa alla concessione"]
    report.decided_at, report.decided_by = moment.now(), by
    report.version += 1
    report.save()
    case.report = report
    letters.send_report_outcome(case, report, by=by)
    return case


def _writable(
    case: RentContribution, by: User | None, expense: Expense | None
) -> tuple[RentContribution, ExpenseReport]:
    """Return case and report, locked, where the beneficiary may write; after filing, what was asked for."""
    from grants import permissions  # noqa: PLC0415 (services are named in flows that it serves)

    case = _held(case)
    if not permissions.is_applicant(case, by):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    if case.status == Status.REPORT_INTEGRATION and expense is not None:
        if asked_for(case, expense):
            return case, case.report
        raise TransitionRefused(Refusal.STATUS, _("This line was not asked for."))
    if not reporting.is_open(case):
        raise TransitionRefused(Refusal.STATUS, _("The report cannot be written now."))
    report = begin(case)
    return case, ExpenseReport.objects.select_for_update().get(pk=report.pk)


def asked_for(case: RentContribution, expense: Expense) -> bool:
    """Tell whether the office has asked to complete a line."""
    request = integrations.current_request(case)
    codes = {item.code for item in request.items.all()} if request else set()
    return f"expense-{expense.pk}" in codes


def _held(case: RentContribution) -> RentContribution:
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    found = RentContribution.objects.select_related("call__manager", "call_version", "applicant")
    return found.get(pk=case.pk)


def _count(report: ExpenseReport) -> None:
    """Let the invoices count from now on; whoever files the same one at the same time is refused."""
    try:
        with transaction.atomic():
            report.expenses.update(counts=True)
    except IntegrityError as error:
        if "expense_counts_once" not in str(error):
            raise
        raise TransitionRefused(Refusal.RULE, _used_elsewhere()) from error


def _used_elsewhere() -> str:
    return _("One of these invoices has just been reported for another grant (EXP-02).")


def _in_use(file: Document) -> bool:
    rows: Any = Expense.objects
    return rows.filter(invoice=file).exists() or rows.filter(proof=file).exists()


def _touch(report: ExpenseReport) -> None:
    report.version += 1
    report.save(update_fields=["version"])
