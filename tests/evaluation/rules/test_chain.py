"""Who comes first, and by which step."""

from datetime import date
from hashlib import sha256

import pytest

from evaluation.rules import Criterion, Policy, RankingRefused, Tie, drawn, rank
from tests.evaluation.rules.asking import VECTORS, ask, at, eur, scheme

CHAIN = (
    *("criterion:1", "premium_holder", "younger"),
    *("earlier_filing", "earlier_protocol", "public_draw"),
)
CRITERIA = (Criterion(eur(50)), Criterion(eur(50)))


def ties(applications, **settings):
    """Places and ties, with two criteria and the default chain."""
    made = rank(scheme(**{"criteria": CRITERIA, "chain": CHAIN} | settings), applications)
    return [(row.id, row.tie) for row in made.rows]


def test_RANK_02_higher_total_comes_first_and_is_no_tie():
    assert ties([ask("A", score=[[40, 10]]), ask("B", score=[[30, 21]])]) == [
        ("B", None),
        ("A", None),
    ]


@pytest.mark.parametrize(
    ("first", "second", "tie"),
    [
        (
            ask("A", score=[[40, 10]], filed="10:00:00.000"),
            ask("B", score=[[30, 20]]),
            Tie("criterion:1", "A", 4000, 3000),
        ),
        (
            ask("A", score=[[30, 20]], filed="10:00:00.000", holds_premium=True),
            ask("B", score=[[30, 20]]),
            Tie("premium_holder", "A", theirs=True, ours=False),
        ),
        (
            ask("A", score=[[30, 20]], filed="10:00:00.000", born=date(2001, 5, 4)),
            ask("B", score=[[30, 20]], born=date(2001, 5, 3)),
            Tie("younger", "A", theirs=None, ours=None),
        ),
        (
            ask("A", score=[[30, 20]], filed="10:00:00.000", born=date(1975, 5, 4)),
            ask("B", score=[[30, 20]]),
            Tie("younger", "A", theirs=None, ours=None),
        ),
        (
            ask("A", score=[[30, 20]], filed="09:00:00.480", number=9),
            ask("B", score=[[30, 20]], filed="09:00:01.120", number=1),
            Tie("earlier_filing", "A", at("09:00:00.480"), at("09:00:01.120")),
        ),
        (
            ask("A", score=[[30, 20]], number=7),
            ask("B", score=[[30, 20]], number=8),
            Tie("earlier_protocol", "A", 7, 8),
        ),
    ],
)
def test_RANK_08_a_tie_is_explained_by_the_step_that_broke_it(first, second, tie):
    expected = [("A", None), ("B", tie)]

    assert ties([first, second]) == expected
    assert ties([second, first]) == expected


def test_RANK_08_each_of_many_equals_stands_behind_the_one_ahead():
    applications = [
        ask("A", score=[[30, 20]], number=3),
        ask("B", score=[[30, 20]], number=2),
        ask("C", score=[[31, 19]], number=1),
    ]

    assert ties(applications) == [
        ("C", None),
        ("B", Tie("criterion:1", "C", 3100, 3000)),
        ("A", Tie("earlier_protocol", "B", 2, 3)),
    ]


def test_RANK_08_the_draw_decides_by_published_seed_and_number():
    equal = [ask(name, score=[[30, 20]]) for name in ("2026/1", "2026/2", "2026/3")]
    tickets = {one.id: sha256(f"22 45{one.id}".encode()).hexdigest() for one in equal}
    expected = sorted(tickets, key=tickets.__getitem__)

    made = ties(equal, seed="22 45")

    assert [name for name, _tie in made] == expected
    assert made[1] == (
        expected[1],
        Tie("public_draw", expected[0], tickets[expected[0]], tickets[expected[1]]),
    )


def test_RANK_08_a_ticket_is_sha_256_of_seed_and_number():
    # printf '%s' '22 452026/1' | sha256sum
    assert drawn("22 45", "2026/1") == sha256(b"22 452026/1").hexdigest()


