"""Acting on all that a list holds, through the pages: chosen, foreseen, confirmed, taken back."""

import uuid
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import gettext as _

from tests.grants.acts.act_pages import words
from tests.office import build
from tests.workflows.bulk.choosing import CHOOSE, done, dry_run, executed, label, selected, typed
from workflows import bulk
from workflows.models import BackgroundJob, CaseLabel, JobRow
from workflows.services import jobs
from workflows.tasks import open_tasks

pytestmark = pytest.mark.django_db


def job_url(job, query: str = "") -> str:
    return reverse("workflows:job", args=[job.pk]) + query


def start(client, job, **sent):
    return client.post(reverse("workflows:bulk_start", args=[job.pk]), sent)


def latest() -> BackgroundJob:
    return BackgroundJob.objects.latest("pk")


def test_count_and_filters_are_shown_before_anything_starts(office, as_user):
    office.file()
    office.file()
    office.examined()

    page = as_user(office.officer).get(f"{reverse(CHOOSE)}?tab=nobody&status=submitted&after=x")

    assert page.context["count"] == 2
    assert page.context["form"]["query"].value() == "tab=nobody&status=submitted"
    assert [one["name"] for one in page.context["filters"]] == ["status"]
    assert [choice["action"].code for choice in page.context["form"].choices()] == [
        "take",
        "hand_over",
        "label",
        "unlabel",
        "close",
    ]
    assert BackgroundJob.objects.count() == 0


def test_director_may_decide_on_all_that_waits_for_a_signature(office, as_user):
    office.proposed()
    office.file()
    client = as_user(office.director)

    listed = client.get(reverse("workflows:bulk"))
    page = client.get(f"{reverse(CHOOSE)}?elenco=firma&action=decide")

    assert f"{reverse(CHOOSE)}?elenco=firma&amp;action=decide" in listed.content.decode()
    assert page.context["count"] == 1
    assert [c["action"].code for c in page.context["form"].choices() if c["is_chosen"]] == [
        "decide"
    ]


def test_dry_run_starts_once_when_the_form_is_sent_twice(office, as_user):
    office.file()
    client = as_user(office.officer)
    sent = typed(client, "tab=all", "take")

    first, second = (client.post(reverse(CHOOSE), sent) for _ in range(2))

    job = latest()
    assert first.url == second.url == job_url(job)
    assert (BackgroundJob.objects.count(), job.kind, job.inputs["count"]) == (1, bulk.DRY_RUN, 1)


@pytest.mark.parametrize(
    ("action", "field"), [("hand_over", "to"), ("label", "label"), ("", "action")]
)
def test_what_an_action_wants_is_asked_for(office, as_user, action, field):
    office.file()
    client = as_user(office.officer)

    response = client.post(reverse(CHOOSE), typed(client, "tab=all", action))

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert BackgroundJob.objects.count() == 0


def test_label_is_stuck_on_every_row_through_the_pages(office, as_user):
    cases = [office.file() for _number in range(2)]
    word = label()
    client = as_user(office.officer)

    client.post(reverse(CHOOSE), typed(client, "tab=all", "label", label=word.pk))
    forecast = done(latest())
    response = start(client, forecast)
    work = done(latest())
    client.post(reverse("workflows:bulk_undo", args=[work.pk]))

    assert response.url == job_url(work)
    assert list(CaseLabel.objects.order_by("case").values_list("case", flat=True)) == [
        case.pk for case in cases
    ]
    done(latest())
    assert CaseLabel.objects.count() == 0


def test_ticked_rows_lead_to_an_address_of_their_own(office, as_user):
    (task,) = open_tasks(office.file())
    office.file()
    client = as_user(office.officer)

    response = client.post(reverse(CHOOSE), {"task": [task.pk]})

    assert response.url == f"{reverse(CHOOSE)}?task={task.pk}"
    assert client.get(response.url).context["count"] == 1


def test_empty_list_leads_back_to_itself(office, as_user):
    response = as_user(office.officer).get(f"{reverse(CHOOSE)}?tab=nobody")

    assert response.url == f"{reverse('workflows:queue')}?tab=nobody"


def test_forecast_page_sums_the_money_by_act_and_is_filtered(law, as_user):
    office = build(endowment=Decimal("1300.00"))
    first, second, third = office.proposed(), office.proposed(), office.proposed()
    job = dry_run("decide", "elenco=firma", by=office.director)
    client = as_user(office.director)

    page = client.get(job_url(job))
    possible = client.get(job_url(job, "?esito=foreseen"))
    refused = client.get(job_url(job, "?esito=refused"))

    assert [(row["number"], row["total"]) for row in page.context["sums"]] == [
        (2, Decimal("1200.00"))
    ]
    assert [tab["count"] for tab in page.context["tabs"]] == [3, 2, 1]
    assert [row.case_id for row in possible.context["page"].rows] == [first.pk, second.pk]
    assert [row.case_id for row in refused.context["page"].rows] == [third.pk]
    assert (page.context["possible"], page.context["must_type"]) == (2, False)


