"""Filings beyond the funds of a call are taken up to a share of them (RANK-17)."""

import uuid
from decimal import Decimal
from functools import partial

import pytest

from grants.models import RentContribution, Status
from grants.services import submit, withdraw
from tests.grants.procedures import republish
from tests.office import build
from tests.races import at_once
from workflows.engine import Refusal, TransitionRefused

FULL = "Le domande presentate finora esauriscono le risorse e la lista d'attesa"


@pytest.fixture
def short_office(law):
    """An office with money for two applications and room for one more on the waiting list."""
    office = build(Decimal("1200.00"))
    republish(office, waiting_list_percent="50")
    return office


def told(case):
    outcomes = case.history.get(name="submit").outcomes
    return [one["verdict"] for one in outcomes if one["rule"] == "RANK-17"]


@pytest.mark.django_db
def test_RANK_17_filing_that_fills_the_list_is_taken_and_the_next_is_not(short_office):
    cases = [short_office.file() for _number in range(3)]

    with pytest.raises(TransitionRefused, match=FULL) as refused:
        short_office.file()

    assert [told(case) for case in cases] == [["met"], ["met"], ["warning"]]
    assert (refused.value.why, RentContribution.objects.exclude(status=Status.DRAFT).count()) == (
        Refusal.RULE,
        3,
    )


@pytest.mark.django_db
def test_RANK_17_room_comes_back_with_whoever_withdraws(short_office):
    first, *_others = [short_office.file() for _number in range(3)]
    withdraw(first, by=first.opened_by)

    assert told(short_office.file()) == ["warning"]


@pytest.mark.django_db
def test_RANK_17_call_that_sets_no_share_takes_everybody(law):
    office = build(Decimal("600.00"))

    assert [told(office.file()) for _number in range(3)] == [[], [], []]


@pytest.mark.django_db(transaction=True)
def test_RANK_17_crowd_fills_the_list_and_no_more(short_office):
    drafts = [(short_office.draft(), short_office.filing()) for _number in range(8)]

    results = at_once(
        [
            partial(submit, draft, by=draft.opened_by, filing=filing, submission_key=uuid.uuid4())
            for draft, filing in drafts
        ]
    )

    assert sum(isinstance(one, TransitionRefused) for one in results) == 5
    assert RentContribution.objects.filter(status=Status.SUBMITTED).count() == 3
