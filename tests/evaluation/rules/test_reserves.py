"""Shares kept for small enterprises."""

import pytest

from evaluation.rules import LastPlace, Policy, RankingRefused, Reserve, rank, reserved_amounts
from tests.evaluation.rules.asking import VECTORS, ask, eur, grants, scheme

ART_8 = (Reserve("sme", eur(60)), Reserve("micro_small", eur(25), within="sme"))
LARGE, MEDIUM, MICRO = frozenset(), frozenset({"sme"}), frozenset({"sme", "micro_small"})


@pytest.mark.parametrize("case", VECTORS["reserve_art8"], ids=lambda case: case["endowment"])
def test_CALL_17_sixty_percent_to_small_and_medium_a_quarter_of_it_to_the_smallest(case):
    amounts = reserved_amounts(ART_8, int(eur(case["endowment"]) * 100))

    assert amounts == {
        "sme": int(eur(case["sme"]) * 100),
        "micro_small": int(eur(case["micro_small"]) * 100),
    }


def test_CALL_17_at_least_means_that_parts_of_a_cent_count_whole():
    assert reserved_amounts((Reserve("sme", eur("33.333")),), 100) == {"sme": 34}


@pytest.mark.parametrize(
    ("reserves", "sentence"),
    [
        ((Reserve("a", eur(60)), Reserve("b", eur(41))), "superano le risorse"),
        (
            (Reserve("a", eur(60)), Reserve("b", eur(60), "a"), Reserve("c", eur(41), "a")),
            "superano le risorse",
        ),
        ((Reserve("a", eur(60), within="b"),), "dentro un'altra che non c'è"),
        (
            (Reserve("a", eur(60), within="b"), Reserve("b", eur(60), within="a")),
            "dentro un'altra che non c'è",
        ),
    ],
)
def test_CALL_17_reserves_that_cannot_be_kept_are_refused(reserves, sentence):
    with pytest.raises(RankingRefused, match=sentence):
        reserved_amounts(reserves, 10_000)


def served(applications, **settings):
    made = rank(scheme("1000.00", **{"reserves": ART_8} | settings), applications)
    return grants(made), str(made.left)


def test_CALL_17_a_large_one_takes_nothing_of_what_is_kept():
    applications = [
        ask("A", "700.00", score=90, classes=LARGE),
        ask("B", "450.00", score=80, classes=MEDIUM),
        ask("C", "150.00", score=70, classes=MICRO),
    ]

    # Common money 400, kept for the small and medium 450, for the smallest 150.
    assert served(applications) == (
        [("A", "400.00"), ("B", "450.00"), ("C", "150.00")],
        "0.00",
    )


def test_CALL_18_what_a_reserve_does_not_use_goes_down_the_list_again():
    applications = [
        ask("A", "700.00", score=90, classes=LARGE),
        ask("B", "100.00", score=80, classes=MEDIUM),
        ask("C", "50.00", score=70, classes=MICRO),
        ask("D", "500.00", score=65, classes=LARGE),
    ]

    assert served(applications) == (
        [("A", "700.00"), ("B", "100.00"), ("C", "50.00"), ("D", "150.00")],
        "0.00",
    )
    assert served(applications, releases_reserves=False) == (
        [("A", "400.00"), ("B", "100.00"), ("C", "50.00"), ("D", "0.00")],
        "450.00",
    )


def test_CALL_18_the_narrower_reserve_is_released_to_the_wider_first():
    applications = [
        ask("A", "700.00", score=90, classes=LARGE),
        ask("B", "600.00", score=80, classes=MEDIUM),
    ]

    assert served(applications) == ([("A", "400.00"), ("B", "600.00")], "0.00")


def test_CALL_17_the_smallest_draw_from_their_own_first():
    applications = [
        ask("A", "150.00", score=90, classes=MICRO),
        ask("B", "450.00", score=80, classes=MEDIUM),
        ask("C", "400.00", score=70, classes=LARGE),
    ]

    assert served(applications) == (
        [("A", "150.00"), ("B", "450.00"), ("C", "400.00")],
        "0.00",
    )


def test_RANK_12_with_stop_a_reserve_still_serves_its_own():
    applications = [
        ask("A", "500.00", score=90, classes=LARGE),
        ask("B", "300.00", score=80, classes=LARGE),
        ask("C", "450.00", score=70, classes=MEDIUM),
    ]

    assert served(applications, last_place=LastPlace.STOP, releases_reserves=False) == (
        [("A", "0.00"), ("B", "0.00"), ("C", "450.00")],
        "550.00",
    )


def test_CALL_17_proportion_and_reserves_together_are_refused():
    with pytest.raises(RankingRefused, match="non può avere anche delle riserve"):
        served([ask("A", score=70)], policy=Policy.PRO_RATA)
