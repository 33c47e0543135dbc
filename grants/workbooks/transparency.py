"""The table of grants to be published (TRA-02 to TRA-10): who, how much, by which act; nobody's private data.

Column titles are those of the dataset, in Italian in every language of the site.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.models import Budget, LedgerEntry, Pot
from accounting.queries import budget_of
from accounting.reconciliation import Check
from accounting.rules import Beneficiary, discharged, must_publish, shown
from accounting.sheets import Column, Formula, Sheet
from accounting.workbooks import Book, Request, WorkbookKind
from calls.models import CallKind, Parameter
from grants.models import RentContribution
from grants.models.contributions import is_granted
from letters.models import Letter

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
    Column("due", "pubblicazione", "text", width=30),
)
WAYS = {"chronological": "Procedura a sportello", "ranking": "Procedura valutativa a graduatoria"}
NATURAL = {"aspiring", "professional"}
DUE, SPARED = "dovuta", "assolta con il registro RNA"


def build(asked: Request) -> Book:
    """Make the table: the grants of each beneficiary whose year passes the threshold (TRA-02)."""
    budgets = budget_of(asked.call)
    cases = list(_grants(asked))
    rows = _rows(cases)
    return Book(
        sheets=(
            Sheet(TABLE, COLUMNS, iter(rows)),
            reconciliation.sheet(_checks(budgets, cases, rows)),
        ),
        row_count=len(rows),
        total="granted",
        ledger_total=sum((_number(row, "granted") for row in rows), NOTHING),
    )


def _grants(asked: Request) -> QuerySet[RentContribution]:
    found = RentContribution.objects.filter(is_granted(), decided_at__isnull=False)
    if asked.call is not None:
        found = found.filter(call=asked.call)
    return found.select_related(
        "call__manager", "call__procedure_owner", "applicant", "call"
    ).order_by("decided_at", "pk")


def _rows(cases: Sequence[RentContribution]) -> list[tuple[object, ...]]:
    acts: dict[int, list] = {}
    for case in cases:
        acts.setdefault(case.applicant_id, []).append((_day(case), case.granted))
    paid, marks = _paid(cases), _marks(cases)
    found = []
    for number, case in enumerate(cases, 1):
        day = _day(case)
        threshold = Decimal(Parameter.objects.value("transparency_threshold", day))
        if must_publish(acts[case.applicant_id], day.year, threshold):
            found.append(_row(case, number, paid.get(case.pk, NOTHING), marks.get(case.pk, "")))
    return found


def _row(case: RentContribution, number: int, paid: Decimal, mark: str) -> tuple[object, ...]:
    day, party, call = _day(case), case.applicant, case.call
    told = shown(
        Beneficiary(
            name=party.name,
            tax_code=party.tax_code,
            vat_number=party.vat_number,
            is_natural_person=case.applicant_kind in NATURAL,
            # A call for people about to start an activity may tell that they are out of work (TRA-05).
            reveals_hardship=case.employment == "unemployed",
            code=f"BEN-{day.year}-{number:04d}",
        )
    )
    return (
        day.year,
        f"{day.year}-{number:04d}",
        told.name,
        told.identifier,
        case.granted,
        paid,
        f"{call.title_it} ({call.criteria_act})",
        "Provvedimento di concessione",
        mark,
        day,
        f"{call.manager.unit}, {call.manager.name}",
        call.procedure_owner.get_full_name() if call.procedure_owner else "",
        WAYS.get(call.procedure, call.procedure),
        "",
        "",
        call.code,
        case.cup,
        case.cor,
        "https://www.rna.gov.it/RegistroNazionaleTrasparenza/" if case.cor else "",
        SPARED if discharged("RNA", case.cor) else DUE,
    )


def _paid(cases: Sequence[RentContribution]) -> dict[int, Decimal]:
    entries = LedgerEntry.objects.filter(case__in=cases).order_by().values_list("case")
    moved = entries.annotate(
        into=Sum("amount", filter=Q(target=Pot.PAID), default=NOTHING),
        out=Sum("amount", filter=Q(source=Pot.PAID), default=NOTHING),
    )
    return {case: into - out for case, into, out in moved}


def _marks(cases: Sequence[RentContribution]) -> dict[int, str]:
    letters = Letter.objects.filter(case__in=cases, kind="grant", protocol__isnull=False)
    return {
        letter.case_id: letter.protocol.mark
        for letter in letters.select_related("protocol").order_by("pk")
    }


def _day(case: RentContribution) -> date:
    return timezone.localtime(case.decided_at).date()


def _number(row: tuple[object, ...], key: str) -> Decimal:
    place = [column.key for column in COLUMNS].index(key)
    return Decimal(str(row[place]))


def _checks(
    budgets: QuerySet[Budget], cases: Sequence[RentContribution], rows: list[tuple[object, ...]]
) -> Iterator[Check]:
    yield from reconciliation.ledger_checks(budgets)
    shown_paid = sum((_number(row, "paid") for row in rows), NOTHING)
    numbers = {row[1] for row in rows}
    paid = _paid(cases)
    by_ledger = sum(
        (
            paid.get(case.pk, NOTHING)
            for number, case in enumerate(cases, 1)
            if f"{_day(case).year}-{number:04d}" in numbers
        ),
        NOTHING,
    )
    yield Check(
        "tutti",
        "Righe e registro contabile",
        "Erogato per i movimenti delle pratiche pubblicate",
        by_ledger,
        "Erogato per le righe",
        Formula(f"SUM({{{TABLE}!paid}})", shown_paid),
    )


TRANSPARENCY = WorkbookKind(
    code="transparency",
    title=_("Table of grants to be published"),
    purpose=_(
        "The grants of each beneficiary above the threshold of the year, as they may be published: no "
        "private data, a code where a name would reveal hardship."
    ),
    build=build,
    call_kind=CallKind.RENT_CONTRIBUTION,
)
