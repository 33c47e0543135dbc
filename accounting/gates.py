"""What the rules say of a payment before it goes on (G5): gathers the evidence, asks `rules`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from accounting import rules
from accounting.models import Evidence, LedgerEntry, Payment, PaymentMove, Pot
from accounting.payables import money_of, of_payee
from accounting.queries import granted_days
from calls.models import Parameter
from parties.models import User
from workflows.models import Case
from workflows.rules import Outcome

Kind = Evidence.Kind
NOTHING = Decimal("0.00")
# Who has done one of these does not pay (ORG-09).
HANDS = ("propose", "liquidate", "set_free")
# Money is granted from what is free or set aside; what comes back from elsewhere was granted before.
BINDS = Q(target=Pot.GRANTED, source__in=(Pot.AVAILABLE, Pot.RESERVED))


def evidence_of(payment: Payment) -> dict[str, Evidence]:
    """Return the evidence that counts: the last of each kind."""
    return {found.kind: found for found in payment.evidence.all()}


@dataclass(frozen=True)
class Law:
    """The numbers of the law on a day: days of a certificate, thresholds in EUR."""

    on: date
    durc_days: int
    collector: Decimal
    publication: Decimal


def law_on(on: date) -> Law:
    """Read the numbers of the law on a day, once for all payments of an order."""
    value = Parameter.objects.value
    return Law(
        on,
        value("durc_days", on),
        collector_threshold(on),
        Decimal(value("transparency_threshold", on)),
    )


@dataclass(frozen=True)
class Bound:
    """What the ledger says beside a payment, in EUR: held for its case, granted to its payee in the year.

    `in_year` is None where nobody asks for it: the grant is published, or in the aid register.
    """

    held: Decimal
    in_year: Decimal | None = None


def bound_of(payments: Sequence[Payment]) -> dict[int, Bound]:
    """Return what the ledger says beside these payments, by their keys, in a few questions for all."""
    held = held_for_grants([payment.case_id for payment in payments])
    unpublished = [
        payment
        for payment in payments
        if not payment.cor and _day(evidence_of(payment).get(Kind.PUBLICATION)) is None
    ]
    totals = _granted_in_years(unpublished)
    return {
        payment.pk: Bound(held.get(payment.case_id, NOTHING), totals.get(payment.pk))
        for payment in payments
    }


def gate_outcomes(payment: Payment, law: Law, bound: Bound) -> list[Outcome]:
    """All that must hold for money to leave on the day of `law` (G5)."""
    found, on = evidence_of(payment), law.on
    return [
        *_durc(found.get(Kind.DURC), law),
        _enquiry(payment, found.get(Kind.ENQUIRY), law),
        _publication(payment, found.get(Kind.PUBLICATION), law, bound.in_year),
        rules.account_of_payee([payment.holder_code], [payment.tax_code, payment.vat_number]),
        _payee(found.get(Kind.PAYEE)),
        rules.clear_of_recovery(payment.is_de_minimis, _day(found.get(Kind.RECOVERY)), on),
        rules.cup_given(payment.cup),
        # What is bound for the case may have been taken back since; what is paid of it is bound no more.
        rules.within_due(payment.gross, bound.held + payment.counted, NOTHING),
    ]


def granters_of(cases: Iterable[Any]) -> set[int]:
    """Return who bound the money of these cases, by their keys (ORG-09)."""
    entries = LedgerEntry.objects.filter(BINDS, case__in=cases, by__isnull=False)
    return set(entries.order_by().values_list("by", flat=True))


def pays_alone(by: User, payments: QuerySet[Payment]) -> Outcome:
    """ORG-09: who pays has neither granted nor proposed nor recognised any of the payments."""
    hands = granters_of(list(payments.values_list("case", flat=True)))
    moves = PaymentMove.objects.filter(payment__in=payments, name__in=HANDS)
    hands |= set(moves.order_by().values_list("by", flat=True).distinct())
    return rules.paid_by_another(str(by.pk), {str(hand) for hand in hands})


def held_for_grant(case: Case) -> Decimal:
    """Return what the ledger holds granted for a case, in EUR."""
    return held_for_grants([case.pk]).get(case.pk, NOTHING)


def held_for_grants(cases: Iterable[Any]) -> dict[int, Decimal]:
    """Return what the ledger holds granted for each of these cases, by its key, in EUR."""
    sums = LedgerEntry.objects.filter(case__in=cases).order_by().values_list("case")
    moved = sums.annotate(
        into=Sum("amount", filter=Q(target=Pot.GRANTED), default=NOTHING),
        out=Sum("amount", filter=Q(source=Pot.GRANTED), default=NOTHING),
    )
    return {case: into - out for case, into, out in moved}


def levels_on(on: date) -> list[rules.Level]:
    """Return how many people approve how much, on a day."""
    return [
        rules.Level(Decimal(level["up_to"]) if level["up_to"] else None, level["people"])
        for level in Parameter.objects.value("payment_approvals", on)
    ]


def collector_threshold(on: date) -> Decimal:
    """Return above which payment, in EUR, the collector is asked on a day (PAY-05)."""
    return Decimal(Parameter.objects.value("threshold_48bis", on))


def _durc(found: Evidence | None, law: Law) -> list[Outcome]:
    on, valid_days = law.on, law.durc_days
    if found is None:
        return rules.durc_covers(None, on, valid_days)
    if found.on is None:
        return rules.durc_covers(None, on, valid_days, exemption=found.exemption)
    debt = found.inps + found.inail + found.building_fund
    durc = rules.Durc(found.reference, found.on, found.is_regular, debt)
    return rules.durc_covers(durc, on, valid_days, exemption=found.exemption)


def _enquiry(payment: Payment, found: Evidence | None, law: Law) -> Outcome:
    reference = found.reference if found else ""
    return rules.enquiry_done(payment.gross, law.collector, reference, _day(found), law.on)


def _publication(
    payment: Payment, found: Evidence | None, law: Law, in_year: Decimal | None
) -> Outcome:
    must = in_year is not None and in_year > law.publication
    return rules.published_or_discharged(
        _day(found), law.on, discharge=payment.cor, must_publish=must
    )


def _granted_in_years(payments: Sequence[Payment]) -> dict[int, Decimal]:
    """Return what was granted to each payee in the year of its grant, by the payment's key (TRA-02)."""
    days = granted_days([payment.case_id for payment in payments])
    payees: dict[int, set[int]] = defaultdict(set)
    for payment in payments:
        if payment.case_id in days:
            payees[days[payment.case_id].year].add(payment.payee_id)
    totals = {}
    for year, parties in payees.items():
        entries = LedgerEntry.objects.filter(BINDS, at__year=year)
        rows = entries.annotate(party=of_payee("pk")).filter(party__in=parties).order_by()
        for party, total in rows.values_list("party").annotate(sum=Sum("amount")):
            totals[year, party] = total
    return {
        payment.pk: totals[days[payment.case_id].year, payment.payee_id]
        if payment.case_id in days
        else payment.gross
        for payment in payments
    }


def granted_on(case: Case) -> date | None:
    """Return the day on which the money of a case was last bound."""
    entries = LedgerEntry.objects.filter(BINDS, case_id=case.pk)
    last = entries.order_by("-pk").values_list("at", flat=True).first()
    return timezone.localtime(last).date() if last else None


def granted_in_year(party: int | None, year: int) -> Decimal:
    """Return what was granted to a party, by its key, in a calendar year, in EUR (TRA-02)."""
    entries = LedgerEntry.objects.filter(BINDS, money_of(party), at__year=year).order_by()
    return entries.aggregate(sum=Sum("amount"))["sum"] or Decimal("0.00")


def _payee(found: Evidence | None) -> Outcome:
    if found is None or not found.answer:
        return rules.payee_verified(None)
    return rules.payee_verified(rules.Payee(found.answer), found.reason)


def _day(found: Evidence | None) -> date | None:
    return found.on if found else None
