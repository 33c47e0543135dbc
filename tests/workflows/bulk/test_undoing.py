"""Taking back what has not left the house: in its window, once, and only what is unchanged."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.workflows.bulk.choosing import done, executed, label, rows_of
from workflows import bulk
from workflows.models import BackgroundJob, Case, CaseLabel
from workflows.tasks import hand_over, open_tasks, perform, release, take

pytestmark = pytest.mark.django_db


def undone(job, *, by) -> list:
    return rows_of(done(bulk.start_undo(job, by=by)))


def hands(case) -> tuple:
    return open_tasks(case)[0].owner, Case.objects.get(pk=case.pk).officer


def test_what_was_taken_is_free_again_when_it_is_taken_back(office):
    filed, released = office.file(), office.examined()
    release(open_tasks(released)[0], by=office.officer)
    job = executed("take", "tab=nobody", by=office.procedure_owner)

    assert undone(job, by=office.procedure_owner) == [
        (released.pk, "undone"),
        (filed.pk, "undone"),
    ]
    assert hands(released) == (None, office.officer)
    assert open_tasks(filed)[0].owner is None
    assert not bulk.can_be_undone(job)


def test_what_was_handed_over_returns_to_the_hands_it_was_in(office):
    case = office.examined()
    job = executed("hand_over", "tab=mine", by=office.officer, to=office.procedure_owner)
    assert hands(case) == (office.procedure_owner, office.procedure_owner)

    assert undone(job, by=office.officer) == [(case.pk, "undone")]
    assert hands(case) == (office.officer, office.officer)
    assert case.history.last().name == "change_officer"


def test_case_that_went_on_is_left_when_the_rest_is_taken_back(office):
    moved, still = office.file(), office.file()
    job = executed("take", "tab=nobody", by=office.officer)
    perform(moved, "propose_admission", by=office.officer)

    assert undone(job, by=office.officer) == [(still.pk, "undone"), (moved.pk, "changed")]
    assert Case.objects.get(pk=moved.pk).status == "admission_proposed"


def test_task_that_changed_hands_since_is_left(office):
    case = office.file()
    job = executed("take", "tab=nobody", by=office.procedure_owner)
    release(open_tasks(case)[0], by=office.procedure_owner)
    take(open_tasks(case)[0], by=office.officer)

    assert undone(job, by=office.procedure_owner) == [(case.pk, "changed")]
    assert open_tasks(case)[0].owner == office.officer


def test_labels_come_off_again_save_those_that_were_stuck_anew(office):
    first, second = office.file(), office.file()
    word = label()
    job = executed("label", "tab=all", by=office.officer, label=word)
    CaseLabel.objects.filter(case_id=first.pk).delete()
    CaseLabel.objects.create(case_id=first.pk, label=word, by=office.procedure_owner)

    assert undone(job, by=office.officer) == [(second.pk, "undone"), (first.pk, "changed")]
    assert list(CaseLabel.objects.values_list("case", "by")) == [
        (first.pk, office.procedure_owner.pk)
    ]


def test_labels_are_back_when_their_removal_is_taken_back(office):
    case = office.file()
    word = label()
    CaseLabel.objects.create(case_id=case.pk, label=word, by=office.officer)
    job = executed("unlabel", "tab=all", by=office.officer, label=word)
    assert CaseLabel.objects.count() == 0

    assert undone(job, by=office.officer) == [(case.pk, "undone")]
    assert list(CaseLabel.objects.values_list("case", "label")) == [(case.pk, word.pk)]


def test_decisions_have_no_window_because_their_letters_have_left(office):
    office.proposed()
    job = executed("decide", "elenco=firma", by=office.director)

    assert (job.undo_until, bulk.can_be_undone(job)) == (None, False)
    with pytest.raises(bulk.NotStarted):
        bulk.start_undo(job, by=office.director)


def test_window_lasts_as_long_as_the_house_says(office, settings):
    settings.BULK_UNDO_MINUTES = 15
    office.file()
    before = timezone.now()
    job = executed("take", "tab=nobody", by=office.officer)

    assert timedelta(minutes=15) <= job.undo_until - before < timedelta(minutes=16)
    BackgroundJob.objects.filter(pk=job.pk).update(undo_until=timezone.now())
    job.refresh_from_db()
    with pytest.raises(bulk.NotStarted):
        bulk.start_undo(job, by=office.officer)


def test_taking_back_starts_once_when_its_button_is_pressed_twice(office):
    office.file()
    job = executed("take", "tab=nobody", by=office.officer)

    first, second = (bulk.start_undo(job, by=office.officer) for _ in range(2))

    assert first == second
    assert first.follows == job


def test_few_ticked_rows_that_were_taken_can_be_taken_back_too(office):
    case = office.file()
    job = done(bulk.start_takes([open_tasks(case)[0].pk], by=office.officer))

    assert undone(job, by=office.officer) == [(case.pk, "undone")]
    assert open_tasks(case)[0].owner is None


def test_hand_over_to_somebody_else_since_is_left(office):
    case = office.examined()
    job = executed("hand_over", "tab=mine", by=office.officer, to=office.procedure_owner)
    hand_over(open_tasks(case)[0], by=office.procedure_owner, to=office.officer)

    assert undone(job, by=office.officer) == [(case.pk, "changed")]
