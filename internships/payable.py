"""What is owed to the host of an internship once its refund is recognised (R-PUB-16, R-PUB-18)."""

from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from accounting.models import Payment
from accounting.payables import Accounts, Payable, PayableKind, register
from internships import refunding
from internships.models import Internship, InternshipStatus
from parties.models import Organisation
from workflows.models import Case

NOTHING = Decimal("0.00")
FULL = Decimal(100)
# Under which letter export 1 files a host, by its legal form.
NATURES = {
    Organisation.LegalForm.SOLE_TRADER: "DI",
    Organisation.LegalForm.PUBLIC_BODY: "ENTE",
}


def waiting() -> QuerySet[Internship]:
    """Return the internships whose refund is recognised and has no payment on its way."""
    settled = Internship.objects.filter(status=InternshipStatus.SETTLED, refunded__gt=0)
    return settled.exclude(payments__in=Payment.objects.alive()).select_related("call")


def owed(case: Case) -> Payable | None:
    """Return what an internship owes its host, or None before the refund is recognised."""
    internships: Any = Internship.objects.select_related(
        "offer__applicant", "refund__act__protocol", "call"
    )
    found: Any = internships.get(pk=case.pk)
    asked = refunding.request_of(found)
    if found.status != InternshipStatus.SETTLED or not found.refunded or asked is None:
        return None
    host = found.host
    body = Organisation.objects.filter(pk=host.pk).first()
    is_due = found.offer.host_kind == "enterprise"
    return Payable(
        payee=host,
        granted=found.refunded,
        planned=found.refunded,
        floor_percent=NOTHING,
        rate_percent=FULL,
        withholds=is_due,
        why_no_tax="" if is_due else "ospitante che non è impresa",
        nature=NATURES.get(Organisation.LegalForm(body.legal_form), "PG") if body else "PF",
        cup=asked.cup,
        cor=asked.cor,
        is_de_minimis=True,
        accounts=_accounts(found, asked),
    )


def _accounts(case: Any, asked: Any) -> Accounts:
    """Return the refund as payments rest on it; the protocol number names its act."""
    mark = asked.act.protocol.mark if asked.act and asked.act.protocol else "—"
    act = asked.act
    on = timezone.localtime(act.numbered_at or act.created_at) if act else asked.examined_at
    return Accounts(
        act=f"Liquidazione del rimborso prot. n. {mark}",
        on=on.date(),
        spend=case.refunded,
        capital_spend=NOTHING,
        iban=asked.iban,
        holder=asked.holder,
        holder_code=case.host.tax_code,
    )


def register_payable() -> None:
    """Make the kind known; called once when the site starts."""
    register(PayableKind(Internship.KIND, waiting, owed, payee="internship__offer__applicant"))
