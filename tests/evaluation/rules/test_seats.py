"""Who scores which file."""

import pytest

from evaluation.rules import Called, all_scored, committee_complete, scorers
from workflows.rules import Verdict

SEATS = (1, 2, 3)


@pytest.mark.parametrize(
    ("called", "abstaining", "expected"),
    [
        ([], set(), (1, 2, 3)),
        ([Called(2, 9)], set(), (1, 9, 3)),
        ([Called(2, 9, case=7)], set(), (1, 9, 3)),
        ([Called(2, 9, case=8)], set(), (1, 2, 3)),
        ([Called(2, 8), Called(2, 9, case=7)], set(), (1, 9, 3)),
        ([], {(2, 7)}, (1, 3)),
        ([], {(2, 8)}, (1, 2, 3)),
        ([Called(2, 9, case=7)], {(2, 7)}, (1, 9, 3)),
        ([Called(2, 9, case=7)], {(9, 7)}, (1, 3)),
        ([Called(2, 9), Called(3, 9, case=7)], set(), (1, 9)),
        ([], {(1, 7), (2, 7), (3, 7)}, ()),
    ],
)
def test_ORG_08_seats_with_their_substitutes_and_without_who_abstains(called, abstaining, expected):
    assert scorers(7, SEATS, called, abstaining) == expected


@pytest.mark.parametrize(
    ("presidents", "scoring", "verdict"),
    [
        (1, 3, Verdict.MET),
        (1, 5, Verdict.MET),
        (1, 2, Verdict.NOT_MET),
        (0, 3, Verdict.NOT_MET),
        (2, 4, Verdict.NOT_MET),
    ],
)
def test_RANK_18_one_president_and_enough_members(presidents, scoring, verdict):
    assert committee_complete(presidents, scoring, 3).verdict is verdict


def test_RANK_02_what_is_missing_is_named_in_order():
    outcome = all_scored(["B", "A"], ["D"])

    assert (outcome.verdict, outcome.sentence) == (
        Verdict.NOT_MET,
        "Domande ancora in istruttoria: D. Domande senza tutte le schede chiuse: A, B.",
    )
    assert all_scored([], []).verdict is Verdict.MET
