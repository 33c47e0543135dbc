"""LibreOffice Calc as a second reader: what stands in a workbook once it has reckoned it itself."""

import csv
import io
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

SECONDS = 120
# Separator, quotes, UTF-8, from the first line, all columns as they are, in English, formulas
# reckoned, and every sheet into a file of its own.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1"


Sheets = dict[str, list[list[str]]]


def opened(books: dict[str, Path], folder: Path) -> dict[str, Sheets]:
    """Return the cells of each sheet of each workbook as Calc reckons them, numbers unformatted."""
    program = shutil.which("soffice")
    assert program, "LibreOffice Calc is missing: python tools/programs.py --install"
    copies = [shutil.copy(path, folder / f"{name}.xlsx") for name, path in books.items()]
    subprocess.run(
        [
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            FILTER,
            "--outdir",
            folder,
            *copies,
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return {
        name: {
            file.stem.removeprefix(f"{name}-"): list(csv.reader(io.StringIO(file.read_text())))
            for file in folder.glob(f"{name}-*.csv")
        }
        for name in books
    }


def rows(sheet: list[list[str]], first: str) -> list[dict[str, str]]:
    """Return the rows below the header that begins with a title."""
    start = next(place for place, row in enumerate(sheet) if row[0] == first)
    return [dict(zip(sheet[start], row, strict=True)) for row in sheet[start + 1 :] if any(row)]


def total(found: list[dict[str, str]], column: str) -> Decimal:
    """Add up a column, in EUR."""
    return sum((Decimal(row[column] or 0) for row in found), Decimal("0.00"))
