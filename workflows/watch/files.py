"""Files and their rows: a file that no row names, a row whose file is gone, a full disk."""

import shutil
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ui.formats import file_size
from workflows.models import Document
from workflows.watch.registry import Finding, Group, Severity, register_check
from workflows.watch.standing import BATCH, page_of

FOLDER = "cases"
# A file lies there before its row is committed.
GRACE = timedelta(days=1)

# Case, file, name of the document, number of the case.
Row = tuple[int, Any, str, str | None]


def files_and_rows() -> Iterator[Finding]:
    """Yield documents whose file is gone, and files that belong to no document.

    Only a disk is looked at: a store behind a network keeps its own books.
    """
    if isinstance(default_storage, FileSystemStorage):
        yield from _of_cases()
        yield from _outside_cases()


def _of_cases() -> Iterator[Finding]:
    """Read folders and rows side by side, both in the order of the cases.

    One question to the database, and never more in hand than the files of one case.
    """
    rows: Iterable[Row] = (
        Document.objects.filter(case__isnull=False)
        .order_by("case_id", "pk")
        .values_list("case_id", "file", "name", "case__number")
        .iterator(BATCH)
    )
    by_case = groupby(rows, key=lambda row: row[0])
    folders = iter(_folders())
    folder = next(folders, None)
    for case_id, found in by_case:
        while folder is not None and folder < case_id:
            yield from _orphans(folder, set())
            folder = next(folders, None)
        documents = list(found)
        here = _files(case_id) if folder == case_id else set()
        yield from _missing(documents, here)
        if folder == case_id:
            yield from _orphans(case_id, {file for _case, file, *_rest in documents}, here)
            folder = next(folders, None)
    while folder is not None:
        yield from _orphans(folder, set())
        folder = next(folders, None)


def _outside_cases() -> Iterator[Finding]:
    rows = Document.objects.filter(case__isnull=True).order_by("pk").values_list("file", "name")
    for file, name in rows.iterator(BATCH):
        if not default_storage.exists(file):
            yield Finding(
                _(
                    "The file of the document “{name}” of the register is gone from the disk."
                ).format(name=name),
                severity=Severity.URGENT,
            )


def disk_space() -> Iterator[Finding]:
    """Yield that the disk of the documents is nearly full."""
    folder = settings.MEDIA_ROOT
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < settings.DISK_LEAST_BYTES:
        yield Finding(
            _(
                "Only {free} are left on the disk of the documents: below {least}, uploads and letters are at risk."
            ).format(free=file_size(free), least=file_size(settings.DISK_LEAST_BYTES)),
            severity=Severity.URGENT,
        )


def _folders() -> list[int]:
    """Return the cases that have a folder, in order."""
    if not default_storage.exists(FOLDER):
        return []
    names, _files = default_storage.listdir(FOLDER)
    return sorted(int(name) for name in names if name.isdecimal())


def _files(case_id: int) -> set[str]:
    _folders_within, names = default_storage.listdir(f"{FOLDER}/{case_id}")
    return {f"{FOLDER}/{case_id}/{name}" for name in names}


def _missing(documents: list[Row], here: set[str]) -> Iterator[Finding]:
    for case_id, file, name, number in documents:
        # What does not lie in the folder of its case is asked for by name.
        if file not in here and not default_storage.exists(file):
            yield Finding(
                _("Case {number}: the file of the document “{name}” is gone from the disk.").format(
                    number=number or case_id, name=name
                ),
                page_of(case_id) if number else "",
                Severity.URGENT,
            )


def _orphans(case_id: int, named: set[str], here: set[str] | None = None) -> Iterator[Finding]:
    loose = sorted((_files(case_id) if here is None else here) - named)
    old = [
        file for file in loose if default_storage.get_modified_time(file) < timezone.now() - GRACE
    ]
    if old:
        yield Finding(
            _("{count} files lie in the folder {folder} and belong to no document.").format(
                count=len(old), folder=f"{FOLDER}/{case_id}"
            ),
            severity=Severity.NOTE,
        )


def register() -> None:
    """Make these checks known."""
    register_check(
        "files",
        gettext_lazy("Documents without a file, files without a document"),
        files_and_rows,
        group=Group.HOUSE,
        advice=gettext_lazy(
            "Bring a file that is gone back from the backup, under the same name. A file without "
            "a document is the rest of an upload that was broken off: it may be removed by hand."
        ),
    )
    register_check(
        "disk_space",
        gettext_lazy("Space left for documents"),
        disk_space,
        group=Group.HOUSE,
        advice=gettext_lazy("Make the disk larger, or move the documents to a larger one."),
    )
