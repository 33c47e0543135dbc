"""A sheet of which only some columns are wanted, in an order of one's own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from accounting.sheets.model import Sheet, SheetError


def with_columns(sheet: Sheet, keys: Sequence[str]) -> Sheet:
    """Return the sheet with these of its columns alone, in this order; rows are still read once.

    Raises SheetError for a key that the sheet does not have, or has been given twice.
    """
    places = {column.key: place for place, column in enumerate(sheet.columns)}
    unknown = [key for key in keys if key not in places]
    if unknown:
        raise SheetError(f"sheet {sheet.title!r}: no column {unknown[0]!r}")
    chosen = [places[key] for key in keys]
    return replace(
        sheet,
        columns=[sheet.columns[place] for place in chosen],
        rows=_rows(sheet, chosen),
    )


def _rows(sheet: Sheet, chosen: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    for number, row in enumerate(sheet.rows, 1):
        if len(row) != len(sheet.columns):
            raise SheetError(
                f"sheet {sheet.title!r}, row {number}: "
                f"{len(row)} values for {len(sheet.columns)} columns"
            )
        yield tuple(row[place] for place in chosen)
