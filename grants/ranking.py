"""What a ranking says of a contribution: gathers the facts, asks `rules`, returns the outcomes.

The state machine names these functions in its conditions, as it does those of `checks`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from accounting.models import Budget
from evaluation import queries as lists
from evaluation.kinds import goes_by_ranking as call_goes_by_ranking
from evaluation.premiums import added_by, unchecked
from grants import caps, rules
from grants.aiding import change_outcomes
from grants.evidence import evidence_outcomes
from grants.recalling import ban_outcome
from workflows.rules import Outcome

if TYPE_CHECKING:
    from calls.models import Premium
    from grants.models import RentContribution

NOTHING = Decimal("0.00")


def goes_by_ranking(case: RentContribution) -> bool:
    """Tell whether the applications of the call are scored and ranked (RANK-02)."""
    return call_goes_by_ranking(case.call)


def goes_in_order(case: RentContribution) -> bool:
    """Tell whether the applications of the call are served in order of filing (RANK-01)."""
    return not goes_by_ranking(case)


def by_ranking_outcomes(case: RentContribution) -> list[Outcome]:
    """The call puts applications in order of score."""
    return [rules.by_ranking(goes_by_ranking(case))]


def in_order_outcomes(case: RentContribution) -> list[Outcome]:
    """The call serves applications in order of filing."""
    return [rules.in_order(goes_by_ranking(case))]


def not_ranked_outcomes(case: RentContribution) -> list[Outcome]:
    """An approved list does not give an application back to the examination."""
    if goes_in_order(case):
        return []
    return [rules.not_ranked(lists.ranked_row(case) is not None)]


def premium_outcomes(case: RentContribution) -> list[Outcome]:
    """Every premium of the call has been looked at (CALL-13)."""
    return [rules.premiums_checked([premium.title_it for premium in unchecked(case)])]


def whole_outcomes(case: RentContribution) -> list[Outcome]:
    """The latest act gives the whole, and the funds cover it."""
    (allotted, act), most = given(case), caps.most_for(case)
    return [
        rules.whole_allotted(allotted, most, act),
        rules.funds_cover(most, _within_reach(case)),
        *_gates(case, most),
    ]


def part_outcomes(case: RentContribution) -> list[Outcome]:
    """The latest act gives a part, and the funds cover it."""
    (allotted, act), most = given(case), caps.most_for(case)
    return [
        rules.part_allotted(allotted, most, act),
        rules.funds_cover(allotted or NOTHING, _within_reach(case)),
        *_gates(case, allotted or NOTHING),
    ]


def nothing_outcomes(case: RentContribution) -> list[Outcome]:
    """The approved list has no money for the application."""
    allotted, act = lists.latest_act(case)
    return [rules.nothing_allotted(allotted, _proposed(case), act)]


def raise_outcomes(case: RentContribution) -> list[Outcome]:
    """A scroll-down raises the grant, and the funds cover the difference."""
    (allotted, act), banned = given(case), ban_outcome(case)
    granted = case.granted or NOTHING
    more = max((allotted or NOTHING) - granted, NOTHING)
    return [
        rules.more_allotted(allotted, granted, act),
        rules.funds_cover(more, _within_reach(case)),
        *([banned] if banned.blocks else []),
        *evidence_outcomes(case, allotted or NOTHING),
        *change_outcomes(case, allotted or NOTHING),
    ]


def not_suitable_outcomes(case: RentContribution) -> list[Outcome]:
    """The approved list excludes the application for its score."""
    row = lists.ranked_row(case)
    reasons = row.reasons if row is not None and row.place is None else None
    return [rules.not_suitable(reasons)]


def given(case: RentContribution) -> tuple[Decimal | None, str]:
    """Return what the latest act gives, within what may be granted at all, and the act.

    Other calls may have granted to the same enterprise since the act (COW-11).
    """
    allotted, act = lists.latest_act(case)
    return None if allotted is None else min(allotted, caps.most_for(case)), act


def with_premiums(
    case: RentContribution, base: Decimal, *, without: Premium | None = None
) -> Decimal:
    """Return a contribution with what the premiums held add to it, in EUR (CALL-15)."""
    from grants.checks import parameters_of  # noqa: PLC0415 (checks and models read one another)

    return added_by(case, base, ceiling=parameters_of(case).ceiling, without=without)


def _gates(case: RentContribution, amount: Decimal) -> list[Outcome]:
    from grants.checks import gate_outcomes  # noqa: PLC0415 (checks and models read one another)

    return gate_outcomes(case, amount)


def _proposed(case: RentContribution) -> Decimal:
    return case.proposed or NOTHING


def _within_reach(case: RentContribution) -> Decimal:
    """Return what the case may draw on, in EUR: what is available, and what is set aside for it."""
    available = Budget.objects.values_list("available", flat=True).get(call_id=case.call_id)
    return available + (case.offered or NOTHING)
