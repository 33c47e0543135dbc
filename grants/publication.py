"""What is published of grants: the list of each year, nobody's private data (TRA-02 to TRA-10)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear
from django.utils import timezone

from accounting.models import LedgerEntry, Pot
from accounting.rules import Beneficiary, discharged, must_publish, published_until, shown
from calls.models import Call, Parameter
from grants.models import RentContribution
from grants.models.contributions import is_granted
from grants.queries import in_batches
from letters.models import Letter
from parties import moment

NOTHING = Decimal("0.00")
SLICE = 500
WAYS = {"chronological": "Procedura a sportello", "ranking": "Procedura valutativa a graduatoria"}
# Persons, whatever name they trade under (TRA-06).
NATURAL = {"aspiring", "professional"}
DUE, SPARED = "dovuta", "assolta con il registro RNA"
AID_REGISTER = "https://www.rna.gov.it/RegistroNazionaleTrasparenza/"


@dataclass(frozen=True, slots=True)
class Line:
    """One grant as the public sees it: the columns of TRA-10, amounts in EUR."""

    year: int
    id: str
    name: str
    identifier: str
    granted: Decimal
    paid: Decimal
    title: str
    act_kind: str
    act_number: str
    act_date: date
    office: str
    officer: str
    way: str
    project: str
    cv: str
    call: str
    cup: str
    cor: str
    register: str
    published: date
    due: str


def years(on: date | None = None) -> list[int]:
    """Return the years that have a list now, the latest first (TRA-09)."""
    day = on or moment.today()
    kept = int(Parameter.objects.value("publication_years", day))
    return [
        year
        for year in years_of_acts()
        if published_until(date(year, 12, 31), kept) > day and of_year(year).exists()
    ]


def years_of_acts() -> list[int]:
    """Return the years in which something was granted, the latest first."""
    found = _numbered().annotate(year=ExtractYear("decided_at")).order_by("-year")
    return list(found.values_list("year", flat=True).distinct())


def of_year(year: int, call: Call | None = None) -> QuerySet[RentContribution]:
    """Return the grants of a year whose beneficiary's year passes the threshold, in all calls together.

    A grant is published with the number of its act; the threshold is cumulated by beneficiary and
    calendar year (TRA-02).
    """
    mine = _numbered().filter(decided_at__year=year)
    last = date(year, 12, 31)
    threshold = Decimal(
        Parameter.objects.value("transparency_threshold", min(last, moment.today()))
    )
    sums = mine.order_by().values_list("applicant").annotate(Sum("granted"))
    beyond = [one for one, total in sums if must_publish([(last, total)], year, threshold)]
    found = mine.filter(applicant__in=beyond)
    return found.filter(call=call) if call else found


def paid_by_ledger(grants: QuerySet[RentContribution]) -> Decimal:
    """Return what was paid for these grants by the entries of the ledger, in EUR."""
    return sum(_paid(grants.order_by().values("pk")).values(), NOTHING)


def lines(grants: QuerySet[RentContribution]) -> Iterator[Line]:
    """Yield the lines of published grants in the order of their acts, a slice at a time."""
    rows = grants.select_related("call__manager", "call__procedure_owner", "applicant")
    for batch in in_batches(rows.order_by("decided_at", "pk"), SLICE):
        yield from lines_of(batch)


def lines_of(grants: Sequence[RentContribution]) -> list[Line]:
    """Return the lines of these grants, in their order."""
    paid, acts = _paid([one.pk for one in grants]), _acts(grants)
    return [_line(one, paid.get(one.pk, NOTHING), acts[one.pk]) for one in grants]


def _numbered() -> QuerySet[RentContribution]:
    act = Letter.objects.filter(case=OuterRef("pk"), kind="grant", protocol__isnull=False)
    held = RentContribution.objects.filter(is_granted(), decided_at__isnull=False)
    return held.filter(Exists(act))


def _line(grant: RentContribution, paid: Decimal, act: Letter) -> Line:
    day, call = timezone.localtime(grant.decided_at).date(), grant.call
    told = shown(_beneficiary(grant, day))
    return Line(
        year=day.year,
        id=_code(grant, day),
        name=told.name,
        identifier=told.identifier,
        granted=grant.granted,
        paid=paid,
        title=f"{call.title_it} ({call.criteria_act})",
        act_kind="Provvedimento di concessione",
        act_number=act.protocol.mark,
        act_date=day,
        office=f"{call.manager.unit}, {call.manager.name}",
        officer=call.procedure_owner.get_full_name() if call.procedure_owner else "",
        way=WAYS.get(call.procedure, call.procedure),
        project="",
        cv="",
        call=call.code,
        cup=grant.cup,
        cor=grant.cor,
        register=AID_REGISTER if grant.cor else "",
        published=timezone.localtime(act.protocol.registered_at).date(),
        due=SPARED if discharged("RNA", grant.cor) else DUE,
    )


def _beneficiary(grant: RentContribution, day: date) -> Beneficiary:
    party = grant.applicant
    return Beneficiary(
        name=party.name,
        tax_code=party.tax_code,
        vat_number=party.vat_number,
        is_natural_person=grant.applicant_kind in NATURAL,
        # A call for people about to start an activity may tell that they are out of work (TRA-05).
        reveals_hardship=grant.employment == "unemployed",
        code=f"BEN-{_code(grant, day)}",
    )


def _code(grant: RentContribution, day: date) -> str:
    """Return what a line is known by for as long as it is published, whatever list it stands in."""
    return f"{day.year}-{grant.pk:04d}"


def _paid(cases: Any) -> dict[int, Decimal]:
    entries = LedgerEntry.objects.filter(case__in=cases).order_by()
    moved = entries.values_list("case").annotate(
        into=Sum("amount", filter=Q(target=Pot.PAID), default=NOTHING),
        out=Sum("amount", filter=Q(source=Pot.PAID), default=NOTHING),
    )
    return {case: into - out for case, into, out in moved}


def _acts(grants: Iterable[RentContribution]) -> dict[int, Letter]:
    letters = Letter.objects.filter(
        case__in=[one.pk for one in grants], kind="grant", protocol__isnull=False
    )
    return {one.case_id: one for one in letters.select_related("protocol").order_by("pk")}
