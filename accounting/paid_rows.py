"""What the workbooks of payments share: columns, the payments asked for, and what the ledger says is paid."""

from decimal import Decimal

from django.db.models import QuerySet

from accounting.models import Budget, Payment, Pot
from accounting.queries import balances_by_entries, returned_capital
from accounting.sheets import Column
from accounting.workbooks import Request

NOTHING = Decimal("0.00")


def texts(*titles: str) -> list[Column]:
    """Return columns that keep text as it is, one for each title."""
    return [Column(title, title, "code") for title in titles]


def days(*titles: str) -> list[Column]:
    """Return columns of days, one for each title."""
    return [Column(title, title, "date") for title in titles]


def money(**titles: str) -> list[Column]:
    """Return columns of amounts in EUR with their sum, by key."""
    return [Column(key, title, "money", total=True) for key, title in titles.items()]


def of_call(asked: Request, among: QuerySet[Payment] | None = None) -> QuerySet[Payment]:
    """Return the payments of a call, or of all, with what the rows of a workbook read.

    `among` are those of which the workbook tells; all where it is left out.
    """
    payments = Payment.objects.all() if among is None else among
    payments = payments.filter(case__call__budget__isnull=False)
    if asked.call is not None:
        payments = payments.filter(case__call=asked.call)
    return payments.select_related("case__call__manager", "payee", "case__protocol_in").order_by(
        "case__call__code", "pk"
    )


def paid_by_entries(budgets: QuerySet[Budget]) -> Decimal:
    """Return what was paid by the entries, in EUR; what came back later was paid all the same."""
    return sum(paid_by_budget(budgets).values(), NOTHING)


def paid_by_budget(budgets: QuerySet[Budget]) -> dict[int, Decimal]:
    """Return the same by the budget's key."""
    returned = returned_capital(budgets)
    sums = balances_by_entries(budgets).items()
    return {budget: pots[Pot.PAID] + returned[budget] for budget, pots in sums}
