"""The refund of a host as its pages show it: month by month, what is missing, where it stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from internships import refunding
from internships.models import InternshipStatus
from internships.rules.attendance import share
from workflows.showing import check

if TYPE_CHECKING:
    from internships.models import Internship

NOTHING = Decimal("0.00")
HUNDRED = 100
BEFORE = {InternshipStatus.ATTESTED, InternshipStatus.UNATTESTED}
AFTER = {InternshipStatus.REPORTING, InternshipStatus.SETTLED, InternshipStatus.NOT_SETTLED}


def refund_of(case: Internship) -> dict[str, Any]:
    """Return what `internships/placement/_refund.html` shows; `shown` is False where there is nothing yet."""
    terms = refunding.terms_of(case)
    if case.status not in BEFORE | AFTER or not terms.refunds:
        return {"refund": {"shown": False}}
    asks = case.status in BEFORE
    outcomes = refunding.claim_outcomes(case) if asks else refunding.settlement_outcomes(case)
    is_open = asks or case.status == InternshipStatus.REPORTING
    lines = refunding.lines_of(case)
    return {
        "refund": {
            "shown": True,
            "asks": asks,
            "may_ask": asks and not any(one.blocks for one in outcomes),
            "by": refunding.claim_by(case),
            "is_lump": bool(terms.steps),
            "days": refunding.days_of(case),
            "lines": [
                {
                    "line": line,
                    "percent": share(line.done, line.planned) * HUNDRED if line.planned else None,
                }
                for line in lines
            ],
            "paid": sum((line.paid for line in lines), NOTHING),
            "amount": case.refunded if case.refunded is not None else refunding.amount_of(case),
            "request": refunding.request_of(case),
            "checks": [check(one) for one in outcomes] if is_open else [],
        }
    }
