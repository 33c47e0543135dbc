"""What deciding on several applications would do, in order of filing, before anybody decides."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from accounting.models import Budget
from grants import caps, checks, permissions, rules
from grants.models import RentContribution, Status
from grants.queries import ahead_of
from parties.models import User
from workflows.examination import against
from workflows.kinds import Act, Foreseen, kind_of
from workflows.models import Case
from workflows.rules import Outcome

ACTS = {Status.ADMISSION_PROPOSED: "grant", Status.REFUSAL_PROPOSED: "refuse"}


@dataclass
class Funds:
    """A call's money as it would stand after the decisions foreseen so far, in EUR.

    `ahead` and `number` are what applications filed before `reached` may still get: each is
    counted once, however long the list. `given` is what was foreseen for each party, here and in
    the other calls of the programme.
    """

    available: Decimal
    given: list[rules.Received]
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
    given: dict[int, list[rules.Received]] = carried.setdefault("given", defaultdict(list))
    calls = {case.call_id: case.call for case in cases if case.call_id not in funds}
    available = dict(Budget.objects.filter(call_id__in=calls).values_list("call_id", "available"))
    funds |= {
        pk: Funds(available.get(pk, Decimal(0)), given[call.programme_id])
        for pk, call in calls.items()
    }
    return funds


def _foresee(case: RentContribution, user: User, funds: Funds) -> Foreseen:
    act = kind_of(case).act(ACTS.get(Status(case.status), ""))
    if act is None:
        return Foreseen(case, None, _("There is nothing to decide on this case now."))
    if not permissions.may_decide(case, user):
        return Foreseen(case, None, _("You cannot decide on a case that you examined or filed."))
    room = _room(case, funds)
    outcomes = _outcomes(case, act, funds, room)
    blocking = [outcome.sentence for outcome in outcomes if outcome.blocks]
    if blocking:
        return Foreseen(case, None, " ".join(blocking), left=funds.available)
    amount = rules.within_cap(case.proposed, room) if act.name == "grant" else None
    if amount:
        funds.given.append(rules.Received(case.pk, caps.codes_of(case), amount))
    funds.decided += 1
    funds.served += case.proposed or case.requested
    funds.available -= amount or Decimal(0)
    sentence = " ".join(outcome.sentence for outcome in outcomes[:1])
    return Foreseen(case, act, sentence, amount, funds.available)


def _room(case: RentContribution, funds: Funds) -> rules.Room | None:
    """Return what the cap leaves after the grants foreseen so far (COW-11)."""
    room = caps.room_of(case)
    if room is None:
        return None
    foreseen = rules.received_by(caps.codes_of(case), funds.given, but=case.pk)
    return replace(room, received=room.received + foreseen)


def _outcomes(
    case: RentContribution, act: Act, funds: Funds, room: rules.Room | None
) -> list[Outcome]:
    if act.name == "refuse":
        return against.refusal_outcomes(case)
    ahead, number = funds.ahead_of(case)
    return checks.grant_outcomes_given(
        case, funds.available, ahead - funds.served, number - funds.decided, room
    )
