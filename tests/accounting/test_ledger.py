"""Money moves from pot to pot, never below zero, and never behind the ledger's back."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from accounting.models import Budget, LedgerEntry, Pot
from accounting.services import ledger
from tests.office import ENDOWMENT

pytestmark = pytest.mark.django_db

WORDS = "Prova"


def pots(budget=None):
    budget = budget or Budget.objects.get()
    return {
        "available": budget.available,
        "reserved": budget.reserved,
        "granted": budget.granted,
        "paid": budget.paid,
        "economies": budget.economies,
    }


def holding(**amounts):
    return dict.fromkeys(("available", "reserved", "granted", "paid", "economies"), Decimal(0)) | {
        name: Decimal(amount) for name, amount in amounts.items()
    }


def moves(case=None):
    entries = LedgerEntry.objects.filter(case=case) if case else LedgerEntry.objects.all()
    return [(entry.source, entry.target, entry.amount) for entry in entries]


def test_endowing_twice_adds_up(office):
    budget = ledger.endow(office.call, Decimal("500.50"), by=office.accountant, description=WORDS)

    assert pots(budget) == holding(available=ENDOWMENT + Decimal("500.50"))
    assert budget.endowment == ENDOWMENT + Decimal("500.50")
    assert moves() == [
        ("outside", "available", ENDOWMENT),
        ("outside", "available", Decimal("500.50")),
    ]


def test_reserving_and_releasing_gives_everything_back(office):
    case = office.file()

    ledger.reserve(case, Decimal(600), by=office.director, description=WORDS)
    assert pots() == holding(available=ENDOWMENT - 600, reserved=600)
    ledger.release(case, by=office.director, description=WORDS)

    assert pots() == holding(available=ENDOWMENT)
    assert ledger.release(case, by=office.director, description=WORDS) is None
    assert moves(case) == [
        ("available", "reserved", Decimal(600)),
        ("reserved", "available", Decimal(600)),
    ]


@pytest.mark.parametrize(
    ("reserved", "expected"),
    [
        (None, [("available", "granted", Decimal(600))]),
        (
            600,
            [("available", "reserved", Decimal(600)), ("reserved", "granted", Decimal(600))],
        ),
        (
            250,
            [
                ("available", "reserved", Decimal(250)),
                ("reserved", "available", Decimal(250)),
                ("available", "granted", Decimal(600)),
            ],
        ),
    ],
)
def test_granting_uses_what_was_reserved_for_the_case_first(office, reserved, expected):
    case = office.file()
    if reserved:
        ledger.reserve(case, Decimal(reserved), by=office.director, description=WORDS)

    ledger.grant(case, Decimal(600), by=office.director, description=WORDS)

    assert pots() == holding(available=ENDOWMENT - 600, granted=600)
    assert moves(case) == expected
    assert ledger.held_for(case) == dict.fromkeys(Pot, Decimal(0)) | {
        Pot.AVAILABLE: Decimal(-600),
        Pot.GRANTED: Decimal(600),
    }


def test_a_cent_too_much_is_refused_with_what_is_left(office):
    case = office.file()

    with pytest.raises(ledger.NotEnough) as refusal:
        ledger.grant(case, ENDOWMENT + Decimal("0.01"), by=office.director, description=WORDS)
    assert refusal.value.left == ENDOWMENT
    assert pots() == holding(available=ENDOWMENT)
    ledger.grant(case, ENDOWMENT, by=office.director, description=WORDS)
    assert pots() == holding(granted=ENDOWMENT)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"amount": ENDOWMENT + 1}, "budget_available_not_negative"),
        ({"source": Pot.RESERVED}, "budget_reserved_not_negative"),
        ({"source": Pot.GRANTED, "target": Pot.PAID}, "budget_granted_not_negative"),
        ({"source": Pot.PAID, "target": Pot.GRANTED}, "budget_paid_not_negative"),
        ({"source": Pot.ECONOMIES}, "budget_economies_not_negative"),
        ({"amount": 0}, "ledger_amount_positive"),
        ({"amount": -1}, "ledger_amount_positive"),
        ({"target": Pot.AVAILABLE}, "ledger_pots_differ"),
        ({"target": "pocket"}, "ledger_pots_are_known"),
    ],
)
def test_the_database_refuses_an_entry_that_cannot_be(office, changes, constraint):
    entry = {
        "budget": Budget.objects.get(),
        "source": Pot.AVAILABLE,
        "target": Pot.GRANTED,
        "amount": 1,
        "description": WORDS,
    }

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        LedgerEntry.objects.create(**entry | changes)
    assert pots() == holding(available=ENDOWMENT)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounting_ledgerentry SET amount = amount + 1",
        "UPDATE accounting_ledgerentry SET description = ''",
        "DELETE FROM accounting_ledgerentry",
        "UPDATE accounting_budget SET available = available + 1",
        "UPDATE accounting_budget SET granted = 0, available = 60000",
    ],
)
def test_the_database_refuses_to_go_round_the_ledger(office, statement):
    ledger.grant(office.file(), Decimal(600), by=office.director, description=WORDS)

    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert pots() == holding(available=ENDOWMENT - 600, granted=600)


def test_querysets_and_saves_are_refused_as_well(office):
    budget = Budget.objects.get()
    budget.available += 1

    for change in (
        budget.save,
        lambda: Budget.objects.update(available=0),
        lambda: LedgerEntry.objects.update(amount=1),
        LedgerEntry.objects.all().delete,
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    assert pots() == holding(available=ENDOWMENT)
