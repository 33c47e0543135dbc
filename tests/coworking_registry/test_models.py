"""Which spaces are qualified on a day: one query."""

from datetime import date, timedelta

import pytest

from coworking_registry.models import Qualification, Space
from tests.office import make_space

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 3, 1), date(2026, 5, 31)
DAY = timedelta(days=1)


@pytest.fixture
def space():
    space = make_space("Filanda Prova")
    space.qualifications.update(valid_from=FIRST, valid_to=LAST)
    return space


def qualified(day):
    return list(Space.objects.qualified_on(day))


def test_space_is_qualified_from_first_to_last_day_both_included(space):
    days = [FIRST - DAY, FIRST, LAST, LAST + DAY]

    assert [qualified(day) for day in days] == [[], [space], [space], []]
    assert [space.is_qualified_on(day) for day in days] == [False, True, True, False]


def test_space_is_not_qualified_while_suspended(space):
    Qualification.objects.create(
        space=space,
        standing=Qualification.Standing.SUSPENDED,
        act="Determinazione n. 9/2026",
        valid_from=LAST + DAY,
    )

    assert qualified(LAST) == [space]
    assert qualified(LAST + DAY) == []


def test_space_that_comes_back_is_listed_once(space):
    Qualification.objects.create(
        space=space,
        standing=Qualification.Standing.QUALIFIED,
        act="Determinazione n. 10/2026",
        valid_from=FIRST,
    )

    assert qualified(FIRST) == [space]


def test_qualified_spaces_take_one_query(space, django_assert_num_queries):
    make_space("Corte Prova")

    with django_assert_num_queries(1):
        assert len(qualified(FIRST)) == 2
