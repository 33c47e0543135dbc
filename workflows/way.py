"""The way that a case has before it, read from the moves that its own model declares."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from workflows.kinds import Kind


def way_to_goal(case: Any, kind: Kind, been: Collection[str]) -> list[str]:
    """Return the statuses between a case and its kind's goal, the goal last; the fewest moves.

    Moves that do not concern the case are left out. Empty where the case has reached the goal once
    (`been` are the statuses that it has had), is closed, or can no longer get there.
    """
    if not kind.goal or case.closed_at or kind.goal in been:
        return []
    asked = _Steps(case)
    before: dict[str, str] = {case.status: ""}
    waiting = deque([case.status])
    while waiting:
        status = waiting.popleft()
        for target in asked.targets(status, before):
            before[target] = status
            if target == kind.goal:
                return _back(before, target)
            waiting.append(target)
    return []


class _Steps:
    """The moves out of a status; whether they concern the case is asked when it matters, and once."""

    def __init__(self, case: Any) -> None:
        self.case = case
        self.told: dict[Any, bool] = {}
        self.by_source: dict[str, list[Any]] = defaultdict(list)
        for step in sorted(case.get_all_status_transitions(), key=lambda one: one.name):
            self.by_source[step.source].append(step)

    def targets(self, status: str, known: Collection[str]) -> Iterator[str]:
        """Yield the statuses that are not known yet, in the order of the moves' names."""
        for step in self.by_source[status]:
            if step.target not in known and self._concerns(step.custom.get("concerns")):
                yield str(step.target)

    def _concerns(self, question: Any) -> bool:
        if question is None:
            return True
        if question not in self.told:
            self.told[question] = bool(question(self.case))
        return self.told[question]


def _back(before: dict[str, str], status: str) -> list[str]:
    path = [status]
    while before[path[-1]]:
        path.append(before[path[-1]])
    return path[-2::-1]
