"""Payments of the demonstration, by the services that accountants use: from the report to the bank's answer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from accounting.models import Evidence, Payment, Recovery
from accounting.payables import payable_of
from accounting.services import answers, orders, payments, recoveries, sending
from accounting.services.payments import Proposal
from parties import moment
from parties.models import User
from portal.demo import accounts

if TYPE_CHECKING:
    from accounting.payables import Accounts, Payable
    from grants.models import RentContribution

# An account that a bank could have, with a number that it does not.
PAYER = "IT12O0834011500CC0010000001"
ACT = "Determinazione n. {number}/{year}"
HEAD = "id_pagamento;esito;data;importo;mandato_n;quietanza_n;motivo"
PLAN = "Difficoltà temporanea di liquidità, documentata dal debitore."


def pay(case: RentContribution, director: User) -> None:
    """Pay what a case owes, each step by its own person, and read the bank's answer."""
    owner, accountant = _account(accounts.PROCEDURE_OWNER), _account(accounts.ACCOUNTANT)
    payable = payable_of(case)
    if payable is None or payable.accounts is None:
        raise ValueError(f"{case.number} owes nothing")
    payment = payments.propose(case, _proposal(payable, payable.accounts), by=owner)
    today = moment.today()
    for kind, found in {
        Evidence.Kind.DURC: {"reference": f"INPS_{40_000_000 + case.pk}", "on": today},
        Evidence.Kind.PUBLICATION: {"reference": "Amministrazione trasparente", "on": today},
        Evidence.Kind.PAYEE: {"answer": "match", "on": today},
    }.items():
        payment = payments.note_evidence(payment, kind, by=owner, seen=payment.version, **found)
    payment = payments.liquidate(
        payment,
        by=director,
        act_number=ACT.format(number=case.pk, year=today.year),
        act_date=today,
        seen=payment.version,
    )
    order = orders.open_order(
        [payment], by=accountant, payer_iban=PAYER, payer_bic="", execute_on=today
    )
    order = orders.approve(order, by=accountant, digest=orders.digest_of(order))
    sending.send(order, by=accountant)
    _answer(Payment.objects.get(pk=payment.pk), accountant)


def take_instalment(case: RentContribution) -> None:
    """Allow instalments of what is asked back, and count the first of them."""
    accountant = _account(accounts.ACCOUNTANT)
    found, today = Recovery.objects.get(case=case), moment.today()
    found = recoveries.plan(
        found,
        by=accountant,
        number=3,
        every_months=1,
        first_due=today + timedelta(days=30),
        reason=PLAN,
        seen=found.version,
    )
    first = found.instalments.get(number=1)
    recoveries.note_receipt(
        found,
        by=accountant,
        on=today,
        amount=first.capital,
        reference=f"Reversale {case.pk}",
        seen=found.version,
    )


def _proposal(payable: Payable, said: Accounts) -> Proposal:
    return Proposal(
        report_act=said.act,
        report_on=said.on,
        spend=said.spend,
        iban=said.iban,
        holder=said.holder,
        holder_code=said.holder_code,
        cup=payable.cup,
        capital_spend=said.capital_spend,
    )


def _answer(payment: Payment, accountant: User) -> None:
    """Read the cashier's table: the payment was made today."""
    amount = f"{payment.net:.2f}".replace(".", ",")
    row = f"{payment.number};pagato;{moment.today():%d/%m/%Y};{amount};{payment.pk};{payment.pk};"
    data = f"{HEAD}\r\n{row}\r\n".encode()
    answers.take_answers(data, name=f"esiti-{payment.number}.csv", by=accountant)


def _account(of: accounts.DemoAccount) -> User:
    return User.objects.get(email=of.email)
