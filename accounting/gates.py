"""What the rules say of a payment before it goes on (G5): gathers the evidence, asks `rules`."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, Sum

from accounting import rules
from accounting.models import Evidence, LedgerEntry, Payment, Pot
from calls.models import Parameter
from parties.models import User
from workflows.models import Case
from workflows.rules import Outcome

Kind = Evidence.Kind
NOTHING = Decimal("0.00")


def evidence_of(payment: Payment) -> dict[str, Evidence]:
    """Return the evidence that counts: the last of each kind."""
    return {found.kind: found for found in payment.evidence.all()}


def gate_outcomes(payment: Payment, on: date) -> list[Outcome]:
    """All that must hold for money to leave on a day (G5)."""
    found = evidence_of(payment)
    held = held_for_grant(payment.case)
    return [
        *_durc(found.get(Kind.DURC), on),
        _enquiry(payment, found.get(Kind.ENQUIRY), on),
        _publication(payment, found.get(Kind.PUBLICATION), on),
        rules.account_of_payee([payment.holder_code], [payment.tax_code, payment.vat_number]),
        _payee(found.get(Kind.PAYEE)),
        rules.clear_of_recovery(payment.is_de_minimis, _day(found.get(Kind.RECOVERY)), on),
        rules.cup_given(payment.cup),
        # What is bound for the case may have been taken back since.
        rules.within_due(payment.gross, held, NOTHING),
    ]


def granters_of(cases: Iterable[Any]) -> set[int]:
    """Return who bound the money of these cases, by their keys (ORG-09)."""
    entries = LedgerEntry.objects.filter(case__in=cases, target=Pot.GRANTED, by__isnull=False)
    return set(entries.order_by().values_list("by", flat=True))


def pays_alone(by: User, payments: Iterable[Payment]) -> Outcome:
    """ORG-09: who pays has neither granted nor proposed nor liquidated any of the payments."""
    rows = list(payments)
    hands = granters_of([payment.case_id for payment in rows])
    for payment in rows:
        hands |= {
            move.by_id for move in payment.moves.all() if move.name in {"propose", "liquidate"}
        }
    return rules.paid_by_another(str(by.pk), {str(hand) for hand in hands})


def held_for_grant(case: Case) -> Decimal:
    """Return what the ledger holds granted for a case, in EUR."""
    sums = LedgerEntry.objects.filter(case_id=case.pk).aggregate(
        into=Sum("amount", filter=Q(target=Pot.GRANTED), default=NOTHING),
        out=Sum("amount", filter=Q(source=Pot.GRANTED), default=NOTHING),
    )
    held: Decimal = sums["into"] - sums["out"]
    return held


def levels_on(on: date) -> list[rules.Level]:
    """Return how many people approve how much, on a day."""
    return [
        rules.Level(Decimal(level["up_to"]) if level["up_to"] else None, level["people"])
        for level in Parameter.objects.value("payment_approvals", on)
    ]


def collector_threshold(on: date) -> Decimal:
    """Return above which payment, in EUR, the collector is asked on a day (PAY-05)."""
    return Decimal(Parameter.objects.value("threshold_48bis", on))


def _durc(found: Evidence | None, on: date) -> list[Outcome]:
    valid_days = Parameter.objects.value("durc_days", on)
    if found is None:
        return rules.durc_covers(None, on, valid_days)
    if found.on is None:
        return rules.durc_covers(None, on, valid_days, exemption=found.exemption)
    debt = found.inps + found.inail + found.building_fund
    durc = rules.Durc(found.reference, found.on, found.is_regular, debt)
    return rules.durc_covers(durc, on, valid_days, exemption=found.exemption)


def _enquiry(payment: Payment, found: Evidence | None, on: date) -> Outcome:
    threshold = collector_threshold(on)
    reference = found.reference if found else ""
    return rules.enquiry_done(payment.gross, threshold, reference, _day(found), on)


def _publication(payment: Payment, found: Evidence | None, on: date) -> Outcome:
    published = _day(found)
    must = True
    if published is None and not payment.cor:
        threshold = Decimal(Parameter.objects.value("transparency_threshold", on))
        year = granted_on(payment.case)
        must = year is None or granted_in_year(payment.case.applicant_id, year.year) > threshold
    return rules.published_or_discharged(published, on, discharge=payment.cor, must_publish=must)


def granted_on(case: Case) -> date | None:
    """Return the day on which the money of a case was last bound."""
    entries = LedgerEntry.objects.filter(case_id=case.pk, target=Pot.GRANTED)
    last = entries.order_by("-pk").values_list("at", flat=True).first()
    return last.date() if last else None


def granted_in_year(party: int | None, year: int) -> Decimal:
    """Return what was granted to a party, by its key, in a calendar year, in EUR (TRA-02)."""
    entries = LedgerEntry.objects.filter(
        case__applicant_id=party, target=Pot.GRANTED, at__year=year
    ).order_by()
    return entries.aggregate(sum=Sum("amount"))["sum"] or Decimal("0.00")


def _payee(found: Evidence | None) -> Outcome:
    if found is None or not found.answer:
        return rules.payee_verified(None)
    return rules.payee_verified(rules.Payee(found.answer), found.reason)


def _day(found: Evidence | None) -> date | None:
    return found.on if found else None
