"""Which figures about people are kept back, so that nobody is told about one of them (PRV)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

# A row alone, taken from the total, would give itself away.
LEAST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Group:
    """People with something in common: how many they are, what they received in EUR; kept back or not."""

    label: str
    people: int
    amount: Decimal
    is_hidden: bool = False


def suppressed(groups: Sequence[Group], least: int) -> list[Group]:
    """Hide the groups of fewer than `least` people, and as many others as the total would betray.

    The total is told beside the groups: what is hidden must hold two groups and `least` people at
    least, so the smallest of the others go too until it does.
    """
    hidden = {group.label for group in groups if 0 < group.people < least}
    others = sorted(
        (group for group in groups if group.people and group.label not in hidden),
        key=lambda group: (group.people, group.label),
    )
    while hidden and others and _tells(groups, hidden, least):
        hidden.add(others.pop(0).label)
    return [replace(group, is_hidden=group.label in hidden) for group in groups]


def total(groups: Sequence[Group], label: str, least: int) -> Group:
    """Return all groups together, hidden where even they are fewer than `least` people."""
    people = sum(group.people for group in groups)
    amount = sum((group.amount for group in groups), Decimal(0))
    return Group(label, people, amount, is_hidden=0 < people < least)


def _tells(groups: Sequence[Group], hidden: set[str], least: int) -> bool:
    people = [group.people for group in groups if group.label in hidden]
    return len(people) < LEAST_ROWS or sum(people) < least
