"""What must hold of every ranking, whatever the call and whoever applies."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evaluation.rules import (
    LastPlace,
    Listed,
    Policy,
    Scheme,
    Standing,
    digest,
    pro_rata,
    rank,
    scroll,
)
from tests.evaluation.rules.asking import applications, schemes

NOTHING = Decimal("0.00")


def standings(ranking, asked, gone=()):
    """Everybody as the ranking leaves them, save those who have gone."""
    return [
        Standing(asked[row.id], NOTHING if row.id in gone else row.granted, row.id not in gone)
        for row in ranking.rows
        if row.place is not None
    ]


def plain(call: Scheme, more: int = 0, **settings) -> Scheme:
    """The call without shares and reserves, `more` cents richer."""
    return replace(
        call,
        endowment=call.endowment + Decimal(more).scaleb(-2),
        territories={},
        reserves=(),
        **settings,
    )


@given(schemes(), applications())
def test_CALL_08_grants_never_pass_the_endowment(call, asked):
    made = rank(call, asked)
    given_out = sum((row.granted for row in made.rows), NOTHING)

    assert given_out + made.left == call.endowment
    assert made.left >= 0
    assert all(NOTHING <= row.granted <= row.asked for row in made.rows)


@given(schemes(), applications(), st.randoms(use_true_random=False))
def test_the_sequence_of_the_input_changes_nothing(call, asked, random):
    made = rank(call, asked)
    random.shuffle(asked)

    assert rank(call, asked) == made
    assert digest(rank(call, asked)) == digest(made)


@given(schemes(), applications())
def test_RANK_08_order_is_total_and_every_tie_is_explained(call, asked):
    made = rank(call, asked)
    places = [row for row in made.rows if row.place is not None]

    assert [row.place for row in places] == list(range(1, len(places) + 1))
    assert {row.id for row in made.rows} == {one.id for one in asked}
    if call.policy in {Policy.SCORE, Policy.PRO_RATA}:
        for ahead, behind in pairwise(places):
            assert ahead.total >= behind.total
            assert (behind.tie is not None) == (ahead.total == behind.total)
            assert behind.tie is None or behind.tie.ahead == ahead.id


@given(schemes(), applications())
def test_RANK_11_each_list_holds_what_its_letter_says(call, asked):
    for row in rank(call, asked).rows:
        by_money = Listed.PARTLY if row.granted else Listed.NOT_FINANCED
        if row.granted == row.asked:
            by_money = Listed.FINANCED
        assert row.listed is (Listed.NOT_ADMITTED if row.place is None else by_money)
        assert bool(row.reasons) == (row.place is None)


@given(st.lists(st.integers(0, 10**9), max_size=40), st.integers(0, 10**10))
def test_RANK_16_shares_sum_exactly(asks, funds):
    given_out = pro_rata(asks, funds)

    assert sum(given_out) == min(funds, sum(asks))
    assert all(share <= ask for share, ask in zip(given_out, asks, strict=True))


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=40), st.integers(0, 10**10))
def test_RANK_16_no_share_is_a_cent_away_from_its_proportion(asks, funds):
    funds = min(funds, sum(asks))

    for share, ask in zip(pro_rata(asks, funds), asks, strict=True):
        assert abs(share * sum(asks) - ask * funds) < sum(asks)


@given(schemes(), applications(), st.sets(st.integers(0, 11)), st.integers(0, 500_000))
def test_RANK_13_scrolling_down_is_the_allocation_made_anew(call, asked, leaving, more):
    last_place = LastPlace.STOP if call.last_place is LastPlace.STOP else LastPlace.PARTIAL
    policy = Policy.SCORE if call.policy is Policy.PRO_RATA else call.policy
    made = rank(plain(call, last_place=last_place, policy=policy), asked)
    richer = plain(call, more, last_place=last_place, policy=policy)
    gone = {one.id for number, one in enumerate(asked) if number in leaving}

    down = scroll(richer, standings(made, {one.id: one for one in asked}, gone))

    anew = rank(richer, [one for one in asked if one.id not in gone])
    after = {row.id: row.granted for row in made.rows if row.id not in gone}
    after |= {one.id: one.after for one in down.raises}
    assert after == {row.id: row.granted for row in anew.rows}
    assert down.left == anew.left


@given(schemes(), applications(), st.sets(st.integers(0, 11)))
def test_RANK_13_scrolling_down_takes_from_nobody_and_stays_within_the_funds(call, asked, leaving):
    made = rank(call, asked)
    gone = {one.id for number, one in enumerate(asked) if number in leaving}
    standing = standings(made, {one.id: one for one in asked}, gone)

    down = scroll(call, standing)

    held = {one.application.id: one.held for one in standing}
    assert all(one.before == held[one.id] < one.after for one in down.raises)
    held |= {one.id: one.after for one in down.raises}
    assert sum(held.values(), NOTHING) + down.left == call.endowment
    assert all(held[name] == NOTHING for name in gone & held.keys())


@given(schemes(), applications())
def test_RANK_13_scrolling_a_list_nobody_left_gives_nothing(call, asked):
    made = rank(call, asked)

    assert scroll(call, standings(made, {one.id: one for one in asked})).raises == ()


@given(schemes(), applications(), st.integers(0, 500_000))
def test_RANK_14_with_partial_grants_more_money_is_all_given_or_all_are_whole(call, asked, more):
    made = rank(plain(call, more, last_place=LastPlace.PARTIAL), asked)

    assert not made.left or {row.listed for row in made.rows} <= {
        Listed.FINANCED,
        Listed.NOT_ADMITTED,
    }
