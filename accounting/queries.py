"""Questions about money: balances, entries and what they add up to, workbooks that were kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone

from accounting import payables
from accounting.models import (
    Budget,
    FrozenWorkbook,
    LedgerEntry,
    Payment,
    PaymentOrder,
    Pot,
    RecoveryReceipt,
)
from calls.models import Call
from workflows.models import Case

# Money in these pots is bound to a case.
FOR_CASES = (Pot.RESERVED, Pot.GRANTED, Pot.PAID)
BALANCES = (Pot.AVAILABLE, Pot.RESERVED, Pot.GRANTED, Pot.PAID, Pot.ECONOMIES)


@dataclass(frozen=True)
class Flow:
    """All that went from one pot to another: how often, for how many cases, how much in EUR."""

    source: Pot
    target: Pot
    moves: int
    cases: int
    amount: Decimal

    @property
    def move(self) -> str:
        """The filter that asks for these entries."""
        return f"{self.source.value}-{self.target.value}"


@dataclass(frozen=True)
class EntryFilter:
    """Which entries of a ledger are asked for; an empty part asks for nothing.

    `move` is a pot, or two with a hyphen: what went into or out of the one, or from one to the other.
    """

    move: str = ""
    case: str = ""
    since: date | None = None
    until: date | None = None

    @classmethod
    def read(cls, plain: Mapping[str, str]) -> "EntryFilter":
        """Return the filter that `plain` wrote."""
        days = {
            name: date.fromisoformat(plain[name]) if plain.get(name) else None
            for name in ("since", "until")
        }
        return cls(plain.get("move", ""), plain.get("case", ""), **days)

    def plain(self) -> dict[str, str]:
        """Return the parts that ask for something, as text: a job and an address carry them."""
        parts = {"move": self.move, "case": self.case, "since": self.since, "until": self.until}
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in parts.items()
            if value
        }


def budgets() -> QuerySet[Budget]:
    """Return the budget of every call that has one, by the call's code."""
    return Budget.objects.select_related("call").order_by("call__code")


def budget_of(call: Call | None, call_kind: str = "") -> QuerySet[Budget]:
    """Return the budget of a call; without one, those of every call of a kind."""
    if call is not None:
        return budgets().filter(call=call)
    return budgets().filter(call__kind=call_kind) if call_kind else budgets()


def balances_by_entries(of: QuerySet[Budget]) -> dict[int, dict[Pot, Decimal]]:
    """Add the entries up, pot by pot, in EUR: what each budget must say. By the budget's key."""
    sums = {pk: dict.fromkeys(Pot, Decimal("0.00")) for pk in of.values_list("pk", flat=True)}
    moved = (
        LedgerEntry.objects.filter(budget__in=of.order_by())
        .order_by()
        .values_list("budget_id", "source", "target")
        .annotate(amount=Sum("amount"))
    )
    for budget, source, target, amount in moved:
        sums[budget][Pot(source)] -= amount
        sums[budget][Pot(target)] += amount
    return sums


def returned_capital(of: QuerySet[Budget]) -> dict[int, Decimal]:
    """Return the capital that came back after it had been paid, in EUR, by the budget's key."""
    receipts = RecoveryReceipt.objects.filter(recovery__case__call__budget__in=of.order_by())
    rows = receipts.order_by().values_list("recovery__case__call__budget")
    return defaultdict(Decimal, rows.annotate(Sum("capital")))


def held_by_case(call: Call) -> dict[int, Decimal]:
    """Return what is reserved, granted or paid for each case of a call, in EUR; none without any."""
    held: dict[int, Decimal] = defaultdict(Decimal)
    moves = LedgerEntry.objects.filter(budget__call=call, case__isnull=False).order_by()
    for end, sign in (("target", 1), ("source", -1)):
        rows = moves.filter(**{f"{end}__in": FOR_CASES}).values_list("case").annotate(Sum("amount"))
        for case, amount in rows:
            held[case] += sign * amount
    return {case: amount for case, amount in held.items() if amount}


