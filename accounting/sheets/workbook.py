"""Workbooks (XLSX) of any length in little memory: each row is written before the next is read.

A file appears whole or not at all, and the same input with the same time gives the same bytes.
"""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from accounting.sheets import archive
from accounting.sheets.model import Sheet, SheetError, WorkbookSummary
from accounting.sheets.table import Progress, Table
from accounting.sheets.values import ROME, read_text

_CREATOR = "Sportello"
_LANGUAGES = {"it": "it-IT", "en": "en-GB"}


def write_workbook(
    path: str | os.PathLike[str],
    sheets: Sequence[Sheet],
    *,
    title: str,
    created: datetime,
    language: str = "it",
    progress: Progress | None = None,
) -> WorkbookSummary:
    """Write sheets to an XLSX file and return rows, totals (money in EUR) and SHA-256.

    `created` is the time of the document (a naive one is Italian time); with the same input it
    gives the same bytes. `language` ("it" or "en") is that of the totals label. `progress` is
    called with the rows written so far, over all sheets, after every 500. The file appears under
    `path` only when complete. Raises SheetError for a value that does not fit its column (sheet,
    row and column are named), for more rows than a sheet holds, for two sheets of one title.
    """
    _check(sheets, language)
    moment = archive.to_utc(created if created.tzinfo else created.replace(tzinfo=ROME))
    workbook = _new_workbook(title, moment, language)
    target = Path(path)
    part = target.with_name(f"{target.name}.part")
    tables = []
    try:
        for sheet in sheets:
            tables.append(Table(workbook, sheet, language, tables[:]))
            tables[-1].write(sum(table.rows for table in tables), progress)
        archive.save(workbook, part, moment, {table.tab: table.results() for table in tables})
        part.replace(target)
    except BaseException:
        _discard(workbook)
        part.unlink(missing_ok=True)
        raise
    with target.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return WorkbookSummary(
        rows=sum(table.rows for table in tables),
        sheet_rows={table.sheet.title: table.rows for table in tables},
        totals={table.sheet.title: table.totals() for table in tables},
        sha256=digest,
    )


def _check(sheets: Sequence[Sheet], language: str) -> None:
    titles = [sheet.title for sheet in sheets]
    if not titles:
        raise SheetError("a workbook needs a sheet")
    if len(set(titles)) != len(titles):
        raise SheetError("two sheets share a title")
    if language not in _LANGUAGES:
        raise SheetError(f"unknown language {language!r}")


def _new_workbook(title: str, moment: datetime, language: str) -> Workbook:
    workbook = Workbook(write_only=True)
    properties = workbook.properties
    properties.title = read_text(title)
    properties.creator = properties.lastModifiedBy = _CREATOR
    properties.language = _LANGUAGES[language]
    properties.created = properties.modified = moment
    return workbook


def _discard(workbook: Workbook) -> None:
    """Remove the temporary files of a workbook that is not finished.

    openpyxl would keep them until the process ends, which a worker does not do for weeks.
    """
    sheets: list[Any] = workbook.worksheets
    for sheet in sheets:
        writer = sheet._writer  # noqa: SLF001 - openpyxl offers no way to give up a file
        if writer is None:
            continue
        with suppress(Exception):
            sheet.close()
        with suppress(OSError, ValueError):
            writer.cleanup()
