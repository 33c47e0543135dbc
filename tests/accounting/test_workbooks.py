"""Workbooks are made once, kept as they were made, and read at one instant."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from accounting.models import FrozenWorkbook, LedgerEntry
from accounting.services import ledger
from accounting.services import workbooks as services
from accounting.services.workbooks import Damaged, open_kept, request_workbook, snapshot
from tests.accounting.books import made
from tests.jobs import run_jobs
from workflows.models import BackgroundJob
from workflows.services.jobs import run_job

pytestmark = pytest.mark.django_db(transaction=True)


def in_threads(*acts):
    """Run acts at the same time, each on a connection of its own; return what they give."""

    def alone(act):
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(alone, acts))


def test_kept_file_gives_the_same_bytes_every_time(office):
    office.granted()
    workbook = made(office)
    office.granted()

    digests = []
    for _ in range(2):
        with open_kept(workbook) as file:
            digests.append(hashlib.sha256(file.read()).hexdigest())
    assert digests == [workbook.sha256] * 2


def test_changed_or_missing_file_is_not_given_out(office):
    workbook = made(office)
    path = workbook.file.path
    with open(path, "ab") as file:  # noqa: PTH123 (a path of the storage)
        file.write(b" ")

    with pytest.raises(Damaged):
        open_kept(workbook)
    default_storage.delete(workbook.file.name)
    with pytest.raises(Damaged):
        open_kept(workbook)


def test_work_done_again_after_a_kill_keeps_one_workbook(office):
    office.granted()
    job = request_workbook("granted", office.call, by=office.accountant)
    year = timezone.localdate().year
    name = f"workbooks/{year}/granted-COW-SPORT-{job.pk}.xlsx"
    default_storage.save(name, ContentFile(b"half a file of a worker that was killed"))

    for _ in range(2):
        run_job(job.pk)
        BackgroundJob.objects.filter(pk=job.pk).update(state="running", finished_at=None)
    run_jobs()

    workbook = FrozenWorkbook.objects.get()
    assert workbook.file.name == name
    assert default_storage.listdir(f"workbooks/{year}")[1] == [f"granted-COW-SPORT-{job.pk}.xlsx"]
    open_kept(workbook).close()
    job.refresh_from_db()
    assert job.results == [{"label": workbook.title, "url": f"/ufficio/estrazioni/{workbook.pk}/"}]


def test_two_workers_on_one_job_keep_one_workbook(office):
    office.granted()
    job = request_workbook("granted", office.call, by=office.accountant)

    results = in_threads(*[lambda: services.make_workbook(job)] * 2)

    assert results[0] == results[1]
    assert FrozenWorkbook.objects.count() == 1
    open_kept(FrozenWorkbook.objects.get()).close()


def test_snapshot_does_not_see_what_happens_meanwhile(office):
    case = office.file()

    with snapshot():
        before = LedgerEntry.objects.count()
        in_threads(lambda: ledger.reserve(case, Decimal(1), by=None, description="Prova"))
        assert LedgerEntry.objects.count() == before
    assert LedgerEntry.objects.count() == before + 1


def test_same_form_sent_twice_starts_one_job(office):
    key = "3f0f5c2e-3f5c-4f3e-9f0b-0d8f3b1c2a11"
    first, second = (
        request_workbook("granted", office.call, by=office.accountant, key=key) for _ in range(2)
    )

    assert first == second
    assert BackgroundJob.objects.count() == 1


def test_unknown_kind_or_format_is_refused(office):
    with pytest.raises(KeyError):
        request_workbook("nothing", office.call, by=office.accountant)
    with pytest.raises(ValueError, match="no such format: pdf"):
        request_workbook("granted", office.call, by=office.accountant, file_format="pdf")
