"""What a contribution owes once its accounts are approved (AMT-05, TAX-01 to TAX-03)."""

from typing import Any

from django.db.models import QuerySet

from accounting.models import Payment
from accounting.payables import Payable, PayableKind, register
from accounting.rules import withholding_due
from grants.checks import computed, parameters_of
from grants.models import ApplicantKind, RentContribution, Status
from grants.workbooks.granted import NATURES, WHY_NOT
from parties.models import Organisation
from workflows.models import Case


def waiting() -> QuerySet[RentContribution]:
    """Return the grants for which no payment is on its way."""
    granted = RentContribution.objects.filter(status=Status.GRANTED)
    return granted.exclude(payments__in=Payment.objects.alive()).select_related("call", "applicant")


def owed(case: Case) -> Payable | None:
    """Return what a contribution owes, or None while nothing is granted."""
    grants: Any = RentContribution.objects.select_related("call", "call_version", "applicant")
    grant: Any = grants.get(pk=case.pk)
    if grant.status != Status.GRANTED or not grant.granted:
        return None
    set_ = parameters_of(grant)
    organisation = Organisation.objects.filter(pk=grant.applicant_id).first()
    is_due = withholding_due(
        call_withholds=set_.withholding,
        is_enterprise=grant.applicant_kind == ApplicantKind.ENTERPRISE,
        is_body=grant.applicant_kind == ApplicantKind.ASSOCIATION,
        # Until the beneficiary states its regime (TAX-09), registration is what shows it.
        has_commercial_activity=bool(
            grant.applicant.vat_number or (organisation and organisation.rea)
        ),
    )
    why_not = (
        WHY_NOT.get(ApplicantKind(grant.applicant_kind), "")
        if set_.withholding
        else "esclusa dal bando"
    )
    form = Organisation.LegalForm(organisation.legal_form) if organisation else None
    return Payable(
        granted=grant.granted,
        planned=computed(grant).eligible,
        floor_percent=set_.minimum_realised_percent,
        rate_percent=set_.rate_percent,
        withholds=is_due,
        why_no_tax="" if is_due else why_not,
        nature=NATURES.get(form, "PG"),
        cup=grant.cup,
        cor="",
        is_de_minimis=True,
    )


def register_payable() -> None:
    """Make the kind known; called once when the site starts."""
    register(PayableKind(RentContribution.KIND, waiting, owed))
