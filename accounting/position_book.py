"""The position of the endowments (export 3): what became of the money, by call, province and year.

Column titles are those of the export, in Italian in every language of the site.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.models import Budget, LedgerEntry, Payment, Pot
from accounting.models.payments import LIQUIDATED_ONCE
from accounting.payables import of_payee
from accounting.queries import balances_by_entries, budget_of
from accounting.reconciliation import Check
from accounting.sheets import Column, Formula, Sheet
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind

NOTHING = Decimal("0.00")
POSITION = "Posizione"
Key = tuple[str, str, int]
Row = dict[str, Decimal]
# What a move between two pots adds to which column, and what it takes off.
WAIVED = frozenset({"waived", "lapsed"})
MONEY = (
    ("endowment", "dotazione"),
    ("reserved", "riserve"),
    ("granted", "concesso"),
    ("revoked", "revocato"),
    ("waived", "rinunce"),
    ("redetermined", "rideterminato"),
    ("liquidated", "liquidato"),
    ("paid", "pagato"),
    ("left", "residuo"),
    ("economies", "economie"),
)
COLUMNS = (
    Column("call", "bando_codice", "code"),
    Column("title", "bando_titolo", "text", width=40),
    Column("province", "provincia", "code"),
    Column("year", "anno", "integer"),
    *(Column(key, title, "money", total=True) for key, title in MONEY),
)


def build(asked: Request) -> Book:
    """Make the position: a row for each call, province and year in which money moved."""
    budgets = budget_of(asked.call)
    rows = _rows(budgets)
    titles = dict(budgets.order_by().values_list("call__code", "call__title_it"))
    return Book(
        sheets=(
            Sheet(POSITION, COLUMNS, _written(rows, titles)),
            reconciliation.sheet(_checks(budgets, rows)),
        ),
        row_count=len(rows),
        total="left",
        ledger_total=_balance(budgets, Pot.AVAILABLE),
    )


def _rows(budgets: QuerySet[Budget]) -> dict[Key, Row]:
    """Add up the entries of the ledger, by call, province of the beneficiary and year; EUR."""
    rows: dict[Key, Row] = {}
    moved = (
        LedgerEntry.objects.filter(budget__in=budgets.order_by().values("pk"))
        .annotate(year=ExtractYear("at"), province=of_payee("province"))
        .order_by("budget__call__code", "province", "year")
        .values_list(
            "budget__call__code",
            "province",
            "year",
            "source",
            "target",
            "case__status",
        )
        .annotate(sum=Sum("amount"))
    )
    for call, province, year, source, target, status, amount in moved:
        row = rows.setdefault((call, province or "", year), dict.fromkeys(dict(MONEY), NOTHING))
        for key, sign in _effects(source, target, status or ""):
            row[key] += sign * amount
    for call, province, year, amount in _liquidated(budgets):
        row = rows.setdefault((call, province or "", year), dict.fromkeys(dict(MONEY), NOTHING))
        row["liquidated"] += amount
    return dict(sorted(rows.items()))


def _effects(source: str, target: str, status: str) -> Iterator[tuple[str, int]]:
    """Yield the columns that a move touches, and in which direction."""
    for pot, sign in ((source, -1), (target, 1)):
        if pot == Pot.AVAILABLE:
            yield "left", sign
        elif pot == Pot.RESERVED:
            yield "reserved", sign
        elif pot == Pot.PAID:
            yield "paid", sign
        elif pot == Pot.ECONOMIES:
            yield "economies", sign
            yield "redetermined", sign
        elif pot == Pot.OUTSIDE:
            yield "endowment", -sign
    if target == Pot.GRANTED and source in {Pot.AVAILABLE, Pot.RESERVED}:
        yield "granted", 1
    if source == Pot.GRANTED and target == Pot.AVAILABLE:
        yield ("waived" if status in WAIVED else "revoked"), 1


def _liquidated(budgets: QuerySet[Budget]) -> Iterable[tuple[str, str, int, Decimal]]:
    payments = Payment.objects.filter(
        state__in=LIQUIDATED_ONCE, case__call__budget__in=budgets.order_by().values("pk")
    ).exclude(state__in=("refused", "returned"))
    rows: Any = (
        payments.annotate(year=ExtractYear("act_date"))
        .order_by()
        .values_list("case__call__code", "payee__province", "year")
        .annotate(sum=Sum("gross"))
    )
    return list(rows)


def _written(rows: dict[Key, Row], titles: dict[str, str]) -> Iterator[tuple[object, ...]]:
    for (call, province, year), row in rows.items():
        yield (call, titles.get(call, ""), province, year, *(row[key] for key, _title in MONEY))


def _checks(budgets: QuerySet[Budget], rows: dict[Key, Row]) -> Iterator[Check]:
    yield from reconciliation.ledger_checks(budgets)
    for key, pot, name in (
        ("left", Pot.AVAILABLE, "Disponibile"),
        ("paid", Pot.PAID, "Pagato"),
        ("economies", Pot.ECONOMIES, "Economie"),
        ("reserved", Pot.RESERVED, "Prenotato"),
    ):
        yield Check(
            "tutti",
            f"Righe e registro contabile: {name.lower()}",
            f"{name} per i movimenti",
            _balance(budgets, pot),
            f"{name} per le righe",
            Formula(
                f"SUM({{{POSITION}!{key}}})", sum((row[key] for row in rows.values()), NOTHING)
            ),
        )


def _balance(budgets: QuerySet[Budget], pot: Pot) -> Decimal:
    return sum((pots[pot] for pots in balances_by_entries(budgets).values()), NOTHING)


ENDOWMENTS = WorkbookKind(
    code="endowments",
    title=_("Position of the endowments"),
    purpose=_(
        "What became of the money of each call, by province and year: granted, freed, paid, left; "
        "reconciled with the ledger."
    ),
    build=build,
    columns=COLUMNS,
    needed={
        **dict.fromkeys(("call", "province", "year"), IDENTITY),
        **dict.fromkeys(("reserved", "paid", "left", "economies"), RECONCILED),
    },
)
