"""The whole list: its four parts, its digest, its order."""

import pytest

from evaluation.rules import Listed, RankingRefused, Row, digest, rank
from tests.evaluation.rules.asking import ask, eur, scheme

APPLICATIONS = [
    ask("A", "4000.00", score=92),
    ask("B", "4000.00", score=88),
    ask("C", "4000.00", score=80),
    ask("D", "4000.00", score=70),
    ask("E", "4000.00", score="59.99"),
    ask("F", "4000.00", against=("Fuori provincia.", "Spesa minima non raggiunta.")),
]


def made(**settings):
    return rank(scheme(threshold=eur(60), **settings), APPLICATIONS)


def test_RANK_11_four_lists():
    ranking = made()

    assert {listed.value: [row.id for row in ranking.of(listed)] for listed in Listed} == {
        "A": ["A", "B"],
        "B": ["C"],
        "C": ["D"],
        "D": ["E", "F"],
    }


def test_RANK_11_every_row_says_what_it_asked_what_it_gets_and_why():
    assert made().rows[2:] == (
        Row(3, "C", Listed.PARTLY, 8000, (8000,), eur("4000.00"), eur("2000.00"), None, ()),
        Row(4, "D", Listed.NOT_FINANCED, 7000, (7000,), eur("4000.00"), eur("0.00"), None, ()),
        Row(
            None,
            "E",
            Listed.NOT_ADMITTED,
            5999,
            (5999,),
            eur("4000.00"),
            eur("0.00"),
            None,
            ("Totale: 59,99 punti su un minimo di 60,00.",),
        ),
        Row(
            None,
            "F",
            Listed.NOT_ADMITTED,
            None,
            (),
            eur("4000.00"),
            eur("0.00"),
            None,
            ("Fuori provincia.", "Spesa minima non raggiunta."),
        ),
    )


def test_a_call_without_applications_has_an_empty_ranking():
    ranking = rank(scheme(), [])

    assert (ranking.rows, str(ranking.left)) == ((), "10000.00")


def test_RANK_07_an_application_that_comes_twice_is_refused():
    with pytest.raises(RankingRefused, match="La domanda A compare due volte"):
        rank(scheme(), [ask("A", score=70), ask("A", score=80)])


def test_the_digest_is_the_same_for_the_same_list():
    assert digest(made()) == digest(rank(scheme(threshold=eur(60)), APPLICATIONS[::-1]))


def test_the_digest_changes_with_a_cent_a_place_or_a_reason():
    whole = digest(made())
    others = {
        digest(made(endowment="9999.99")),
        digest(rank(scheme(threshold=eur(60)), APPLICATIONS[:5])),
        digest(
            rank(
                scheme(threshold=eur(60)),
                [*APPLICATIONS[:5], ask("F", "4000.00", against=("Altro.",))],
            )
        ),
        digest(rank(scheme(threshold=eur(60)), [ask("A", "4000.00", score=93), *APPLICATIONS[1:]])),
    }

    assert len(others) == 4
    assert whole not in others
