"""The accountants' workbook of grants: export 1 as far as a grant goes, reconciled with the ledger.

Column titles and notes are Italian in every language of the site: the file is an Italian act's
annex.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from accounting import reconciliation
from accounting.models import Budget, LedgerEntry, Pot, Recovery, RecoveryReceipt
from accounting.queries import balances_by_entries, budget_of
from accounting.reconciliation import Check
from accounting.rules import Withholding, no_withholding, withholding, withholding_due
from accounting.sheets import Formula, Sheet
from accounting.sheets.values import to_local
from accounting.workbooks import IDENTITY, RECONCILED, Book, Request, WorkbookKind
from calls.models import CallKind, CallVersion, Parameter
from grants.models import ApplicantKind, RentContribution
from grants.models.contributions import is_granted
from grants.parameters import RentParameters
from grants.queries import granted_for_workbook, in_batches, spend_of
from grants.rules import euro, percent
from grants.workbooks import answers
from grants.workbooks.columns import BY_LINE_COLUMNS, COLUMNS
from parties.models import Organisation

TITLE = "Contributi concessi"
BATCH = 2000
# Where money of a grant may be: bound, gone, or saved at the end.
BOUND = (Pot.GRANTED, Pot.PAID, Pot.ECONOMIES)

# Natura del beneficiario (export 1): PF natural person, DI sole trader, PG legal person, ENTE body.
NATURES = {
    None: "PF",
    Organisation.LegalForm.PROFESSIONAL: "PF",
    Organisation.LegalForm.SOLE_TRADER: "DI",
    Organisation.LegalForm.ASSOCIATION: "ENTE",
    Organisation.LegalForm.PUBLIC_BODY: "ENTE",
}
WHY_NOT = {
    ApplicantKind.ASPIRING: "persona fisica che non è impresa",
    ApplicantKind.PROFESSIONAL: "lavoro autonomo",
    ApplicantKind.ASSOCIATION: "ente senza attività commerciale",
}


Line = tuple[str, str, str]


@dataclass(slots=True)
class Sums:
    """What some rows add up to, in EUR."""

    cases: int = 0
    gross: Decimal = Decimal("0.00")
    withheld: Decimal = Decimal("0.00")
    net: Decimal = Decimal("0.00")

    def count(self, gross: Decimal, division: Withholding) -> None:
        """Count one more row."""
        self.cases += 1
        self.gross += gross
        self.withheld += division.withheld
        self.net += division.net


@dataclass
class Grants:
    """The rows on their way into the sheets, and what they have added up to so far."""

    asked: Request
    rate: Decimal
    withholds: dict[int, bool]
    gaps: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    # By programme, line and call, then by CUP: there may be as many of these as rows.
    by_line: dict[Line, dict[str, Sums]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Sums))
    )

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Read the grants, batch by batch."""
        for batch in in_batches(granted_for_workbook(self.asked.call), BATCH):
            spend = spend_of(batch)
            for grant in batch:
                yield self._row(grant, spend[grant.pk])

    def checks(self, budgets: Any) -> Iterator[Check]:
        """Compare rows and ledger, call by call; read once the rows have been written."""
        yield from reconciliation.ledger_checks(budgets)
        bound = _bound(budgets)
        for budget in budgets:
            yield from self._row_checks(budget.call.code, bound[budget.pk])

    def lines(self) -> Iterator[tuple[object, ...]]:
        """Give the totals by programme, line, call and CUP."""
        for line, by_cup in sorted(self.by_line.items()):
            for cup in sorted(by_cup):
                sums = by_cup[cup]
                yield *line, cup, sums.cases, sums.gross, sums.withheld, sums.net

    def _row(self, grant: Any, spend: Decimal) -> tuple[object, ...]:
        division, rate, why_not = self._divide(grant)
        line = (grant.call__programme__code, grant.call__axis, grant.call__code)
        self.by_line[line][grant.cup].count(grant.granted, division)
        self.gaps[grant.call__code] += abs(grant.granted - division.withheld - division.net)
        return (
            to_local(grant.decided_at).year,
            grant.call__code,
            grant.call__title_it,
            grant.decided_at,
            grant.cup,
            f"{grant.protocol_in__number:07d}/{grant.protocol_in__year}",
            grant.protocol_in__registered_at,
            grant.number,
            grant.applicant__name,
            NATURES.get(grant.applicant__organisation__legal_form, "PG"),
            grant.applicant__tax_code,
            grant.applicant__vat_number,
            grant.applicant__pec,
            grant.applicant__street,
            grant.applicant__street_number,
            grant.applicant__postcode,
            grant.applicant__municipality,
            grant.applicant__province,
            grant.space__name,
            grant.period_from,
            grant.period_to,
            spend,
            grant.granted,
            division.taxable,
            rate,
            division.withheld,
            division.net,
            "; ".join(_notes(grant, why_not)),
        )

    def _divide(self, grant: Any) -> tuple[Withholding, Decimal, str]:
        """Divide a grant: what is withheld and paid, the rate in percent, why nothing is withheld."""
        call_withholds = self.withholds[grant.call_version_id]
        is_due = withholding_due(
            call_withholds=call_withholds,
            is_enterprise=grant.applicant_kind == ApplicantKind.ENTERPRISE,
            is_body=grant.applicant_kind == ApplicantKind.ASSOCIATION,
            # Until the beneficiary states its regime (TAX-09), registration is what shows it.
            has_commercial_activity=bool(
                grant.applicant__vat_number or grant.applicant__organisation__rea
            ),
        )
        if is_due:
            return withholding(grant.granted, self.rate), self.rate, ""
        why_not = WHY_NOT[grant.applicant_kind] if call_withholds else "esclusa dal bando"
        return no_withholding(grant.granted), Decimal(0), why_not

    def _row_checks(self, code: str, bound: Decimal) -> Iterator[Check]:
        mine = [
            sums
            for line, by_cup in self.by_line.items()
            if line[2] == code
            for sums in by_cup.values()
        ]
        gross, withheld, net = (
            sum((getattr(sums, name) for sums in mine), Decimal("0.00"))
            for name in ("gross", "withheld", "net")
        )
        of_rows = Formula(_sum_of("gross"), gross)
        yield Check(
            code,
            "Righe e registro contabile",
            "Concesso, pagato ed economie per i movimenti, meno il revocato da restituire",
            bound,
            "Contributo lordo delle righe",
            of_rows,
        )
        yield Check(
            code,
            "Lordo = ritenuta + netto, in tutto",
            "Contributo lordo delle righe",
            of_rows,
            "Ritenuta + netto delle righe",
            Formula(f"{_sum_of('withheld')}+{_sum_of('net')}", withheld + net),
        )
        yield Check(
            code,
            "Lordo = ritenuta + netto, riga per riga",
            "Somma degli scarti delle righe",
            Formula(_GAPS, self.gaps[code]),
            "Nessuno scarto",
            Decimal("0.00"),
        )


