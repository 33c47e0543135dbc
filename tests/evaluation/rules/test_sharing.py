"""Money in order and in proportion, to the cent."""

import pytest

from evaluation.rules import LastPlace, Policy, RankingRefused, pro_rata, rank
from tests.evaluation.rules.asking import VECTORS, ask, eur, grants, scheme

ASKS = [
    ask("A", "4000.00", score=92, filed="09:00:02.000"),
    ask("B", "4000.00", score=88, filed="09:00:01.120"),
    ask("C", "3000.00", score=88, filed="09:00:00.480"),
    ask("D", "4000.00", score=75, filed="09:00:00.100"),
    ask("E", "2000.00", score=59, filed="09:00:00.050"),
]


def served(last_place, applications=ASKS, **settings):
    made = rank(scheme(threshold=eur(60), last_place=last_place, **settings), applications)
    return grants(made), str(made.left)


def test_RANK_12_the_last_is_served_in_part():
    given = [("A", "4000.00"), ("C", "3000.00"), ("B", "3000.00"), ("D", "0.00")]

    assert served(LastPlace.PARTIAL) == (given, "0.00")
    assert [pair for pair in given if pair[0] != "B"] == [
        tuple(pair) for pair in VECTORS["ranking"]["partial_allowed"]
    ]


def test_RANK_12_the_first_that_does_not_fit_is_the_last():
    given = [("A", "4000.00"), ("C", "3000.00"), ("B", "0.00"), ("D", "0.00")]

    assert served(LastPlace.STOP) == (given, "3000.00")
    assert [pair for pair in given if pair[0] != "B"] == [
        tuple(pair) for pair in VECTORS["ranking"]["partial_forbidden_stop"]
    ]


def test_RANK_12_one_that_does_not_fit_gives_way_to_the_next():
    small = [*ASKS[:3], ask("D", "2500.00", score=75)]

    assert served(LastPlace.SKIP, small) == (
        [("A", "4000.00"), ("C", "3000.00"), ("B", "0.00"), ("D", "2500.00")],
        "500.00",
    )


def test_RANK_12_whoever_left_a_part_waits_for_the_whole_and_lets_the_next_by():
    waiting = [one._replace(whole_only=one.id == "B") for one in ASKS]

    assert served(LastPlace.PARTIAL, waiting) == (
        [("A", "4000.00"), ("C", "3000.00"), ("B", "0.00"), ("D", "3000.00")],
        "0.00",
    )


@pytest.mark.parametrize("last_place", LastPlace)
def test_RANK_12_money_that_is_just_enough_leaves_nothing(last_place):
    assert served(last_place, ASKS[:2], endowment="8000.00") == (
        [("A", "4000.00"), ("B", "4000.00")],
        "0.00",
    )


def chronological(applications):
    made = rank(scheme(policy=Policy.FILING, criteria=()), applications)
    return grants(made), str(made.left)


def test_RANK_01_money_goes_in_order_of_filing():
    vector = VECTORS["chrono"]
    applications = [
        ask(one["id"], one["grant"], filed=one["t"], number=n)
        for n, one in enumerate(vector["applications"])
    ]

    given, left = chronological(applications)

    # R3 of the collection, which names a3 too.
    assert given == [("a1", "4000.00"), ("a2", "4000.00"), ("a3", "2000.00"), ("a4", "0.00")]
    assert {tuple(pair) for pair in vector["paid"]} <= set(given)
    assert left == "0.00"


def test_RANK_01_who_is_not_admissible_leaves_the_money_to_the_next():
    vector = VECTORS["chrono"]
    applications = [
        ask(
            one["id"],
            one["grant"],
            filed=one["t"],
            number=n,
            against=("Non ammissibile.",) if one["id"] == "a2" else (),
        )
        for n, one in enumerate(vector["applications"])
    ]

    given, left = chronological(applications)

    assert given == [("a1", "4000.00"), ("a3", "4000.00"), ("a4", "500.00")]
    assert {tuple(pair) for pair in vector["if_a2_inadmissible"]} <= set(given)
    assert left == vector["residual_then"]


def cents(amounts):
    return [int(eur(amount) * 100) for amount in amounts]


@pytest.mark.parametrize(
    "case", VECTORS["pro_rata_largest_remainder"], ids=lambda case: "+".join(case["asks"])
)
def test_RANK_16_cents_go_by_largest_remainder(case):
    assert pro_rata(cents(case["asks"]), cents([case["budget"]])[0]) == cents(case["grants"])


@pytest.mark.parametrize(
    ("asks", "funds", "expected"),
    [
        ([], 100, []),
        ([0, 0], 100, [0, 0]),
        ([100, 200], 300, [100, 200]),
        ([100, 200], 1000, [100, 200]),
        ([100, 200], 0, [0, 0]),
        ([1, 1, 1], 2, [1, 1, 0]),
        ([3, 3, 1], 3, [1, 1, 1]),
    ],
)
def test_RANK_16_edges_of_proportion(asks, funds, expected):
    assert pro_rata(asks, funds) == expected


def test_RANK_16_a_call_in_proportion_gives_to_all_that_are_suitable():
    made = rank(scheme("3000.00", policy=Policy.PRO_RATA, threshold=eur(60)), ASKS)

    assert grants(made) == [
        ("A", "800.00"),
        ("C", "600.00"),
        ("B", "800.00"),
        ("D", "800.00"),
    ]


@pytest.mark.parametrize("amount", ["-0.01", "10.001"])
def test_AMT_06_parts_of_a_cent_and_debts_are_refused(amount):
    with pytest.raises(RankingRefused, match="non è un importo in euro e centesimi"):
        rank(scheme(), [ask("A", amount, score=70)])
