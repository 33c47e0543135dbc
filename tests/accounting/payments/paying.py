"""Payments on their way: everything before a step is done by the real services."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from accounting.models import Evidence, Payment
from accounting.services import orders, payments, sending
from accounting.services.payments import Proposal
from grants.models import ExpenseReport, RentContribution
from parties import moment
from parties.roles import Role
from tests.accounting.books import firm, granted_to
from tests.grants.awarding import approved as approved_report
from tests.kept import kept
from tests.office import Office, make_user

Kind = Evidence.Kind
IBAN = "IT60X0542811101000000123456"
CHAMBER_IBAN = "IT12O0834011500CC0010000001"
CUP = "J41B26000010005"


@kept
def granted_firm(office: Office, name: str = "Alfa srl", cup: str = CUP, spend: str = ""):
    """Return a grant of 600,00 to a firm, with its CUP and its approved report, of `spend` EUR."""
    case = granted_to(office, firm(name), "enterprise")
    approved_report(office, case, admitted=spend or None, number=f"12/{case.pk}")
    RentContribution.objects.filter(pk=case.pk).update(cup=cup)
    return RentContribution.objects.get(pk=case.pk)


def proposal(case, **changes) -> Proposal:
    """Return what is said to pay all of a grant to its beneficiary."""
    report = ExpenseReport.objects.filter(contribution=case.pk).first()
    said = Proposal(
        report_act="Determinazione n. 40/2026",
        report_on=moment.today(),
        spend=report.spend if report else Decimal("1200.00"),
        iban=IBAN,
        holder=case.applicant.name,
        holder_code=case.applicant.tax_code,
    )
    return replace(said, **changes)


@kept
def proposed(office: Office, case=None, **changes) -> Payment:
    """Return a payment that the procedure's owner has proposed."""
    case = case or granted_firm(office, spend=str(changes.get("spend", "")))
    return payments.propose(case, proposal(case, **changes), by=office.procedure_owner)


@kept
def note(office: Office, payment: Payment, kind: str, **found) -> Payment:
    """Keep a piece of evidence."""
    payment = Payment.objects.get(pk=payment.pk)
    return payments.note_evidence(
        payment, kind, by=office.procedure_owner, seen=payment.version, **found
    )


@kept
def with_evidence(office: Office, payment: Payment, *, but: tuple[str, ...] = ()) -> Payment:
    """Return a payment with all that G5 wants, save the kinds named."""
    today = moment.today()
    found = {
        Kind.DURC: {"reference": "INPS_1", "on": today},
        Kind.PUBLICATION: {"reference": "Amministrazione trasparente", "on": today},
        Kind.PAYEE: {"answer": "match", "on": today},
    }
    for kind, values in found.items():
        if kind not in but:
            payment = note(office, payment, kind, **values)
    return payment


@kept
def liquidated(office: Office, payment: Payment | None = None) -> Payment:
    """Return a payment whose debt the director has recognised."""
    payment = with_evidence(office, payment or proposed(office))
    return payments.liquidate(
        payment,
        by=office.director,
        act_number="Determinazione n. 50/2026",
        act_date=moment.today(),
        seen=payment.version,
    )


@kept
def ordered(office: Office, *rows: Payment, days: int = 1):
    """Return an open order of payments, to be done in so many days."""
    return orders.open_order(
        rows or [liquidated(office)],
        by=office.accountant,
        payer_iban=CHAMBER_IBAN,
        payer_bic="BPPIITRRXXX",
        execute_on=moment.today() + timedelta(days=days),
    )


def digest(order) -> str:
    """Return the digest of an order as it is stored now."""
    return orders.digest_of(order)


@kept
def approved(office: Office, *rows: Payment, days: int = 1):
    """Return an order that the accountant has approved."""
    order = ordered(office, *rows, days=days)
    return orders.approve(order, by=office.accountant, digest=digest(order))


@kept
def sent(office: Office, *rows: Payment):
    """Return an order whose file has been made."""
    return sending.send(approved(office, *rows), by=office.accountant)


def second_accountant():
    """Return another accountant."""
    return make_user("ragioneria2@example.org", Role.ACCOUNTANT)
