"""What each beneficiary was paid in a year, and which papers say so (TAX-07, TRA-11)."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear

from accounting.models import Payment
from grants.models import RentContribution, YearlyPaper
from letters.models import Letter

Kind = YearlyPaper.Kind
AMOUNTS = ("gross", "taxable", "withheld", "net")


@dataclass(frozen=True)
class Drawn:
    """A paper as the list shows it: its letter, and whether it still says what was paid."""

    letter: Letter
    says_the_same: bool


@dataclass(frozen=True)
class Payee:
    """The payments of a year to one beneficiary by one body, in EUR, and the latest papers of each kind."""

    payer: int
    payer_name: str
    tax_code: str
    name: str
    payments: int
    case: int
    gross: Decimal
    taxable: Decimal
    withheld: Decimal
    net: Decimal
    papers: dict[str, YearlyPaper]

    @property
    def key(self) -> str:
        """What names the beneficiary within a year."""
        return f"{self.payer}-{self.tax_code}"

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """The amounts a paper states."""
        return tuple(getattr(self, name) for name in AMOUNTS)

    @property
    def certificate(self) -> Drawn | None:
        """The certificate of the tax withheld."""
        return self._drawn(Kind.CERTIFICATE)

    @property
    def statement(self) -> Drawn | None:
        """The statement of the sums received."""
        return self._drawn(Kind.STATEMENT)

    def _drawn(self, kind: str) -> Drawn | None:
        paper = self.papers.get(kind)
        return Drawn(paper.letter, stated(paper) == self.amounts) if paper else None

    def lacks(self, kind: str) -> bool:
        """Tell whether a paper is still to be drawn up, or says something else than the payments."""
        if kind == Kind.CERTIFICATE and not self.withheld:
            return False
        paper = self.papers.get(kind)
        return paper is None or stated(paper) != self.amounts


def stated(paper: YearlyPaper) -> tuple[Decimal, ...]:
    """Return the amounts that a paper states."""
    return tuple(getattr(paper, name) for name in AMOUNTS)


def paid_in(year: int) -> QuerySet[Payment]:
    """Return the payments of contributions that the bank made in a year."""
    return Payment.objects.reached().filter(paid_on__year=year, case__kind=RentContribution.KIND)


def years() -> list[int]:
    """Return the years in which contributions were paid, the latest first."""
    paid = Payment.objects.reached().filter(case__kind=RentContribution.KIND)
    found = paid.annotate(year=ExtractYear("paid_on")).order_by("-year")
    return list(found.values_list("year", flat=True).distinct())


def totals(year: int) -> dict[str, Decimal]:
    """Return what the payments of a year add up to, in EUR: what the register of the tax says too."""
    return paid_in(year).aggregate(**{name: Sum(name, default=Decimal(0)) for name in AMOUNTS})


def payees(year: int, *, search: str = "") -> QuerySet:
    """Return plain rows, one for each beneficiary and paying body; `search` is part of name or code."""
    found = paid_in(year)
    if search:
        found = found.filter(Q(beneficiary__icontains=search) | Q(tax_code__iexact=search))
    return (
        found.order_by()
        .values("case__call__manager", "case__call__manager__name", "tax_code")
        .annotate(
            name=Max("beneficiary"),
            payments=Count("pk"),
            last=Max("case"),
            **{name: Sum(name) for name in AMOUNTS},
        )
        .order_by("name", "tax_code", "case__call__manager")
    )


def with_papers(year: int, rows: list[dict]) -> list[Payee]:
    """Return rows of `payees` with the latest papers of each."""
    papers: dict[tuple[int, str], dict[str, YearlyPaper]] = {}
    codes = [row["tax_code"] for row in rows]
    found = YearlyPaper.objects.filter(year=year, tax_code__in=codes).select_related(
        "letter__protocol"
    )
    for paper in found.order_by("pk"):
        papers.setdefault((paper.payer_id, paper.tax_code), {})[paper.kind] = paper
    return [_payee(row, papers) for row in rows]


def _payee(row: dict, papers: dict[tuple[int, str], dict[str, YearlyPaper]]) -> Payee:
    payer = row["case__call__manager"]
    return Payee(
        payer=payer,
        payer_name=row["case__call__manager__name"],
        tax_code=row["tax_code"],
        name=row["name"],
        payments=row["payments"],
        case=row["last"],
        papers=papers.get((payer, row["tax_code"]), {}),
        **{name: row[name] for name in AMOUNTS},
    )
