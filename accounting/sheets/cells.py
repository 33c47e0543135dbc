"""Typed cells, prepared once for each column and refilled for each row.

openpyxl's write-only sheet makes a fresh cell for every styled value, which costs as much as
writing it. Rows are written before the next one is read, so one cell for each column is enough.
This module is the only place that relies on how openpyxl walks through a row and keeps a value.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from accounting.sheets.formulas import Formula
from accounting.sheets.model import Column, Kind
from accounting.sheets.values import READERS, in_words, is_risky, read_text

_FORMATS: dict[Kind, str] = {
    "text": "General",
    "code": "@",
    "integer": "0",
    "number": "General",
    "money": "#,##0.00",
    "percent": "0.00%",
    "date": "dd/mm/yyyy",
    "datetime": "dd/mm/yyyy hh:mm:ss",
}
_DATA_TYPES: dict[Kind, str] = {
    "text": "s",
    "code": "s",
    "integer": "n",
    "number": "n",
    "money": "n",
    "percent": "n",
    "date": "d",
    "datetime": "d",
}
_TEXT_LIMIT = 32_767
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class SteadyCell(Cell):
    """A cell that serves every row of its column: what stays the same is looked up once."""

    __slots__ = ("has_style", "letter", "style_id")

    def settle(self) -> None:
        """Look style and column letter up; the format stays as it is from here on."""
        self.letter = get_column_letter(self.column)
        self.style_id = self.parent.parent._cell_styles.add(self._style)  # noqa: SLF001 - see above
        self.has_style = any(self._style)

    @property
    def coordinate(self) -> str:
        """Where the cell stands in the row being written."""
        return f"{self.letter}{self.row}"


class CellStream(WriteOnlyWorksheet):
    """A write-only sheet to which rows of ready cells are appended."""

    def _values_to_row(self, values: Iterable[Cell], row_idx: int) -> Iterator[Cell]:
        for cell in values:
            cell.row = row_idx
            yield cell


def new_stream(workbook: Any, title: str) -> CellStream:
    """Add an empty sheet to a write-only workbook."""
    stream = CellStream(workbook, title)
    workbook._add_sheet(stream)  # noqa: SLF001 - create_sheet knows its own class only
    return stream


class Slot:
    """The place of one column in every row: turns a value into its cell and keeps the sum."""

    def __init__(
        self,
        sheet: CellStream,
        column: Column,
        position: int,
        calculate: Callable[["Slot", Formula], str],
    ) -> None:
        self.column = column
        self.position = position
        self.total: Decimal | int = Decimal("0.00") if column.kind == "money" else 0
        self.encode: Callable[[Any], Cell] = self._encoder(sheet)
        if column.or_text:
            self.encode = self._lenient(sheet, self.encode)
        if column.calculated:
            self.encode = self._calculator(sheet, self.encode, calculate)

    def _calculator(
        self,
        sheet: CellStream,
        plain: Callable[[Any], Cell],
        calculate: Callable[["Slot", Formula], str],
    ) -> Callable[[Any], Cell]:
        """Make an encoder that takes formulas as well as plain values."""
        read = READERS[self.column.kind]
        cell = self._blank(sheet)
        cell.data_type = "f"

        def encode(value: Any) -> Cell:
            if not isinstance(value, Formula):
                return plain(value)
            read(value.value)
            return _fill(cell, calculate(self, value))

        return encode

    def _lenient(self, sheet: CellStream, strict: Callable[[Any], Cell]) -> Callable[[Any], Cell]:
        """Make an encoder that writes what does not fit the column as text."""
        words = Slot(sheet, Column(self.column.key, "", "text"), self.position, _no_formula).encode

        def encode(value: Any) -> Cell:
            try:
                return strict(value)
            except (TypeError, ValueError):
                return words(in_words(value))

        return encode

    def _encoder(self, sheet: CellStream) -> Callable[[Any], Cell]:
        read = READERS[self.column.kind]
        cell = self._blank(sheet)
        if self.column.kind in ("text", "code"):
            quoted, absent = self._blank(sheet, quoted=True), WriteOnlyCell(sheet)
            return lambda value: _pick(cell, quoted, absent, read(value))
        if self.column.kind == "percent":
            return lambda value: _fill(cell, read(value) / 100)
        if self.column.total:
            return lambda value: _fill(cell, self._count(read(value)))
        return lambda value: _fill(cell, read(value))

    def _blank(self, sheet: CellStream, *, quoted: bool = False) -> Cell:
        """Make a cell in the format of the column."""
        cell = SteadyCell(sheet, column=self.position)
        cell.data_type = _DATA_TYPES[self.column.kind]
        cell.number_format = _FORMATS[self.column.kind]
        if self.column.align:
            cell.alignment = Alignment(horizontal=self.column.align)
        if quoted:
            cell.quotePrefix = True
        cell.settle()
        return cell

    def _count(self, value: Any) -> Any:
        self.total += value
        return value


def _no_formula(_slot: Slot, _formula: Formula) -> str:
    raise TypeError("a column of text holds no formula")


def text_cell(sheet: CellStream, text: str, position: int) -> Cell:
    """Make a text cell outside the rows: a title, a note, a column title."""
    plain, quoted, absent = (WriteOnlyCell(sheet) for _ in range(3))
    plain.data_type = quoted.data_type = "s"
    quoted.quotePrefix = True
    cell = _pick(plain, quoted, absent, read_text(text))
    cell.column = position
    return cell


def _pick(plain: Cell, quoted: Cell, absent: Cell, text: str) -> Cell:
    """Put text into `plain`, or into `quoted` when it could be taken for a formula.

    The cell type says text in both; the quote prefix of the second keeps a spreadsheet from
    reading a formula into it when somebody edits the cell. No text gives `absent`, which has
    neither value nor style and is left out of the file.
    """
    if not text:
        return absent
    return _fill(quoted if is_risky(text) else plain, _fit(text))


def _fill(cell: Any, value: Any) -> Cell:
    """Refill a cell whose type is fixed.

    The public setter would guess the type again, and take "=" for a formula and "#N/A" for an
    error.
    """
    cell._value = value  # noqa: SLF001 - see above
    filled: Cell = cell
    return filled


def _fit(text: str) -> str:
    """Escape what readers would decode (`_x0041_` is an A) and keep within a cell's length.

    A longer text ends in an ellipsis, so that the cut can be seen. The limit counts UTF-16 units.
    """
    if len(text) > _TEXT_LIMIT // 2:
        units = text.encode("utf-16-le")
        if len(units) > _TEXT_LIMIT * 2:
            text = units[: (_TEXT_LIMIT - 1) * 2].decode("utf-16-le", "ignore") + "…"
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text
