"""What a letter says: plain frozen values that a database keeps and that always draw the same."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain

LANGUAGES = ("it", "en")
ALIGNMENTS = ("left", "right")
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
MOST_COLUMNS = 16
ADDRESSES = ("https://", "http://")


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@dataclass(frozen=True)
class Heading:
    """A heading inside the letter. `level` is 2 or 3: level 1 is the letter's own subject."""

    text: str
    level: int = 2

    def __post_init__(self) -> None:
        if self.level not in (2, 3):
            raise ValueError(f"A heading has level 2 or 3, not {self.level!r}.")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `text` may carry the inline marks of `letters.pdf.markup`."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list; each item may carry the inline marks. `ordered` gives numbers instead of dots."""

    items: tuple[str, ...]
    ordered: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", _texts(self.items))


@dataclass(frozen=True)
class Table:
    """A table of plain texts.

    `align` has "left" or "right" for each column, `widths` one fraction of the text width for each
    column (any positive numbers: they are brought to a sum of 1); empty means left, and widths
    taken from the content. With `total` the last row is a total; `small` sets a long register in
    small type; with `row_headers` the first cell of each row names the row, as it does in a table
    without a head. `caption` stands above the table and belongs to it. A line break in a cell
    begins a new line. Raises ValueError for more columns than a sheet can hold, and for rows,
    alignments or widths that do not have one value for each column.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()
    total: bool = False
    small: bool = False
    caption: str = ""
    row_headers: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "head", _texts(self.head))
        object.__setattr__(self, "rows", tuple(_texts(row) for row in self.rows))
        object.__setattr__(self, "align", tuple(self.align))
        object.__setattr__(self, "widths", tuple(self.widths))
        if self.columns > MOST_COLUMNS:
            raise ValueError(f"A table of up to {MOST_COLUMNS} columns, not {self.columns}.")
        for row in self.rows:
            if len(row) != self.columns:
                raise ValueError(f"A row of {self.columns} columns, not {len(row)}: {row!r}")
        for setting in (self.align, self.widths):
            if setting and len(setting) != self.columns:
                raise ValueError(f"One value for each of {self.columns} columns: {setting!r}")
        if not set(self.align) <= set(ALIGNMENTS):
            raise ValueError(f"Columns are aligned left or right, not {self.align!r}.")
        if any(width <= 0 for width in self.widths):
            raise ValueError(f"Column widths are positive, not {self.widths!r}.")

    @property
    def columns(self) -> int:
        """How many columns the head, or without a head the first row, has."""
        return len(self.head or next(iter(self.rows), ()))

    @property
    def names_rows(self) -> bool:
        """Whether the first cell of each row is its header."""
        return self.row_headers or not self.head


@dataclass(frozen=True)
class Facts:
    """Facts in two columns: rows of (label, value), both plain texts."""

    rows: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple((label, value) for label, value in self.rows))


@dataclass(frozen=True)
class Callout:
    """A short text set apart, such as a term; it may carry the inline marks."""

    text: str


@dataclass(frozen=True)
class Signature:
    """Who signs: office held, name, and a note such as how the document is signed."""

    role: str
    name: str
    note: str = ""


Block = Heading | Paragraph | Bullets | Table | Facts | Callout | Signature


@dataclass(frozen=True)
class Logo:
    """A picture of the sender, a PNG or JPEG file, and what it shows in words.

    Without words it is an ornament: the sender's name stands beside it. Raises ValueError for
    another kind of file.
    """

    data: bytes
    alt: str = ""

    def __post_init__(self) -> None:
        if not self.data.startswith(PICTURES):
            raise ValueError("A logo is a PNG or JPEG file.")

    @property
    def digest(self) -> str:
        """The SHA-256 of the file, by which a kept letter names it."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Letterhead:
    """The sender as printed on page one; `footer_lines` stand at the foot of every page."""

    body_name: str
    unit: str = ""
    address_lines: tuple[str, ...] = ()
    contact_lines: tuple[str, ...] = ()
    logo: Logo | None = None
    footer_lines: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("address_lines", "contact_lines", "footer_lines"):
            object.__setattr__(self, name, _texts(getattr(self, name)))


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One letter.

    `title` names the document in viewers and in the running head; `subject` is printed after
    "Oggetto:" and is the heading of level 1 (without a subject the title is). `code` is the
    verification code printed at the foot, `verify_at` the page where it is checked (http or https):
    it is printed beside the code, and as QR code. `created` is an ISO 8601 date and time (UTC when it
    has no offset) and gives the file its dates. `landscape` turns the sheet, for wide tables.
    Raises ValueError for another language, date or address.
    """

    language: str
    title: str
    letterhead: Letterhead
    reference_lines: tuple[str, ...] = ()
    place_and_date: str = ""
    addressee_lines: tuple[str, ...] = ()
    subject: str = ""
    blocks: tuple[Block, ...] = ()
    code: str | None = None
    created: str
    landscape: bool = False
    verify_at: str = ""

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"Letters are written in {LANGUAGES}, not {self.language!r}.")
        datetime.fromisoformat(self.created)
        if self.verify_at and not self.verify_at.startswith(ADDRESSES):
            raise ValueError(f"A page has an address of http or https, not {self.verify_at!r}.")
        for name in ("reference_lines", "addressee_lines"):
            object.__setattr__(self, name, _texts(getattr(self, name)))
        object.__setattr__(self, "blocks", tuple(self.blocks))

    @property
    def created_at(self) -> datetime:
        """The moment of `created`, always with an offset."""
        moment = datetime.fromisoformat(self.created)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def letter_texts(letter: Letter) -> Iterable[str]:
    """Every text of the letter, in the order of reading."""
    head = letter.letterhead
    yield from (head.body_name, head.unit, *head.address_lines, *head.contact_lines)
    yield from (*letter.reference_lines, letter.place_and_date, *letter.addressee_lines)
    yield from (letter.subject, letter.title)
    for block in letter.blocks:
        yield from block_texts(block)
    yield from filter(None, [letter.code, letter.verify_at])
    yield from head.footer_lines


def block_texts(block: Block) -> Iterable[str]:
    """Every text of a block, marks included, in the order of reading."""
    match block:
        case Bullets():
            return block.items
        case Table():
            return chain(filter(None, [block.caption]), block.head, *block.rows)
        case Facts():
            return chain.from_iterable(block.rows)
        case Signature():
            return (block.role, block.name, block.note)
    return (block.text,)
