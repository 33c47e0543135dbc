"""CSV for other programs: header and rows only, UTF-8 with signature, CRLF line ends."""

import csv
import hashlib
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from os import PathLike
from pathlib import Path
from typing import Any, Protocol

from accounting.sheets.formulas import Formula
from accounting.sheets.model import Column, FileSummary, Sheet, SheetError
from accounting.sheets.values import READERS, in_words, is_risky


class ByteSink(Protocol):
    """Anything bytes can be written to: an open binary file or an HTTP response."""

    def write(self, data: bytes, /) -> object:
        """Take the next bytes."""


def write_csv(
    path_or_stream: str | PathLike[str] | ByteSink,
    sheet: Sheet,
    *,
    separator: str = ";",
    decimal_comma: bool = True,
) -> FileSummary:
    """Write a sheet as CSV to a path or a binary stream and return rows, totals and digest.

    Title, notes and totals stay out: the first line holds the column titles. Dates are
    dd/mm/yyyy, times HH:MM:SS of Italy, amounts and percentages have a decimal comma (or point)
    and no grouping. Text a spreadsheet could run as a formula gets a leading apostrophe; numbers
    never do. The same input always gives the same bytes. Source: ACC, export 1 (UTF-8, `;`,
    decimal comma). Raises SheetError naming row and column of a value that does not fit.
    """
    if isinstance(path_or_stream, str | PathLike):
        with Path(path_or_stream).open("wb") as stream:
            return _write(stream, sheet, separator, comma=decimal_comma)
    return _write(path_or_stream, sheet, separator, comma=decimal_comma)


class _Utf8:
    """Text sink for the csv module: encodes, hashes and passes on."""

    def __init__(self, sink: ByteSink) -> None:
        self._sink = sink
        self.digest = hashlib.sha256()

    def write(self, text: str) -> None:
        data = text.encode("utf-8")
        self.digest.update(data)
        self._sink.write(data)


def _write(sink: ByteSink, sheet: Sheet, separator: str, *, comma: bool) -> FileSummary:
    output = _Utf8(sink)
    # The signature makes Excel read UTF-8 instead of the local code page.
    output.write("\ufeff")
    writer = csv.writer(output, delimiter=separator, lineterminator="\r\n")
    writer.writerow([_show_text(READERS["text"](column.title)) for column in sheet.columns])
    shows = [_formatter(column, comma=comma) for column in sheet.columns]
    totals: dict[str, Decimal | int] = {
        column.key: Decimal("0.00") if column.kind == "money" else 0
        for column in sheet.columns
        if column.total
    }
    number = 0
    for number, row in enumerate(sheet.rows, 1):
        writer.writerow(_fields(sheet, shows, number, row))
        for column, value in zip(sheet.columns, row, strict=True):
            if column.total and value is not None:
                totals[column.key] += value
    return FileSummary(rows=number, totals=totals, sha256=output.digest.hexdigest())


def _fields(sheet: Sheet, shows: list[Callable[[Any], str]], number: int, row: Any) -> list[str]:
    """Turn one row into texts; raise SheetError with the place of a value that does not fit."""
    if len(row) != len(shows):
        raise SheetError(
            f"sheet {sheet.title!r}, row {number}: {len(row)} values for {len(shows)} columns"
        )
    fields: list[str] = []
    try:
        for show, value in zip(shows, row, strict=True):
            fields.append("" if value is None else show(value))
    except (TypeError, ValueError) as reason:
        key = sheet.columns[len(fields)].key
        raise SheetError(
            f"sheet {sheet.title!r}, row {number}, column {key!r}: {reason}"
        ) from reason
    return fields


def _formatter(column: Column, *, comma: bool) -> Callable[[Any], str]:
    """Prepare the function that turns a value of a column into its text."""
    if column.calculated:
        show = _formatter(replace(column, calculated=False), comma=comma)
        return lambda value: show(value.value if isinstance(value, Formula) else value)
    if column.or_text:
        return _lenient(_formatter(replace(column, or_text=False), comma=comma))
    read = READERS[column.kind]
    if column.kind in ("text", "code"):
        return lambda value: _show_text(read(value))
    if column.kind in ("date", "datetime"):
        pattern = "%d/%m/%Y" if column.kind == "date" else "%d/%m/%Y %H:%M:%S"
        return lambda value: read(value).strftime(pattern)
    if column.kind == "integer":
        return lambda value: str(read(value))
    show = _show_decimal if column.kind in ("money", "percent") else _show_number
    return lambda value: show(read(value)).replace(".", "," if comma else ".")


def _lenient(strict: Callable[[Any], str]) -> Callable[[Any], str]:
    def show(value: Any) -> str:
        try:
            return strict(value)
        except (TypeError, ValueError):
            return _show_text(in_words(value))

    return show


def _show_text(text: str) -> str:
    return f"'{text}" if text and is_risky(text) else text


def _show_number(value: Decimal) -> str:
    return f"{value:f}"


def _show_decimal(value: Decimal) -> str:
    """Show two decimals, or more when the number has them (a rate of 0.125 %)."""
    shown = f"{value:.2f}"
    return shown if Decimal(shown) == value else f"{value.normalize():f}"
