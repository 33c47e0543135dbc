"""Long work with the real worker: noted row by row, never doubled, never silent."""

import uuid

import pytest

from tests.jobs import forget_jobs, run_jobs
from workflows import bulk
from workflows.bulk.rows import do_once
from workflows.bulk.ticked import performing
from workflows.models import BackgroundJob, Case, HistoryEntry, JobRow
from workflows.services import jobs
from workflows.tasks import perform

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _empty_queue(transactional_db):
    forget_jobs()


@pytest.fixture
def kind():
    """Register a kind of work for one test; gives the function that does so."""
    names = []

    def register(name, runner):
        jobs.register_runner(name, runner)
        names.append(name)

    yield register
    for name in names:
        jobs._runners.pop(name)


def statuses_of(*cases):
    return [Case.objects.values_list("status", flat=True).get(pk=case.pk) for case in cases]


def as_rows(*cases, act="grant"):
    return [bulk.Row(case.pk, act, case.version) for case in cases]


def test_worker_decides_each_case_and_notes_it_when_bulk_decision_starts(office):
    first, second = office.proposed(), office.proposed()

    job = bulk.start_acts(as_rows(first, second), by=office.director)
    run_jobs()

    job.refresh_from_db()
    assert (job.state, job.done, job.total, job.error) == ("done", 2, 2, "")
    assert [(row.case_id, row.label, row.outcome) for row in job.rows.all()] == [
        (first.pk, first.number, "done"),
        (second.pk, second.number, "done"),
    ]
    assert statuses_of(first, second) == ["granted", "granted"]


def test_changed_case_is_left_and_listed_when_it_moved_since_the_forecast(office):
    changed, good = office.proposed(), office.proposed()
    rows = as_rows(changed, good)
    perform(changed, "send_back", by=office.director, reason="Manca il preventivo.")

    job = bulk.start_acts(rows, by=office.director)
    run_jobs()

    assert [(row.case_id, row.outcome) for row in job.rows.all()] == [
        (changed.pk, "changed"),
        (good.pk, "done"),
    ]


def test_row_is_refused_in_words_when_person_lacks_the_right(office):
    case = office.proposed()

    job = bulk.start_acts(as_rows(case), by=office.officer)
    run_jobs()

    (row,) = job.rows.all()
    assert (row.outcome, bool(row.sentence)) == ("refused", True)
    assert statuses_of(case) == ["admission_proposed"]


def test_nothing_is_doubled_when_worker_was_killed_in_the_middle(office):
    first, second = office.proposed(), office.proposed()
    job = bulk.start_acts(as_rows(first, second), by=office.director)
    forget_jobs()
    # The first row was committed, then the worker died: the job still says it is running.
    running = jobs._begin(job.pk)
    do = performing(as_rows(first)[0], by=running.by)
    do_once(running, f"case-{first.pk}", first.pk, do)

    jobs.run_job(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done) == ("done", 2)
    assert [(row.case_id, row.outcome) for row in job.rows.all()] == [
        (first.pk, "done"),
        (second.pk, "done"),
    ]
    assert HistoryEntry.objects.filter(name="grant").count() == 2


def test_row_and_act_vanish_together_when_worker_dies_before_commit(office, kind):
    case = office.proposed()
    job = bulk.start_acts(as_rows(case), by=office.director)
    running = jobs._begin(job.pk)

    class Killed(BaseException):
        pass

    def perform_and_die(case):
        performing(as_rows(case)[0], by=running.by)(case)
        raise Killed

    with pytest.raises(Killed):
        do_once(running, f"case-{case.pk}", case.pk, perform_and_die)

    assert (statuses_of(case), job.rows.count()) == (["admission_proposed"], 0)
    jobs.run_job(job.pk)
    assert statuses_of(case) == ["granted"]


def test_same_job_is_returned_when_form_is_sent_twice(office):
    case, key = office.proposed(), uuid.uuid4()

    first = bulk.start_acts(as_rows(case), by=office.director, key=key)
    second = bulk.start_acts(as_rows(case), by=office.director, key=key)
    states = run_jobs()

    assert first == second
    assert BackgroundJob.objects.count() == 1
    assert JobRow.objects.count() == 1
    assert states["succeeded"] >= 1


def test_job_says_why_when_runner_refuses(office, kind):
    def refuse(job):
        raise jobs.JobFailed("Il modello manca.")

    kind("refusing", refuse)
    job = jobs.start_job(kind="refusing", title="Prova", by=office.officer, inputs={})
    run_jobs()

    job.refresh_from_db()
    assert (job.state, job.error, job.finished_at is not None) == (
        "failed",
        "Il modello manca.",
        True,
    )


def test_job_goes_on_after_last_noted_row_when_resumed(office, kind, caplog):
    broken = [True]

    def two_rows(job):
        for key in ("a", "b"):
            if job.rows.filter(key=key).exists():
                continue
            if key == "b" and broken:
                raise RuntimeError("disk full")
            jobs.note_row(job, key, JobRow.Outcome.DONE, label=key)

    kind("two_rows", two_rows)
    job = jobs.start_job(kind="two_rows", title="Prova", by=office.officer, inputs={}, total=2)
    run_jobs()
    job.refresh_from_db()
    assert (job.state, job.done, "disk full" in job.error) == ("failed", 1, False)

    broken.clear()
    jobs.resume_job(job, by=office.officer)
    run_jobs()

    job.refresh_from_db()
    assert (job.state, job.done, job.error) == ("done", 2, "")


def test_finished_job_stays_when_resumed(office, kind):
    kind("quick", lambda job: [{"label": "Scarica", "url": "/x/"}])
    job = jobs.start_job(kind="quick", title="Prova", by=office.officer, inputs={})
    run_jobs()

    jobs.resume_job(job, by=office.officer)

    job.refresh_from_db()
    assert (job.state, job.results) == ("done", [{"label": "Scarica", "url": "/x/"}])


def test_unknown_work_is_refused_when_started(office):
    with pytest.raises(LookupError):
        jobs.start_job(kind="nothing", title="Prova", by=office.officer, inputs={})
    assert BackgroundJob.objects.count() == 0