def test_number_is_typed_above_the_threshold(office, as_user, settings):
    settings.BULK_TYPED_FROM = 2
    office.file()
    office.file()
    job = dry_run("take", "tab=nobody", by=office.officer)
    client = as_user(office.officer)

    wrong = start(client, job, number="3")
    assert (wrong.status_code, wrong.context["must_type"]) == (422, True)
    assert not job.followers.exists()
    right = start(client, job, number=" 2 ")

    assert right.url == job_url(job.followers.get())


@pytest.mark.parametrize(
    ("action", "query", "sentence"),
    [
        ("take", "tab=nobody", "For a while after it ends you can take it back."),
        ("decide", "elenco=firma", "Letters leave at once: this cannot be taken back."),
    ],
)
def test_dry_run_says_whether_the_work_can_be_taken_back(office, as_user, action, query, sentence):
    office.file()
    office.proposed()
    by = office.officer if action == "take" else office.director

    page = as_user(by).get(job_url(dry_run(action, query, by=by)))

    assert _(sentence) in words(page)


def test_money_has_no_column_where_none_moves(office, as_user):
    office.file()
    page = as_user(office.officer).get(job_url(dry_run("take", "tab=nobody", by=office.officer)))

    assert not page.context["sums_hold_money"]
    assert _("Amount") not in words(page)


def test_decisions_say_that_they_cannot_be_taken_back_and_why(office, as_user):
    office.proposed()
    job = executed("decide", "elenco=firma", by=office.director)
    client = as_user(office.director)

    page = client.get(job_url(job))
    response = client.post(reverse("workflows:bulk_undo", args=[job.pk]))

    assert (page.context["can_undo"], page.context["action"].undo) == (False, None)
    assert (response.url, job.followers.exists()) == (job_url(job), False)


def test_minutes_left_to_take_back_are_shown_and_asked_for_again(office, as_user):
    office.file()
    job = executed("take", "tab=nobody", by=office.officer)

    page = as_user(office.officer).get(job_url(job))

    assert (page.context["can_undo"], page.context["undo_minutes"]) == (True, 15)
    assert 'hx-trigger="every 30s"' in page.content.decode()


def test_file_holds_every_row_and_no_formula(office, as_user):
    office.proposed()
    job = executed("decide", "elenco=firma", by=office.director)
    JobRow.objects.filter(job=job).update(label="=1+1", sentence="@SUM(A1)")

    response = as_user(office.director).get(reverse("workflows:job_file", args=[job.pk]))
    content = b"".join(response.streaming_content)

    lines = content.decode("utf-8-sig").split("\r\n")
    assert content.startswith(b"\xef\xbb\xbf")
    assert (len(lines), lines[0].count(";"), lines[-1]) == (3, 7, "")
    assert lines[1].startswith("'=1+1;")
    assert lines[1].split(";")[4:6] == ["'@SUM(A1)", "600,00"]


def test_job_of_a_colleague_can_be_neither_started_nor_taken_back(office, as_user):
    office.file()
    job = dry_run("take", "tab=nobody", by=office.officer)
    client = as_user(office.procedure_owner)

    for name in ("bulk_start", "bulk_undo"):
        assert client.post(reverse(f"workflows:{name}", args=[job.pk])).status_code == 404
    assert client.get(reverse("workflows:job_file", args=[job.pk])).status_code == 404


def test_progress_survives_a_reload_while_the_work_runs(office, as_user):
    office.file()
    frozen = selected("tab=all")
    job = bulk.start_dry_run(
        bulk.find("take"), frozen, by=office.officer, count=1, key=uuid.uuid4()
    )
    jobs._begin(job.pk)
    client = as_user(office.officer)

    page = client.get(job_url(job, "?esito=x"))
    piece = client.get(job_url(job), headers={"hx-request": "true"})

    assert 'hx-trigger="every 1s"' in page.content.decode()
    assert piece.content.decode().strip().startswith('<div id="job-body"')


def test_failed_work_can_go_on(office, as_user):
    case = office.file()
    job = dry_run("take", "tab=all", by=office.officer)
    work = bulk.start_execution(job, by=office.officer)
    jobs._begin(work.pk)
    jobs._end(work, "failed", error="Disco pieno.")
    client = as_user(office.officer)

    assert "Disco pieno." in words(client.get(job_url(work)))
    client.post(job_url(work))
    work = done(work)

    assert [(row.case_id, row.outcome) for row in work.rows.all()] == [(case.pk, "done")]


def test_job_page_has_constant_queries_when_rows_grow(office, as_user):
    client, asked = as_user(office.officer), []
    for _round in range(2):
        office.file()
        job = dry_run("take", "tab=all", by=office.officer)
        client.get(job_url(job))
        with CaptureQueriesContext(connection) as queries:
            client.get(job_url(job))
        asked.append(len(queries))

    assert asked[0] == asked[1]
