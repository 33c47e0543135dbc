"""The board of the checks, through the client."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django.models import ProcrastinateJob

from letters.services.failing import fail
from parties.roles import Role
from tests.jobs import run_jobs
from tests.workflows.by_hand import queued, sql
from workflows import watch
from workflows.models import BackgroundJob, Case, SettledFailure, WatchRound
from workflows.services.jobs import run_job

pytestmark = pytest.mark.django_db
BOARD = "workflows:watch"


def stray(office):
    """Return a case whose day no term gives."""
    case = office.examined()
    Case.objects.filter(pk=case.pk).update(due_on=case.due_on + timedelta(days=1))
    return case


def words(response):
    return " ".join(unescape(response.content.decode()).split())


def administrator(office):
    return office.staff[Role.ADMINISTRATOR]


def mend(code, key, act):
    return reverse("workflows:mend", args=[code, key, act])


def test_board_before_any_round_says_what_it_is_for(office, as_user):
    response = as_user(administrator(office)).get(reverse(BOARD))

    assert (response.status_code, response.context["last"]) == (200, None)


def test_board_shows_findings_by_weight_with_what_to_do(office, as_user):
    case = stray(office)
    watch.watch()

    response = as_user(office.director).get(reverse(BOARD))

    [severity] = response.context["severities"]
    [check] = severity["checks"]
    assert (severity["tone"], check["code"], bool(check["advice"])) == (
        "warning",
        "due_day_of_no_term",
        True,
    )
    assert case.number in words(response)
    assert reverse("workflows:office_case", args=[case.pk]) in words(response)


def test_board_of_a_sound_office_says_all_is_well_and_what_was_checked(office, as_user):
    round_ = watch.watch()

    response = as_user(administrator(office)).get(reverse(BOARD))

    assert (round_.found, response.context["severities"]) == (0, [])
    unsaid = [one["label"] for one in round_.checks if one["label"] not in words(response)]
    assert unsaid == []


def test_administrator_reads_findings_and_gets_no_way_into_cases(office, as_user):
    case = stray(office)
    watch.watch()

    text = words(as_user(administrator(office)).get(reverse(BOARD)))

    assert case.number in text
    assert reverse("workflows:office_case", args=[case.pk]) not in text


def test_readers_have_no_buttons(office, as_user):
    queued(status="failed", attempts=8)

    text = words(as_user(office.staff[Role.AUDITOR]).get(reverse(BOARD)))

    assert "prova.lavoro" in text
    assert reverse("workflows:watch_run") not in text
    assert "/riprova" not in text
    assert "/retry/" not in text


def test_board_says_that_the_round_was_left_out_and_the_worker_silent(office, as_user):
    WatchRound.objects.create(at=timezone.now() - timedelta(days=3), seconds=1)

    response = as_user(administrator(office)).get(reverse(BOARD))

    assert (response.context["is_late"], response.context["is_alive"]) == (True, False)


def test_board_says_that_the_worker_is_at_work(office, as_user):
    sql("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now())")

    assert as_user(administrator(office)).get(reverse(BOARD)).context["is_alive"]


@pytest.mark.django_db(transaction=True)
def test_round_asked_for_is_made_by_the_worker_and_shows_how_far_it_is(office, as_user):
    client = as_user(administrator(office))

    started = client.post(reverse("workflows:watch_run"))
    again = client.post(reverse("workflows:watch_run"))
    run_jobs()

    job = BackgroundJob.objects.get()
    assert started.url == again.url == reverse("workflows:job", args=[job.pk])
    round_ = WatchRound.objects.get()
    assert (job.state, job.done, job.total) == ("done", len(watch.checks()), len(watch.checks()))
    assert job.results[0]["url"] == reverse("workflows:watch_round", args=[round_.pk])
    assert client.get(job.results[0]["url"]).status_code == 200


def test_failed_job_goes_back_into_the_queue(office, as_user):
    job = queued(status="failed", attempts=8)
    client = as_user(administrator(office))

    client.post(mend("jobs", job.pk, "retry"))

    assert ProcrastinateJob.objects.get(pk=job.pk).status == "todo"
    response = client.post(mend("jobs", job.pk, "retry"), follow=True)
    assert "non è fallito" in words(response) or "has not failed" in words(response)


def test_failed_job_that_was_settled_otherwise_is_no_longer_shown(office, as_user):
    job = queued(status="failed", attempts=8)
    client = as_user(administrator(office))

    client.post(mend("jobs", job.pk, "settle"))

    settled = SettledFailure.objects.get()
    assert (settled.by, settled.label) == (administrator(office), "prova.lavoro")
    assert "prova.lavoro" not in words(client.get(reverse(BOARD)))
    assert ProcrastinateJob.objects.get(pk=job.pk).status == "failed"


def failed_work(office):
    return BackgroundJob.objects.create(
        kind=watch.JOB_KIND,
        title="Estrazione fallita",
        by=office.accountant,
        state="failed",
        error="Il modello manca.",
        finished_at=timezone.now(),
    )


def test_failed_work_goes_on_in_the_name_of_whoever_asked_for_it(office, as_user):
    work = failed_work(office)

    as_user(administrator(office)).post(mend("work", work.pk, "retry"))

    work.refresh_from_db()
    assert (work.state, work.by, work.error) == ("waiting", office.accountant, "")


def test_failed_work_that_was_settled_is_shown_again_when_it_fails_again(office, as_user):
    work = failed_work(office)
    client = as_user(administrator(office))
    client.post(mend("work", work.pk, "settle"))
    assert "Estrazione fallita" not in words(client.get(reverse(BOARD)))

    BackgroundJob.objects.filter(pk=work.pk).update(finished_at=timezone.now())

    assert "Estrazione fallita" in words(client.get(reverse(BOARD)))


@pytest.mark.django_db(transaction=True)
def test_letter_that_failed_is_sent_again(office, as_user):
    letter = office.file().letters.get()
    with transaction.atomic():
        fail(letter.deliveries.get(), "server", "550")
    client = as_user(administrator(office))
    assert letter.subject in words(client.get(reverse(BOARD)))

    client.post(mend("letters", letter.pk, "resend"))
    run_jobs()

    letter.refresh_from_db()
    assert (letter.state, letter.failure) == ("sent", "")


@pytest.mark.parametrize(
    "address", [("jobs", 1, "burn"), ("nothing", 1, "retry"), ("letters", 999_999, "resend")]
)
def test_what_cannot_be_mended_is_not_there(office, as_user, address):
    assert as_user(administrator(office)).post(mend(*address)).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_board_has_constant_queries_when_rows_grow(
    office, as_user, rows, django_assert_num_queries
):
    stray(office)
    for _number in range(rows):
        watch.watch()
        queued(status="failed", attempts=8)
        failed_work(office)
    client = as_user(administrator(office))
    client.get(reverse(BOARD))

    with django_assert_num_queries(13):
        response = client.get(reverse(BOARD))

    assert len(response.context["page"].rows) == rows
    assert [len(repair["failures"]) for repair in response.context["repairs"]] == [rows, rows, 0]


def test_page_of_a_round_counts_no_rows_and_leads_nowhere_that_is_closed(office, as_user):
    client = as_user(administrator(office))
    client.post(reverse("workflows:watch_run"))
    job = BackgroundJob.objects.get()
    run_job(job.pk)

    page = client.get(reverse("workflows:job", args=[job.pk]))
    jobs = client.get(reverse("workflows:jobs"))

    assert _("The work is finished.") in words(page)
    assert "righe eseguite" not in words(page)
    queue = f'href="{reverse("workflows:queue")}"'
    assert (queue in words(page), queue in words(jobs)) == (False, False)
