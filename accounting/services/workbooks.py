"""Making workbooks: asked for on a page, written by the worker, kept as they left the office."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from types import TracebackType
from typing import Self
from uuid import UUID

from django.core.files import File
from django.db import connection, connections, transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounting.models import FrozenWorkbook
from accounting.services.columns import chosen_columns
from accounting.sheets import SheetError, write_csv, write_workbook
from accounting.workbooks import Book, Request, WorkbookKind, kind_of, with_choice
from calls.models import Call
from parties import moment
from parties.models import User
from workflows.models import BackgroundJob
from workflows.services import jobs

JOB_KIND = "workbook"
FORMATS = ("xlsx", "csv")
PAUSE = 0.5


class Damaged(Exception):
    """The stored file is not the one that was kept: its digest differs."""


@dataclass(frozen=True)
class Written:
    """A finished file with what it holds: rows, their total and the ledger's, in EUR; its columns."""

    path: Path
    sha256: str
    rows: int
    total: Decimal
    ledger_total: Decimal
    as_of: datetime
    columns: Sequence[str]


def request_workbook(
    kind: str,
    call: Call | None,
    *,
    by: User,
    file_format: str = "xlsx",
    filters: Mapping[str, str] | None = None,
    key: UUID | None = None,
) -> BackgroundJob:
    """Ask the worker for a workbook about a call, or about all calls of its kind with None.

    It will hold the columns that `by` has chosen by now. `key` names the form: one sent twice starts
    one job. Raises `KeyError` for a kind that nobody
    registered and `ValueError` for a format that is neither "xlsx" nor "csv".
    """
    if file_format not in FORMATS:
        raise ValueError(f"no such format: {file_format}")
    return jobs.start_job(
        kind=JOB_KIND,
        title=title_of(kind_of(kind), call),
        by=by,
        inputs={
            "kind": kind,
            "call": call.pk if call else None,
            "format": file_format,
            "filters": dict(filters or {}),
            "columns": chosen_columns(kind, by=by),
        },
        key=key,
    )


def title_of(kind: WorkbookKind, call: Call | None) -> str:
    """Return what a workbook is called, in the language of the moment."""
    return f"{kind.title} – {call.code if call else _('all calls')}"


def make_workbook(job: BackgroundJob) -> list[dict[str, str]]:
    """Write, check and keep the workbook of a job; called by the worker, and as often as it likes.

    A job has one workbook: where it is there already, it is returned and nothing is written.
    """
    kept = FrozenWorkbook.objects.filter(job=job).first()
    if kept is None:
        with TemporaryDirectory(prefix="workbook-") as folder:
            kept = _keep(job, _write(job, Path(folder)))
    return [{"label": kept.title, "url": reverse("accounting:workbook", args=[kept.pk])}]


def open_kept(workbook: FrozenWorkbook) -> File:
    """Open the file of a kept workbook, once its digest has been checked; raises `Damaged`."""
    try:
        file = workbook.file.storage.open(workbook.file.name, "rb")
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise Damaged from error
    if digest != workbook.sha256:
        file.close()
        raise Damaged
    file.seek(0)
    return file


def _write(job: BackgroundJob, folder: Path) -> Written:
    """Write the file in one look at the database, with the texts in Italian."""
    asked = _request(job)
    kind, as_csv = kind_of(job.inputs["kind"]), job.inputs["format"] == "csv"
    path = folder / f"workbook.{job.inputs['format']}"
    with snapshot(), translation.override("it"):
        book = kind.build(asked)
        if job.inputs.get("columns"):
            book = with_choice(kind, book, job.inputs["columns"])
        with _Progress(job, book.row_count) as progress:
            try:
                return (
                    _write_csv(path, book, asked)
                    if as_csv
                    else _write_xlsx(path, book, asked, title_of(kind, asked.call), progress)
                )
            except SheetError as error:
                raise jobs.JobFailed(
                    _("A row cannot be written in the workbook: {reason}").format(reason=error)
                ) from error


def _request(job: BackgroundJob) -> Request:
    call = job.inputs["call"]
    return Request(
        call=Call.objects.get(pk=call) if call else None,
        as_of=moment.now(),
        filters=job.inputs["filters"],
    )


def _write_xlsx(
    path: Path, book: Book, asked: Request, title: str, progress: "_Progress"
) -> Written:
    summary = write_workbook(path, book.sheets, title=title, created=asked.as_of, progress=progress)
    first = book.sheets[0].title
    return Written(
        path,
        summary.sha256,
        summary.sheet_rows[first],
        Decimal(summary.totals[first][book.total]),
        book.ledger_total,
        asked.as_of,
        _titles(book),
    )


def _write_csv(path: Path, book: Book, asked: Request) -> Written:
    summary = write_csv(path, book.sheets[0])
    total = Decimal(summary.totals[book.total])
    return Written(
        path, summary.sha256, summary.rows, total, book.ledger_total, asked.as_of, _titles(book)
    )


def _titles(book: Book) -> list[str]:
    return [column.title for column in book.sheets[0].columns]


@transaction.atomic
def _keep(job: BackgroundJob, written: Written) -> FrozenWorkbook:
    """Keep the file under the name of its job: a run that was killed leaves one that is replaced."""
    BackgroundJob.objects.select_for_update(of=("self",)).get(pk=job.pk)
    kept = FrozenWorkbook.objects.filter(job=job).first()
    if kept is not None:
        return kept
    asked = _request(job)
    kind = kind_of(job.inputs["kind"])
    workbook = FrozenWorkbook(
        kind=kind.code,
        title=job.title,
        call=asked.call,
        by=job.by,
        job=job,
        made_at=written.as_of,
        sha256=written.sha256,
        rows=written.rows,
        total=written.total,
        ledger_total=written.ledger_total,
        columns=written.columns,
        left_out=[c.title for c in kind.columns if c.title not in written.columns],
    )
    code = asked.call.code if asked.call else "all"
    name = f"{kind.code}-{code}-{job.pk}{written.path.suffix}"
    storage = workbook.file.storage
    storage.delete(workbook.file.field.generate_filename(workbook, name))
    with written.path.open("rb") as file:
        workbook.file.save(name, File(file), save=False)
    workbook.save()
    return workbook


@contextmanager
def snapshot() -> Iterator[None]:
    """Read the database as it is at one instant: grants made meanwhile are in none of the sheets."""
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


class _Progress:
    """Says how far the work is, on a connection of its own: the snapshot can write nothing."""

    def __init__(self, job: BackgroundJob, total: int) -> None:
        self._job, self._total = job, total
        self._pool = ThreadPoolExecutor(1)
        self._last: Future[None] | None = None
        self._said_at = monotonic()

    def __enter__(self) -> Self:
        self._last = self._pool.submit(jobs.note_progress, self._job, 0, self._total)
        return self

    def __call__(self, done: int) -> None:
        """Note the rows written so far, now and then."""
        busy = self._last is not None and not self._last.done()
        if busy or monotonic() - self._said_at < PAUSE:
            return
        self._said_at = monotonic()
        self._last = self._pool.submit(
            jobs.note_progress, self._job, min(done, self._total), self._total
        )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._pool.submit(jobs.note_progress, self._job, self._total, self._total)
        self._pool.submit(connections.close_all)
        self._pool.shutdown()
