"""What follows when a premium turns out not to have been due: the list reckoned anew without it (CALL-16)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from evaluation import premiums, rules
from evaluation.gathering import classes_of, gather, resources, scheme_of
from evaluation.kinds import ADMISSIBLE, ranked_kind
from evaluation.models import ScrollRow
from evaluation.queries import approved_ranking

if TYPE_CHECKING:
    from calls.models import Premium
    from evaluation.models import Ranking
    from workflows.models import Case


def consequence_of(case: Case, premium: Premium) -> rules.Lost | None:
    """Say what follows if a premium had been stated falsely (CALL-16); nothing is done by it.

    None where no act has approved a list with the file in it, or the file does not hold the premium.
    """
    ranking, held = approved_ranking(case.call), premiums.held(case)
    if ranking is None or premium not in held:
        return None
    gathered = gather(case.call)
    candidate = gathered.by_number.get(str(case))
    if candidate is None or candidate.stage != ADMISSIBLE:
        return None
    others = [one for one in held if one != premium]
    reserves = case.call.current_version.reserves
    without = ranked_kind(case.kind).asked_without(case, premium)
    return rules.premium_lost(
        scheme_of(case.call.current_version, _money(case, ranking), seed=ranking.seed),
        gathered.applications,
        str(case),
        lost_points=premium.points,
        lost_amount=max(candidate.asked - without, Decimal(0)),
        still_holds=len(held) > 1,
        classes=classes_of(candidate, others, list(reserves.order_by("position"))),
    )


def _money(case: Case, ranking: Ranking) -> Decimal:
    """Return the money there was when the file got its own, in EUR: more may have come since the list."""
    reached_later = ScrollRow.objects.filter(case_id=case.pk).exists()
    return resources(case.call) if reached_later else ranking.endowment
