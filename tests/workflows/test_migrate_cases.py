"""Moving open cases to a newer version: said first, done once, left where it cannot be."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from calls.engine import CallRefused
from calls.services import revise
from grants.flows import ContributionFlow
from grants.models import RentContribution
from grants.parameters import RentParameters
from tests.office import make_user, publish_later
from tests.workflows.flow_changes import under_version
from workflows import migrating, watch
from workflows.models import CaseProcess, CaseTask
from workflows.services.integrations import Asked
from workflows.tasks import open_tasks, perform

pytestmark = pytest.mark.django_db
OLD = "grants/flows.ContributionFlow.look_over"
NEXT = ContributionFlow.version + 1


def second_version(office, *, declaration="", **parameters):
    """Publish a second version of the call and return it."""
    version = revise(office.call, reason="Nuova tabella delle spese", parameters=parameters)
    if declaration:
        version.declarations.create(
            code="new", position=99, kind="47", title_it=declaration, text_it="Dichiaro."
        )
    publish_later(version, closes_at=office.call.closes_at + timedelta(days=30))
    office.call.refresh_from_db()
    return version


def run(*arguments):
    out = StringIO()
    call_command("migrate_cases", *arguments, stdout=out)
    return out.getvalue()


def fresh(case):
    return RentContribution.objects.select_related("call_version").get(pk=case.pk)


def test_case_keeps_its_version_until_it_is_moved(office):
    case = office.examined()

    second_version(office, rate_percent="40")

    assert fresh(case).call_version.number == 1
    assert RentParameters.of(fresh(case).call_version).rate_percent == 50


def test_dry_run_says_what_would_change_and_changes_nothing(office):
    case = office.examined()
    second_version(office, rate_percent="40", ceiling="2000.00")

    said = run("--dry-run")

    assert all(
        words in said
        for words in (case.number, "50%", "40%", "1.500,00 €", "2.000,00 €", "600,00 €", "480,00 €")
    )
    assert fresh(case).call_version.number == 1


def test_case_moves_with_a_line_of_its_history(office):
    case = office.examined()
    version = second_version(office, rate_percent="40")

    run("--by", office.procedure_owner.email)

    moved = fresh(case)
    entry = moved.history.latest("position")
    assert (moved.call_version, moved.status) == (version, case.status)
    assert (entry.name, entry.source, entry.target) == ("migrate", case.status, case.status)
    assert entry.by == office.procedure_owner
    assert "Nuova tabella delle spese" in entry.reason
    assert entry.changes == {"call_version": [str(case.call_version_id), str(version.pk)]}
    assert perform(moved, "propose_admission", by=office.officer).proposed == 480


def test_second_run_finds_nothing_to_do(office):
    case = office.examined()
    second_version(office, rate_percent="40")
    run()
    before = fresh(case).history.count()

    run()

    assert (list(migrating.plans()), fresh(case).history.count()) == ([], before)


def test_closed_case_stays_and_draft_moves(office):
    granted, draft = office.granted(), office.draft()
    second_version(office, rate_percent="40")

    run()

    assert (fresh(granted).call_version.number, fresh(draft).call_version.number) == (1, 2)


def test_case_without_the_new_declaration_is_left_and_listed(office):
    case, draft = office.examined(), office.draft()
    second_version(office, declaration="Assenza di altri aiuti")

    said = run()

    assert (fresh(case).call_version.number, fresh(draft).call_version.number) == (1, 2)
    assert ("DOC-01" in said, "Assenza di altri aiuti" in said) == (True, True)


def test_case_whose_spend_no_longer_reaches_the_minimum_is_left(office):
    case = office.examined()
    second_version(office, minimum_spend="5000.00")

    run()

    [plan] = migrating.plans()
    assert (plan.case.pk, len(plan.obstacles) > 0) == (case.pk, True)
    assert fresh(case).call_version.number == 1


def test_proposal_of_another_amount_must_be_sent_back_first(office):
    case = office.proposed()
    second_version(office, rate_percent="40")

    assert "600,00 €" in run()
    assert fresh(case).call_version.number == 1

    perform(case, "send_back", by=office.director, reason="Cambiano le regole.")
    run()

    assert fresh(case).call_version.number == 2


def test_proposal_of_the_same_amount_moves(office):
    case = office.proposed()
    second_version(office, ceiling="2000.00")

    run()

    assert fresh(case).call_version.number == 2


def test_version_that_does_not_set_a_parameter_is_not_published_and_moves_nobody(office):
    case = office.examined()
    version = revise(office.call, reason="Prova")
    version.parameters.pop("rate_percent")
    version.save()

    with pytest.raises(CallRefused) as refused:
        publish_later(version, closes_at=office.call.closes_at + timedelta(days=30))
    run()

    assert "Manca: percentuale della spesa." in refused.value.sentence
    assert fresh(case).call_version.number == 1


def test_case_that_breaks_is_left_and_the_others_move(office, caplog):
    broken, sound = office.examined(), office.examined()
    second_version(office, rate_percent="40")
    RentContribution.objects.filter(pk=broken.pk).update(history_length=0)

    said = run()

    assert (fresh(broken).call_version.number, fresh(sound).call_version.number) == (1, 2)
    assert broken.number in said


def test_only_the_cases_of_a_call_and_to_the_version_asked_for(office):
    case = office.examined()
    second_version(office, rate_percent="40")
    third = revise(office.call, reason="Ancora")
    publish_later(third)

    run("--call", "COW-SPORT", "--to", "2")
    assert fresh(case).call_version.number == 2

    run("--call", "COW-SPORT")
    assert fresh(case).call_version.number == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--call", "NULLA"], "NULLA"),
        (["--to", "2"], "--call"),
        (["--call", "COW-SPORT", "--to", "7"], "7"),
        (["--by", "nessuno@example.org"], "nessuno"),
    ],
)
def test_command_refuses_what_does_not_exist(office, arguments, words):
    with pytest.raises(CommandError, match=words):
        run(*arguments)


def test_running_case_keeps_the_version_of_its_flow_until_it_is_moved(office):
    case = office.examined()
    (task,) = open_tasks(case)
    CaseTask.objects.filter(pk=task.pk).update(flow_task=OLD)
    with under_version(ContributionFlow, NEXT, look_over="examine"):
        assert [finding["check"] for finding in watch.look(["task_under_old_name"]).findings] == [
            "task_under_old_name"
        ]
        said = run()

        process = CaseProcess.objects.get(case=case)
        assert (process.flow_version, "look_over" in said) == (NEXT, True)
        assert watch.look(["task_under_old_name", "task_without_node"]).findings == []
        assert list(migrating.plans()) == []
        assert fresh(case).history.latest("position").name == "migrate"
    assert not CaseTask.objects.filter(flow_task=OLD).exists()


def test_case_on_a_step_without_successor_is_left(office):
    case = office.examined()
    (task,) = open_tasks(case)
    CaseTask.objects.filter(pk=task.pk).update(flow_task=OLD)
    with under_version(ContributionFlow, NEXT):
        said = run()

    kept = CaseProcess.objects.get(case=case).flow_version
    assert (kept, "look_over" in said) == (ContributionFlow.version, True)


def test_timer_under_an_old_name_is_renamed_too(office):
    case = perform(
        office.examined(),
        "request_integration",
        by=office.officer,
        items=[Asked("field", "project", "Progetto", "Racconti meglio.")],
        reason="Manca.",
    )
    old = "grants/flows.ContributionFlow.silence"
    CaseTask.objects.filter(
        case=case, flow_task="grants/flows.ContributionFlow.integration_term"
    ).update(flow_task=old)

    with under_version(ContributionFlow, NEXT, silence="integration_term"):
        run()

    assert not CaseTask.objects.filter(flow_task=old).exists()


def test_person_who_answers_for_it_may_be_anybody_with_an_account(office):
    office.examined()
    second_version(office, rate_percent="40")
    person = make_user("capo@example.org")

    run("--by", "Capo@example.org")

    assert office.call.cases.get().history.latest("position").by == person
