"""The table that goes to whoever works in the aid register and comes back with its codes (RNA-02 to RNA-07).

One row for each grant that waits, UTF-8 with `;` and decimal comma. Whoever has worked in the register fills
the last columns; the rest is read again only to know whose row it is.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from accounting.files.safe_xml import Unreadable
from accounting.files.tables import read_rows, write_rows

GIVEN = (
    "car",
    "domanda",
    "beneficiario",
    "codice_fiscale",
    "dimensione",
    "comune",
    "ateco",
    "titolo_progetto",
    "data_inizio",
    "data_fine",
    "costo_ammesso",
    "regolamento",
    "strumento",
    "elemento_di_aiuto",
    "cup",
    "cor_attuale",
)
FILLED = (
    "visura_aiuti_vercor",
    "visura_de_minimis_vercor",
    "data_visure",
    "cor",
    "data_cor",
    "covar",
    "data_covar",
    "importo_registrato",
)
# 1.200,50 or 1200,5 or 1.200; and what a program writes, 1200.50 or 1200.
_ITALIAN = re.compile(r"(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?")
_PLAIN = re.compile(r"\d+\.\d{1,2}")


@dataclass(frozen=True)
class Filled:
    """What one row brought back; `line` is its place in the file. Empty where nothing was written."""

    line: int
    case: str
    aid_check: str = ""
    de_minimis_check: str = ""
    checked_on: date | None = None
    cor: str = ""
    cor_on: date | None = None
    covar: str = ""
    covar_on: date | None = None
    amount: Decimal | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything was filled in."""
        return any((self.aid_check, self.de_minimis_check, self.cor, self.covar))


def write_table(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return the table with what is known; what the register gives is left empty."""
    return write_rows((*GIVEN, *FILLED), rows)


def read_table(data: bytes) -> list[Filled]:
    """Read what came back. Raises `Unreadable`, naming the line, and reads all or nothing."""
    rows = [_row(cells, line) for line, cells in read_rows(data, ("domanda", *FILLED))]
    return [row for row in rows if row.says_something]


def _row(cell: Mapping[str, str], line: int) -> Filled:
    return Filled(
        line=line,
        case=cell["domanda"],
        aid_check=cell["visura_aiuti_vercor"],
        de_minimis_check=cell["visura_de_minimis_vercor"],
        checked_on=_day(cell["data_visure"], line),
        cor=cell["cor"],
        cor_on=_day(cell["data_cor"], line),
        covar=cell["covar"],
        covar_on=_day(cell["data_covar"], line),
        amount=_amount(cell["importo_registrato"], line),
    )


def _day(written: str, line: int) -> date | None:
    if not written:
        return None
    for known in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(written, known).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    raise Unreadable(f"riga {line}: “{written}” non è una data")


def _amount(written: str, line: int) -> Decimal | None:
    if not written:
        return None
    # “1.200” is twelve hundred to an accountant and 1,2 to a machine: only what cannot be mistaken is read.
    if _ITALIAN.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(written):
        return Decimal(written)
    raise Unreadable(f"riga {line}: “{written}” non è un importo come 1.200,00")
