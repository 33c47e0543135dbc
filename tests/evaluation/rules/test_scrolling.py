"""Money that comes free goes down the list; nobody loses."""

import pytest

from evaluation.rules import LastPlace, Policy, Raise, RankingRefused, Standing, rank, scroll
from tests.evaluation.rules.asking import VECTORS, ask, eur, scheme

ASKS = {
    "A": ask("A", "4000.00", score=92),
    "C": ask("C", "3000.00", score=88),
    "B": ask("B", "4000.00", score=87),
    "D": ask("D", "4000.00", score=75),
}
APPROVED = {"A": "4000.00", "C": "3000.00", "B": "3000.00", "D": "0.00"}


def standing(name, held=None, *, is_open=True):
    return Standing(ASKS[name], eur(APPROVED[name] if held is None else held), is_open)


def scrolled(standings, endowment="10000.00", **settings):
    made = scroll(scheme(endowment, **settings), standings)
    return [(one.id, str(one.after)) for one in made.raises], str(made.left)


def test_RANK_13_a_waiver_completes_the_partial_one_then_goes_down():
    standings = [
        standing("A"),
        standing("C", "0.00", is_open=False),
        standing("B"),
        standing("D"),
    ]

    made = scroll(scheme(), standings)

    assert made.raises == (
        Raise("B", eur("3000.00"), eur("4000.00"), is_whole=True),
        Raise("D", eur("0.00"), eur("2000.00"), is_whole=False),
    )
    after = dict.fromkeys(ASKS, "") | {"A": "4000.00"} | {r.id: str(r.after) for r in made.raises}
    assert {(name, after[name]) for name in after} >= {
        tuple(pair) for pair in VECTORS["ranking"]["after_C_waives_partial"]
    }


def test_RANK_13_a_lower_final_cost_frees_the_difference():
    standings = [
        standing("A", "2500.00", is_open=False),
        standing("C"),
        standing("B"),
        standing("D"),
    ]

    assert scrolled(standings) == ([("B", "4000.00"), ("D", "500.00")], "0.00")


def test_RANK_14_new_endowment_goes_down_the_list():
    standings = [standing(name) for name in ASKS]

    assert scrolled(standings, "16000.00") == ([("B", "4000.00"), ("D", "4000.00")], "1000.00")


def test_RANK_13_nothing_free_nothing_given():
    assert scrolled([standing(name) for name in ASKS]) == ([], "0.00")


def test_RANK_13_whoever_fails_new_checks_gives_way():
    standings = [
        standing("A"),
        standing("C", "0.00", is_open=False),
        standing("B", is_open=False),
        standing("D"),
    ]

    assert scrolled(standings) == ([("D", "3000.00")], "0.00")


def test_RANK_12_whoever_left_a_part_is_served_whole_or_not():
    waiting = Standing(ASKS["B"]._replace(whole_only=True), eur("0.00"))

    assert scrolled([standing("A"), standing("C"), waiting, standing("D")]) == (
        [("D", "3000.00")],
        "0.00",
    )
    assert scrolled([standing("A"), standing("C"), waiting, standing("D")], "11500.00") == (
        [("B", "4000.00"), ("D", "500.00")],
        "0.00",
    )


def test_RANK_12_without_partial_grants_nobody_is_raised_in_part():
    standings = [standing("A"), standing("C"), standing("B", "0.00"), standing("D")]

    assert scrolled(standings, "13999.99", last_place=LastPlace.STOP) == (
        [("B", "4000.00")],
        "2999.99",
    )


def test_RANK_13_one_that_was_served_out_of_turn_keeps_what_it_holds():
    # With SKIP the small one was served; more money must not take it away again.
    standings = [
        standing("A"),
        standing("C"),
        standing("B", "0.00"),
        Standing(ask("S", "2900.00", score=60), eur("2900.00")),
    ]

    assert scrolled(standings, "11000.00", last_place=LastPlace.SKIP) == ([], "1100.00")


def test_RANK_16_in_proportion_freed_money_raises_everybody():
    applications = [
        ask("A", "4000.00", score=92),
        ask("B", "4000.00", score=88),
        ask("C", "4000.00", score=80),
    ]
    call = scheme(policy=Policy.PRO_RATA)
    given = {row.id: row.granted for row in rank(call, applications).rows}
    standings = [
        Standing(applications[0], given["A"]),
        Standing(applications[1], given["B"]),
        Standing(applications[2], eur("0.00"), is_open=False),
    ]

    made = scroll(call, standings)

    assert [(one.id, str(one.after)) for one in made.raises] == [
        ("A", "4000.00"),
        ("B", "4000.00"),
    ]
    assert str(made.left) == "2000.00"


def test_CALL_08_an_endowment_below_what_is_held_is_refused():
    with pytest.raises(RankingRefused) as refused:
        scroll(scheme("9999.99"), [standing(name) for name in ASKS])

    assert refused.value.outcome.inputs == {
        "concesso": eur("10000.00"),
        "dotazione": eur("9999.99"),
    }
