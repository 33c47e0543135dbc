"""What a promoter gets for an internship, where the call pays promoters (R-PUB-20).

It is reckoned and shown, and paid outside: a case has one payee, whom its ledger entries, gates and
payments are counted for, and an internship's is the host.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from internships.models.statuses import InternshipStatus
from internships.places import condition_of
from internships.rules.counting import promoter_fee
from internships.rules.dates import days_in
from parties import moment

if TYPE_CHECKING:
    from internships.models import Internship

NOTHING = Decimal("0.00")
OVER = frozenset(
    {
        InternshipStatus.ATTESTED,
        InternshipStatus.UNATTESTED,
        InternshipStatus.REPORTING,
        InternshipStatus.SETTLED,
        InternshipStatus.NOT_SETTLED,
        InternshipStatus.ARCHIVED,
    }
)


@dataclass(frozen=True, slots=True)
class Fee:
    """The whole fee of the person's band, and what of it is due so far, in EUR."""

    whole: Decimal
    due: Decimal


def table_of(case: Internship) -> dict[str, Decimal]:
    """Return the call's fees by band, in EUR; empty where it pays no promoter."""
    stored = case.call_version.parameters.get("promoter_fees") or []
    return {str(int(band)): Decimal(amount) for band, amount in stored}


def fee_of(case: Internship) -> Fee | None:
    """Return the promoter's fee: half from half-way on, all of it after the final papers; None without one.

    None too where the call pays no promoter, or the person's band is not written down.
    """
    fees, condition = table_of(case), condition_of(case)
    if not fees or condition is None or condition.profile is None or case.started_at is None:
        return None
    band = str(condition.profile)
    whole = promoter_fee(band, fees, is_over=True)
    if case.status in OVER:
        return Fee(whole, whole)
    middle = case.start + timedelta(days=days_in(case.start, case.end) // 2)
    half_way = min(case.ended_on or moment.today(), moment.today()) >= middle
    revoked = case.status == InternshipStatus.REVOKED
    due = promoter_fee(band, fees, is_over=False) if half_way and not revoked else NOTHING
    return Fee(whole, due)
