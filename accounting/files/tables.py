"""Tables that go to whoever works in a register of the State and come back filled in: UTF-8 with `;`."""

import csv
import io
from collections.abc import Collection, Iterable, Mapping

from accounting.files.safe_xml import Unreadable
from accounting.sheets.values import is_risky

MOST_ROWS = 200


def write_rows(columns: Collection[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return a table with what is known; what a register gives is left empty."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        # No cell may be run as a formula.
        cells = [row.get(name, "") for name in columns]
        writer.writerow([f"'{cell}" if cell and is_risky(cell) else cell for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def read_rows(data: bytes, wanted: Collection[str]) -> list[tuple[int, dict[str, str]]]:
    """Return the wanted cells of each row with its line. Raises `Unreadable`, and reads all or nothing."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("non è un testo UTF-8") from error
    reader = csv.DictReader(io.StringIO(text), delimiter=";", strict=True)
    try:
        missing = set(wanted) - set(reader.fieldnames or ())
        if missing:
            raise Unreadable(f"mancano le colonne {', '.join(sorted(missing))}")
        rows = [
            (line, {name: (row.get(name) or "").strip() for name in wanted})
            for line, row in enumerate(reader, 2)
        ]
    except csv.Error as error:
        raise Unreadable(f"la tabella è rovinata: {error}") from error
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"ha più di {MOST_ROWS} righe: dividilo")
    return rows
