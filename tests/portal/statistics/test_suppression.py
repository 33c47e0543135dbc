"""Small numbers are kept back, and whatever would betray them (PRV)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.statistics.suppression import Group, suppressed, total

PEOPLE = st.lists(st.integers(0, 9), max_size=8)


def groups(*people: int) -> list[Group]:
    return [Group(f"{at}", one, Decimal(100 * one)) for at, one in enumerate(people)]


@pytest.mark.parametrize(
    ("people", "hidden"),
    [
        ((5, 4, 3), []),
        ((9, 2, 1), ["1", "2"]),
        # One alone would follow from the total: the smallest of the others goes with it.
        ((9, 4, 2), ["1", "2"]),
        ((9, 4, 1, 1), ["1", "2", "3"]),
        ((2,), ["0"]),
        ((0, 5, 6), []),
        ((), []),
    ],
)
def test_PRV_small_groups_and_those_that_betray_them_are_kept_back(people, hidden):
    assert [group.label for group in suppressed(groups(*people), 3) if group.is_hidden] == hidden


@given(PEOPLE)
def test_PRV_what_is_hidden_is_never_one_group_nor_few_people_while_others_show(people):
    kept = suppressed(groups(*people), 3)

    hidden = [group.people for group in kept if group.is_hidden]
    shown = [group.people for group in kept if group.people and not group.is_hidden]
    assert all(one >= 3 for one in shown)
    assert not hidden or not shown or (len(hidden) >= 2 and sum(hidden) >= 3)


def test_total_is_hidden_where_even_all_are_few():
    assert total(groups(1, 1), "Totale", 3) == Group("Totale", 2, Decimal(200), is_hidden=True)
    assert total(groups(1, 4), "Totale", 3) == Group("Totale", 5, Decimal(500))
