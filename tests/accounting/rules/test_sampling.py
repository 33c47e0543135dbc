"""A sample that anybody can draw again."""

import hashlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounting.rules import Checked, Stratum, draw_sample, sample_size
from tests.accounting.vectors import VECTORS

STRATA = [
    Stratum("C", Decimal(0), Decimal(5), 3),
    Stratum("A", Decimal(5000), Decimal(100), 0),
    Stratum("B", Decimal(1000), Decimal(10), 5),
]


@pytest.mark.parametrize("row", VECTORS["sampling"], ids=lambda row: f"{row['stratum']} {row['N']}")
def test_SMP_01_rounds_the_share_up_and_never_takes_more_than_there_are(row):
    assert sample_size(row["N"], Decimal(row["share"]) * 100, row["min"]) == row["n"]


def test_SMP_01_DOC_04_takes_doubt_first_and_draws_the_rest_by_the_seed():
    cases = [Checked(f"P{at:02}", Decimal(2000)) for at in range(43)]
    cases += [Checked("Z1", Decimal(5000)), Checked("Z2", Decimal(10), in_doubt=True)]
    cases += [Checked("K1", Decimal("999.99"))]

    first, second, third = draw_sample(cases, STRATA, "481516")

    by_hand = sorted(
        (f"P{at:02}" for at in range(43)),
        key=lambda number: hashlib.sha256(f"481516{number}".encode()).hexdigest(),
    )
    assert (first.stratum.code, sorted(first.numbers)) == ("A", ["Z1", "Z2"])
    assert (second.of, list(second.numbers)) == (43, by_hand[:5])
    assert third.numbers == ("K1",)


def test_SMP_01_refuses_to_draw_without_a_seed_or_a_stratum():
    with pytest.raises(ValueError, match="seed"):
        draw_sample([], STRATA, " ")
    with pytest.raises(ValueError, match="no stratum takes the amount of P1"):
        draw_sample([Checked("P1", Decimal(1))], STRATA[1:], "1")


@given(
    st.lists(st.integers(0, 9000), max_size=60),
    st.text(min_size=1).filter(str.strip),
    st.randoms(use_true_random=False),
)
def test_SMP_01_the_sequence_of_the_cases_changes_nothing(amounts, seed, random):
    cases = [Checked(f"P{at}", Decimal(amount)) for at, amount in enumerate(amounts)]
    drawn = draw_sample(cases, STRATA, seed)
    random.shuffle(cases)

    assert draw_sample(cases, STRATA, seed) == drawn
    assert sum(each.of for each in drawn) == len(cases)
