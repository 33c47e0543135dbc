"""Shares by territory, and where their unused part goes."""

import pytest

from evaluation.rules import Compensation, LastPlace, RankingRefused, compensated, rank, scaled
from tests.evaluation.rules.asking import VECTORS, ask, eur, grants, scheme

SHARES = {"CR": eur("50000.00"), "MN": eur("150000.00"), "PV": eur("100000.00")}


def cents(amounts):
    return {name: int(eur(amount) * 100) for name, amount in amounts.items()}


def test_RANK_15_unused_shares_reach_unmet_needs():
    vector = VECTORS["territorial"]

    assert compensated(cents(vector["endowment"]), cents(vector["requests"])) == cents(
        vector["after_compensation"]
    )


def test_RANK_15_what_is_not_enough_for_all_is_moved_in_proportion_to_need():
    requests = cents({"CR": "70000", "MN": "120000", "PV": "130000"})

    assert compensated(cents(SHARES), requests) == cents(
        {"CR": "62000", "MN": "120000", "PV": "118000"}
    )


def test_RANK_15_the_order_of_the_shares_may_decide_instead():
    requests = cents({"CR": "70000", "MN": "120000", "PV": "130000"})

    assert compensated(cents(SHARES), requests, Compensation.BY_ORDER) == cents(
        {"CR": "70000", "MN": "120000", "PV": "110000"}
    )
    assert compensated(cents(SHARES), requests, Compensation.NONE) == cents(
        {"CR": "50000", "MN": "120000", "PV": "100000"}
    )


APPLICATIONS = [
    ask("M", "120000.00", score=95, territory="MN"),
    ask("P1", "100000.00", score=90, territory="PV"),
    ask("P2", "30000.00", score=85, territory="PV"),
    ask("C1", "50000.00", score=80, territory="CR"),
    ask("C2", "20000.00", score=75, territory="CR"),
]


def served(compensation, **settings):
    made = rank(
        scheme("300000.00", territories=SHARES, compensation=compensation, **settings),
        APPLICATIONS,
    )
    return [str(row.granted) for row in made.rows], str(made.left)


@pytest.mark.parametrize(
    ("compensation", "expected", "left"),
    [
        (
            Compensation.BY_NEED,
            ["120000.00", "100000.00", "18000.00", "50000.00", "12000.00"],
            "0.00",
        ),
        (
            Compensation.BY_ORDER,
            ["120000.00", "100000.00", "10000.00", "50000.00", "20000.00"],
            "0.00",
        ),
        (
            Compensation.NONE,
            ["120000.00", "100000.00", "0.00", "50000.00", "0.00"],
            "30000.00",
        ),
    ],
)
def test_RANK_15_each_serves_its_own_first_then_shares_move(compensation, expected, left):
    assert served(compensation) == (expected, left)


def test_RANK_15_what_a_skipped_one_leaves_moves_too():
    assert served(Compensation.BY_NEED, last_place=LastPlace.SKIP) == (
        ["120000.00", "100000.00", "0.00", "50000.00", "0.00"],
        "30000.00",
    )
    assert served(Compensation.BY_ORDER, last_place=LastPlace.SKIP) == (
        ["120000.00", "100000.00", "0.00", "50000.00", "20000.00"],
        "10000.00",
    )


def test_RANK_15_a_territory_without_share_is_refused():
    with pytest.raises(RankingRefused, match="non prevede risorse per il territorio “VR”"):
        rank(scheme("300000.00", territories=SHARES), [ask("A", score=70, territory="VR")])


def test_RANK_15_shares_that_do_not_add_up_are_refused():
    with pytest.raises(RankingRefused, match="non sommano alla dotazione"):
        rank(scheme("300000.01", territories=SHARES), [])


def test_RANK_15_one_territory_alone_is_like_none():
    alone = scheme("10000.00", territories={"MN": eur("10000.00")})
    applications = [
        ask("A", "7000.00", score=90, territory="MN"),
        ask("B", "5000.00", score=80, territory="MN"),
    ]

    assert grants(rank(alone, applications)) == [("A", "7000.00"), ("B", "3000.00")]


@pytest.mark.parametrize(
    ("endowment", "expected"),
    [
        (300, {"CR": 50, "MN": 150, "PV": 100}),
        (600, {"CR": 100, "MN": 300, "PV": 200}),
        (330, {"CR": 55, "MN": 165, "PV": 110}),
        (150, {"CR": 25, "MN": 75, "PV": 50}),
        (301, {"CR": 50, "MN": 151, "PV": 100}),
    ],
)
def test_RANK_14_shares_follow_another_endowment_in_proportion(endowment, expected):
    shares = {"CR": 50, "MN": 150, "PV": 100}

    assert scaled(shares, endowment) == expected
    assert sum(scaled(shares, endowment).values()) == endowment