def flows_of(budget: Budget) -> list[Flow]:
    """Return the story of a budget's money: what went from where to where."""
    moved = (
        budget.entries.order_by("source", "target")
        .values_list("source", "target")
        .annotate(moves=Count("pk"), cases=Count("case", distinct=True), amount=Sum("amount"))
    )
    order = list(Pot)
    found = [Flow(Pot(source), Pot(target), *rest) for source, target, *rest in moved]
    return sorted(found, key=lambda flow: (order.index(flow.source), order.index(flow.target)))


def available_by_day(budget: Budget) -> list[tuple[date, Decimal]]:
    """Return what was available at the end of each day on which it changed, oldest first, in EUR."""
    changes: dict[date, Decimal] = {}
    for side, sign in (("target", 1), ("source", -1)):
        sums = (
            budget.entries.filter(**{side: Pot.AVAILABLE})
            .order_by()
            .values_list(TruncDate("at"))
            .annotate(amount=Sum("amount"))
        )
        for day, amount in sums:
            changes[day] = changes.get(day, Decimal(0)) + sign * amount
    left, days = Decimal(0), []
    for day in sorted(changes):
        left += changes[day]
        days.append((day, left))
    return days


def entries_of(budget: Budget) -> QuerySet[LedgerEntry]:
    """Return a budget's entries with case and author, in the order in which they were made."""
    return budget.entries.select_related("case", "by").order_by("pk")


def workbooks() -> QuerySet[FrozenWorkbook]:
    """Return the workbooks that were kept, newest first, with call and author."""
    return FrozenWorkbook.objects.select_related("call", "by").order_by("-pk")


def choose(entries: QuerySet[LedgerEntry], asked: EntryFilter) -> QuerySet[LedgerEntry]:
    """Return the entries that a filter asks for; days are those of Italy, both included."""
    source, _hyphen, target = asked.move.partition("-")
    if target:
        entries = entries.filter(source=source, target=target)
    elif source:
        entries = entries.filter(Q(source=source) | Q(target=source))
    if asked.case:
        entries = entries.filter(case__number__icontains=asked.case)
    if asked.since:
        entries = entries.filter(at__date__gte=asked.since)
    if asked.until:
        entries = entries.filter(at__date__lte=asked.until)
    return entries


def change_of(entries: QuerySet[LedgerEntry], pot: Pot) -> Decimal:
    """Add up what some entries did to a pot, in EUR."""
    sums = entries.order_by().aggregate(
        more=Sum("amount", filter=Q(target=pot), default=Decimal("0.00")),
        less=Sum("amount", filter=Q(source=pot), default=Decimal("0.00")),
    )
    return sums["more"] - sums["less"]


def in_batches(payments: QuerySet[Payment], size: int) -> Iterator[list[Payment]]:
    """Yield payments so many at a time, each batch with what is prefetched for it."""
    found = payments.iterator(size)
    while batch := list(islice(found, size)):
        yield batch


def payments_in(state: str = "") -> QuerySet[Payment]:
    """Return payments as lists show them, of one state or of all."""
    rows = Payment.objects.for_pages()
    return rows.filter(state=state) if state else rows


def payable_cases() -> QuerySet[Case]:
    """Return the cases that owe something and have no payment on its way."""
    owing = Q(pk__in=[])
    for kind in payables.kinds():
        owing |= Q(pk__in=kind.waiting().order_by().values("pk"))
    cases = Case.objects.filter(owing).annotate(payee_name=payables.of_payee("name", case=""))
    return cases.select_related("call", "applicant")


def orders() -> QuerySet[PaymentOrder]:
    """Return payment orders with their number of lines and what they ask for, in EUR."""
    return PaymentOrder.objects.select_related("body", "opened_by").annotate(
        number_of_lines=Count("lines"), total=Sum("lines__amount")
    )


def last_payer() -> dict[str, str]:
    """Return the account from which the last order paid, for the form of the next one."""
    last = PaymentOrder.objects.order_by("-pk").values("payer_iban", "payer_bic").first()
    return last or {}


def granted_days(cases: Iterable[int]) -> dict[int, date]:
    """Return on which day, in Rome, the money of each case was last bound."""
    days = (
        LedgerEntry.objects.filter(
            case__in=cases, target=Pot.GRANTED, source__in=(Pot.AVAILABLE, Pot.RESERVED)
        )
        .order_by()
        .values_list("case")
        .annotate(last=Max("at"))
    )
    return {case: timezone.localtime(at).date() for case, at in days}
