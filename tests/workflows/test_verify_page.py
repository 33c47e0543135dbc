"""The page of the verification: started, followed, read; and the command that does the same."""

import json
import uuid
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse

from parties.roles import Role
from tests.jobs import forget_jobs, run_jobs
from tests.workflows.case_pages import words
from tests.workflows.tampering import tamper
from workflows.models import BackgroundJob, HistoryEntry
from workflows.services.sealing import seal_field_history
from workflows.verification import job as verification

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = reverse("workflows:verify")
HISTORY = "workflows_historyentry"


@pytest.fixture(autouse=True)
def _empty_queue(transactional_db):
    forget_jobs()


@pytest.fixture
def case(office):
    case = office.examined()
    seal_field_history(settle=timedelta(0))
    return case


def edit(case) -> int:
    row = HistoryEntry.objects.get(case=case, position=1).pk
    tamper(HISTORY, f"UPDATE {HISTORY} SET reason = 'Altro' WHERE id = %s", row)
    return row


def verified(client):
    """Start a verification from the page and return the page once it is over."""
    form = client.get(PAGE)
    client.post(PAGE, {"key": str(form.context["key"])})
    run_jobs()
    return client.get(PAGE)


def test_page_says_what_it_is_for_when_nothing_was_verified(office, as_user):
    response = as_user(office.staff[Role.AUDITOR]).get(PAGE)

    assert response.context["job"] is None
    assert 'class="ui-empty-title"' in words(response)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR, Role.DIRECTOR])
def test_sound_office_is_said_to_be_so_with_its_figures(office, case, as_user, role):
    response = verified(as_user(office.staff[role]))

    figures = response.context["figures"]
    assert (figures["found"], response.context["page"].rows) == (0, [])
    assert figures["rows"] > 0
    assert "ui-tone-success" in words(response)


def test_findings_are_listed_with_their_case(office, case, as_user):
    row = edit(case)

    response = verified(as_user(office.staff[Role.AUDITOR]))

    (found,) = response.context["page"].rows
    assert (found.outcome, found.data["trouble"], found.data["row"]) == ("found", "edited", row)
    assert f'href="{reverse("workflows:office_case", args=[case.pk])}"' in words(response)


def test_administrator_reads_findings_without_links_to_cases(office, case, as_user):
    edit(case)

    response = verified(as_user(office.staff[Role.ADMINISTRATOR]))

    assert case.number in words(response)
    assert reverse("workflows:office_case", args=[case.pk]) not in words(response)


def test_second_verification_is_not_started_while_one_waits(office, case, as_user):
    client = as_user(office.staff[Role.AUDITOR])
    for _time in range(2):
        client.post(PAGE, {"key": str(uuid.uuid4())})

    assert BackgroundJob.objects.count() == 1
    assert 'hx-trigger="every 1s"' in words(client.get(PAGE))


def test_form_without_its_key_starts_nothing(office, as_user):
    client = as_user(office.staff[Role.AUDITOR])

    for key in ({}, {"key": "x"}):
        assert client.post(PAGE, key).status_code == 302

    assert not BackgroundJob.objects.exists()


def test_killed_verification_begins_anew_and_lists_nothing_twice(office, case):
    edit(case)
    job = verification.start(by=office.director)
    verification.run(job)

    verification.run(job)

    assert job.rows.count() == 1


def test_pages_queries_do_not_grow_with_the_findings(
    office, case, as_user, django_assert_num_queries
):
    client = as_user(office.staff[Role.AUDITOR])
    edit(case)
    figures = {"rows": 9, "seconds": 0.1, "sealed_since": ""}
    for job_rows in (1, 3):
        job = verification.latest() or verification.start(by=office.director)
        for number in range(job.rows.count(), job_rows):
            job.rows.create(key=str(number), outcome="found", label="x", data={"trouble": "end"})
        BackgroundJob.objects.update(
            state="done", finished_at=job.created_at, results=[figures | {"found": job_rows}]
        )
        client.get(PAGE)
        with django_assert_num_queries(5):
            client.get(PAGE)


def run_command(*options: str) -> int:
    try:
        call_command("verify_history", *options)
    except SystemExit as left:
        return left.code
    return 0


def test_command_leaves_with_0_when_all_is_sound(case, capsys):
    assert run_command() == 0
    assert capsys.readouterr().out == ""


def test_command_leaves_with_1_and_names_the_row(case, capsys):
    row = edit(case)

    assert run_command("--json") == 1
    finding, figures = map(json.loads, capsys.readouterr().out.splitlines())
    assert (finding["trouble"], finding["table"], finding["row"], finding["position"]) == (
        "edited",
        HISTORY,
        row,
        1,
    )
    assert figures["found"] == 1


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["--chain", "protocol"], 0),
        (["--chain", "history"], 1),
        (["--since", "2000-01-01"], 1),
    ],
)
def test_command_looks_at_what_is_asked_for(case, options, left):
    edit(case)

    assert run_command(*options) == left
