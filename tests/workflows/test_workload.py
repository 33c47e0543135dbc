"""What each officer has in charge: counted in few queries, and handed over by the procedure owner."""

from datetime import timedelta

import pytest
from django.urls import reverse

from grants.models import RentContribution
from parties import moment
from parties.roles import Role
from tests.jobs import run_jobs
from tests.office import days_ago, make_user
from tests.workflows.waiting import waiting_for_applicant
from workflows import covers, tasks
from workflows.engine import Refusal, TransitionRefused
from workflows.models import BackgroundJob, Case
from workflows.workload import Load, loads, sorted_loads

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(office):
    return make_user("collega@example.org", Role.OFFICER)


@pytest.fixture
def url():
    return reverse("workflows:workload")


def due(case, days):
    Case.objects.filter(pk=case.pk).update(due_on=moment.today() + timedelta(days=days))


def hand_over(client, officer, **typed):
    return client.post(reverse("workflows:workload_hand_over", args=[officer.pk]), typed)


def test_cases_are_counted_by_officer_when_open(office, colleague):
    with days_ago(10):
        late, soon = office.examined(), office.examined()
    with days_ago(4):
        asked = waiting_for_applicant(office)
    free = office.file()
    office.granted()
    for case, days in ((late, -1), (soon, 7), (asked, 8), (free, 0)):
        due(case, days)

    assert loads() == [
        Load(colleague),
        Load(office.officer, open=3, overdue=1, soon=1, waiting=1, age=8),
        Load(office.procedure_owner),
        Load(None, open=1, soon=1, age=0),
    ]


def test_absent_officer_is_marked_when_somebody_covers(office, colleague):
    absence = covers.record(
        user=office.officer,
        cover=colleague,
        starts_on=moment.today(),
        ends_on=moment.today(),
        by=office.officer,
    )

    assert {load.officer: load.absence for load in loads()}[office.officer] == absence


@pytest.mark.parametrize(
    ("sort", "order"),
    [("open", [1, 2, 3]), ("-open", [3, 2, 1]), ("age", [3, 1, 2]), ("officer", [2, 3, 1])],
)
def test_nobodys_cases_stay_last_when_sorted(sort, order):
    people = [object(), object(), object()]
    rows = [
        Load(people[0], open=2, age=9),
        Load(people[1], open=3, age=None),
        Load(people[2], open=1, age=4),
        Load(None, open=99, age=99),
    ]

    assert [load.open for load in sorted_loads(rows, sort)] == [*order, 99]


def test_numbers_lead_to_their_cases_in_the_queue(office, as_user, url):
    case = waiting_for_applicant(office)
    due(case, -1)
    office.file()
    client = as_user(office.procedure_owner)

    rows = {str(row["load"].officer): row["urls"] for row in client.get(url).context["rows"]}

    def found(address):
        return [row.number for row in client.get(address).context["rows"]]

    mine = rows[str(office.officer)]
    assert [found(mine[name]) for name in ("open", "overdue", "soon", "waiting")] == [
        [case.number],
        [case.number],
        [],
        [case.number],
    ]
    assert len(found(rows["None"]["open"])) == 1


@pytest.mark.parametrize("cases", [1, 4])
def test_queries_stay_the_same_when_cases_grow(
    office, as_user, url, cases, django_assert_num_queries
):
    for _ in range(cases):
        office.examined()
    client = as_user(office.procedure_owner)
    client.get(url)

    with django_assert_num_queries(7):
        client.get(url)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ACCOUNTANT, Role.AUDITOR, Role.ADMINISTRATOR])
def test_workload_stays_shut_when_role_shares_out_no_work(office, as_user, url, role):
    assert as_user(office.staff[role]).get(url).status_code == 403


def test_empty_office_says_what_the_page_is_for(office, as_user, url):
    assert "ui-empty-title" in as_user(office.director).get(url).content.decode()


@pytest.mark.django_db(transaction=True)
def test_ticked_cases_go_to_the_colleague_and_decisions_stay(office, colleague, as_user):
    taken, asked, proposed = office.examined(), waiting_for_applicant(office), office.proposed()
    other = tasks.perform(office.file(), "start_examination", by=office.procedure_owner)
    cases = [taken, asked, proposed, other]

    response = hand_over(
        as_user(office.procedure_owner),
        office.officer,
        to=colleague.pk,
        reason="Troppo lavoro.",
        case=[case.pk for case in cases],
    )
    run_jobs()

    job = BackgroundJob.objects.get()
    assert response.url == reverse("workflows:job", args=[job.pk])
    assert list(job.rows.order_by("pk").values_list("label", "outcome")) == [
        (taken.number, "done"),
        (asked.number, "done"),
        (proposed.number, "refused"),
    ]
    officers = [RentContribution.objects.get(pk=case.pk).officer for case in cases]
    assert officers == [colleague, colleague, office.officer, office.procedure_owner]
    assert taken.history.get(name="change_officer").reason == "Troppo lavoro."


def test_nothing_goes_when_nothing_is_ticked(office, colleague, as_user):
    office.examined()

    response = hand_over(as_user(office.procedure_owner), office.officer, to=colleague.pk)

    assert response.status_code == 422
    assert response.context["form"].non_field_errors()


def test_case_stays_when_colleague_has_no_right(office):
    case = waiting_for_applicant(office)

    with pytest.raises(TransitionRefused) as refused:
        tasks.hand_over_case(case, by=office.procedure_owner, to=office.accountant)

    assert refused.value.why is Refusal.RULE


def test_case_stays_when_an_officer_hands_out_work(office, colleague):
    case = waiting_for_applicant(office)

    with pytest.raises(TransitionRefused) as refused:
        tasks.hand_over_case(case, by=office.officer, to=colleague)

    assert refused.value.why is Refusal.RIGHT
