"""Work changes hands: once, with a trace, and only to those who may."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from parties.models import User
from parties.roles import Role
from tests.office import make_user
from tests.workflows.waiting import waiting_for_applicant
from workflows import tasks
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseTask, HistoryEntry
from workflows.tasks import open_tasks

OFFICERS = 40


def task_of(case):
    (task,) = open_tasks(case)
    return task


@pytest.mark.django_db(transaction=True)
def test_one_of_forty_officers_takes_a_task_when_all_try_at_once(office):
    case = office.file()
    task = task_of(case)
    officers = [make_user(f"gara{n}@example.org", Role.OFFICER) for n in range(OFFICERS)]
    start, answers = threading.Barrier(OFFICERS), []

    def take(pk):
        try:
            officer = User.objects.get(pk=pk)
            mine = CaseTask.objects.get(pk=task.pk)
            start.wait()
            tasks.take(mine, by=officer)
            answers.append(("taken", str(officer)))
        except TransitionRefused as refusal:
            answers.append((refusal.why, refusal.sentence))
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=(officer.pk,)) for officer in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    winners = [words for what, words in answers if what == "taken"]
    losers = [words for what, words in answers if what is Refusal.STALE]
    assert (len(winners), len(losers)) == (1, OFFICERS - 1)
    assert all(winners[0] in words for words in losers)
    case = type(case).objects.get(pk=case.pk)
    assert (str(case.officer), case.status) == (winners[0], "under_examination")
    assert HistoryEntry.objects.filter(case=case, name="start_examination").count() == 1


@pytest.mark.django_db
def test_loser_reads_who_has_it_when_task_was_taken(office, as_user):
    case = office.file()
    task = task_of(case)
    tasks.take(task, by=office.officer)

    response = as_user(office.procedure_owner).post(
        reverse("workflows:take", args=[task.pk]), follow=True
    )

    (message,) = response.context["messages"]
    assert str(office.officer) in str(message)
    assert response.redirect_chain == [(reverse("workflows:queue"), 302)]


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ACCOUNTANT, Role.DIRECTOR])
def test_task_stays_free_when_role_may_not_do_it(office, as_user, role):
    task = task_of(office.file())

    as_user(office.staff[role]).post(reverse("workflows:take", args=[task.pk]))

    task.refresh_from_db()
    assert (task.owner_id, task.status) == (None, "NEW")


@pytest.mark.django_db
def test_applicants_task_is_nobodys_to_take_when_office_tries(office):
    task = task_of(waiting_for_applicant(office))

    with pytest.raises(TransitionRefused) as refused:
        tasks.take(task, by=office.officer)

    assert refused.value.why is Refusal.RIGHT


@pytest.mark.django_db
def test_case_and_history_follow_when_task_is_handed_over(office, as_user):
    colleague = make_user("collega@example.org", Role.OFFICER)
    case = office.examined()
    task = task_of(case)

    response = as_user(office.officer).post(
        reverse("workflows:hand_over", args=[task.pk]), {"to": colleague.pk}
    )

    assert response.status_code == 302
    task.refresh_from_db()
    moved = type(case).objects.get(pk=case.pk)
    assert (task.owner, moved.officer, moved.version) == (colleague, colleague, case.version + 1)
    entry = HistoryEntry.objects.get(name="change_officer")
    assert (entry.by, entry.changes) == (
        office.officer,
        {"officer": [str(office.officer.pk), str(colleague.pk)]},
    )


@pytest.mark.django_db
def test_decision_changes_no_officer_when_director_hands_it_over(office):
    second = make_user("direttrice@example.org", Role.DIRECTOR)
    case = office.proposed()
    task = tasks.take(task_of(case), by=office.director)

    tasks.hand_over(task, by=office.director, to=second)

    assert type(case).objects.get(pk=case.pk).officer == office.officer
    assert tasks.perform(case, "grant", by=second).status == "granted"


@pytest.mark.django_db
def test_hand_over_is_refused_when_colleague_lacks_the_right(office, as_user):
    task = task_of(office.examined())

    response = as_user(office.officer).post(
        reverse("workflows:hand_over", args=[task.pk]), {"to": office.accountant.pk}
    )

    assert response.context["form"].errors["to"]
    task.refresh_from_db()
    assert task.owner == office.officer


@pytest.mark.django_db
def test_next_taker_is_in_charge_when_task_was_released(office, as_user):
    case = office.examined()
    task = task_of(case)
    as_user(office.officer).post(reverse("workflows:release", args=[task.pk]))
    task.refresh_from_db()
    assert (task.owner_id, task.status) == (None, "NEW")

    tasks.take(task, by=office.procedure_owner)

    assert type(case).objects.get(pk=case.pk).officer == office.procedure_owner


@pytest.mark.django_db
def test_strange_address_is_not_followed_when_given_as_next(office, as_user):
    task = task_of(office.file())

    response = as_user(office.officer).post(
        reverse("workflows:take", args=[task.pk]), {"next": "https://example.com/"}
    )

    assert response.url == reverse("workflows:queue")


@pytest.mark.django_db
def test_task_cannot_be_about_another_case_than_its_process(office):
    task, other = task_of(office.file()), office.file()

    @transaction.atomic
    def move():
        CaseTask.objects.filter(pk=task.pk).update(case=other)
        connection.check_constraints()

    with pytest.raises(IntegrityError, match="case_of_its_process"):
        move()


@pytest.mark.django_db
def test_clock_does_nothing_that_is_in_somebodys_hands(office):
    case = office.examined()
    before = (type(case).objects.get(pk=case.pk).version, task_of(case).status)

    with pytest.raises(TransitionRefused) as refused:
        tasks.perform(case, "propose_refusal", by=None)

    assert refused.value.why is Refusal.STALE
    assert (type(case).objects.get(pk=case.pk).version, task_of(case).status) == before
