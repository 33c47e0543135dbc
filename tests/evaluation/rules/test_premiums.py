"""What a premium adds, and what its loss takes."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evaluation.rules import Consequence, Raised, Reserve, premium_lost, with_premium
from tests.evaluation.rules.asking import ask, eur, scheme

CALL = scheme(threshold=eur(60))
APPLICATIONS = [
    ask("A", "4000.00", score=92),
    ask("C", "3000.00", score=88, filed="09:00:00.480"),
    ask("B", "3000.00", score=84, premium_points=eur(4), filed="09:00:01.120"),
    ask("D", "4000.00", score=75),
    ask("E", "2000.00", score=59, premium_points=eur(2)),
]


def lost(name, *, call=CALL, applications=APPLICATIONS, **what):
    found = premium_lost(call, applications, name, **what)
    return found.consequence, str(found.amount), found.outcome.sentence


def test_CALL_16_a_premium_that_was_not_decisive_costs_its_advantage_alone():
    assert lost("B", lost_points=eur(4)) == (
        Consequence.NOTHING,
        "3000.00",
        "Senza la premialità la domanda con 84,00 punti sarebbe al posto 3: l'importo non cambia.",
    )


def test_CALL_16_the_money_of_the_premium_is_subtracted():
    assert lost("A", lost_amount=eur(100)) == (
        Consequence.SUBTRACT,
        "3900.00",
        (
            "Senza la premialità la domanda con 92,00 punti sarebbe al posto 1 e avrebbe avuto "
            "3.900,00 €: si perde soltanto il vantaggio, 100,00 €."
        ),
    )


def test_CALL_16_a_premium_that_lifted_over_the_threshold_costs_the_whole_grant():
    rich = scheme("20000.00", threshold=eur(60))

    assert lost("E", call=rich, lost_points=eur(2)) == (
        Consequence.REVOKE,
        "0.00",
        (
            "Senza la premialità la domanda con 59,00 punti non sarebbe idonea e non avrebbe avuto "
            "il contributo: la premialità è stata determinante e il contributo è revocato per intero."
        ),
    )


def test_CALL_16_a_premium_that_lifted_into_the_money_costs_the_whole_grant():
    two = [ask("A", "4000.00", score=80), ask("B", "4000.00", score=79, premium_points=eur(2))]

    consequence, amount, _sentence = lost(
        "B", call=scheme("4000.00"), applications=two, lost_points=eur(2)
    )

    assert (consequence, amount) == (Consequence.REVOKE, "0.00")


def test_CALL_16_whoever_would_be_served_in_part_keeps_that_part():
    two = [ask("A", "4000.00", score=80), ask("B", "4000.00", score=79, premium_points=eur(2))]

    consequence, amount, _sentence = lost(
        "B", call=scheme("5000.00"), applications=two, lost_points=eur(2)
    )

    assert (consequence, amount) == (Consequence.SUBTRACT, "1000.00")


def test_CALL_16_a_premium_that_broke_a_tie_may_have_been_decisive():
    chain = ("premium_holder", "earlier_filing")
    two = [
        ask("A", "4000.00", score=80, filed="09:00:00.000"),
        ask("B", "4000.00", score=80, filed="10:00:00.000", holds_premium=True),
    ]
    call = scheme("4000.00", chain=chain)

    assert lost("B", call=call, applications=two)[:2] == (Consequence.REVOKE, "0.00")
    assert lost("B", call=call, applications=two, still_holds=True)[:2] == (
        Consequence.NOTHING,
        "4000.00",
    )


@pytest.mark.parametrize(
    ("limits", "amount"),
    [
        ({"ceiling_includes_premium": True}, "2000.00"),
        ({"ceiling_includes_premium": False}, "2100.00"),
        ({"ceiling_includes_premium": False, "aid_room": eur("2050.00")}, "2050.00"),
        ({"ceiling_includes_premium": False, "funds": eur("1999.99")}, "1999.99"),
        ({"ceiling_includes_premium": False, "aid_room": eur("-5.00")}, "0.00"),
    ],
)
def test_CALL_15_a_premium_never_passes_ceilings_room_and_funds(limits, amount):
    raised = with_premium(eur("2000.00"), eur("100.00"), ceiling=eur("2000.00"), **limits)

    assert str(raised.amount) == amount


def test_CALL_15_the_steps_say_how_the_amount_came_about():
    assert with_premium(
        eur("1500.00"),
        eur("100.00"),
        ceiling=eur("2000.00"),
        ceiling_includes_premium=True,
        funds=eur("900.00"),
    ) == Raised(
        eur("900.00"),
        (
            ("Contributo", eur("1500.00")),
            ("Premialità", eur("100.00")),
            ("Contributo con premialità", eur("1600.00")),
            ("Contributo massimo, premialità compresa", eur("2000.00")),
            ("Risorse disponibili", eur("900.00")),
            ("Importo", eur("900.00")),
        ),
    )


def test_CALL_17_a_premium_that_opened_a_reserve_may_have_been_decisive():
    call = replace(
        CALL,
        endowment=eur("8000.00"),
        reserves=(Reserve("rating", Decimal(50)),),
        releases_reserves=False,
    )
    held = [
        one._replace(classes=frozenset({"rating"})) if one.id == "D" else one
        for one in APPLICATIONS
    ]

    assert lost("D", call=call, applications=held, classes=frozenset())[:2] == (
        Consequence.REVOKE,
        "0.00",
    )
