"""What a contribution owes once its accounts are approved (AMT-05, TAX-01 to TAX-03)."""

from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from accounting.models import Payment
from accounting.payables import Accounts, Payable, PayableKind, register
from accounting.rules import withholding_due
from grants import letters, reporting
from grants.accepting import is_accepted
from grants.checks import computed, parameters_of
from grants.models import ApplicantKind, ExpenseReport, RentContribution, Status
from grants.workbooks.granted import NATURES, WHY_NOT
from parties import moment
from parties.models import Organisation
from workflows.models import Case

NOTHING = Decimal("0.00")


def waiting() -> QuerySet[RentContribution]:
    """Return the grants whose report is approved and for which no payment is on its way."""
    granted = RentContribution.objects.filter(
        status=Status.GRANTED, report__final__gt=0, acceptance__confirmed_at__isnull=False
    )
    return granted.exclude(payments__in=Payment.objects.alive()).select_related("call", "applicant")


def owed(case: Case) -> Payable | None:
    """Return what a contribution owes, or None before its report is approved (AMT-05)."""
    grants: Any = RentContribution.objects.select_related(
        "call", "call_version", "applicant", "acceptance", "report__protocol"
    )
    grant: Any = grants.get(pk=case.pk)
    report = reporting.report_of(grant)
    if grant.status != Status.GRANTED or report is None or not report.final:
        return None
    if not is_accepted(grant):
        return None
    set_ = parameters_of(grant)
    organisation = Organisation.objects.filter(pk=grant.applicant_id).first()
    is_due = withholding_due(
        call_withholds=set_.withholding,
        is_enterprise=grant.applicant_kind == ApplicantKind.ENTERPRISE,
        is_body=grant.applicant_kind == ApplicantKind.ASSOCIATION,
        # As the beneficiary has stated it with the report (TAX-09).
        has_commercial_activity=bool(report.is_commercial),
    )
    why_not = (
        WHY_NOT.get(ApplicantKind(grant.applicant_kind), "")
        if set_.withholding
        else "esclusa dal bando"
    )
    form = Organisation.LegalForm(organisation.legal_form) if organisation else None
    return Payable(
        payee=grant.applicant,
        granted=grant.granted,
        planned=computed(grant).eligible,
        floor_percent=set_.minimum_realised_percent,
        rate_percent=set_.rate_percent,
        withholds=is_due,
        why_no_tax="" if is_due else why_not,
        nature=NATURES.get(form, "PG"),
        cup=grant.cup,
        cor=grant.cor,
        is_de_minimis=True,
        accounts=_accounts(grant, report),
    )


def _accounts(grant: RentContribution, report: ExpenseReport) -> Accounts:
    """Return the report as payments rest on it; its protocol number names the act of approval."""
    acceptance = grant.acceptance
    mark = report.protocol.mark if report.protocol else "—"
    decided = report.decided_at or moment.now()
    return Accounts(
        act=f"Verifica del rendiconto prot. n. {mark}",
        on=timezone.localtime(decided).date(),
        spend=report.spend or NOTHING,
        capital_spend=min(report.capital_spend, report.spend or NOTHING),
        iban=acceptance.iban,
        holder=acceptance.holder,
        holder_code=acceptance.holder_code,
    )


def register_payable() -> None:
    """Make the kind known; called once when the site starts."""
    register(
        PayableKind(
            RentContribution.KIND,
            waiting,
            owed,
            on_liquidated=lambda payment, by: letters.send_liquidation(payment, by=by),
            on_paid=letters.send_payment_notice,
        )
    )
