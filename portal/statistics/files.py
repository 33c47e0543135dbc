"""The tables of the statistics as files for other programs."""

import io
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounting.sheets import Column, Sheet, write_csv, write_workbook
from portal.statistics.tables import Table

WIDE, NARROW = 44, 20


def as_csv(table: Table) -> bytes:
    """Return a table as CSV: header and rows; what is kept back is an empty cell."""
    stream = io.BytesIO()
    write_csv(stream, _sheet(table))
    return stream.getvalue()


def as_xlsx(table: Table, at: datetime) -> bytes:
    """Return a table as a workbook that says what it counts, and when."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tabella.xlsx"
        language = "en" if get_language() == "en" else "it"
        write_workbook(
            path, [_sheet(table)], title=table.about.title, created=at, language=language
        )
        return path.read_bytes()


def _sheet(table: Table) -> Sheet:
    heads = (Column(head.key, head.title, head.kind, width=NARROW) for head in table.heads)
    notes = [table.about.says]
    if table.has_hidden:
        notes.append(_("Empty cells are kept back: they would tell of too few people."))
    rows = ((line.label, *line.figures) for line in table.lines)
    return Sheet(
        table.about.title[:31],
        [Column("voce", table.about.first, "text", width=WIDE), *heads],
        rows,
        notes,
    )
