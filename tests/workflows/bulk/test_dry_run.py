"""What an action would do to all that a list holds: foreseen in order of filing, nothing done."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounting.models import Budget
from tests.office import build
from tests.workflows.bulk.choosing import acts_of, done, dry_run, label, row_of, rows_of, selected
from tests.workflows.waiting import waiting_for_applicant
from workflows import bulk
from workflows.bulk import selection
from workflows.models import Case, CaseLabel, CaseTask, HistoryEntry
from workflows.services import jobs
from workflows.tasks import open_tasks, take

pytestmark = pytest.mark.django_db


def test_takes_are_foreseen_for_what_nobody_holds_when_the_whole_list_is_chosen(office):
    free, taken, mine = office.file(), office.examined(), office.file()
    take(open_tasks(mine)[0], by=office.procedure_owner)

    job = dry_run("take", "tab=all", by=office.procedure_owner)

    assert rows_of(job) == [(free.pk, "foreseen"), (taken.pk, "refused"), (mine.pk, "refused")]
    assert str(office.officer) in row_of(job, taken).sentence
    assert row_of(job, free).data == {
        "act": "take",
        "task": open_tasks(free)[0].pk,
        "version": free.version,
        "applicant": free.applicant.name,
    }


def test_nothing_changes_when_an_action_is_foreseen(office):
    office.file()
    office.proposed()
    before = HistoryEntry.objects.count(), CaseTask.objects.count(), Budget.objects.get().granted

    for action in ("take", "decide", "close"):
        dry_run(action, "tab=all", by=office.director)

    after = HistoryEntry.objects.count(), CaseTask.objects.count(), Budget.objects.get().granted
    assert after == before


def test_RANK_01_decisions_spend_the_funds_in_order_of_filing_across_slices(law, monkeypatch):
    monkeypatch.setattr(selection, "SLICE", 1)
    office = build(endowment=Decimal("1300.00"))
    first, second, third = office.proposed(), office.proposed(), office.proposed()

    job = dry_run("decide", "elenco=firma", by=office.director)

    assert acts_of(job) == [
        (first.pk, "foreseen", "grant", "600.00"),
        (second.pk, "foreseen", "grant", "600.00"),
        (third.pk, "refused", None, None),
    ]
    assert [row.data["left"] for row in job.rows.all()] == ["700.00", "100.00", "100.00"]


def test_RANK_01_those_ahead_count_once_when_slices_are_small(law, monkeypatch):
    monkeypatch.setattr(selection, "SLICE", 1)
    office = build(endowment=Decimal("1800.00"))
    office.examined()
    first, second = office.proposed(), office.proposed()
    office.file()
    third = office.proposed()

    job = dry_run("decide", "elenco=firma", by=office.director)

    assert rows_of(job) == [
        (first.pk, "foreseen"),
        (second.pk, "foreseen"),
        (third.pk, "refused"),
    ]


def test_forecast_is_the_same_when_asked_at_once_or_in_slices(law, monkeypatch):
    office = build(endowment=Decimal("2000.00"))
    for _number in range(2):
        office.examined()
        office.proposed()
    at_once = dry_run("decide", "tab=all", by=office.director)
    monkeypatch.setattr(selection, "SLICE", 1)

    in_slices = dry_run("decide", "tab=all", by=office.director)

    assert acts_of(in_slices) == acts_of(at_once)


def test_filters_narrow_what_is_chosen_as_they_narrow_the_list(office):
    filed = office.file()
    office.examined()

    job = dry_run("take", "tab=all&status=submitted", by=office.procedure_owner)

    assert rows_of(job) == [(filed.pk, "foreseen")]


def test_what_is_filed_later_stays_out_when_the_list_was_frozen(office):
    first = office.file()
    frozen = selected("tab=all")
    # Of this test alone, so that it is built after the list was frozen (`tests.kept`).
    office.file(network="Altre collaborazioni con chi lavora nello spazio.")

    job = bulk.start_dry_run(bulk.find("take"), frozen, by=office.officer, count=1)

    assert rows_of(done(job)) == [(first.pk, "foreseen")]


def test_ticked_rows_alone_are_chosen_when_their_tasks_are_named(office):
    office.file()
    second = office.file()
    (task,) = open_tasks(second)

    job = dry_run("take", f"task={task.pk}&task=x&task=999999", by=office.officer)

    assert rows_of(job) == [(second.pk, "foreseen")]


def test_hand_over_is_foreseen_for_what_the_person_may_give(office):
    mine, other = office.examined(), office.examined()
    take(open_tasks(office.file())[0], by=office.procedure_owner)
    proposed = office.proposed()

    job = dry_run("hand_over", "tab=all", by=office.officer, to=office.procedure_owner)

    assert rows_of(job)[:2] == [(mine.pk, "foreseen"), (other.pk, "foreseen")]
    assert row_of(job, proposed).outcome == "refused"
    assert row_of(job, mine).data["owner"] == office.officer.pk


def test_label_is_foreseen_where_it_is_not_yet_and_its_removal_where_it_is(office):
    bare, labelled = office.file(), office.file()
    word = label()
    CaseLabel.objects.create(label=word, case_id=labelled.pk, by=office.officer)

    sticking = dry_run("label", "tab=all", by=office.officer, label=word)
    removing = dry_run("unlabel", "tab=all", by=office.officer, label=word)

    assert rows_of(sticking) == [(bare.pk, "foreseen"), (labelled.pk, "refused")]
    assert rows_of(removing) == [(bare.pk, "refused"), (labelled.pk, "foreseen")]


def test_closed_cases_can_be_labelled_when_their_list_is_chosen(office):
    granted = office.granted()
    office.file()

    job = dry_run("label", "tab=closed", by=office.officer, label=label())

    assert rows_of(job) == [(granted.pk, "foreseen")]


def test_closing_says_until_when_the_applicant_may_answer_while_the_term_runs(office):
    waiting, examined = waiting_for_applicant(office), office.examined()

    job = dry_run("close", "tab=all", by=office.officer)

    assert rows_of(job) == [(waiting.pk, "refused"), (examined.pk, "refused")]
    assert "scade il" in row_of(job, waiting).sentence


def test_decision_in_a_colleagues_hands_is_not_foreseen(office):
    case = office.proposed()
    task = open_tasks(case)[0]
    colleague = office.director
    CaseTask.objects.filter(pk=task.pk).update(owner=office.procedure_owner, status="ASSIGNED")

    job = dry_run("decide", "tab=all", by=colleague)

    assert rows_of(job) == [(case.pk, "refused")]
    assert str(office.procedure_owner) in row_of(job, case).sentence


def test_dry_run_starts_afresh_when_its_worker_was_killed_in_the_middle(law, monkeypatch):
    monkeypatch.setattr(selection, "SLICE", 1)
    office = build(endowment=Decimal("1300.00"))
    cases = [office.proposed() for _number in range(3)]
    frozen = selected("elenco=firma")
    job = bulk.start_dry_run(bulk.find("decide"), frozen, by=office.director, count=3)
    noted = jobs.note_rows

    class Killed(BaseException):
        pass

    def note_one_and_die(job, rows):
        noted(job, rows)
        raise Killed

    monkeypatch.setattr(jobs, "note_rows", note_one_and_die)
    with pytest.raises(Killed):
        jobs.run_job(job.pk)
    monkeypatch.setattr(jobs, "note_rows", noted)

    job = done(job)

    assert (job.done, job.total) == (3, 3)
    assert rows_of(job) == list(
        zip((case.pk for case in cases), ("foreseen", "foreseen", "refused"), strict=True)
    )


def test_forecast_has_constant_queries_when_rows_grow(office):
    asked = []
    for _round in range(2):
        office.file()
        frozen = selected("tab=all")
        job = bulk.start_dry_run(bulk.find("take"), frozen, by=office.officer, count=1)
        with CaptureQueriesContext(connection) as queries:
            jobs.run_job(job.pk)
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_rows_stand_in_order_of_filing_however_the_list_was_sorted(office):
    cases = [office.file() for _number in range(3)]
    Case.objects.filter(pk=cases[0].pk).update(number="ZZZ")

    job = dry_run("take", "tab=all&sort=-number", by=office.officer)

    assert [row.case_id for row in job.rows.all()] == [case.pk for case in cases]
