"""Forty at once on the last euros: the ledger is never negative and loses nobody's turn."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import IntegrityError, connection
from django.db.models import Sum

from accounting.models import Budget, LedgerEntry, Pot
from accounting.services import ledger
from grants.models import RentContribution, Status
from tests import office as office_module
from workflows.engine import TransitionRefused
from workflows.tasks import perform

pytestmark = pytest.mark.django_db(transaction=True)

MANY = 40
AMOUNT = Decimal("600.00")
# Eleven contributions and something that is not enough for a twelfth.
LAST_EUROS = Decimal("7000.00")
POSSIBLE = 11


@pytest.fixture
def short_office(law):
    """An office whose call has hardly any money left."""
    return office_module.build(LAST_EUROS)


def at_once(act, things, refusals):
    """Do `act` with each thing at the same moment, each on its own connection."""
    barrier = Barrier(len(things))

    def one(thing):
        try:
            connection.ensure_connection()
            barrier.wait()
            act(thing)
        except refusals as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(things)) as pool:
        return list(pool.map(one, things))


def pots():
    budget = Budget.objects.get()
    return budget.available, budget.reserved, budget.granted


def test_forty_decisions_at_once_grant_what_there_is_in_order_of_filing(short_office):
    cases = [short_office.proposed() for _ in range(MANY)]

    results = at_once(
        lambda case: perform(case, "grant", by=short_office.director), cases, TransitionRefused
    )

    granted = RentContribution.objects.filter(status=Status.GRANTED).order_by("pk")
    assert [case.pk for case in granted] == [case.pk for case in cases[:POSSIBLE]]
    assert results == ["done"] * POSSIBLE + ["TransitionRefused"] * (MANY - POSSIBLE)
    assert pots() == (LAST_EUROS - POSSIBLE * AMOUNT, 0, POSSIBLE * AMOUNT)
    bound = LedgerEntry.objects.filter(target=Pot.GRANTED).aggregate(sum=Sum("amount"))["sum"]
    assert bound == granted.aggregate(sum=Sum("granted"))["sum"] == POSSIBLE * AMOUNT


def test_forty_moves_at_once_stop_where_the_money_ends(short_office):
    case = short_office.file()

    results = at_once(
        lambda _: ledger.reserve(case, AMOUNT, by=None, description="Prova"),
        range(MANY),
        ledger.NotEnough,
    )

    assert Counter(results) == {"done": POSSIBLE, "NotEnough": MANY - POSSIBLE}
    assert pots() == (LAST_EUROS - POSSIBLE * AMOUNT, POSSIBLE * AMOUNT, 0)


def test_forty_entries_that_ask_nobody_are_stopped_by_the_database(short_office):
    budget = Budget.objects.get()

    results = at_once(
        lambda _: LedgerEntry.objects.create(
            budget=budget,
            source=Pot.AVAILABLE,
            target=Pot.GRANTED,
            amount=AMOUNT,
            description="Prova",
        ),
        range(MANY),
        IntegrityError,
    )

    assert Counter(results) == {"done": POSSIBLE, "IntegrityError": MANY - POSSIBLE}
    assert pots() == (LAST_EUROS - POSSIBLE * AMOUNT, 0, POSSIBLE * AMOUNT)


def test_taking_and_giving_back_at_once_loses_no_cent(short_office):
    cases = [short_office.file() for _ in range(10)]

    def take_and_give_back(case):
        for _ in range(4):
            ledger.reserve(case, AMOUNT, by=None, description="Prova")
            ledger.release(case, by=None, description="Prova")

    at_once(take_and_give_back, cases, ledger.NotEnough)

    assert pots() == (LAST_EUROS, 0, 0)
