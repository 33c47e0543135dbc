"""The lines of payment orders: a row for each who gets a part of a payment, institutes too (ACC-07).

Column titles are those of the export, in Italian in every language of the site.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import F, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.models import Budget, LineState, Payment, PaymentLine
from accounting.paid_rows import days, money, of_call, paid_by_budget, paid_by_entries, texts
from accounting.queries import budget_of
from accounting.reconciliation import Check
from accounting.sheets import Column, Formula, Sheet
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind, by_law

BATCH = 2000
NOTHING = Decimal("0.00")
LINES = "Disposizioni"
COLUMNS = (
    *texts("id_disposizione", "id_pagamento", "distinta", "bando_codice", "domanda"),
    Column("beneficiario_denominazione", "beneficiario_denominazione", "text", width=34),
    *texts("codice_fiscale", "cup"),
    Column("a_favore_di", "a_favore_di", "text", width=34),
    Column("causale", "causale", "text", width=44),
    *texts("modalita"),
    Column("iban", "iban", "code", width=30),
    *money(
        amount="importo",
        tax="ritenuta_collegata",
        standing="importo_valido",
        paid="pagato_registro",
    ),
    *texts("stato"),
    *days("data_esito"),
    *texts("mandato_n", "quietanza_n"),
)


def build(asked: Request) -> Book:
    """Make the workbook of the lines: every one that an order asks, or has asked, a bank for."""
    budgets, payments = budget_of(asked.call), of_call(asked)
    return Book(
        sheets=(sheet(payments), reconciliation.sheet(_checks(budgets))),
        row_count=_of(payments).count(),
        total="paid",
        ledger_total=paid_by_entries(budgets),
    )


def sheet(payments: QuerySet[Payment]) -> Sheet:
    """Return the sheet of the lines of these payments."""
    return Sheet(LINES, COLUMNS, _rows(_of(payments)))


def sum_of(key: str) -> str:
    """Name the sum of a column of the lines, for the call of the check."""
    return f"SUMIF({{{LINES}!bando_codice}},{{call}},{{{LINES}!{key}}})"


def _of(payments: QuerySet[Payment]) -> QuerySet[PaymentLine]:
    rows = PaymentLine.objects.filter(payment__in=payments.order_by().values("pk"))
    return rows.select_related("payment__case__call", "order").order_by(
        "payment__case__call__code", "payment", "pk"
    )


def _rows(lines: QuerySet[PaymentLine]) -> Iterator[tuple[object, ...]]:
    for line in lines.iterator(BATCH):
        payment = line.payment
        yield (
            line.number,
            payment.number,
            line.order.number,
            payment.case.call.code,
            payment.case.number,
            payment.beneficiary,
            payment.tax_code,
            payment.cup,
            line.name,
            line.purpose,
            "bonifico" if line.iban else "F24",
            line.iban or None,
            line.amount,
            line.tax,
            line.amount if line.stands else NOTHING,
            line.counts if line.state == LineState.PAID else NOTHING,
            str(LineState(line.state).label),
            line.on,
            line.mandate_number or None,
            line.receipt_number or None,
        )


def _checks(budgets: QuerySet[Budget]) -> Iterator[Check]:
    yield from reconciliation.ledger_checks(budgets)
    by_entries = paid_by_budget(budgets)
    counts = Sum(F("amount") + F("tax"), filter=Q(state="paid"), default=NOTHING)
    for budget in budgets:
        mine = PaymentLine.objects.filter(payment__case__call=budget.call_id)
        paid = mine.aggregate(sum=counts)["sum"]
        yield Check(
            budget.call.code,
            "Righe e registro contabile",
            "Pagato per i movimenti, rientri compresi",
            by_entries[budget.pk],
            "Pagato per le righe",
            Formula(sum_of("paid"), paid),
        )


TRANSFERS = WorkbookKind(
    code="lines",
    title=_("Lines of the payment orders"),
    purpose=_(
        "One row for each who gets a part of a payment: the beneficiary, and each institute in the "
        "beneficiary's stead; reconciled with the ledger."
    ),
    build=build,
    columns=COLUMNS,
    needed={
        **dict.fromkeys(("id_disposizione", "id_pagamento", "a_favore_di", "amount"), IDENTITY),
        **dict.fromkeys(("bando_codice", "paid"), RECONCILED),
        "cup": by_law("L. 3/2003, art. 11 c. 2-bis; CUP-01"),
    },
)
