"""The container of a workbook, written so that the same content gives the same bytes.

An office can then rebuild a frozen export and compare digests. The promise holds for the same
versions of Python, zlib, lxml and openpyxl.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from shutil import copyfileobj
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from accounting.sheets.formulas import Result

LAST_POSSIBLE_ROW = 1_048_576

_UNIX = 3
_OWNER_READS_AND_WRITES = 0o600 << 16
_BLOCK = 4 * 1024 * 1024
_OPEN_TOTAL = re.compile(
    rb"<f>SUBTOTAL\(109,(?P<letter>[A-Z]+)(?P<first>\d+):(?P=letter)%d\)</f><v ?(?:/>|></v>)"
    % LAST_POSSIBLE_ROW
)

_FORMULA = re.compile(
    rb'<c r="(?P<cell>[A-Z]+\d+)"(?P<style>[^>]*)>(?P<formula><f>[^<]*</f>)<v ?(?:/>|></v>)'
)


@dataclass(frozen=True, slots=True)
class Results:
    """What the formulas of a sheet give: sums by column letter, calculated cells by place.

    A sum comes with its last row.
    """

    totals: Mapping[str, tuple[int, str]]
    cells: Mapping[str, Result]


def open_total(letter: str, first_row: int) -> str:
    """Give the formula of a sum whose last row is not known yet."""
    return f"=SUBTOTAL(109,{letter}{first_row}:{letter}{LAST_POSSIBLE_ROW})"


def save(
    workbook: Workbook,
    path: str | PathLike[str],
    moment: datetime,
    results: Mapping[str, Results],
) -> None:
    """Save a write-only workbook with every time set to `moment` (UTC without zone).

    `results` gives by tab what its formulas come to: the open ones are closed with it. The value
    is what a reader sees that does not calculate, such as a mail preview or Excel before "Enable
    editing".
    """
    # openpyxl files the sheets by number, in the order of the tabs.
    parts = {
        f"xl/worksheets/sheet{number}.xml": results[sheet.title]
        for number, sheet in enumerate(workbook.worksheets, 1)
    }
    with _SteadyZip(path, moment, parts) as archive:
        ExcelWriter(workbook, archive).write_data()


class _SteadyZip(ZipFile):
    """A zip file in which no entry tells when or where it was made."""

    def __init__(
        self, path: str | PathLike[str], moment: datetime, parts: Mapping[str, Results]
    ) -> None:
        super().__init__(path, "w", ZIP_DEFLATED, allowZip64=True)
        self._stamp = moment.timetuple()[:6]
        self._parts = parts

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        super().writestr(self._entry(str(zinfo_or_arcname)), data, compress_type, compresslevel)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        entry = self._entry(arcname)
        with Path(filename).open("rb") as source, self.open(entry, "w", force_zip64=True) as target:
            # The totals stand above the table, and a sheet of formulas is short: one block.
            head, results = source.read(_BLOCK), self._parts[arcname]
            target.write(_close_cells(_close_totals(head, results.totals), results.cells))
            copyfileobj(source, target, _BLOCK)

    def _entry(self, name: str) -> ZipInfo:
        entry = ZipInfo(name, self._stamp)
        entry.compress_type = ZIP_DEFLATED
        entry.create_system = _UNIX
        entry.external_attr = _OWNER_READS_AND_WRITES
        return entry


def _close_totals(head: bytes, totals: Mapping[str, tuple[int, str]]) -> bytes:
    """Put last row and value into the open formulas; raise RuntimeError when one is missing."""

    def closed(match: re.Match[bytes]) -> bytes:
        letter, first = match["letter"].decode(), match["first"].decode()
        last, value = totals[letter]
        reference = f"{letter}{first}:{letter}{last}"
        return f"<f>SUBTOTAL(109,{reference})</f><v>{value}</v>".encode()

    head, count = _OPEN_TOTAL.subn(closed, head)
    if count != len(totals):
        raise RuntimeError(f"{count} totals found in the sheet instead of {len(totals)}")
    return head


def _close_cells(head: bytes, cells: Mapping[str, Result]) -> bytes:
    """Put values into calculated cells; raise RuntimeError when one is missing."""

    def closed(match: re.Match[bytes]) -> bytes:
        value = cells[match["cell"].decode()]
        kind = b' t="str"' if isinstance(value, str) else b""
        shown = escape(str(value)).encode()
        return b'<c r="%b"%b%b>%b<v>%b</v>' % (
            match["cell"],
            match["style"],
            kind,
            match["formula"],
            shown,
        )

    head, count = _FORMULA.subn(closed, head)
    if count != len(cells):
        raise RuntimeError(f"{count} calculated cells found in the sheet instead of {len(cells)}")
    return head


def to_utc(moment: datetime) -> datetime:
    """Give UTC without zone, cut to the second, as document properties want it."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
