"""Workbooks as accountants ask for them and others take them away."""

import hashlib
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounting.models import FrozenWorkbook
from accounting.services import ledger
from calls.models import Call
from parties.roles import Role
from tests.accounting.books import own_queries
from tests.jobs import run_jobs
from workflows.models import BackgroundJob

pytestmark = pytest.mark.django_db

LIST = "/ufficio/estrazioni/"
MAKE = "/ufficio/estrazioni/nuova/"
READERS = {Role.ACCOUNTANT, Role.DIRECTOR, Role.AUDITOR}
DATA = b"a workbook"


def keep(office, **changes):
    """Return a kept workbook with a file of its own."""
    workbook = FrozenWorkbook(
        **{
            "kind": "granted",
            "title": "Contributi concessi – COW-SPORT",
            "call": office.call,
            "by": office.accountant,
            "made_at": timezone.now(),
            "sha256": hashlib.sha256(DATA).hexdigest(),
            "rows": 2,
            "total": Decimal("1200.00"),
            "ledger_total": Decimal("1200.00"),
        }
        | changes
    )
    workbook.file.save("prova.xlsx", ContentFile(DATA))
    return workbook


def form(office, **changes):
    return {
        "kind": "granted",
        "call": office.call.pk,
        "file_format": "xlsx",
        "key": str(uuid4()),
    } | changes


def status_of(client, url):
    """Return the status of an answer; a file is read to its end, which closes it."""
    response = client.get(url)
    if response.streaming:
        list(response)
    return response.status_code


def download_of(workbook):
    return reverse("accounting:download_workbook", args=[workbook.pk])


@pytest.mark.django_db(transaction=True)
def test_workbook_is_asked_for_made_and_downloaded(office, as_user):
    office.granted()
    client = as_user(office.accountant)

    response = client.post(MAKE, form(office))
    job = BackgroundJob.objects.get()
    assert (response.status_code, response.url) == (302, f"/ufficio/lavori/{job.pk}/")
    assert client.get(LIST).context["running"].get() == job
    run_jobs()
    page = client.get(response.url)

    workbook = FrozenWorkbook.objects.get()
    assert f'href="{LIST}{workbook.pk}/"' in page.content.decode()
    assert client.get(f"{LIST}{workbook.pk}/").status_code == 200
    download = client.get(download_of(workbook))
    data = b"".join(download.streaming_content)
    assert hashlib.sha256(data).hexdigest() == workbook.sha256
    assert download["Content-Type"] == (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    assert download["Content-Disposition"] == (
        f'attachment; filename="granted-COW-SPORT-{job.pk}.xlsx"'
    )


def test_form_sent_twice_starts_one_job(office, as_user):
    client, sent = as_user(office.accountant), form(office)

    answers = [client.post(MAKE, sent).url for _ in range(2)]

    assert answers[0] == answers[1]
    assert BackgroundJob.objects.count() == 1


def test_filters_of_the_moves_travel_with_the_wish(office, as_user):
    sent = form(office, kind="ledger", file_format="csv", move="granted", since="2026-01-31")
    as_user(office.accountant).post(MAKE, sent)

    assert BackgroundJob.objects.get().inputs == {
        "kind": "ledger",
        "call": office.call.pk,
        "format": "csv",
        "filters": {"move": "granted", "since": "2026-01-31"},
        "columns": [],
    }


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"kind": "nothing"}, {"kind"}),
        ({"call": "0"}, {"call"}),
        ({"file_format": "pdf"}, {"file_format"}),
        ({"key": "x"}, {"key"}),
        ({"kind": "ledger", "since": "ieri"}, {"__all__"}),
        ({"kind": ""}, {"kind"}),
    ],
)
def test_form_that_makes_no_sense_comes_back_with_what_is_wrong(office, as_user, changes, wrong):
    response = as_user(office.accountant).post(MAKE, form(office, **changes))

    assert response.status_code == 422
    assert set(response.context["form"].errors) == wrong
    assert not BackgroundJob.objects.exists()


def test_workbook_is_not_made_for_calls_of_another_kind(office, as_user):
    internships = Call.objects.get(code="TIR-COW")
    ledger.endow(internships, Decimal(1), by=None, description="Prova")

    response = as_user(office.accountant).post(MAKE, form(office, call=internships.pk))

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"call"}


def test_kept_workbooks_say_whether_they_agree(office, as_user):
    keep(office)
    wrong = keep(office, total=Decimal("1200.01"))
    client = as_user(office.staff[Role.AUDITOR])

    page = client.get(LIST)
    assert [workbook.agrees for workbook in page.context["workbooks"]] == [False, True]
    assert "ui-tone-danger" in client.get(f"{LIST}{wrong.pk}/").content.decode()


def test_changed_file_is_not_sent(office, as_user):
    workbook = keep(office, sha256="0" * 64)

    response = as_user(office.accountant).get(download_of(workbook))

    assert response.status_code == 409
    assert response["Content-Type"].startswith("text/html")
    assert f'href="{download_of(workbook)}"' not in response.content.decode()


@pytest.mark.parametrize("role", Role)
def test_workbooks_are_for_those_whom_the_table_names(office, as_user, role):
    workbook = keep(office)
    client = as_user(office.staff[role])

    read = {
        status_of(client, url) for url in (LIST, f"{LIST}{workbook.pk}/", download_of(workbook))
    }
    made = client.post(MAKE, form(office)).status_code
    assert read == {200 if role in READERS else 403}
    assert made == (302 if role == Role.ACCOUNTANT else 403)
    assert BackgroundJob.objects.count() == (role == Role.ACCOUNTANT)


def test_applicants_and_strangers_see_no_workbook(office, as_user, client):
    workbook = keep(office)
    urls = (LIST, f"{LIST}{workbook.pk}/", download_of(workbook))

    assert {client.get(url).status_code for url in urls} == {302}
    applicant = as_user(office.applicant())
    assert {applicant.get(url).status_code for url in urls} == {403}
    assert applicant.post(MAKE, form(office)).status_code == 403


def test_only_who_may_make_one_sees_the_form(office, as_user):
    assert '<form method="post" action="/ufficio/estrazioni/nuova/"' in (
        " ".join(as_user(office.accountant).get(LIST).content.decode().split())
    )
    assert MAKE not in as_user(office.director).get(LIST).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_are_as_many_for_one_row_as_for_three(office, as_user, rows):
    for _ in range(rows):
        keep(office)
    client = as_user(office.accountant)
    client.get(LIST)

    with CaptureQueriesContext(connection) as queries:
        client.get(LIST)
    assert len(own_queries(queries)) == 6
