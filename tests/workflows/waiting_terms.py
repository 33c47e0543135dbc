"""Cases whose terms run since some days, and what the clock has done to them."""

from contextlib import contextmanager
from datetime import datetime

from django.core.management.base import BaseCommand

from grants.models import RentContribution
from parties import moment
from tests.kept import kept
from tests.office import Office, days_ago
from workflows.models import CaseTask, CaseTerm, TermEvent
from workflows.services.integrations import Asked
from workflows.tasks import perform

ASKED = [Asked("field", "project", "Progetto", "Racconti meglio le attività.")]


@kept
def asked_days_ago(office: Office, days: float, **changes) -> RentContribution:
    """Return a case whose applicant was asked for something so many days ago."""
    with days_ago(days):
        case = office.examined(**changes)
        return perform(
            case, "request_integration", by=office.officer, items=ASKED, reason="Manca qualcosa."
        )


@kept
def noticed_days_ago(office: Office, days: float) -> RentContribution:
    """Return a case whose applicant was told a reason against so many days ago."""
    with days_ago(days):
        grounds = [("COW-08", "Preventivo illeggibile.")]
        return perform(office.examined(), "give_refusal_notice", by=office.officer, grounds=grounds)


@contextmanager
def at(instant: datetime):
    """Let the office stand at a past instant."""
    with moment.going_back(instant, by=BaseCommand()):
        yield


def now_of(case) -> RentContribution:
    """Return the case as it now stands."""
    return RentContribution.objects.get(pk=case.pk)


def running(case, kind: str) -> CaseTerm:
    """Return the running term of a kind."""
    return CaseTerm.objects.get(case_id=case.pk, kind=kind, ended_at=None)


def timer_of(case, kind: str) -> CaseTask:
    """Return the timer of the latest term of a kind."""
    return CaseTask.objects.filter(term__case_id=case.pk, term__kind=kind).latest("pk")


def events(case) -> list[tuple[str, str, str]]:
    """Return what the terms of a case have brought about: term, event, outcome, in order."""
    rows = TermEvent.objects.filter(term__case_id=case.pk).order_by("pk")
    return [(row.term.kind, row.name, row.outcome) for row in rows]


def picture() -> dict[str, list]:
    """Return everything that firing a timer may touch, to see that nothing has changed."""
    return {
        "cases": list(RentContribution.objects.order_by("pk").values()),
        "tasks": list(CaseTask.objects.order_by("pk").values()),
        "terms": list(CaseTerm.objects.order_by("pk").values()),
        "events": list(TermEvent.objects.order_by("pk").values()),
    }
