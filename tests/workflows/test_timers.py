"""What terms bring about by themselves, seen on a coworking contribution."""

import pytest

from grants.models import RentContribution, Status
from tests.office import days_ago
from workflows import timers
from workflows.models import CaseTask, TermEvent
from workflows.services.integrations import Asked
from workflows.tasks import perform

pytestmark = pytest.mark.django_db
ASKED = [Asked("field", "project", "Progetto", "Racconti meglio le attività.")]


def waiting_for_integration(office, days: int) -> RentContribution:
    """Return a case whose applicant was asked for something so many days ago."""
    with days_ago(days):
        case = office.examined()
        return perform(
            case, "request_integration", by=office.officer, items=ASKED, reason="Manca qualcosa."
        )


def events(case) -> list[tuple[str, str, str]]:
    rows = TermEvent.objects.filter(term__case=case).order_by("pk")
    return [(row.term.kind, row.name, row.outcome) for row in rows]


def test_SOC_01_silence_on_an_integration_returns_the_case_to_examination(office):
    case = waiting_for_integration(office, 20)

    timers.fire_due()

    case = RentContribution.objects.get(pk=case.pk)
    assert case.status == Status.UNDER_EXAMINATION
    assert case.history.last().by is None
    assert events(case) == [
        ("integration", "reminder_3", "late"),
        ("integration", "expired", "done"),
    ]


def test_round_too_many_does_nothing(office):
    case = waiting_for_integration(office, 20)
    timers.fire_due()
    before = case.history.count()

    assert timers.fire_due() == 0
    assert case.history.count() == before


def test_nothing_fires_before_its_time(office):
    case = waiting_for_integration(office, 2)

    assert timers.fire_due() == 0
    assert RentContribution.objects.get(pk=case.pk).status == Status.INTEGRATION_REQUESTED


def test_reminder_fires_three_days_before_the_end(office):
    case = waiting_for_integration(office, 9)

    assert timers.fire_due() == 1
    assert events(case) == [("integration", "reminder_3", "done")]


def test_PROC_T11_end_of_the_procedures_own_term_changes_no_status(office):
    with days_ago(200):
        case = office.examined()

    timers.fire_due()

    assert RentContribution.objects.get(pk=case.pk).status == Status.UNDER_EXAMINATION
    assert ("conclusion", "expired", "done") in events(case)


def test_timer_of_a_closed_case_is_taken_down(office):
    with days_ago(1):
        case = office.granted()

    assert set(CaseTask.objects.filter(term__case=case).values_list("status", flat=True)) == {
        "CANCELED"
    }
    assert timers.fire_due() == 0
