"""Whenever and however often the dispatcher comes, terms bring about the same."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounting.models import Budget
from grants.models import RentContribution
from tests.office import Office, days_ago
from tests.workflows.test_applicant_case import use_up
from tests.workflows.waiting_terms import asked_days_ago, noticed_days_ago
from workflows import timers
from workflows.models import CaseTerm, TermEvent
from workflows.services import clock
from workflows.tasks import perform
from workflows.terms import Suspension

pytestmark = pytest.mark.django_db
BUILT = 75


def asked(office: Office) -> None:
    asked_days_ago(office, BUILT)


def noticed(office: Office) -> None:
    noticed_days_ago(office, BUILT)


def offered(office: Office) -> None:
    with days_ago(BUILT):
        case = office.proposed()
        use_up(Budget.objects.get().available - case.proposed / 2)
        perform(case, "offer_partial", by=office.director)


def capped(office: Office) -> None:
    """A clock that the law stops for thirty days at most (PROC-T4)."""
    with days_ago(BUILT):
        case = office.examined()
        term = CaseTerm.objects.get(case_id=case.pk)
        term.reckoning["rule"]["suspension_cap_days"] = 30
        term.save()
        clock.suspend(case, "conclusion", Suspension("integration", clock.moment.today()))


def outcome(days: list[int], rounds: int) -> dict:
    """Let the dispatcher come so many days ago, some times each; return what stands, and undo it."""
    with transaction.atomic():
        for day in sorted(days, reverse=True):
            with days_ago(day):
                for _ in range(rounds):
                    timers.fire_due()
        stands = {
            "cases": list(RentContribution.objects.values("status", "due_on", "version")),
            "terms": list(CaseTerm.objects.order_by("pk").values("kind", "due_on")),
            "events": sorted(TermEvent.objects.values_list("term__kind", "name", "due_on")),
        }
        transaction.set_rollback(True)
    return stands


@pytest.fixture(params=[asked, noticed, offered, capped])
def expected(request, office):
    """What one visit at the end brings about, for each kind of term."""
    request.param(office)
    return outcome([0], 1)


@settings(
    max_examples=12,
    deadline=None,  # cases are rows of a real database
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # every example is undone
)
@given(st.lists(st.integers(1, BUILT - 1), max_size=6), st.integers(1, 2))
def test_events_are_the_same_however_often_the_dispatcher_comes(expected, days, rounds):
    assert expected["events"]
    assert outcome([*days, 0], rounds) == expected
