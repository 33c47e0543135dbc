"""Doing what was foreseen: each row once, and only where it is still as it was seen."""

import pytest

from tests.jobs import forget_jobs, run_jobs
from tests.office import days_ago
from tests.races import at_once
from tests.workflows.bulk.choosing import done, dry_run, executed, label, row_of, rows_of, selected
from tests.workflows.waiting import waiting_for_applicant
from workflows import bulk
from workflows.bulk import execution
from workflows.models import BackgroundJob, Case, CaseLabel, CaseTask, HistoryEntry
from workflows.services import jobs
from workflows.tasks import hand_over, open_tasks, perform, take

pytestmark = pytest.mark.django_db


def statuses() -> list[str]:
    return list(Case.objects.order_by("pk").values_list("status", flat=True))


def owners(*cases) -> list:
    return [open_tasks(case)[0].owner for case in cases]


def test_every_row_is_taken_once_when_the_list_is_longer_than_a_page(office, monkeypatch):
    monkeypatch.setattr("workflows.paging.PAGE_SIZE", 2)
    monkeypatch.setattr("workflows.bulk.selection.SLICE", 2)
    cases = [office.file() for _number in range(5)]

    job = executed("take", "tab=nobody", by=office.officer)

    assert rows_of(job) == [(case.pk, "done") for case in cases]
    assert owners(*cases) == [office.officer] * 5
    assert statuses() == ["under_examination"] * 5


def test_changed_row_is_left_and_listed_when_it_moved_since_the_dry_run(office):
    changed, good = office.proposed(), office.proposed()
    forecast = dry_run("decide", "elenco=firma", by=office.director)
    perform(changed, "send_back", by=office.director, reason="Manca il preventivo.")

    job = done(bulk.start_execution(forecast, by=office.director))

    assert rows_of(job) == [(changed.pk, "changed"), (good.pk, "done")]
    assert job.rows.get(case=changed.pk).data == {"applicant": changed.applicant.name}
    assert statuses() == ["under_examination", "granted"]


def test_row_that_went_away_and_came_back_is_left_when_its_version_differs(office):
    case = office.proposed()
    forecast = dry_run("decide", "elenco=firma", by=office.director)
    case = perform(case, "send_back", by=office.director, reason="Rivedi.")
    perform(case, "propose_admission", by=office.officer)

    job = done(bulk.start_execution(forecast, by=office.director))

    assert rows_of(job) == [(case.pk, "changed")]


def test_task_in_other_hands_is_left_when_it_was_handed_over_since(office):
    case = office.examined()
    forecast = dry_run("hand_over", "tab=mine", by=office.officer, to=office.procedure_owner)
    hand_over(open_tasks(case)[0], by=office.officer, to=office.procedure_owner)

    job = done(bulk.start_execution(forecast, by=office.officer))

    assert rows_of(job) == [(case.pk, "changed")]


def test_label_is_left_where_the_case_has_changed_since_the_dry_run(office):
    changed, good = office.file(), office.file()
    word = label()
    forecast = dry_run("label", "tab=all", by=office.officer, label=word)
    take(open_tasks(changed)[0], by=office.officer)

    job = done(bulk.start_execution(forecast, by=office.officer))

    assert rows_of(job) == [(changed.pk, "changed"), (good.pk, "done")]
    assert list(CaseLabel.objects.values_list("case", "label", "by")) == [
        (good.pk, word.pk, office.officer.pk)
    ]


def test_case_goes_on_when_the_applicants_term_ran_out(office):
    with days_ago(60):
        case = waiting_for_applicant(office)

    job = executed("close", "tab=all", by=office.officer)

    assert rows_of(job) == [(case.pk, "done")]
    assert statuses() == ["under_examination"]


def test_row_is_refused_when_the_right_was_taken_away_meanwhile(office):
    case = office.proposed()
    forecast = dry_run("decide", "elenco=firma", by=office.director)
    job = bulk.start_execution(forecast, by=office.director)
    office.director.role_assignments.all().delete()

    assert rows_of(done(job)) == [(case.pk, "refused")]
    assert statuses() == ["admission_proposed"]


def test_work_starts_once_when_its_button_is_pressed_twice(office):
    office.file()
    forecast = dry_run("take", "tab=all", by=office.officer)

    first, second = (bulk.start_execution(forecast, by=office.officer) for _ in range(2))

    assert first == second
    assert first.follows == forecast


def test_work_does_not_start_when_nothing_is_possible_or_the_dry_run_is_not_over(office):
    office.examined()
    nothing = dry_run("take", "tab=all", by=office.officer)
    waiting = BackgroundJob.objects.create(
        kind=bulk.DRY_RUN, title="x", by=office.officer, inputs=nothing.inputs
    )

    for forecast in (nothing, waiting):
        with pytest.raises(bulk.NotStarted):
            bulk.start_execution(forecast, by=office.officer)


def test_rows_noted_before_the_worker_died_are_left_when_it_goes_on(office, monkeypatch):
    cases = [office.file() for _number in range(3)]
    forecast = dry_run("take", "tab=all", by=office.officer)
    job = bulk.start_execution(forecast, by=office.officer)
    once, count = execution.do_once, []

    class Killed(BaseException):
        pass

    def die_at_the_second(*values, **named):
        count.append(1)
        if len(count) == 2:
            raise Killed
        once(*values, **named)

    monkeypatch.setattr(execution, "do_once", die_at_the_second)
    with pytest.raises(Killed):
        jobs.run_job(job.pk)
    monkeypatch.setattr(execution, "do_once", once)

    job = done(job)

    assert (rows_of(job), job.done) == ([(case.pk, "done") for case in cases], 3)
    assert HistoryEntry.objects.filter(name="start_examination").count() == 3


@pytest.mark.django_db(transaction=True)
def test_each_row_is_taken_once_when_two_people_take_overlapping_lists(office):
    forget_jobs()
    cases = [office.file() for _number in range(8)]
    people = (office.officer, office.procedure_owner)
    works = [
        bulk.start_execution(dry_run("take", "tab=nobody", by=person), by=person)
        for person in people
    ]

    at_once([lambda key=work.pk: jobs.run_job(key) for work in works])

    outcomes = [sorted(row_of(work, case).outcome for work in works) for case in cases]
    assert outcomes == [["changed", "done"]] * 8
    assert HistoryEntry.objects.filter(name="start_examination").count() == 8
    assert CaseTask.objects.filter(owner__in=people, status="ASSIGNED").count() == 8


@pytest.mark.django_db(transaction=True)
def test_each_row_is_done_once_when_two_workers_have_the_same_job(office):
    forget_jobs()
    cases = [office.proposed() for _number in range(4)]
    forecast = dry_run("decide", "elenco=firma", by=office.director)
    job = bulk.start_execution(forecast, by=office.director)

    at_once([lambda: jobs.run_job(job.pk)] * 2)

    job.refresh_from_db()
    assert (rows_of(job), job.done) == ([(case.pk, "done") for case in cases], 4)
    assert HistoryEntry.objects.filter(name="grant").count() == 4


@pytest.mark.django_db(transaction=True)
def test_worker_runs_dry_run_and_work_when_they_were_queued(office):
    forget_jobs()
    case = office.proposed()
    selection = selected("elenco=firma")
    forecast = bulk.start_dry_run(bulk.find("decide"), selection, by=office.director, count=1)
    run_jobs()
    forecast.refresh_from_db()
    job = bulk.start_execution(forecast, by=office.director)
    run_jobs()

    assert rows_of(forecast) == [(case.pk, "foreseen")]
    assert rows_of(job) == [(case.pk, "done")]
    assert statuses() == ["granted"]
