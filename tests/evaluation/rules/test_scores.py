"""From sheets to totals: sums of stored points, rounded half up once."""

import pytest

from evaluation.rules import (
    Criterion,
    RankingRefused,
    Scores,
    below_thresholds,
    hundredths,
    points,
    score,
    spread,
)
from tests.evaluation.rules.asking import ask, eur

TWO = (Criterion(eur(30), eur(10), "Progetto"), Criterion(eur(70)))


def scored(application):
    """Total and means of one application."""
    found = score(TWO, [application])
    return found.totals[0], found.means[0]


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ([[20, 50]], (7000, (2000, 5000))),
        ([[20, 50], [21, 50], [21, 50]], (7067, (2067, 5000))),
        # 12.345 goes up to 12.35, 12.344 down; the half is the only thing that is rounded up.
        ([["12.34", 0], ["12.35", 0]], (1235, (1235, 0))),
        ([["12.34", 0], ["12.34", 0], ["12.35", 0]], (1234, (1234, 0))),
        # Means of 0.005 each would make 0.02: the total is rounded once, from the sums.
        ([["0.01", "0.01"], [0, 0]], (1, (1, 1))),
        ([[0, 0]], (0, (0, 0))),
    ],
)
def test_RANK_10_mean_is_rounded_half_up_once_at_the_end(sheets, expected):
    assert scored(ask("A", score=sheets)) == expected


def test_CALL_13_premium_points_are_added_to_the_total():
    application = ask("A", score=[[20, 50], [21, 50]], premium_points=eur("2.50"))

    assert scored(application) == (7300, (2050, 5000))


@pytest.mark.parametrize(
    ("sheets", "sentence"),
    [
        ([], "La domanda A non ha punteggi."),
        ([[20]], "La domanda A ha una scheda con 1 punteggi: i criteri sono 2."),
        ([[20, 50], [1, 2, 3]], "La domanda A ha una scheda con 3 punteggi: i criteri sono 2."),
        ([["30.01", 0]], "La domanda A ha un punteggio fuori dai limiti del criterio."),
        ([[30, 70], ["-0.01", 0]], "La domanda A ha un punteggio fuori dai limiti del criterio."),
    ],
)
def test_RANK_10_sheets_that_cannot_be_added_up_are_refused(sheets, sentence):
    with pytest.raises(RankingRefused) as refused:
        scored(ask("A", score=sheets))

    assert (refused.value.outcome.rule, str(refused.value)) == ("RANK-10", sentence)


@pytest.mark.parametrize(
    ("sheets", "reasons"),
    [
        ([[10, 50]], ()),
        ([["10.00", "49.99"]], ("Totale: 59,99 punti su un minimo di 60,00.",)),
        ([["9.99", 60]], ("Progetto: 9,99 punti su un minimo di 10,00.",)),
        (
            [[0, 0]],
            (
                "Progetto: 0,00 punti su un minimo di 10,00.",
                "Totale: 0,00 punti su un minimo di 60,00.",
            ),
        ),
    ],
)
def test_RANK_09_below_a_threshold_is_not_suitable(sheets, reasons):
    assert below_thresholds(TWO, eur(60), score(TWO, [ask("A", score=sheets)])) == (
        {0: reasons} if reasons else {}
    )


def test_RANK_09_a_criterion_without_title_is_named_by_its_number():
    criteria = (Criterion(eur(10), eur(5)),)

    assert below_thresholds(criteria, None, score(criteria, [ask("A", score=4)])) == {
        0: ("Criterio 1: 4,00 punti su un minimo di 5,00.",)
    }


def test_RANK_10_whoever_has_fewer_sheets_is_scored_by_those_it_has():
    applications = [
        ask("A", score=[[20, 50], [21, 50], [21, 50]]),
        ask("B", score=[[20, 50], [21, 50]]),
        ask("C", score=[[30, 70], [30, 70], [29, 70]]),
    ]

    assert score(TWO, applications) == Scores(
        [7067, 7050, 9967], [(2067, 5000), (2050, 5000), (2967, 7000)]
    )


def test_a_call_without_applications_scores_nothing():
    assert score(TWO, []) == Scores([], [])


def test_spread_is_highest_minus_lowest_criterion_by_criterion():
    assert spread([(2000, 100), (2500, 100), (1850, 0)]) == [650, 100]


def test_RANK_10_a_third_decimal_is_refused():
    assert hundredths(eur("12.30")) == 1230
    with pytest.raises(RankingRefused, match="non è un punteggio con due decimali"):
        hundredths(eur("12.345"))


@pytest.mark.parametrize(("number", "text"), [(0, "0,00"), (5999, "59,99"), (10000, "100,00")])
def test_points_are_written_as_italian_acts_do(number, text):
    assert points(number) == text
