"""What a caller describes (columns, sheets) and what it gets back (a summary)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, get_args

Kind = Literal["text", "integer", "number", "money", "date", "datetime", "percent", "code"]
Align = Literal["left", "center", "right"]
Tone = Literal["good", "bad"]

_SUMMABLE: tuple[Kind, ...] = ("integer", "money")


class SheetError(ValueError):
    """A sheet cannot be written as asked; the message names sheet, row and column."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    `kind` decides type and format of every cell below the header:

    - text: any value, shown as its `str`;
    - code: a `str` kept as it is (tax code, postcode, IBAN: leading zeros stay);
    - integer: `int` of at most 15 digits;
    - number: `Decimal` or `int` of at most 15 digits, with as many decimals as it has;
    - money: `Decimal` or `int`, EUR, at most two decimals and 13 integer digits;
    - percent: `Decimal` or `int` in percentage points, 4 means 4 %;
    - date: `date`, or a `datetime` of which the day in Italy is taken;
    - datetime: `datetime`, shown in Italian time to the second.

    `None` is an empty cell in every kind. `width` is in characters. `total` asks for a sum and
    is allowed for integer and money. In a `calculated` column a cell may be a `Formula`; it has no
    total. Where a column may hold anything that somebody typed, `or_text` writes what does not fit
    its kind as text, in place of an error. `tones` colours the cells that hold a word, such as {"agrees": "good"}. Raises
    SheetError for an unknown kind or an impossible sum.
    """

    key: str
    title: str
    kind: Kind
    width: float | None = None
    total: bool = False
    align: Align | None = None
    calculated: bool = False
    or_text: bool = False
    tones: Mapping[str, Tone] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise SheetError(f"column {self.key!r}: unknown kind {self.kind!r}")
        if self.total and self.kind not in _SUMMABLE:
            raise SheetError(f"column {self.key!r}: a {self.kind} column has no total")
        if self.total and self.calculated:
            raise SheetError(f"column {self.key!r}: a calculated column has no total")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: a title, its columns and its rows in column order.

    `rows` is read once, row by row, so a generator over a database cursor is welcome. The few
    `note_lines` stand between title and table and stay on screen with the header. Raises
    SheetError when there is no column or two columns share a key.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    note_lines: Sequence[str] = ()

    def __post_init__(self) -> None:
        keys = [column.key for column in self.columns]
        if not keys:
            raise SheetError(f"sheet {self.title!r}: no column")
        if len(set(keys)) != len(keys):
            raise SheetError(f"sheet {self.title!r}: two columns share a key")


@dataclass(frozen=True, slots=True)
class FileSummary:
    """What went into a CSV file: rows, sum of each totalled column by key, digest of the bytes."""

    rows: int
    totals: dict[str, Decimal | int]
    sha256: str


@dataclass(frozen=True, slots=True)
class WorkbookSummary:
    """What went into a workbook.

    `rows` counts all sheets, `sheet_rows` each by sheet title, `totals` gives the sum of every
    totalled column by sheet title and column key, `sha256` is the digest of the file in hex.
    """

    rows: int
    sheet_rows: dict[str, int]
    totals: dict[str, dict[str, Decimal | int]]
    sha256: str
