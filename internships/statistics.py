"""How internships of the calls went: started, running, ended, ended early, hired (co-mantova 16.5).

Counts alone: nobody is named, and a group in which there are few is told as such by the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from accounting.sheets import Column
from internships.models import Internship, InternshipStatus
from internships.models.choices import Area

if TYPE_CHECKING:
    from datetime import date

RUNS = {InternshipStatus.RUNNING, InternshipStatus.SUSPENDED}
YOUNG, GROWN = 24, 29
FIGURES = ("started", "running", "ended", "early", "hired_by_host", "asked", "works")

COLUMNS = (
    Column("group", "raggruppamento", "text", width=24),
    Column("name", "voce", "text", width=40),
    Column("started", "avviati", "integer"),
    Column("running", "in_corso", "integer"),
    Column("ended", "terminati", "integer"),
    Column("early", "interrotti", "integer"),
    Column("hired_by_host", "assunti_ospitante", "integer"),
    Column("asked", "esiti_noti_6_mesi", "integer"),
    Column("works", "al_lavoro_6_mesi", "integer"),
    Column("percent", "percentuale_al_lavoro", "percent"),
)


@dataclass
class Row:
    """Counts of one group."""

    group: str
    name: str
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def percent(self) -> int | None:
        """Of those who answered after six months, how many in a hundred work; None without answers."""
        asked = self.counts["asked"]
        return round(100 * self.counts["works"] / asked) if asked else None

    @property
    def figures(self) -> list[int]:
        """The counts in the order of the columns."""
        return [self.counts[name] for name in FIGURES]


def rows_of(call: str = "") -> list[Row]:
    """Return the counts of all internships of a call, or of every call, group by group."""
    found: dict[tuple[str, str], Row] = {}
    for case in _started(call):
        counted = _counts(case)
        for group, name in _groups(case):
            row = found.setdefault((group, name), Row(group, name))
            row.counts.update(counted)
    order = [_("All"), _("Call"), _("Area"), _("Age at the start"), _("Gender")]
    return sorted(found.values(), key=lambda row: (order.index(row.group), row.name))


def table(rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the export."""
    for row in rows:
        yield (row.group, row.name, *row.figures, row.percent)


def reasons_of(call: str = "") -> list[tuple[str, int]]:
    """Return why internships ended early, the most frequent first."""
    said = Counter(
        case.end_reason.strip().rstrip(".")[:120]
        for case in _started(call)
        if case.status == InternshipStatus.INTERRUPTED or case.end_reason
    )
    return said.most_common()


def _started(call: str) -> list[Internship]:
    found = Internship.objects.filter(started_at__isnull=False).select_related(
        "call", "offer", "trainee"
    )
    if call:
        found = found.filter(call__code=call)
    return list(found.prefetch_related("outcomes").order_by("pk"))


def _counts(case: Internship) -> Counter[str]:
    outcomes = {one.when: one for one in case.outcomes.all() if one.answered_on}
    later = outcomes.get("later")
    is_early = bool(case.ended_on and case.ended_on < case.end)
    hired = case.status == InternshipStatus.TRANSFORMED or any(
        one.works and one.same_host for one in outcomes.values()
    )
    return Counter(
        started=1,
        running=int(case.status in RUNS),
        ended=int(case.ended_on is not None),
        early=int(is_early),
        hired_by_host=int(hired),
        asked=int(later is not None),
        works=int(later is not None and bool(later.works)),
    )


def _groups(case: Internship) -> Iterator[tuple[str, str]]:
    yield _("All"), _("All internships")
    yield _("Call"), f"{case.call.code} – {case.call.title_it}"
    yield _("Area"), str(Area(case.offer.area).label) if case.offer.area else _("Other")
    yield _("Age at the start"), _band(case.trainee.birth_date, case.start)
    yield _("Gender"), {"F": _("Women"), "M": _("Men")}.get(case.trainee.sex, _("Not said"))


def _band(born: date, day: date) -> str:
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    if age <= YOUNG:
        return _("Up to {age} years").format(age=YOUNG)
    if age <= GROWN:
        return _("From {least} to {most} years").format(least=YOUNG + 1, most=GROWN)
    return _("{age} years and more").format(age=GROWN + 1)
