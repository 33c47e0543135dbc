"""The recoveries (export 4): who has to give back what, with which interest, and what has come in.

Column titles are those of the export, in Italian in every language of the site.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.models import Budget, LedgerEntry, Pot, Recovery, RecoveryReceipt, RecoveryState
from accounting.queries import budget_of
from accounting.reconciliation import Check
from accounting.services.recoveries import legal_rates, owed
from accounting.sheets import Column, Formula, Sheet
from accounting.sheets.values import to_local
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind

NOTHING = Decimal("0.00")
RECOVERIES = "Recuperi"
# What `services.recoveries` writes beside the entries of a recovery.
WORDS = "Recupero R-"
COLUMNS = (
    Column("number", "id_recupero", "code"),
    Column("call", "bando_codice", "code"),
    Column("case", "domanda", "code"),
    Column("debtor", "debitore", "text", width=34),
    Column("tax_code", "codice_fiscale", "code"),
    Column("cause", "causa", "text", width=40),
    Column("act_on", "atto", "date"),
    Column("principal", "capitale", "money", total=True),
    Column("rate", "tasso", "percent"),
    Column("since", "dal", "date"),
    Column("until", "al", "date"),
    Column("interest", "interessi", "money", total=True),
    Column("instalments", "rate", "integer"),
    Column("received", "incassato", "money", total=True),
    Column("capital", "incassato_capitale", "money", total=True),
    Column("owed", "ancora_dovuto", "money", total=True),
    Column("orders", "reversale", "text", width=30),
    Column("roll_on", "a_ruolo_data", "date"),
    Column("state", "stato", "text"),
)


def build(asked: Request) -> Book:
    """Make the workbook of recoveries, as of the day on which it was asked for."""
    budgets = budget_of(asked.call)
    found = Recovery.objects.for_pages().filter(case__call__budget__in=budgets.values("pk"))
    rows = list(found.order_by("pk"))
    return Book(
        sheets=(
            Sheet(RECOVERIES, COLUMNS, _rows(rows, asked)),
            reconciliation.sheet(_checks(budgets, rows)),
        ),
        row_count=len(rows),
        total="capital",
        ledger_total=_returned(budgets),
    )


def _rows(rows: Sequence[Recovery], asked: Request) -> Iterator[tuple[object, ...]]:
    today, legal = to_local(asked.as_of).date(), legal_rates()
    for one in rows:
        until = min(today, one.settled_on or today)
        due = owed(one, until, legal=legal)
        receipts = list(one.receipts.all())
        interest = due.interest + sum((each.interest for each in receipts), NOTHING)
        yield (
            one.number,
            one.case.call.code,
            one.case.number,
            one.debtor,
            one.tax_code,
            one.cause,
            one.act_on,
            one.principal,
            one.rate_percent,
            one.since,
            until,
            interest,
            len(one.instalments.all()) or None,
            sum((each.amount for each in receipts), NOTHING),
            sum((each.capital for each in receipts), NOTHING),
            due.total,
            ", ".join(each.reference for each in receipts),
            one.roll_on,
            str(RecoveryState(one.state).label),
        )


def _checks(budgets: QuerySet[Budget], rows: Sequence[Recovery]) -> Iterator[Check]:
    yield from reconciliation.ledger_checks(budgets)
    capital = RecoveryReceipt.objects.filter(recovery__in=rows).aggregate(
        sum=Sum("capital", default=NOTHING)
    )["sum"]
    yield Check(
        "tutti",
        "Righe e registro contabile",
        "Capitale rientrato per i movimenti",
        _returned(budgets),
        "Capitale incassato per le righe",
        Formula(f"SUM({{{RECOVERIES}!capital}})", capital),
    )


def _returned(budgets: QuerySet[Budget]) -> Decimal:
    """Return the capital that has come back by the entries of the ledger, in EUR."""
    entries = LedgerEntry.objects.filter(
        budget__in=budgets.values("pk"), source=Pot.PAID, description__startswith=WORDS
    )
    return entries.aggregate(sum=Sum("amount", default=NOTHING))["sum"]


RECOVERED = WorkbookKind(
    code="recoveries",
    title=_("Recoveries"),
    purpose=_(
        "One row for each sum asked back, with its interest, instalments, receipts and the roll; "
        "reconciled with the ledger."
    ),
    build=build,
    columns=COLUMNS,
    needed={"number": IDENTITY, "capital": RECONCILED},
)
