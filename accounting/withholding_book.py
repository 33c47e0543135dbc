"""The withholding register (export 2): tax withheld on what was paid, by month (TAX-06).

Column titles are those of the export, in Italian in every language of the site.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import F, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.models import Budget, Payment, PaymentLine
from accounting.paid_rows import days, money, of_call, paid_by_entries, texts
from accounting.queries import budget_of
from accounting.reconciliation import Check
from accounting.sheets import Column, Formula, Sheet
from accounting.sheets.values import to_local
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind, by_law
from calls.models import Parameter

BATCH = 2000
NOTHING = Decimal("0.00")
REGISTER = "Registro ritenute"
COLUMNS = (
    Column("anno", "anno", "integer"),
    Column("mese", "mese", "integer"),
    *texts("sostituto_cf", "percipiente_cf"),
    Column("denominazione", "denominazione", "text", width=34),
    *texts("comune"),
    *money(gross="lordo", taxable="imponibile", not_taxable="non_soggetto"),
    Column("rate", "aliquota", "percent"),
    *money(withheld="ritenuta"),
    *texts("codice_tributo"),
    *days("data_pagamento", "f24_data"),
    *texts("f24_protocollo", "mandato_n", "id_pagamento"),
)


def build(asked: Request) -> Book:
    """Make the withholding register: every payment that reached its beneficiary, by month (TAX-06)."""
    budgets = budget_of(asked.call)
    payments = of_call(asked, Payment.objects.reached())
    code = Parameter.objects.value("withholding_tax_code", to_local(asked.as_of).date())
    ledger_total = _of_ledger(budgets, payments)
    return Book(
        sheets=(
            Sheet(REGISTER, COLUMNS, _rows(payments, code)),
            reconciliation.sheet(_checks(budgets, payments, ledger_total)),
        ),
        row_count=payments.count(),
        total="gross",
        ledger_total=ledger_total,
    )


def _rows(payments: QuerySet[Payment], code: str) -> Iterator[tuple[object, ...]]:
    for payment in payments.order_by("paid_on", "pk").iterator(BATCH):
        day = payment.paid_on
        yield (
            day.year if day else None,
            day.month if day else None,
            payment.case.call.manager.tax_code,
            payment.tax_code,
            payment.beneficiary,
            payment.municipality,
            payment.gross,
            payment.taxable if payment.rate_percent else NOTHING,
            payment.not_taxable if payment.rate_percent else payment.gross,
            payment.rate_percent,
            payment.withheld,
            code if payment.withheld else None,
            day,
            None,
            None,
            payment.mandate_number or None,
            payment.number,
        )


def _checks(
    budgets: QuerySet[Budget], payments: QuerySet[Payment], ledger_total: Decimal
) -> Iterator[Check]:
    yield from reconciliation.ledger_checks(budgets)
    gross = payments.order_by().aggregate(sum=Sum("gross", default=NOTHING))["sum"]
    yield Check(
        "tutti",
        "Righe e registro contabile",
        "Pagato per i movimenti, rientri e parti non ancora pagate compresi",
        ledger_total,
        "Lordo delle righe",
        Formula(f"SUM({{{REGISTER}!gross}})", gross),
    )


def _of_ledger(budgets: QuerySet[Budget], payments: QuerySet[Payment]) -> Decimal:
    """Return what the gross of the rows must be by the ledger, in EUR.

    What is suspended, or still on its way to an institute, is in a row though it is not paid yet; what an
    institute got before the beneficiary is paid, though it is in no row yet.
    """
    rows = payments.order_by()
    paid = PaymentLine.objects.filter(
        state="paid", payment__case__call__budget__in=budgets.order_by().values("pk")
    )
    counts = Sum(F("amount") + F("tax"), default=NOTHING)
    gross = rows.aggregate(sum=Sum("gross", default=NOTHING))["sum"]
    of_rows = paid.filter(payment__in=rows.values("pk")).aggregate(sum=counts)["sum"]
    others = paid.exclude(payment__in=rows.values("pk")).aggregate(sum=counts)["sum"]
    total: Decimal = paid_by_entries(budgets) + gross - of_rows - others
    return total


WITHHOLDING = WorkbookKind(
    code="withholding",
    title=_("Withholding register"),
    purpose=_("One row for each payment made, with taxable amount and withheld tax, by month."),
    build=build,
    columns=COLUMNS,
    needed={
        "id_pagamento": IDENTITY,
        "gross": RECONCILED,
        **dict.fromkeys(
            (
                "anno",
                "mese",
                "sostituto_cf",
                "percipiente_cf",
                "taxable",
                "not_taxable",
                "rate",
                "withheld",
                "codice_tributo",
                "data_pagamento",
            ),
            by_law("DPR 600/1973, art. 28 c. 2; TAX-06"),
        ),
    },
)
