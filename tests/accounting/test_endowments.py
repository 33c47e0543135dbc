"""An endowment is changed by an act, and never goes below what is bound."""

from datetime import date
from decimal import Decimal

import pytest

from accounting.models import Budget, LedgerEntry
from accounting.rules import endowment_covers
from accounting.services.endowments import change_endowment
from tests.office import ENDOWMENT
from workflows.engine import Refusal, TransitionRefused

pytestmark = pytest.mark.django_db

ACT = {"act_number": "Determinazione n. 30/2026", "act_date": date(2026, 11, 2)}


def change(office, endowment, **changes):
    said = {"by": office.director, "seen": ENDOWMENT, **ACT} | changes
    return change_endowment(office.call, Decimal(endowment), **said)


def last():
    entry = LedgerEntry.objects.order_by("pk").last()
    return entry.source, entry.target, entry.amount, entry.description


def test_RANK_14_more_money_comes_in_by_an_act(office):
    budget = change(office, "60500.50")

    assert budget.endowment == Decimal("60500.50")
    assert last() == (
        "outside",
        "available",
        Decimal("500.50"),
        "Rifinanziamento, Determinazione n. 30/2026 del 02/11/2026",
    )


def test_CALL_08_an_endowment_is_cut_down_to_what_is_bound(office):
    office.granted()

    budget = change(office, "600.00")

    assert (budget.available, budget.granted) == (Decimal(0), Decimal("600.00"))
    assert last() == (
        "available",
        "outside",
        Decimal("59400.00"),
        "Riduzione della dotazione, Determinazione n. 30/2026 del 02/11/2026",
    )


@pytest.mark.parametrize(
    ("endowment", "changes", "why", "sentence"),
    [
        (
            "599.99",
            {},
            Refusal.RULE,
            "La dotazione non può scendere sotto quanto è già impegnato: 600,00 €",
        ),
        ("60000.00", {}, Refusal.RULE, "Il bando ha già questa dotazione"),
        ("70000.00", {"act_number": " "}, Refusal.RULE, "Scrivi il numero dell'atto"),
        ("70000.00", {"act_date": date(2999, 1, 1)}, Refusal.RULE, "una data futura"),
        ("70000.00", {"seen": Decimal(1)}, Refusal.STALE, "La dotazione è cambiata"),
    ],
)
def test_a_change_that_does_not_hold_moves_nothing(office, endowment, changes, why, sentence):
    office.granted()

    with pytest.raises(TransitionRefused, match=sentence) as refused:
        change(office, endowment, **changes)

    assert refused.value.why is why
    assert Budget.objects.get().endowment == ENDOWMENT


def test_only_the_director_changes_it(office):
    with pytest.raises(TransitionRefused) as refused:
        change(office, "1.00", by=office.procedure_owner)

    assert refused.value.why is Refusal.RIGHT


def test_CALL_08_the_bound_itself_is_enough():
    outcomes = [endowment_covers(Decimal(n), Decimal("600.00")) for n in ("600.00", "599.99")]

    assert [one.blocks for one in outcomes] == [False, True]
