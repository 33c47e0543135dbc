"""The table of grants to be published (TRA-02 to TRA-10): who, how much, by which act; nobody's private data.

Column titles are those of the dataset, in Italian in every language of the site.
"""

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.models import Budget
from accounting.queries import budget_of
from accounting.reconciliation import Check
from accounting.sheets import Column, Formula, Sheet
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind, by_law
from calls.models import CallKind
from grants.models import RentContribution
from grants.publication import lines, of_year, paid_by_ledger, years_of_acts

NOTHING = Decimal("0.00")
TABLE = "Atti di concessione"
COLUMNS = (
    Column("year", "anno", "integer"),
    Column("id", "id", "code"),
    Column("name", "beneficiario", "text", width=34),
    Column("identifier", "codice_fiscale_o_piva", "code"),
    Column("granted", "importo_concesso", "money", total=True),
    Column("paid", "importo_erogato", "money", total=True),
    Column("title", "norma_o_titolo", "text", width=40),
    Column("act_kind", "atto_tipo", "text"),
    Column("act_number", "atto_numero", "code"),
    Column("act_date", "atto_data", "date"),
    Column("office", "ufficio", "text", width=30),
    Column("officer", "responsabile", "text", width=26),
    Column("way", "modalita_individuazione", "text", width=34),
    Column("project", "link_progetto", "text"),
    Column("cv", "link_cv", "text"),
    Column("call", "bando", "code"),
    Column("cup", "cup", "code"),
    Column("cor", "cor", "code"),
    Column("register", "link_rna", "text"),
    Column("published", "data_pubblicazione", "date"),
    Column("due", "pubblicazione", "text", width=30),
)


def build(asked: Request) -> Book:
    """Make the table: the grants of each beneficiary whose year passes the threshold (TRA-02)."""
    budgets = budget_of(asked.call, CallKind.RENT_CONTRIBUTION)
    years = [of_year(year, asked.call) for year in sorted(years_of_acts())]
    paid = sum((paid_by_ledger(grants) for grants in years), NOTHING)
    table = _Table(years)
    return Book(
        sheets=(
            Sheet(TABLE, COLUMNS, table.rows()),
            reconciliation.sheet(table.checks(budgets, paid)),
        ),
        row_count=sum(grants.count() for grants in years),
        total="paid",
        ledger_total=paid,
    )


class _Table:
    """The rows, and what they added up to once they are written."""

    def __init__(self, years: Sequence[QuerySet[RentContribution]]) -> None:
        self.years, self.paid = years, NOTHING

    def rows(self) -> Iterator[tuple[object, ...]]:
        for grants in self.years:
            for line in lines(grants):
                self.paid += line.paid
                yield astuple(line)

    def checks(self, budgets: QuerySet[Budget], paid: Decimal) -> Iterator[Check]:
        yield from reconciliation.ledger_checks(budgets)
        yield Check(
            "tutti",
            "Righe e registro contabile",
            "Erogato per i movimenti delle pratiche pubblicate",
            paid,
            "Erogato per le righe",
            Formula(f"SUM({{{TABLE}!paid}})", self.paid),
        )


TRANSPARENCY = WorkbookKind(
    code="transparency",
    title=_("Table of grants to be published"),
    purpose=_(
        "The grants of each beneficiary above the threshold of the year, as they may be published: no "
        "private data, a code where a name would reveal hardship."
    ),
    build=build,
    columns=COLUMNS,
    needed={
        "id": IDENTITY,
        "paid": RECONCILED,
        **dict.fromkeys(
            ("name", "identifier", "granted", "title", "office", "officer", "way", "project", "cv"),
            by_law("D.Lgs. 33/2013, art. 27; TRA-04"),
        ),
    },
    call_kind=CallKind.RENT_CONTRIBUTION,
)