def build(asked: Request) -> Book:
    """Make the sheets: grants, reconciliation with the ledger, totals by line, extra answers."""
    as_of = to_local(asked.as_of)
    rate = Decimal(Parameter.objects.value("withholding_rate_percent", as_of.date()))
    law = Parameter.objects.value("legal_references", as_of.date())["withholding"]
    budgets = budget_of(asked.call, CallKind.RENT_CONTRIBUTION)
    grants = Grants(asked, rate, _which_withhold())
    notes = (
        f"Contributi concessi al {as_of:%d/%m/%Y %H:%M}. Importi in euro.",
        f"Ritenuta del {percent(rate)} ({law}): si opera al pagamento, con l'aliquota di quel giorno.",
    )
    return Book(
        sheets=(
            Sheet(TITLE, COLUMNS, grants.rows(), notes),
            reconciliation.sheet(grants.checks(budgets)),
            Sheet("Totali per linea", BY_LINE_COLUMNS, grants.lines()),
            *answers.sheets(asked.call),
        ),
        row_count=granted_for_workbook(asked.call).count(),
        total="gross",
        ledger_total=sum(_bound(budgets).values(), Decimal("0.00")),
    )


def _bound(budgets: QuerySet[Budget]) -> dict[int, Decimal]:
    """Return what is granted by the ledger, in EUR, by the budget's key.

    Some of it may since have been paid, or saved (AMT-05). What was paid and then revoked is still
    counted as paid until it comes back: it is granted no longer.
    """
    bound = {
        budget: sums[Pot.GRANTED] + sums[Pot.PAID] + sums[Pot.ECONOMIES]
        for budget, sums in balances_by_entries(budgets).items()
    }
    for budget, amount in (*_of_lost_grants(budgets), *_asked_back(budgets)):
        bound[budget] -= amount
    return bound


