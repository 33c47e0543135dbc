"""The work queue: who sees what, in which order, with how many queries."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from parties.roles import Role
from tests.office import make_user
from tests.workflows.waiting import waiting_for_applicant
from workflows.models import Case
from workflows.paging import walk
from workflows.queries import QueueFilters, queue, queue_rows

pytestmark = pytest.mark.django_db

QUEUE_QUERIES = 12


@pytest.fixture
def url():
    return reverse("workflows:queue")


def numbers(response):
    return [row.number for row in response.context["rows"]]


def counts(response):
    return [tab["count"] for tab in response.context["tabs"]]


def test_tabs_tell_mine_from_nobodys_when_officer_looks(office, as_user, url):
    taken, free = office.examined(), office.file()
    proposed = office.proposed()
    client = as_user(office.officer)

    mine, nobody, all_ = (client.get(url, {"tab": tab}) for tab in ("mine", "nobody", "all"))

    assert numbers(mine) == [taken.number]
    assert numbers(nobody) == [free.number]
    assert sorted(numbers(all_)) == sorted([taken.number, free.number, proposed.number])
    assert counts(mine) == ["1", "1", "3", "0"]


def test_director_is_offered_decisions_when_nobody_holds_them(office, as_user, url):
    office.file()
    proposed = office.proposed()

    response = as_user(office.director).get(url, {"tab": "nobody"})

    (row,) = response.context["rows"]
    assert (row.number, row.may_take, row.may_decide) == (proposed.number, True, True)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ACCOUNTANT])
def test_reader_sees_all_and_takes_nothing_when_role_only_reads(office, as_user, url, role):
    office.file()
    client = as_user(office.staff[role])

    response = client.get(url)

    (row,) = response.context["rows"]
    assert (response.context["filters"].tab, row.may_take, row.may_decide) == ("all", False, False)
    assert b"/prendi/" not in response.content
    assert client.post(reverse("workflows:take_many"), {"task": [row.task]}).status_code == 403


def test_applicants_task_shows_only_among_all_when_office_waits(office, as_user, url):
    case = waiting_for_applicant(office)
    client = as_user(office.officer)

    assert [numbers(client.get(url, {"tab": tab})) for tab in ("mine", "nobody", "all")] == [
        [],
        [],
        [case.number],
    ]
    (row,) = client.get(url, {"tab": "all"}).context["rows"]
    assert (row.waits_for_applicant, row.may_take) == (True, False)
    assert case.applicant.name in client.get(url, {"tab": "all"}).content.decode()


def test_closed_case_is_found_when_searched_among_the_closed(office, as_user, url):
    case = office.granted()

    response = as_user(office.accountant).get(url, {"tab": "closed", "q": case.applicant.name})

    assert numbers(response) == [case.number]


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_stay_the_same_when_rows_grow(
    office, as_user, url, rows, django_assert_num_queries
):
    for _ in range(rows):
        office.file()
    client = as_user(office.officer)
    client.get(url)

    with django_assert_num_queries(QUEUE_QUERIES):
        response = client.get(url, {"tab": "all"})

    assert len(numbers(response)) == rows


def test_filters_stand_in_the_address_and_as_chips_when_given(office, as_user, url):
    first, _second = office.file(), office.examined()
    client = as_user(office.officer)

    response = client.get(url, {"tab": "all", "status": "submitted", "q": first.applicant.name})

    assert numbers(response) == [first.number]
    assert [(chip["name"], chip["value"]) for chip in response.context["active_filters"]] == [
        ("q", first.applicant.name),
        ("status", "submitted"),
    ]
    assert all("status=submitted" in tab["url"] for tab in response.context["tabs"])


@pytest.mark.parametrize(
    ("term", "days", "found"),
    [
        ("overdue", -1, True),
        ("overdue", 0, False),
        ("today", 0, True),
        ("week", 7, True),
        ("week", 8, False),
        ("month", 30, True),
        ("none", None, True),
        ("none", 1, False),
    ],
)
def test_term_filter_counts_days_when_due(office, term, days, found):
    case = office.file()
    due = None if days is None else timezone.localdate() + timedelta(days=days)
    Case.objects.filter(pk=case.pk).update(due_on=due)

    cases = queue(office.officer, QueueFilters(tab="all", term=term))

    assert list(cases.values_list("pk", flat=True)) == ([case.pk] if found else [])


@pytest.mark.parametrize(
    "query",
    [
        {"tab": "x", "sort": "x", "after": "x", "officer": "x", "status": "x", "call": "x"},
        {"after": "WyJ4Il0", "q": "\x00' & | ! :* ("},
        {"before": "W10", "officer": "9" * 40, "asked": "\x00"},
    ],
)
def test_nonsense_in_the_address_is_dropped_when_asked(office, as_user, url, query):
    case = office.examined()

    response = as_user(office.officer).get(url, query)

    assert response.status_code == 200
    assert numbers(response) in ([case.number], [])


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", ["term", "filed", "number", "amount"])
def test_pages_show_each_case_once_when_walked_to_the_end_and_back(office, sort, descending):
    made = [office.file().pk for _ in range(5)]

    def page(**cursor):
        rows, keys = queue_rows(
            queue(office.officer, QueueFilters(tab="all")), sort=sort, tab="all"
        )
        return walk(rows, keys, descending=descending, size=2, **cursor)

    first = page()
    second = page(after=first.next)
    third = page(after=second.next)
    back = page(before=third.previous)

    ids = [[row.id for row in found.rows] for found in (first, second, third, back)]
    in_order = made[::-1] if descending else made
    assert ids == [in_order[:2], in_order[2:4], in_order[4:], in_order[2:4]]
    assert [(bool(found.previous), bool(found.next)) for found in (first, second, third, back)] == [
        (False, True),
        (True, True),
        (True, False),
        (True, True),
    ]


def test_columns_are_kept_for_the_session_when_chosen(office, as_user, url):
    office.file()
    client = as_user(office.officer)

    client.post(reverse("workflows:queue_columns"), {"column": ["filed", "nonsense"], "next": url})

    assert client.get(url, {"tab": "nobody"}).context["columns"] == ["filed"]


@pytest.mark.parametrize("tab", ["mine", "nobody", "all", "closed"])
def test_empty_tab_says_what_it_is_for_when_there_is_nothing(office, as_user, url, tab):
    page = as_user(office.officer).get(url, {"tab": tab}).content.decode()

    assert "ui-empty-title" in page
    assert len(re.findall(r"<h1", page)) == 1


@pytest.mark.parametrize("name", ["queue", "bulk", "bulk_confirm", "jobs", "protocol"])
def test_office_pages_stay_shut_when_person_is_no_staff(office, as_user, name):
    assert as_user(office.applicant()).get(reverse(f"workflows:{name}")).status_code == 403


def test_administrator_reads_no_cases_when_asking_for_the_queue(office, as_user, url):
    client = as_user(make_user("altro@example.org", Role.ADMINISTRATOR))

    assert [
        client.get(address).status_code
        for address in (url, reverse("workflows:protocol"), reverse("workflows:jobs"))
    ] == [403, 403, 200]
