"""From approved accounts to a debt that is recognised: proposal, evidence, liquidation (PAY, ACC-01)."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounting import rules
from accounting.gates import (
    bound_of,
    collector_threshold,
    evidence_of,
    gate_outcomes,
    held_for_grant,
    law_on,
)
from accounting.models import Evidence, Payment
from accounting.payables import Payable, payable_of, tell_liquidated
from accounting.permissions import PROPOSE_PAYMENT
from accounting.services import ledger, lines, moving
from calls.models import Parameter
from parties import moment
from parties.codes import parse_iban
from parties.models import User
from workflows.engine import Refusal, TransitionRefused
from workflows.models import Case
from workflows.rules import Outcome

Kind = Evidence.Kind
NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Proposal:
    """What is said to propose a payment; `spend` and `capital_spend` in EUR, as admitted.

    `cup` is the project's code, where the case has none yet.
    """

    report_act: str
    report_on: date
    spend: Decimal
    iban: str
    holder: str
    holder_code: str
    cup: str = ""
    capital_spend: Decimal = NOTHING


def final_of(payable: Payable, spend: Decimal) -> rules.FinalAmount:
    """Return what a spend leaves of the grant (AMT-05)."""
    return rules.final_amount(
        granted=payable.granted,
        planned=payable.planned,
        actual=spend,
        floor_percent=payable.floor_percent,
        rate_percent=payable.rate_percent,
    )


@transaction.atomic
def propose(case: Case, said: Proposal, *, by: User) -> Payment:
    """Propose to pay what the approved accounts leave of a grant, to the beneficiary's own account.

    Raises `TransitionRefused` where somebody may not, nothing is owed, the spend forfeits the grant, the
    account is somebody else's, or a payment is there already.
    """
    if not by.has_perm(PROPOSE_PAYMENT):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    ledger.locked_budget(case.call)
    payable = payable_of(case)
    if payable is None:
        raise TransitionRefused(Refusal.STATUS, _("Nothing is owed for this case."))
    if case.payments.alive().exists():
        raise TransitionRefused(Refusal.STATUS, _("This case has a payment already."))
    if not said.report_act.strip() or said.report_on > moment.today():
        raise TransitionRefused(
            Refusal.RULE, _("Write the act that approves the accounts, and a day that has come.")
        )
    refuse_departing(payable, said)
    final = final_of(payable, said.spend)
    payable = replace(payable, cup=payable.cup or said.cup.strip().upper())
    party = payable.payee
    before = sum((line.counts for line in lines.paid_before(case.pk)), NOTHING)
    outcomes = [
        final.outcome,
        rules.account_of_payee([said.holder_code], [party.tax_code, party.vat_number]),
        rules.cup_given(payable.cup),
        rules.within_due(final.amount, held_for_grant(case) + before, NOTHING),
    ]
    moving.refuse_blocked(outcomes)
    payment = _written(case, payable, final, said)
    if before:
        lines.take_over(payment)
        _divide(payment)
        payment.save()
    moving.note(payment, "propose", by=by, outcomes=outcomes)
    return payment


@transaction.atomic
def note_evidence(payment: Payment, kind: str, *, by: User, seen: int, **found: Any) -> Payment:
    """Keep what was found before paying, and divide the amount anew where debts follow from it.

    Once the debt is recognised, evidence that changes the division is refused: withdraw the payment first.
    Evidence that does not, such as a newer certificate, may be added until the money has left.
    """
    if not by.has_perm(PROPOSE_PAYMENT):
        raise TransitionRefused(Refusal.RIGHT, _("You do not have the right to do this."))
    payment = moving.locked(payment)
    if payment.version != seen:
        raise TransitionRefused(
            Refusal.STALE, _("The payment has changed since you opened this page: look again.")
        )
    if payment.state not in {"proposed", "liquidated", "batched"}:
        raise TransitionRefused(Refusal.STATUS, _("The payment has left: nothing is added."))
    Evidence.objects.create(payment=payment, kind=kind, by=by, **found)
    before = _division(payment)
    _divide(payment)
    if payment.state != "proposed" and _division(payment) != before:
        raise TransitionRefused(
            Refusal.RULE,
            _("This changes how the amount divides: take the payment back and propose it anew."),
        )
    payment.version += 1
    payment.save()
    return payment


@transaction.atomic
def liquidate(payment: Payment, *, by: User, act_number: str, act_date: date, seen: int) -> Payment:
    """Recognise the debt by an act, once all evidence is there; what the accounts freed is saved.

    Raises `TransitionRefused`, also where the same person proposed it.
    """
    payment = Payment.objects.for_pages().get(pk=payment.pk)
    budget_of = payment.case.call
    ledger.locked_budget(budget_of)
    if not act_number.strip() or act_date > moment.today():
        raise TransitionRefused(
            Refusal.RULE, _("Write the number of the act, and a day that has come.")
        )
    proposers = [str(m.by_id) for m in payment.moves.all() if m.name == "propose"]
    outcomes = [
        *outcomes_of(payment),
        rules.paid_by_another(str(by.pk), proposers),
    ]
    payment = moving.move(
        payment,
        "liquidate",
        by=by,
        seen=seen,
        outcomes=outcomes,
        act_number=act_number.strip(),
        act_date=act_date,
    )
    if payment.freed:
        words = f"Economia su {payment.number}: {payment.act_number}"
        ledger.save_up(payment.case, payment.freed, by=by, description=words)
    tell_liquidated(payment, by)
    return payment


@transaction.atomic
def withdraw(payment: Payment, *, by: User, reason: str, seen: int) -> Payment:
    """Take a payment back before it is in an order; what had been saved is bound again."""
    if not reason.strip():
        raise TransitionRefused(Refusal.RULE, _("Write why the payment is taken back."))
    payment = Payment.objects.for_pages().get(pk=payment.pk)
    ledger.locked_budget(payment.case.call)
    was_liquidated = payment.state == "liquidated"
    if was_liquidated and lines.paid_parts(payment)[rules.BENEFICIARY]:
        raise TransitionRefused(
            Refusal.STATUS, _("A part of it has been paid: the rest is put into an order again.")
        )
    payment = moving.move(payment, "withdraw", by=by, seen=seen, reason=reason.strip())
    if was_liquidated and payment.freed:
        words = f"Ritiro di {payment.number}: economia annullata"
        ledger.bind_again(payment.case, payment.freed, by=by, description=words)
    return payment


def refuse_departing(payable: Payable, said: Proposal) -> None:
    """Refuse to pay on another spend, or into another account, than the approved accounts say (AMT-05)."""
    accounts = payable.accounts
    if accounts is None:
        return
    if (said.spend, said.capital_spend) != (accounts.spend, accounts.capital_spend):
        raise TransitionRefused(
            Refusal.RULE, _("The spend is not that of the accounts that were approved (AMT-05).")
        )
    if parse_iban(said.iban).normalised != accounts.iban:
        raise TransitionRefused(
            Refusal.RULE, _("The account is not the one that the beneficiary has given (PAY-12).")
        )


def _written(case: Case, payable: Payable, final: rules.FinalAmount, said: Proposal) -> Payment:
    party, today = payable.payee, moment.today()
    rate = Decimal(Parameter.objects.value("withholding_rate_percent", today))
    tax = _tax(payable, final.amount, rate, said)
    return Payment.objects.create(
        number=moving.next_number("P", today),
        case=case,
        report_act=said.report_act.strip(),
        report_on=said.report_on,
        spend=said.spend,
        freed=final.freed,
        gross=final.amount,
        not_taxable=tax.not_taxable,
        taxable=tax.taxable,
        rate_percent=rate if payable.withholds else NOTHING,
        withheld=tax.withheld,
        why_no_tax="" if payable.withholds else payable.why_no_tax,
        net=tax.net,
        payee=party,
        beneficiary=party.name,
        nature=payable.nature,
        tax_code=party.tax_code,
        vat_number=party.vat_number,
        iban=parse_iban(said.iban).normalised,
        holder=said.holder.strip(),
        holder_code=said.holder_code.strip().upper(),
        street=party.street,
        street_number=party.street_number,
        postcode=party.postcode,
        municipality=party.municipality,
        province=party.province,
        cup=payable.cup,
        cor=payable.cor,
        is_de_minimis=payable.is_de_minimis,
        purpose=_purpose(case, payable),
    )


def _tax(payable: Payable, gross: Decimal, rate: Decimal, said: Proposal) -> rules.Withholding:
    if not payable.withholds:
        return rules.no_withholding(gross)
    try:
        return rules.withholding(
            gross, rate, capital_spend=said.capital_spend, total_spend=said.spend
        )
    except ValueError as error:
        raise TransitionRefused(
            Refusal.RULE, _("The capital goods cannot cost more than the whole spend.")
        ) from error


def _purpose(case: Case, payable: Payable) -> str:
    """Write what the bank carries along: CUP, COR and call (SEPA-05)."""
    parts = [f"CUP {payable.cup}", f"COR {payable.cor}" if payable.cor else "", case.call.code]
    return " ".join(part for part in [*parts, case.number] if part)[:140]


def _divide(payment: Payment) -> None:
    """Divide the gross anew by the debts that the evidence tells of (PAY-20); what is paid stays as it is."""
    found = evidence_of(payment)
    durc, enquiry = found.get(Kind.DURC), found.get(Kind.ENQUIRY)
    attachment = found.get(Kind.ATTACHMENT)
    paid = lines.paid_parts(payment)
    rest = payment.gross - sum(paid.values(), NOTHING)
    tax = rules.Withholding(
        payment.not_taxable, payment.taxable, payment.withheld, rest - payment.withheld
    )
    divided = rules.cascade(
        rest,
        tax,
        debts={
            name: max(getattr(durc, name) - paid[name], NOTHING) if durc else NOTHING
            for name in lines.INSTITUTES
        },
        collector_debt=enquiry.collector if enquiry and not attachment else NOTHING,
        collector_threshold=collector_threshold(moment.today()),
    )
    for name in lines.INSTITUTES:
        setattr(payment, name, paid[name] + divided.institutes.get(name, NOTHING))
    attached = attachment.collector - paid["collector"] if attachment else NOTHING
    to_collector = min(max(attached, NOTHING), divided.net)
    payment.collector = paid["collector"] + to_collector
    payment.suspended = divided.suspended
    payment.net = paid[rules.BENEFICIARY] + divided.net - to_collector


def _division(payment: Payment) -> tuple[Decimal, ...]:
    parts = lines.parts_of(payment)
    return (*parts.values(), payment.suspended)


def outcomes_of(payment: Payment) -> list[Outcome]:
    """Return what the rules say of a payment today, for its page."""
    return gate_outcomes(payment, law_on(moment.today()), bound_of([payment])[payment.pk])
