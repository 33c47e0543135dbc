"""The same thing at the same moment: one case, one taker, one decision, numbers without gap or repeat."""

import time
import uuid
from contextlib import contextmanager
from functools import partial

import pytest

from accounting.models import Budget
from grants import services
from grants.models import RentContribution, Status
from parties.roles import Role
from tests.office import make_user
from tests.races import at_once
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTask, HistoryEntry, ProtocolCounter, ProtocolEntry
from workflows.tasks import open_tasks, perform, take

pytestmark = pytest.mark.django_db(transaction=True)

CROWD = 40


@contextmanager
def timed():
    """Print how long the crowd took."""
    started = time.monotonic()
    yield
    taken = time.monotonic() - started
    print(f"{taken:.1f} s")  # noqa: T201 (a figure, shown with -rP)


def submission(case: RentContribution, filing, key) -> RentContribution:
    fresh = RentContribution.objects.get(pk=case.pk)
    return services.submit(fresh, by=fresh.opened_by, filing=filing, submission_key=key)


def register_is_whole() -> bool:
    """Tell whether numbers run from one without gap or repeat, in the order of their instants."""
    entries = list(ProtocolEntry.objects.order_by("number").values_list("number", "registered_at"))
    instants = [instant for _number, instant in entries]
    return (
        [number for number, _instant in entries] == list(range(1, len(entries) + 1))
        and instants == sorted(instants)
        and ProtocolCounter.objects.get().last_number == len(entries)
    )


def refusals(results) -> list[Refusal]:
    return [result.why for result in results if isinstance(result, TransitionRefused)]


def test_draft_sent_forty_times_becomes_one_case(office):
    draft, key = office.draft(), uuid.uuid4()
    filing = office.filing()

    with timed():
        cases = at_once([partial(submission, draft, filing, key)] * CROWD)

    case = RentContribution.objects.get()
    assert {(one.pk, one.number, one.status) for one in cases} == {
        (draft.pk, case.number, Status.SUBMITTED)
    }
    assert HistoryEntry.objects.filter(name="submit").count() == 1
    assert ProtocolEntry.objects.filter(direction="in").count() == 1
    assert case.letters.count() == 1
    assert case.documents.filter(origin="letter").count() == 1
    assert len(open_tasks(case)) == 1
    assert register_is_whole()


def test_draft_sent_from_forty_pages_is_filed_by_the_first(office):
    draft = office.draft()
    filing = office.filing()

    with timed():
        results = at_once([partial(submission, draft, filing, uuid.uuid4()) for _n in range(CROWD)])

    assert refusals(results) == [Refusal.STATUS] * (CROWD - 1)
    assert HistoryEntry.objects.filter(name="submit").count() == 1
    assert ProtocolEntry.objects.filter(direction="in").count() == 1


def test_forty_applications_at_once_get_forty_numbers_in_a_row(office):
    drafts = [(office.draft(), office.filing()) for _n in range(CROWD)]

    with timed():
        cases = at_once(
            [partial(submission, draft, filing, uuid.uuid4()) for draft, filing in drafts]
        )

    assert refusals(cases) == []
    assert len({case.number for case in cases}) == CROWD
    assert {case.protocol_in_id for case in cases} == set(
        ProtocolEntry.objects.filter(direction="in").values_list("pk", flat=True)
    )
    assert ProtocolEntry.objects.count() == 2 * CROWD  # each application and its receipt
    assert register_is_whole()


def test_task_wanted_by_forty_officers_has_one_taker(office):
    case = office.file()
    officers = [make_user(f"istruttore{n}@example.org", Role.OFFICER) for n in range(CROWD)]
    (task,) = open_tasks(case)

    def grab(officer):
        take(CaseTask.objects.get(pk=task.pk), by=officer)
        return officer

    with timed():
        results = at_once([partial(grab, officer) for officer in officers])

    (taker,) = [result for result in results if not isinstance(result, TransitionRefused)]
    assert refusals(results) == [Refusal.STALE] * (CROWD - 1)
    assert RentContribution.objects.get().officer == taker
    assert [task.owner for task in open_tasks(case)] == [taker]
    assert HistoryEntry.objects.filter(name="start_examination").count() == 1


@pytest.mark.parametrize("other", ["grant", "send_back"])
def test_case_decided_by_two_directors_has_one_decision(office, other):
    case = office.proposed()
    second = make_user("direttrice@example.org", Role.DIRECTOR)
    reason = {"reason": "Va rivista."} if other == "send_back" else {}

    with timed():
        results = at_once(
            [
                partial(perform, case, "grant", by=office.director),
                partial(perform, case, other, by=second, **reason),
            ]
        )

    assert refusals(results) == [Refusal.STATUS]
    decision = HistoryEntry.objects.filter(source=Status.ADMISSION_PROPOSED).get()
    case = RentContribution.objects.get()
    budget = Budget.objects.get()
    assert case.status == decision.target
    assert budget.granted == (case.granted or 0)
    assert budget.entries.filter(target="granted").count() == (case.status == Status.GRANTED)
