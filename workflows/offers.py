"""What an officer's page may offer: each act with what the rules say of it now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workflows.flows import offers_of
from workflows.kinds import Act, kind_of, outside_flow
from workflows.permissions import is_own_case

if TYPE_CHECKING:
    from parties.models import User
    from workflows.models import Case, CaseTask
    from workflows.rules import Outcome


@dataclass(frozen=True)
class Offer:
    """An act that somebody has the right to do now; `outcomes` are those of its conditions."""

    act: Act
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def blocking(self) -> list[Outcome]:
        """What stands against it, save what the act's own form is there to settle."""
        return [one for one in self.outcomes if one.blocks and one.rule not in self.act.settles]


def has_right(case: Case, name: str, user: User) -> bool:
    """Tell whether the person may ever do this act on this case, whatever its status (ORG-08)."""
    return not is_own_case(case, user) and any(
        step.has_perm(case, user) for step in case.get_all_status_transitions() if step.name == name
    )


def office_offers(case: Case, user: User, tasks: Iterable[CaseTask]) -> list[Offer]:
    """Return the acts of the office that an open task offers the person, in the kind's order.

    A task in a colleague's hands offers nothing; one that the applicant must answer offers what
    the office may do meanwhile; what no task asks for is offered wherever the status allows it. Acts
    that a rule stands against are there too, to say why.
    """
    names = {
        name
        for task in tasks
        if task.owner_id in (None, user.pk) or getattr(task.flow_task, "audience", "") != "office"
        for name in offers_of(task.flow_task)
    } | outside_flow(case)
    steps = {
        step.name: step
        for step in case.get_all_status_transitions()
        if step.source in ("*", case.status) and step.name in names and concerns(case, step)
    }
    return [
        Offer(act, _outcomes(case, steps[act.name]))
        for act in kind_of(case).acts
        # A name may stand for a move from more than one status: the right is that of this one.
        if act.audience != "applicant"
        and act.name in steps
        and not is_own_case(case, user)
        and steps[act.name].has_perm(case, user)
    ]


def concerns(case: Case, step: Any) -> bool:
    """Tell whether a move is one for this case at all: what is not is never offered, nor explained."""
    asked = step.custom.get("concerns")
    return asked is None or asked(case)


def ask(case: Case, explain: Callable[[Any], list[Outcome]]) -> list[Outcome]:
    """Return what a group of rules says of the case, asked once for each case a page has fetched."""
    asked = case.__dict__.setdefault("_asked", {})
    if explain not in asked:
        asked[explain] = explain(case)
    return asked[explain]


def _outcomes(case: Case, step: Any) -> list[Outcome]:
    return [outcome for condition in step.conditions for outcome in ask(case, condition.explain)]
