"""Failed work, letters, money, files and the installation: what is wrong is found and named."""

import os
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from letters.models import Delivery
from letters.services.failing import fail
from parties.roles import Role
from tests.workflows.by_hand import queued, sql
from tests.workflows.watching import found, one
from workflows import watch
from workflows.models import BackgroundJob, Case
from workflows.services import upkeep
from workflows.services.jobs import start_job

pytestmark = pytest.mark.django_db


def test_failed_job_is_found_until_it_is_settled(office):
    job = queued(status="failed", attempts=8)

    assert "prova.lavoro" in one("job_failed")[1]

    upkeep.settle_queued(job.pk, by=office.staff[Role.ADMINISTRATOR])

    assert found("job_failed") == []
    sql("UPDATE procrastinate_jobs SET attempts = 9 WHERE id = %s", job.pk)
    assert len(found("job_failed")) == 1


def test_job_whose_worker_is_gone_is_found(office):
    queued(status="doing")

    assert "prova.lavoro" in one("job_stalled")[1]


def test_work_that_failed_and_work_that_was_lost_are_found(office):
    now = timezone.now()
    BackgroundJob.objects.create(
        kind="workbook",
        title="Estrazione fallita",
        by=office.accountant,
        state="failed",
        error="Il modello manca.",
        finished_at=now,
    )
    lost = start_job(kind=watch.JOB_KIND, title="Perduto", by=office.accountant, inputs={})
    kept = start_job(kind=watch.JOB_KIND, title="In coda", by=office.accountant, inputs={})
    BackgroundJob.objects.filter(pk__in=[lost.pk, kept.pk]).update(
        created_at=now - timedelta(hours=1)
    )
    sql("DELETE FROM procrastinate_jobs WHERE args->>'job_id' = %s", str(lost.pk))

    sentences = [sentence for _c, _s, sentence in found("work_failed")]

    assert len(sentences) == 2
    assert ("Il modello manca." in sentences[0], "Perduto" in sentences[1]) == (True, True)


def test_silent_worker_is_found_when_something_waits_for_it(office):
    assert found("worker_silent") == []

    job = queued(status="todo")
    sql("UPDATE procrastinate_events SET at = now() - interval '1 hour' WHERE job_id = %s", job.pk)

    assert one("worker_silent")[0] == "urgent"

    sql("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now())")
    assert found("worker_silent") == []


def test_worker_that_stopped_is_found_though_nothing_waits(office):
    sql("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour')")

    assert one("worker_silent")[0] == "urgent"


def test_letter_that_failed_and_letter_that_waits_are_found(office):
    failed, waiting = office.file(), office.file()
    fail(Delivery.objects.get(letter__case=failed), "full", "550 casella piena")
    waiting.letters.update(numbered_at=timezone.now() - timedelta(hours=3))

    severity, sentence = one("letter_failed")

    assert (severity, "550 casella piena" in sentence) == ("urgent", True)
    assert waiting.number in one("letter_waiting")[1]


def test_letter_whose_file_is_another_and_file_without_letter_are_found(office):
    case = office.file()
    letter = case.letters.get()
    other = case.documents.filter(origin="applicant").first()
    sql(
        "UPDATE workflows_document SET sha256 = %s WHERE id = %s",
        "a" * 64,
        letter.document_id,
        table="workflows_document",
    )
    sql(
        "UPDATE workflows_document SET origin = 'letter' WHERE id = %s",
        other.pk,
        table="workflows_document",
    )

    assert [severity for _c, severity, _t in found("letter_without_document")] == [
        "urgent",
        "wrong",
    ]


def test_ACC_04_balance_that_is_not_the_sum_of_its_entries_is_found(office):
    sql(
        "UPDATE accounting_budget SET available = available + 10",
        table="accounting_budget",
    )

    sentences = [sentence for _c, _s, sentence in found("pots")]

    assert len(sentences) == 2
    assert all("COW-SPORT" in sentence for sentence in sentences)


def test_grant_without_its_money_and_money_without_a_grant_are_found(office):
    granted, refused = office.granted(), office.granted()
    sql(
        "DELETE FROM accounting_ledgerentry WHERE case_id = %s",
        granted.pk,
        table="accounting_ledgerentry",
    )
    Case.objects.filter(pk=refused.pk).update(amount=Decimal("100.00"))

    sentences = [sentence for _c, _s, sentence in found("ledger_of_cases")]

    assert [granted.number in sentences[0], refused.number in sentences[1]] == [True, True]
    assert ("600,00" in sentences[0], "100,00" in sentences[1]) == (True, True)


def test_file_that_is_gone_and_file_that_nobody_names_are_found(office, settings):
    case = office.file()
    gone = case.documents.order_by("pk").first()
    gone.file.storage.delete(gone.file.name)
    for folder, name in ((f"cases/{case.pk}", "resto"), ("cases/999999", "resto")):
        path = settings.MEDIA_ROOT / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"resto")
        old = (timezone.now() - timedelta(days=3)).timestamp()
        os.utime(path, (old, old))

    assert [severity for _c, severity, _t in found("files")] == ["urgent", "note", "note"]
    assert gone.name in found("files")[0][2]


def test_file_of_an_upload_that_goes_on_is_no_finding(office, settings):
    case = office.draft()
    (settings.MEDIA_ROOT / "cases" / str(case.pk) / "adesso").write_bytes(b"in arrivo")

    assert found("files") == []


def test_full_disk_is_found(office, settings):
    settings.DISK_LEAST_BYTES = 10**18

    assert one("disk_space")[0] == "urgent"


def test_key_and_mail_of_a_real_site_are_asked_for(office, settings):
    assert (found("sealing_key"), found("mail_backend")) == ([], [])

    settings.SITE_URL = "https://sportello.example.org"
    settings.HISTORY_KEY = settings.SECRET_KEY
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"

    assert [one(code)[0] for code in ("sealing_key", "mail_backend")] == ["urgent", "urgent"]

    settings.DEMO = True
    assert (found("sealing_key"), found("mail_backend")) == ([], [])
