"""The workbook of a ledger: every move of a call's money, and what it did to each pot."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.forms import read_entry_filter
from accounting.models import LedgerEntry, Pot
from accounting.queries import BALANCES, EntryFilter, budget_of, change_of, choose
from accounting.reconciliation import POTS, Check
from accounting.sheets import Column, Formula, Sheet
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind

TITLE = "Movimenti"
OUTSIDE = {Pot.OUTSIDE: "Fuori dal bando"}
FILTERS = {"case": "pratica", "since": "dal", "until": "al"}

COLUMNS = (
    Column("number", "Movimento n.", "integer"),
    Column("at", "Data e ora", "datetime"),
    Column("call", "Bando", "code"),
    Column("source", "Da", "text", width=16),
    Column("target", "A", "text", width=16),
    Column("amount", "Importo", "money"),
    Column("case", "Pratica", "code", width=24),
    Column("description", "Descrizione", "text", width=44),
    Column("by", "Autore", "text"),
    *(Column(pot.value, name, "money", total=True) for pot, name in POTS.items()),
)


def build(asked: Request) -> Book:
    """Make the sheets of the moves; with filters, of those alone."""
    filters = EntryFilter.read(asked.filters)
    budgets = budget_of(asked.call)
    entries = choose(
        LedgerEntry.objects.filter(budget__in=budgets.order_by()).order_by("pk"), filters
    )
    available = change_of(entries, Pot.AVAILABLE)
    checks = reconciliation.ledger_checks(budgets)
    checks.append(_moves_check(asked, available, sum(b.available for b in budgets)))
    return Book(
        sheets=(
            Sheet(TITLE, COLUMNS, _rows(entries), _notes(filters)),
            reconciliation.sheet(checks),
        ),
        row_count=entries.count(),
        total=Pot.AVAILABLE.value,
        ledger_total=available,
    )


def _moves_check(asked: Request, available: Decimal, balance: Decimal) -> Check:
    """Compare what the rows did to the money available with the balance, or with the filtered sum."""
    rows = Formula(f"SUM({{{TITLE}!{Pot.AVAILABLE.value}}})", available)
    code = asked.call.code if asked.call else "tutti"
    if asked.filters:
        return Check(
            code, "Righe del foglio", "Righe filtrate", rows, "Movimenti filtrati", available
        )
    return Check(
        code, "Righe del foglio", "Disponibile per le righe", rows, "Saldo disponibile", balance
    )


def _notes(filters: EntryFilter) -> tuple[str, ...]:
    asked = [
        f"{FILTERS[name]}: {value}" for name, value in filters.plain().items() if name in FILTERS
    ]
    if filters.move:
        pots = [(POTS | OUTSIDE)[Pot(pot)] for pot in filters.move.split("-")]
        asked.insert(0, " → ".join(pots))
    return (f"Solo i movimenti con {', '.join(asked)}",) if asked else ()


def _rows(entries: QuerySet[LedgerEntry]) -> Iterator[tuple[object, ...]]:
    names = POTS | OUTSIDE
    found = entries.values_list(
        "pk",
        "at",
        "budget__call__code",
        "source",
        "target",
        "amount",
        "case__number",
        "description",
        "by__first_name",
        "by__last_name",
    )
    for (
        number,
        at,
        call,
        source,
        target,
        amount,
        case,
        description,
        first,
        last,
    ) in found.iterator():
        change = {source: -amount, target: amount}
        yield (
            number,
            at,
            call,
            names[Pot(source)],
            names[Pot(target)],
            amount,
            case,
            description,
            f"{first or ''} {last or ''}".strip(),
            *(change.get(pot.value) for pot in BALANCES),
        )


LEDGER = WorkbookKind(
    code="ledger",
    title=_("Moves of the ledger"),
    purpose=_("Every move of a call's money, with the balance it leaves in each pot."),
    build=build,
    columns=COLUMNS,
    needed={
        "number": IDENTITY,
        "call": IDENTITY,
        "amount": IDENTITY,
        Pot.AVAILABLE.value: RECONCILED,
    },
    read_filters=read_entry_filter,
)
