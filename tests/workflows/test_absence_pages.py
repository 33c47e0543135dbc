"""The page of absences, and the round of the worker that moves the work."""

from datetime import timedelta

import pytest
from django.urls import reverse

from parties import moment
from parties.roles import Role
from tests.jobs import run_jobs
from tests.office import days_ago, make_user
from workflows import covers, tasks
from workflows.jobs import move_covered_work
from workflows.models import Absence

pytestmark = pytest.mark.django_db

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(office):
    return make_user("collega@example.org", Role.OFFICER)


def day(days=0):
    return moment.today() + timedelta(days=days)


def away(office, cover, first=0, last=5, **said):
    """Record that the officer is away, counted in days from today."""
    said = {"user": office.officer, "by": office.officer} | said
    return covers.record(cover=cover, starts_on=day(first), ends_on=day(last), **said)


def owner_of(case):
    (task,) = tasks.open_tasks(case)
    return task.owner


@pytest.fixture
def url():
    return reverse("workflows:absences")


def typed(cover, first=0, last=5, **more):
    return {"starts_on": day(first), "ends_on": day(last), "cover": cover.pk} | more


def test_officer_records_and_changes_their_own_absence_on_the_page(office, colleague, as_user, url):
    client = as_user(office.officer)

    answer = client.post(url, typed(colleague, first=1, user=colleague.pk))
    absence = Absence.objects.get()
    client.post(
        reverse("workflows:absence", args=[absence.pk]), typed(colleague, first=2, note="Ferie")
    )

    absence.refresh_from_db()
    assert (answer.status_code, absence.user, absence.starts_on, absence.note) == (
        302,
        office.officer,
        day(2),
        "Ferie",
    )
    assert client.get(reverse("workflows:absence", args=[absence.pk])).status_code == 200


def test_what_was_typed_stays_with_a_sentence_when_absence_is_refused(
    office, colleague, as_user, url
):
    response = as_user(office.officer).post(url, typed(colleague, first=3, last=1))

    form = response.context["form"]
    assert (response.status_code, list(form.errors)) == (422, ["ends_on"])
    assert form["cover"].value() == str(colleague.pk)


def test_procedure_owner_records_for_others_and_sees_everything(office, colleague, as_user, url):
    client = as_user(office.procedure_owner)

    client.post(url, typed(colleague, user=office.officer.pk))

    (row,) = client.get(url).context["open_rows"]
    assert (row["absence"].user, row["state"], row["may_change"]) == (
        office.officer,
        "running",
        True,
    )
    (seen,) = as_user(colleague).get(url).context["open_rows"]
    assert seen["may_change"] is False
    assert as_user(office.director).get(url).context["open_rows"] == []


def test_queue_tells_both_who_covers_when_an_absence_runs(office, colleague, as_user):
    absence = away(office, colleague)
    queue = reverse("workflows:queue")

    told = [
        as_user(user).get(queue).context["absences"]
        for user in (office.officer, colleague, office.director)
    ]

    assert told == [[absence], [absence], []]


def test_running_absence_ends_from_the_page(office, colleague, as_user, url):
    case = office.examined()
    absence = away(office, colleague)
    client = as_user(office.officer)
    address = reverse("workflows:absence_cancel", args=[absence.pk])

    client.post(address)

    assert owner_of(case) == office.officer
    assert client.post(address).status_code == 404
    (row,) = client.get(url).context["past_rows"]
    assert (row["absence"].moved, row["absence"].returned) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_worker_moves_the_work_when_its_round_comes(office, colleague):
    with days_ago(3):
        case = office.examined()
        away(office, colleague, first=1, last=9)

    move_covered_work.defer(timestamp=0)
    run_jobs()

    assert owner_of(case) == colleague
