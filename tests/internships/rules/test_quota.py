"""Places of a unit: staff that counts, bands, premiums, simultaneous presence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from internships.rules.quota import (
    Hire,
    Staff,
    base_quota,
    human_resources,
    overlapping,
    place_free,
    premium_places,
    valid_hires,
)
from tests.internships.rules.ruleset import BLOCK, LIMITS, MET, on, said

QUOTA = LIMITS.quota


@pytest.mark.parametrize(
    ("resources", "places"),
    [(1, 1), (5, 1), (6, 2), (20, 2), (21, 3), (30, 3), (31, 4), (40, 4), (101, 11)],
)
def test_R_NUM_03_AT_01_places_grow_with_the_staff(resources, places):
    assert base_quota(resources, QUOTA) == places


def test_R_NUM_02_a_fixed_term_counts_only_where_it_covers_the_internship_on_both_sides():
    start, end = on("2026-03-02"), on("2026-09-01")
    staff = Staff(
        owners=1,
        permanent=4,
        members=2,
        fixed_term=(
            (on("2026-03-01"), on("2026-09-02")),
            (on("2026-03-02"), on("2026-12-31")),
            (on("2025-01-01"), on("2026-09-01")),
        ),
    )

    assert human_resources(staff, start, end) == 8


@pytest.mark.parametrize(
    ("permanent", "resources", "hires", "most"),
    [
        (40, 40, [Hire(6)] * 5, 6),
        (40, 40, [Hire(6)] * 4, 5),
        (40, 40, [Hire(6)] * 2, 5),
        (40, 40, [Hire(6)], 4),
        (40, 40, [*[Hire(6)] * 4, Hire(5)], 5),
        (18, 22, [Hire(12)] * 10, 3),
        (40, 40, [*[Hire(6)] * 4, Hire(12, part_time_percent=49)], 5),
        (40, 40, [*[Hire(6)] * 4, Hire(12, part_time_percent=50)], 6),
        (40, 40, [Hire(6)] * 10, 8),
    ],
)
def test_R_NUM_05_AT_03_hosts_that_hire_get_further_places(permanent, resources, hires, most):
    hired = valid_hires(hires, QUOTA)

    assert base_quota(resources, QUOTA) + premium_places(permanent, 10, hired, QUOTA) == most


def test_R_NUM_08_without_internships_to_look_at_there_is_no_premium():
    assert premium_places(40, 0, 0, QUOTA) == 0


def test_R_NUM_01_only_those_present_on_the_same_day_count_together():
    running = [
        (on("2026-01-01"), on("2026-03-31")),
        (on("2026-04-01"), on("2026-06-30")),
        (on("2026-06-30"), date.max),
        (on("2025-01-01"), on("2025-12-31")),
    ]

    assert overlapping(running, on("2026-02-01"), on("2026-07-31")) == 2
    assert overlapping(running, on("2026-02-01"), on("2026-06-29")) == 1
    assert overlapping([], on("2026-02-01"), on("2026-06-29")) == 0


DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@given(st.lists(st.tuples(DAYS, DAYS).map(sorted), max_size=6), st.tuples(DAYS, DAYS).map(sorted))
def test_R_NUM_01_presence_is_the_most_on_any_day(periods, asked):
    start, end = asked
    days = [date.fromordinal(n) for n in range(start.toordinal(), end.toordinal() + 1)]
    busiest = max(sum(a <= day <= b for a, b in periods) for day in days)

    assert overlapping([(a, b) for a, b in periods], start, end) == busiest


@pytest.mark.parametrize(("present", "verdict"), [(5, MET), (6, BLOCK)])
def test_R_NUM_07_premium_places_stand_beside_the_base(present, verdict):
    assert said(place_free(present, 4, 2)) == ("R-NUM-07", verdict)
