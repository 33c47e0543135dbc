"""The list of published grants of a year as files for other programs, written line by line (TRA-08)."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple
from datetime import date
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from accounting.sheets.values import is_risky
from coworking_registry.open_data import LICENCE, LICENCE_URL
from grants.publication import Line
from grants.workbooks.transparency import COLUMNS

# The names of the dataset in every format: they stay as they are (TRA-10).
NAMES = tuple(str(column.title) for column in COLUMNS)
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
}


def written(ending: str, year: int, found: Iterable[Line], day: date) -> Iterator[str]:
    """Yield the list of a year in one of `TYPES`; `day` says as of when."""
    return _WRITERS[ending](year, found, day)


def _as_csv(_year: int, found: Iterable[Line], _day: date) -> Iterator[str]:
    """Semicolons and decimal commas, as spreadsheets here read them; no text runs as a formula."""
    # The signature makes spreadsheets read UTF-8.
    yield "\ufeff" + _row(NAMES)
    for line in found:
        yield _row(_cell(value) for value in astuple(line))


def _as_json(year: int, found: Iterable[Line], day: date) -> Iterator[str]:
    head = {
        "anno": year,
        "aggiornato": day.isoformat(),
        "licenza": LICENCE,
        "licenza_url": LICENCE_URL,
    }
    yield f'{json.dumps(head)[:-1]}, "concessioni": ['
    for number, line in enumerate(found):
        row = dict(zip(NAMES, map(_plain, astuple(line)), strict=True))
        yield (",\n" if number else "\n") + json.dumps(row, ensure_ascii=False)
    yield "\n]}\n"


def _as_xml(year: int, found: Iterable[Line], day: date) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<concessioni anno="{year}" aggiornato="{day.isoformat()}" licenza="{LICENCE}">\n'
    for line in found:
        cells = zip(NAMES, map(_plain, astuple(line)), strict=True)
        inner = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in cells)
        yield f"<concessione>{inner}</concessione>\n"
    yield "</concessioni>\n"


_WRITERS: dict[str, Callable[[int, Iterable[Line], date], Iterator[str]]] = {
    "csv": _as_csv,
    "json": _as_json,
    "xml": _as_xml,
}


def _plain(value: Any) -> Any:
    """Return a value as other programs read it: days as YYYY-MM-DD, amounts with a point."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _cell(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    text = str(value)
    return f"'{text}" if text and is_risky(text) else text


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(cells)
    return line.getvalue()
