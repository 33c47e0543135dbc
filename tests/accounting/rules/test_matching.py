"""Answers of a bank against what was ordered."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounting.rules import Answer, Level, Ordered, Standing, approvals_needed, match

TEN = Decimal("10.00")


@pytest.mark.parametrize(
    ("state", "happened", "standing"),
    [
        ("sent", "paid", Standing.TAKEN),
        ("sent", "refused", Standing.TAKEN),
        ("sent", "returned", Standing.TAKEN),
        ("paid", "returned", Standing.TAKEN),
        ("paid", "paid", Standing.REPEATED),
        ("paid", "refused", Standing.OUT_OF_PLACE),
        ("returned", "paid", Standing.OUT_OF_PLACE),
        ("batched", "paid", Standing.OUT_OF_PLACE),
    ],
)
def test_SEPA_06_an_answer_must_follow_on_the_state(state, happened, standing):
    assert match([Answer("P", happened, TEN)], {"P": Ordered(TEN, state)}) == [standing]


def test_SEPA_06_an_answer_without_amount_is_taken_by_its_id():
    assert match([Answer("P", "refused", None)], {"P": Ordered(TEN, "sent")}) == [Standing.TAKEN]


@given(
    st.lists(
        st.builds(
            Answer,
            st.sampled_from(["P", "Q", "Z"]),
            st.sampled_from(["paid", "refused", "returned"]),
            st.sampled_from([TEN, Decimal("9.99"), None]),
        )
    )
)
def test_SEPA_06_no_answer_of_a_kind_is_taken_twice_for_a_payment(answers):
    found = match(answers, {"P": Ordered(TEN, "sent"), "Q": Ordered(TEN, "paid")})
    taken = [
        (answer.id, answer.happened)
        for answer, standing in zip(answers, found, strict=True)
        if standing is Standing.TAKEN
    ]

    assert len(set(taken)) == len(taken)
    assert all(name != "Z" for name, _happened in taken)


def test_ACC_01_levels_are_included_at_their_edge():
    levels = [Level(Decimal("5000.00"), 1), Level(None, 2)]

    assert [approvals_needed(Decimal(a), levels) for a in ("5000.00", "5000.01")] == [1, 2]
    with pytest.raises(ValueError, match="no level"):
        approvals_needed(Decimal("5000.01"), levels[:1])
