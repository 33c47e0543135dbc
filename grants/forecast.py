"""What deciding on several applications would do, in order of filing, before anybody decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from accounting.models import Budget
from grants import against, checks, permissions
from grants.models import RentContribution, Status
from grants.queries import ahead_of
from parties.models import User
from workflows.kinds import Act, Foreseen, kind_of
from workflows.models import Case
from workflows.rules import Outcome

ACTS = {Status.ADMISSION_PROPOSED: "grant", Status.REFUSAL_PROPOSED: "refuse"}


@dataclass
class Funds:
    """A call's money as it would stand after the decisions foreseen so far, in EUR.

    `ahead` and `number` are what applications filed before `reached` may still get: each is
    counted once, however long the list.
    """

    available: Decimal
    served: Decimal = Decimal(0)
    decided: int = 0
    ahead: Decimal = Decimal(0)
    number: int = 0
    reached: RentContribution | None = None

    def ahead_of(self, case: RentContribution) -> tuple[Decimal, int]:
        """Return what is ahead of a case that was filed after `reached`."""
        total, number = ahead_of(case, since=self.reached)
        self.ahead, self.number, self.reached = self.ahead + total, self.number + number, case
        return self.ahead, self.number


def foresee(
    cases: Iterable[Case], user: User, carried: dict[str, Any] | None = None
) -> list[Foreseen]:
    """Return what the person's decision would do to each case: grant, refuse, or nothing and why.

    Money that one grant would bind is no longer there for the next (RANK-01). Slices of a long
    list, in order of filing, hand the same `carried` on.
    """
    contributions = (
        RentContribution.objects.filter(pk__in=[case.pk for case in cases])
        .select_related("applicant", "space", "call", "call_version", "protocol_in")
        .prefetch_related(
            "refusal_grounds",
            "documents",
            "call_version__documents",
            "integration_requests__items",
        )
        .order_by("submitted_at", "protocol_in__number", "pk")
    )
    funds = _funds(contributions, {} if carried is None else carried)
    return [_foresee(case, user, funds[case.call_id]) for case in contributions]


def _funds(cases: Iterable[RentContribution], carried: dict[str, Any]) -> dict[int, Funds]:
    funds: dict[int, Funds] = carried.setdefault("funds", {})
    calls = {case.call_id for case in cases} - funds.keys()
    funds |= {call: Funds(Decimal(0)) for call in calls}
    budgets = Budget.objects.filter(call_id__in=calls)
    funds |= {
        call: Funds(available) for call, available in budgets.values_list("call_id", "available")
    }
    return funds


def _foresee(case: RentContribution, user: User, funds: Funds) -> Foreseen:
    act = kind_of(case).act(ACTS.get(Status(case.status), ""))
    if act is None:
        return Foreseen(case, None, _("There is nothing to decide on this case now."))
    if not permissions.may_decide(case, user):
        return Foreseen(case, None, _("You cannot decide on a case that you examined or filed."))
    outcomes = _outcomes(case, act, funds)
    blocking = [outcome.sentence for outcome in outcomes if outcome.blocks]
    if blocking:
        return Foreseen(case, None, " ".join(blocking), left=funds.available)
    amount = case.proposed if act.name == "grant" else None
    funds.decided += 1
    funds.served += case.proposed or case.requested
    funds.available -= amount or Decimal(0)
    sentence = " ".join(outcome.sentence for outcome in outcomes[:1])
    return Foreseen(case, act, sentence, amount, funds.available)


def _outcomes(case: RentContribution, act: Act, funds: Funds) -> list[Outcome]:
    if act.name == "refuse":
        return against.refusal_outcomes(case)
    ahead, number = funds.ahead_of(case)
    return checks.grant_outcomes_given(
        case, funds.available, ahead - funds.served, number - funds.decided
    )
