"""What de minimis aid a single undertaking has had: gathers the facts for the rules (AID-01 to AID-13)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from accounting.models import AidEntry, AidRegistration, FirmLink
from accounting.rules import Aid, Ceiling, single_undertaking
from calls.models import Parameter

Source = AidEntry.Source


@dataclass(frozen=True)
class Law:
    """The ceilings of a day, by regulation; `counts_as` names the successor of one that has ended."""

    ceilings: dict[str, Ceiling]
    counts_as: dict[str, str]

    def regulation(self, written: str) -> str:
        """Return under which ceiling an aid counts; one of an unknown regulation under the general."""
        found = self.counts_as.get(written, written)
        return found if found in self.ceilings else next(iter(self.ceilings))


def law_on(on: date) -> Law:
    """Read the ceilings of a day, the general one first."""
    rows = [
        Parameter.objects.value("de_minimis_general", on),
        *Parameter.objects.value("de_minimis_others", on),
    ]
    ceilings = {
        row["regulation"]: Ceiling(row["regulation"], Decimal(row["ceiling"]), row["years"])
        for row in rows
        if "ceiling" in row
    }
    older = {row["regulation"]: row["counts_as"] for row in rows if "counts_as" in row}
    return Law(ceilings, older)


def links_on(on: date) -> list[tuple[str, str]]:
    """Return which firm holds which on a day (AID-06)."""
    rows = FirmLink.objects.filter(Q(until__isnull=True) | Q(until__gte=on), since__lte=on)
    return list(rows.order_by("pk").values_list("holder_code", "held_code"))


def undertaking_of(
    codes: Collection[str], on: date, declared: Iterable[tuple[str, str]] = ()
) -> frozenset[str]:
    """Return the codes of all firms that are one undertaking with the one that bears `codes`.

    `declared` are pairs of holder and held that the firm tells of itself: they count for it alone.
    """
    links = [*links_on(on), *declared]
    found = frozenset(codes)
    for code in codes:
        found |= single_undertaking(code, links)
    return found


def aids_of(
    codes: Collection[str],
    law: Law,
    *,
    but: int | None = None,
    declared: Iterable[tuple[date, Decimal]] = (),
) -> list[Aid]:
    """Return the aids of a single undertaking, each once, without those of the case `but`.

    What the register told of an aid that this office gave counts as given here. `declared` are what an
    applicant says of itself, for as long as the register has not been asked.
    """
    rows: Any = AidEntry.objects.filter(
        Q(party__tax_code__in=codes) | Q(party__vat_number__in=codes) | Q(firm_code__in=codes)
    ).exclude(source=Source.DECLARED)
    here = rows.filter(source=Source.GRANTED_HERE).exclude(case_id=but)
    known = AidRegistration.objects.filter(
        case__in=rows.filter(source=Source.GRANTED_HERE).values("case")
    )
    ours = set(known.values_list("code", flat=True))
    # The same aid may have been read for several cases of the undertaking: its code tells.
    told: dict[Any, AidEntry] = {}
    for row in rows.filter(source=Source.REGISTER).select_related("party").order_by("pk"):
        if row.reference not in ours or not row.reference:
            told[row.reference or f"row {row.pk}"] = row
    found = [*here.select_related("party"), *told.values()]
    own = next(iter(sorted(codes)), "")
    return [
        *(
            Aid(_whose(row), row.granted_on, row.amount, law.regulation(row.regulation))
            for row in found
        ),
        *(Aid(own, on, amount, next(iter(law.ceilings))) for on, amount in declared),
    ]


def _whose(row: AidEntry) -> str:
    return row.party.tax_code if row.party is not None else row.firm_code