def _of_lost_grants(budgets: QuerySet[Budget]) -> Iterator[tuple[int, Decimal]]:
    """Yield, by budget, what the ledger still counts for contributions that are granted no longer."""
    held = RentContribution.objects.filter(is_granted())
    moves = LedgerEntry.objects.filter(budget__in=budgets.order_by(), case__isnull=False)
    lost = moves.exclude(case__in=held.order_by().values("pk")).order_by()
    for end, sign in (("target", 1), ("source", -1)):
        rows = lost.filter(**{f"{end}__in": BOUND}).values_list("budget").annotate(Sum("amount"))
        yield from ((budget, sign * amount) for budget, amount in rows)


def _asked_back(budgets: QuerySet[Budget]) -> Iterator[tuple[int, Decimal]]:
    """Yield, by budget, the capital that beneficiaries who keep a part have yet to return."""
    held = RentContribution.objects.filter(is_granted(), call__budget__in=budgets.order_by())
    recoveries = Recovery.objects.filter(case__in=held.order_by().values("pk")).order_by()
    yield from recoveries.values_list("case__call__budget").annotate(Sum("principal"))
    receipts = RecoveryReceipt.objects.filter(recovery__in=recoveries).order_by()
    rows = receipts.values_list("recovery__case__call__budget").annotate(Sum("capital"))
    yield from ((budget, -amount) for budget, amount in rows)


def _which_withhold() -> dict[int, bool]:
    """Tell of every version of a contribution call whether tax is withheld on its grants."""
    versions = CallVersion.objects.filter(
        call__kind=CallKind.RENT_CONTRIBUTION, frozen_at__isnull=False
    )
    return {version.pk: RentParameters.of(version).withholding for version in versions}


def _notes(grant: Any, why_not: str) -> Iterator[str]:
    if why_not:
        yield f"Ritenuta non dovuta: {why_not}"
    if grant.granted < grant.proposed:
        yield f"Concesso in parte: proposti {euro(grant.proposed)}"


def _sum_of(key: str) -> str:
    """Name the sum of a column of the rows, for the call of the check."""
    return f"SUMIF({{{TITLE}!call}},{{call}},{{{TITLE}!{key}}})"


_GAPS = (
    f"SUMPRODUCT(({{{TITLE}!call}}={{call}})"
    f"*ABS(ROUND({{{TITLE}!gross}}-{{{TITLE}!withheld}}-{{{TITLE}!net}},2)))"
)

GRANTED = WorkbookKind(
    code="granted",
    title=_("Granted contributions"),
    purpose=_(
        "One row for each grant, with beneficiary, spend, withholding and net amount; "
        "reconciled with the ledger. The answers to the extra questions have sheets of their own."
    ),
    build=build,
    columns=COLUMNS,
    needed={
        "case": IDENTITY,
        **dict.fromkeys(("call", "gross", "withheld", "net"), RECONCILED),
    },
    call_kind=CallKind.RENT_CONTRIBUTION,
)
