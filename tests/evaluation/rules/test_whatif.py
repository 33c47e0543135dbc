"""Two rankings side by side."""

from evaluation.rules import compare, rank
from tests.evaluation.rules.asking import ask, eur, scheme

APPLICATIONS = [
    ask("A", "4000.00", score=92),
    ask("B", "4000.00", score=88),
    ask("C", "4000.00", score=59),
]


def changed(after):
    before = rank(scheme("6000.00", threshold=eur(60)), APPLICATIONS)
    return [
        (one.after.id, one.before.listed.value + one.after.listed.value, str(one.difference))
        for one in compare(before, rank(after, APPLICATIONS))
    ]


def test_the_same_rules_change_nothing():
    assert changed(scheme("6000.00", threshold=eur(60))) == []


def test_more_money_completes_the_last():
    assert changed(scheme("9000.00", threshold=eur(60))) == [("B", "BA", "2000.00")]


def test_a_lower_threshold_lets_one_in_who_gets_nothing_yet():
    assert changed(scheme("6000.00", threshold=eur(59))) == [("C", "DC", "0.00")]


def test_less_money_takes_from_the_last():
    assert changed(scheme("3000.00", threshold=eur(60))) == [
        ("A", "AB", "-1000.00"),
        ("B", "BC", "-2000.00"),
    ]