def test_RANK_08_the_draw_is_held_only_among_those_still_equal():
    applications = [
        ask("A", score=[[30, 20]], number=1),
        ask("B", score=[[30, 20]], number=2),
    ]

    assert ties(applications, seed="")[1] == ("B", Tie("earlier_protocol", "A", 1, 2))


def test_RANK_08_a_draw_without_seed_is_asked_for_by_name():
    with pytest.raises(RankingRefused) as refused:
        ties([ask("B", score=[[30, 20]]), ask("A", score=[[30, 20]])], seed="")

    assert str(refused.value) == (
        "Le domande A, B restano pari: il bando prevede il sorteggio pubblico. "
        "Indica il seme estratto e pubblicato."
    )


def test_RANK_08_an_exhausted_chain_without_draw_is_refused():
    with pytest.raises(RankingRefused) as refused:
        ties(
            [ask("A", score=[[30, 20]]), ask("B", score=[[30, 20]]), ask("C", score=[[1, 1]])],
            chain=("criterion:1", "earlier_filing"),
            seed="22 45",
        )

    assert (refused.value.outcome.rule, refused.value.outcome.inputs) == (
        "RANK-08",
        {"domande": "A, B"},
    )
    assert str(refused.value) == (
        "Le domande A, B restano pari: il bando non prevede altri criteri di precedenza. "
        "Serve un sorteggio pubblico, con il suo verbale."
    )


@pytest.mark.parametrize("step", ["criterion:0", "criterion:3", "criterion:x", "alphabet"])
def test_RANK_08_an_unknown_step_is_refused(step):
    with pytest.raises(RankingRefused, match=f"criterio di precedenza sconosciuto: {step}"):
        ties([ask("A", score=[[30, 20]]), ask("B", score=[[30, 20]])], chain=(step,))


def test_RANK_06_equal_milliseconds_go_by_protocol_number():
    applications = [ask("A", filed="11:00:00.001", number=2), ask("B", filed="11:00:00.001")]

    assert ties(applications, policy=Policy.FILING, criteria=()) == [
        ("B", None),
        ("A", Tie("earlier_protocol", "B", 1, 2)),
    ]


def test_RANK_01_in_order_of_filing_an_earlier_instant_is_no_tie():
    applications = [ask("A", filed="11:00:00.002"), ask("B", filed="11:00:00.001", number=9)]

    assert ties(applications, policy=Policy.FILING, criteria=()) == [("B", None), ("A", None)]


def test_a_call_that_draws_orders_everybody_by_ticket():
    applications = [ask(name) for name in ("A", "B", "C")]

    assert ties(applications, policy=Policy.DRAW, criteria=(), seed="7") == [
        (name, None) for name in sorted("ABC", key=lambda name: drawn("7", name))
    ]


def test_RANK_08_whoever_follows_those_drawn_stands_behind_the_last_of_them():
    equal = [ask(name, score=[[30, 20]], number=1) for name in ("2026/1", "2026/2", "2026/3")]
    behind = ask("2026/4", score=[[30, 20]], number=2)
    expected = sorted((one.id for one in equal), key=lambda number: drawn("22 45", number))

    made = ties([behind, *equal], seed="22 45")

    assert [name for name, _tie in made] == [*expected, "2026/4"]
    assert made[3][1] == Tie("earlier_protocol", expected[2], 1, 2)


def test_a_call_that_draws_without_seed_is_refused():
    with pytest.raises(RankingRefused, match="per sorteggio pubblico"):
        ties([ask("A"), ask("B")], policy=Policy.DRAW, criteria=(), seed="")


def test_RANK_08_public_vector_orders_equal_points_by_earlier_submission():
    vector = VECTORS["ranking"]
    applications = [
        ask(one["id"], one["ask"], score=one["score"], filed=one["t"], number=number)
        for number, one in enumerate(vector["applications"])
    ]

    made = rank(scheme(threshold=eur(vector["threshold"])), applications)

    assert [row.id for row in made.rows] == ["A", "C", "B", "D", "E"]
    assert [row.id for row in made.rows if row.id in vector["order"]] == vector["order"]
    assert [row.id for row in made.rows if row.place is None] == vector["not_admitted"]
