"""Each thing that can go wrong with cases, terms and registers is provoked, found and named."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from viewflow.workflow.status import STATUS

from grants import services
from parties.models import RoleAssignment
from parties.roles import Role
from tests.jobs import run_jobs
from tests.office import days_ago, make_user
from tests.workflows.by_hand import sql
from tests.workflows.watching import found, one
from workflows import watch
from workflows.models import (
    Absence,
    Case,
    CaseProcess,
    CaseTask,
    CaseTerm,
    HistoryEntry,
    ProtocolCounter,
    TermEvent,
)
from workflows.services import protocol
from workflows.services.integrations import Asked
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db

ASKED = [Asked("field", "project", "Progetto", "Racconti meglio le attività.")]
FLOW = "grants/flows.ContributionFlow"


@pytest.mark.django_db(transaction=True)
def test_office_after_whole_walks_has_no_finding(office):
    office.granted()
    asked = perform(
        office.examined(), "request_integration", by=office.officer, items=ASKED, reason="Manca."
    )
    perform(asked, "answer_integration", by=asked.opened_by, changes={"project": "x" * 600})
    noticed = perform(
        office.examined(),
        "give_refusal_notice",
        by=office.officer,
        grounds=[("COW-08", "Preventivo illeggibile.")],
    )
    ground = noticed.refusal_grounds.get()
    perform(noticed, "file_observations", by=noticed.opened_by, observations={ground.pk: "Eccolo."})
    services.withdraw(office.file(), by=office.applicants[-1])
    office.proposed()
    office.draft()
    run_jobs()

    round_ = watch.watch()

    assert round_.findings == []
    assert {check["found"] for check in round_.checks} == {0}
    assert {check["code"] for check in round_.checks} == {check.code for check in watch.checks()}


def test_case_without_process_is_found(office):
    case = office.examined()
    CaseProcess.objects.filter(case=case).update(finished=timezone.now(), status="DONE")

    severity, sentence = one("case_without_process")

    assert (severity, case.number in sentence) == ("urgent", True)


def test_case_without_task_is_found(office):
    case = office.examined()
    CaseTask.objects.filter(case=case, status__in=["NEW", "ASSIGNED"]).update(status=STATUS.DONE)

    severity, sentence = one("case_without_task")

    assert (severity, case.number in sentence) == ("urgent", True)


def test_closed_case_that_runs_is_found_for_each_thing_that_runs(office):
    case = office.examined()
    Case.objects.filter(pk=case.pk).update(closed_at=timezone.now())

    sentences = [sentence for _c, _s, sentence in found("closed_but_running")]

    assert len(set(sentences)) == 3
    assert all(case.number in sentence for sentence in sentences)


def test_half_finished_process_is_found(office):
    case = office.examined()
    CaseProcess.objects.filter(case=case).update(status="DONE")

    assert case.number in one("half_finished")[1]


def test_officer_who_has_left_is_found_once_with_the_number_of_cases(office):
    office.examined()
    office.examined()
    RoleAssignment.objects.filter(user=office.officer).update(
        valid_from=timezone.localdate() - timedelta(days=9),
        valid_to=timezone.localdate() - timedelta(days=1),
    )

    _severity, sentence = one("officer_gone")

    assert (str(office.officer) in sentence, " 2 " in sentence) == (True, True)
    assert [code for code, _s, _t in found("task_without_hands")] == ["task_without_hands"]


def test_task_for_a_role_that_nobody_has_is_found(office):
    office.proposed()
    RoleAssignment.objects.filter(user=office.director).delete()

    severity, sentence = one("task_without_hands")

    assert (severity, "direttore" in sentence or "director" in sentence) == ("urgent", True)


def test_task_without_a_move_is_found(office):
    case = office.examined()
    (task,) = open_tasks(case)
    CaseTask.objects.filter(pk=task.pk).update(flow_task=f"{FLOW}.decide_refusal")

    severity, sentence = one("task_without_move")

    assert (severity, case.number in sentence) == ("urgent", True)


def test_task_whose_node_is_gone_is_found(office):
    case = office.examined()
    (task,) = open_tasks(case)
    CaseTask.objects.filter(pk=task.pk).update(flow_task=f"{FLOW}.vanished")

    severity, sentence = one("task_without_node")

    assert (severity, case.number in sentence, "vanished" in sentence) == ("urgent", True, True)


def test_late_timer_is_found(office):
    with days_ago(20):
        case = perform(
            office.examined(),
            "request_integration",
            by=office.officer,
            items=ASKED,
            reason="Manca.",
        )

    assert all(case.number in sentence for _c, _s, sentence in found("timer_overdue"))
    assert len(found("timer_overdue")) == 1
    assert found("term_without_event") == []


def test_term_that_passed_without_event_is_found(office):
    with days_ago(200):
        case = office.examined()
    CaseTask.objects.filter(term__case=case).delete()

    [(_code, _severity, sentence)] = found("term_without_event")

    assert case.number in sentence
    assert found("timer_overdue") == []


def test_term_that_passed_with_its_event_is_not_found(office):
    with days_ago(200):
        case = office.examined()
    CaseTask.objects.filter(term__case=case).delete()
    term = CaseTerm.objects.get(case=case)
    now = timezone.now()
    TermEvent.objects.create(
        term=term, name="expired", due_on=term.due_on, due_at=now, fired_at=now, outcome="done"
    )

    assert found("term_without_event") == []


def test_clock_that_nothing_sets_going_again_is_found(office):
    case = perform(
        office.examined(), "request_integration", by=office.officer, items=ASKED, reason="Manca."
    )
    CaseTerm.objects.filter(case=case, kind="integration").update(ended_at=timezone.now())

    assert case.number in one("clock_stands_still")[1]


def test_day_that_no_term_gives_is_found(office):
    case = office.examined()
    Case.objects.filter(pk=case.pk).update(due_on=case.due_on + timedelta(days=1))

    assert case.number in one("due_day_of_no_term")[1]


def test_absence_that_has_not_begun_and_one_that_has_not_ended_are_found(office):
    today, cover = timezone.localdate(), make_user("altra@example.org", Role.OFFICER)
    day = timedelta(days=1)
    for starts, ends, begun in (
        (today - 2 * day, today + day, None),
        (today - 9 * day, today - 2 * day, timezone.now()),
        (today + day, today + 2 * day, None),
    ):
        Absence.objects.create(
            user=office.officer,
            cover=cover,
            starts_on=starts,
            ends_on=ends,
            begun_at=begun,
            recorded_by=office.officer,
            recorded_at=timezone.now() - 10 * day,
        )

    assert len(found("absence_not_done")) == 2


def test_PRT_03_gap_in_the_register_is_found_and_named(office):
    entries = [
        protocol.register(
            protocol.next_entry(office.agency), direction="in", subject="Nota", counterpart="Ente"
        )
        for _number in range(4)
    ]
    sql(
        "DELETE FROM workflows_protocolentry WHERE id IN (%s, %s)",
        entries[1].pk,
        entries[2].pk,
        table="workflows_protocolentry",
    )

    severity, sentence = one("protocol_gap")

    assert (severity, {"2", "3"} <= set(re.findall(r"\b\d+\b", sentence))) == ("urgent", True)


def test_PRT_03_counter_that_is_not_at_the_last_entry_is_found(office):
    office.file()
    ProtocolCounter.objects.update(last_number=99)

    assert "99" in one("protocol_gap")[1]


def test_PRT_03_entry_sealed_otherwise_is_found(office):
    office.file()
    ProtocolCounter.objects.update(last_seal="0" * 64)

    assert one("protocol_gap")[0] == "urgent"


def test_PRT_06_register_that_was_not_printed_is_found(office):
    with days_ago(3):
        office.file()

    [(_code, _severity, sentence)] = found("register_not_printed")

    assert f"{timezone.localdate() - timedelta(days=3):%d/%m/%Y}" in sentence


def test_history_cut_short_is_found(office):
    case = office.examined()
    last = HistoryEntry.objects.filter(case=case).latest("position")
    sql("DELETE FROM workflows_historyentry WHERE id = %s", last.pk, table="workflows_historyentry")

    severity, sentence = one("history_end")

    assert (severity, case.number in sentence) == ("urgent", True)


def test_history_with_another_end_is_found(office):
    case = office.examined()
    Case.objects.filter(pk=case.pk).update(history_last="f" * 64)

    assert case.number in one("history_end")[1]
