"""What deciding on several applications would do, in order of filing, before anybody decides."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from accounting.models import Budget
from grants import checks, permissions
from grants.models import RentContribution, Status
from grants.queries import ahead_of
from parties.models import User
from workflows.kinds import Act, Foreseen, kind_of
from workflows.models import Case
from workflows.rules import Outcome

ACTS = {Status.ADMISSION_PROPOSED: "grant", Status.REFUSAL_PROPOSED: "refuse"}


@dataclass
class Funds:
    """A call's money as it would stand after the decisions foreseen so far, in EUR."""

    available: Decimal
    served: Decimal = Decimal(0)
    decided: int = 0


def foresee(cases: Iterable[Case], user: User) -> list[Foreseen]:
    """Return what the person's decision would do to each case: grant, refuse, or nothing and why.

    Money that one grant would bind is no longer there for the next (RANK-01).
    """
    contributions = (
        RentContribution.objects.filter(pk__in=[case.pk for case in cases])
        .select_related("applicant", "space", "call", "call_version", "protocol_in")
        .order_by("submitted_at", "protocol_in__number", "pk")
    )
    funds = _funds(contributions)
    return [_foresee(case, user, funds[case.call_id]) for case in contributions]


def _funds(cases: Iterable[RentContribution]) -> dict[int, Funds]:
    found: dict[int, Funds] = defaultdict(lambda: Funds(Decimal(0)))
    budgets = Budget.objects.filter(call_id__in={case.call_id for case in cases})
    for call, available in budgets.values_list("call_id", "available"):
        found[call] = Funds(available)
    return found


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
        return checks.refusal_outcomes(case)
    ahead, number = ahead_of(case)
    return checks.grant_outcomes_given(
        case, funds.available, ahead - funds.served, number - funds.decided
    )
