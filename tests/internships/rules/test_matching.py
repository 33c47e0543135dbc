"""Candidates and offers: no pair would rather have each other, whatever the order of asking."""

from hypothesis import given
from hypothesis import strategies as st

from internships.rules.assigning import start_in_time
from internships.rules.matching import match, unstable_pairs
from internships.rules.procedure import fit, order_key, panel_complete, preferences_valid
from tests.internships.rules.ruleset import BLOCK, MET, eur, on, said

NAMES, OFFERS = [f"c{n}" for n in range(6)], [f"o{n}" for n in range(4)]


def test_R_PUB_11_two_candidates_and_one_place():
    found = match({"anna": ["x"], "bruno": ["x"]}, {"x": ["bruno", "anna"]}, {"x": 1})

    assert (found.matched, found.reserve, found.free) == ({"bruno": "x"}, ("anna",), {"x": 0})
    assert [(one.candidate, one.outcome, one.instead_of) for one in found.log] == [
        ("anna", "held", ""),
        ("bruno", "replaced", "anna"),
    ]


def test_R_PUB_11_a_candidate_who_loses_a_place_goes_on_with_the_next():
    found = match(
        {"anna": ["x", "y"], "bruno": ["x"]},
        {"x": ["bruno", "anna"], "y": ["anna"]},
        {"x": 1, "y": 2},
    )

    assert found.matched == {"bruno": "x", "anna": "y"}
    assert found.free == {"x": 0, "y": 1}


def test_R_PUB_11_who_is_not_on_the_list_is_not_taken():
    found = match({"anna": ["x"]}, {"x": []}, {"x": 1})

    assert (found.matched, found.reserve, found.log[0].outcome) == ({}, ("anna",), "not_listed")


def orders_of(names):
    return st.permutations(names).flatmap(
        lambda order: st.integers(0, len(order)).map(lambda n: list(order[:n]))
    )


MARKETS = st.tuples(
    st.fixed_dictionaries({name: orders_of(OFFERS) for name in NAMES}),
    st.fixed_dictionaries({offer: orders_of(NAMES) for offer in OFFERS}),
    st.fixed_dictionaries({offer: st.integers(0, 3) for offer in OFFERS}),
)


@given(MARKETS)
def test_R_PUB_11_no_pair_would_rather_have_each_other(market):
    preferences, orders, places = market

    found = match(preferences, orders, places)

    assert list(unstable_pairs(found, preferences, orders, places)) == []
    assert set(found.matched) | set(found.reserve) == set(NAMES)
    assert all(0 <= free <= places[offer] for offer, free in found.free.items())


@given(MARKETS, st.permutations(NAMES))
def test_R_PUB_11_the_order_of_the_input_changes_nothing(market, order):
    preferences, orders, places = market

    shuffled = match({name: preferences[name] for name in order}, orders, places)

    assert shuffled == match(preferences, orders, places)


def test_R_PUB_06_07_09_13_preferences_scores_panel_and_start():
    assert preferences_valid(["a", "b", "c"], 3).verdict == MET
    assert preferences_valid(["a", "a"], 3).verdict == BLOCK
    assert preferences_valid([], 3).verdict == BLOCK
    limits = {"least_total": eur("60"), "least_interview": eur("30")}
    assert fit(eur("60"), eur("30"), **limits).verdict == MET
    assert said(fit(eur("80"), eur("29.99"), **limits)) == ("R-PUB-07", BLOCK)
    assert panel_complete(2, 2, host=True, programme=True, least=2).verdict == MET
    assert panel_complete(2, 1, host=True, programme=True, least=2).verdict == BLOCK
    assert panel_complete(2, 2, host=False, programme=True, least=2).verdict == BLOCK
    assert panel_complete(2, 2, host=True, programme=True, least=3).verdict == BLOCK
    assigned = on("2026-03-02")
    assert start_in_time(assigned, on("2026-05-01"), 60, None).verdict == MET
    assert start_in_time(assigned, on("2026-05-02"), 60, None).verdict == BLOCK
    assert start_in_time(assigned, on("2026-04-01"), 60, on("2026-03-31")).verdict == BLOCK


def test_R_PUB_08_ties_go_to_interview_then_to_the_younger_then_to_the_earlier():
    rows = {
        "old": order_key(eur("80"), eur("40"), on("1998-01-01"), 1),
        "young": order_key(eur("80"), eur("40"), on("2002-01-01"), 9),
        "younger_later": order_key(eur("80"), eur("40"), on("2002-01-01"), 10),
        "interview": order_key(eur("80"), eur("41"), on("1990-01-01"), 99),
        "best": order_key(eur("81"), eur("30"), on("1990-01-01"), 99),
    }

    assert sorted(rows, key=rows.__getitem__) == [
        "best",
        "interview",
        "young",
        "younger_later",
        "old",
    ]
