"""One sheet of a workbook, from top to bottom: title, notes, totals, header, rows.

The totals stand above the header, outside the filtered range, because a filter or a sort may
swallow a row below the table and nobody scrolls down 100,000 rows to find it; frozen with the
header they are always in sight. They are formulas over the visible rows (SUBTOTAL 109), so they
follow every filter.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.page import PageMargins

from accounting.sheets import archive
from accounting.sheets.cells import Slot, new_stream, text_cell
from accounting.sheets.formulas import Formula, Result
from accounting.sheets.model import Column, Kind, Sheet, SheetError, Tone
from accounting.sheets.values import read_text

Progress = Callable[[int], None]

_PROGRESS_STEP = 500
_LABELS = {"it": "Totale delle righe visibili", "en": "Total of visible rows"}
_WIDTHS: dict[Kind, float] = {
    "text": 28,
    "code": 18,
    "integer": 10,
    "number": 14,
    "money": 16,
    "percent": 10,
    "date": 12,
    "datetime": 20,
}
_TAB_LENGTH = 31
_A4 = 9
# Characters side by side on a sheet that can still be read.
_PAGE_WIDTH = 200
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.7, "header": 0.3, "footer": 0.3}

# The name is that of the default style: without one LibreOffice falls back to a serif face.
_FACE = "Calibri"
_TITLE_FONT = Font(name=_FACE, bold=True, size=14)
_BOLD = Font(name=_FACE, bold=True)
_HEADER_FONT = Font(name=_FACE, bold=True, color="FFFFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor="FF17324D")
_TOTAL_FILL = PatternFill("solid", fgColor="FFE6ECF2")
_TONES: dict[Tone, tuple[str, str]] = {
    "good": ("FF00664A", "FFE3F4EE"),
    "bad": ("FFA8243A", "FFFDEBEE"),
}
_HEADER_ALIGNMENT = Alignment(horizontal="center", vertical="center", wrap_text=True)


class Table:
    """One sheet on its way into the workbook; its formulas may name the sheets `before` it."""

    def __init__(
        self, workbook: Workbook, sheet: Sheet, language: str, before: Sequence["Table"] = ()
    ) -> None:
        self.sheet = sheet
        self.rows = 0
        self._before = {table.sheet.title: table for table in before}
        self._cells: dict[str, Result] = {}
        self.tab = tab_name(sheet.title, [other.title for other in workbook.worksheets])
        self._stream = new_stream(workbook, self.tab)
        self._slots = [
            Slot(self._stream, column, position, self._calculate)
            for position, column in enumerate(sheet.columns, 1)
        ]
        self._summed = [slot for slot in self._slots if slot.column.total]
        self._header_row = 2 + len(sheet.note_lines) + bool(self._summed)
        self._label = _LABELS[language]

    @property
    def _last_row(self) -> int:
        """Row of the last value; with no rows, the empty one below the header."""
        return self._header_row + max(self.rows, 1)

    def write(self, before: int, progress: Progress | None) -> None:
        """Write the whole sheet; `before` rows of earlier sheets are added for `progress`."""
        self._lay_out()
        self._write_head()
        room = archive.LAST_POSSIBLE_ROW - self._header_row
        append, encode = self._stream.append, self._encode
        for number, row in enumerate(self.sheet.rows, 1):
            if number > room:
                raise SheetError(f"sheet {self.sheet.title!r}: more than {room} rows")
            append(encode(number, row))
            self.rows = number
            if progress and not (before + number) % _PROGRESS_STEP:
                progress(before + number)
        last = get_column_letter(len(self._slots))
        stream: Any = self._stream
        stream.auto_filter.ref = f"A{self._header_row}:{last}{self._header_row + self.rows}"
        self._colour()
        stream.close()

    def totals(self) -> dict[str, Decimal | int]:
        """Give the sum of each totalled column by key."""
        return {slot.column.key: slot.total for slot in self._summed}

    def results(self) -> archive.Results:
        """Give what the sums and the calculated cells come to."""
        totals = {
            get_column_letter(slot.position): (self._last_row, str(slot.total))
            for slot in self._summed
        }
        return archive.Results(totals, self._cells)

    def reference(self, key: str) -> str:
        """Give the range of a column's values, as formulas of other sheets name it."""
        letter = self._letter(key)
        tab = quote_sheetname(self.tab)
        return f"{tab}!${letter}${self._header_row + 1}:${letter}${self._last_row}"

    def _letter(self, key: str) -> str:
        for slot in self._slots:
            if slot.column.key == key:
                return get_column_letter(slot.position)
        raise SheetError(f"sheet {self.sheet.title!r}: no column {key!r}")

    def _calculate(self, slot: Slot, formula: Formula) -> str:
        """Give the text of a formula in the row being written, and keep its value."""
        row = self._header_row + self.rows + 1
        self._cells[f"{get_column_letter(slot.position)}{row}"] = formula.value

        def find(title: str | None, key: str) -> str:
            if title is None:
                return f"{self._letter(key)}{row}"
            if title not in self._before:
                raise SheetError(f"sheet {self.sheet.title!r}: no sheet {title!r} before it")
            return self._before[title].reference(key)

        return formula.resolved(find)

    def _colour(self) -> None:
        """Colour the cells that hold one of a column's words."""
        stream: Any = self._stream
        for slot in self._slots:
            letter = get_column_letter(slot.position)
            for word, tone in slot.column.tones.items():
                ink, paper = _TONES[tone]
                stream.conditional_formatting.add(
                    f"{letter}{self._header_row + 1}:{letter}{self._last_row}",
                    CellIsRule(
                        operator="equal",
                        formula=['"{}"'.format(word.replace('"', '""'))],
                        font=Font(color=ink, bold=True),
                        fill=PatternFill("solid", bgColor=paper),
                    ),
                )

    def _encode(self, number: int, row: Sequence[object]) -> list[Cell]:
        """Turn one row into cells, none for an empty value."""
        if len(row) != len(self._slots):
            raise SheetError(
                f"sheet {self.sheet.title!r}, row {number}: "
                f"{len(row)} values for {len(self._slots)} columns"
            )
        cells = []
        slot = self._slots[0]
        try:
            for slot, value in zip(self._slots, row, strict=True):
                if value is not None:
                    cells.append(slot.encode(value))
        except (TypeError, ValueError) as reason:
            raise SheetError(
                f"sheet {self.sheet.title!r}, row {number}, column {slot.column.key!r}: {reason}"
            ) from reason
        return cells

    def _lay_out(self) -> None:
        """Set widths, frozen rows and printing; openpyxl wants them before the first row."""
        # The published types leave out what a write-only sheet shares with an ordinary one.
        stream: Any = self._stream
        for slot in self._slots:
            stream.column_dimensions[get_column_letter(slot.position)].width = _width(slot.column)
        stream.freeze_panes = f"A{self._header_row + 1}"
        stream.row_dimensions[self._header_row].height = 32
        stream.print_title_rows = f"{self._header_row}:{self._header_row}"
        stream.page_setup.orientation = "landscape"
        stream.page_setup.paperSize = _A4
        # A very wide table goes on to further pages: on one of them nobody could read it.
        wide = sum(_width(slot.column) for slot in self._slots)
        stream.page_setup.fitToWidth = max(1, round(wide / _PAGE_WIDTH))
        stream.page_setup.fitToHeight = 0
        stream.sheet_properties.pageSetUpPr.fitToPage = True
        stream.page_margins = PageMargins(**_MARGINS)
        stream.HeaderFooter.oddFooter.left.text = "&A"
        stream.HeaderFooter.oddFooter.right.text = "&P / &N"

    def _write_head(self) -> None:
        """Write title, notes, totals and header."""
        heading = text_cell(self._stream, self.sheet.title, 1)
        heading.font = _TITLE_FONT
        self._stream.append([heading])
        for line in self.sheet.note_lines:
            self._stream.append([text_cell(self._stream, line, 1)])
        if self._summed:
            self._stream.append([self._total_cell(slot) for slot in self._slots])
        self._stream.append([self._header_cell(slot) for slot in self._slots])

    def _header_cell(self, slot: Slot) -> Cell:
        cell = text_cell(self._stream, slot.column.title, slot.position)
        cell.font = _HEADER_FONT
        cell.fill = _HEADER_FILL
        cell.alignment = _HEADER_ALIGNMENT
        return cell

    def _total_cell(self, slot: Slot) -> Cell:
        """Make the sum of a column, the label in the first column without one, or a blank."""
        first_plain = next((other for other in self._slots if not other.column.total), None)
        label = self._label if slot is first_plain else ""
        cell = text_cell(self._stream, label, slot.position)
        cell.font = _BOLD
        cell.fill = _TOTAL_FILL
        if slot.column.total:
            letter = get_column_letter(slot.position)
            cell.value = archive.open_total(letter, self._header_row + 1)
            cell.number_format = "#,##0.00" if slot.column.kind == "money" else "0"
        return cell


def tab_name(title: str, taken: Sequence[str]) -> str:
    """Give the name of a tab: at most 31 characters, none forbidden, different from `taken`."""
    clean = re.sub(r"[\[\]:*?/\\\s]+", " ", read_text(title)).strip(" '") or "-"
    used = {name.casefold() for name in taken}
    name = clean[:_TAB_LENGTH].rstrip(" '")
    number = 1
    while name.casefold() in used:
        number += 1
        ending = f" {number}"
        name = clean[: _TAB_LENGTH - len(ending)].rstrip(" '") + ending
    return name


def _width(column: Column) -> float:
    """Give the wanted width, or one that suits the kind and holds the longest header word."""
    if column.width:
        return column.width
    longest = max((len(word) for word in column.title.split()), default=0)
    # Room for the filter arrow beside the word.
    return max(_WIDTHS[column.kind], longest + 5)
