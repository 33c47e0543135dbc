"""A letter as a page of the site says it: the same words and structure as the PDF, in safe HTML.

`twin_of` gives plain values for the template `letters/_twin.html`; nothing in them has to be
escaped again or may be marked safe: inline marks come as `SafeString`, all else as text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from letters import pdf
from letters.pdf.content import Block
from letters.pdf.markup import Link, Run, parse

LOWEST = 6
_LABELS = {"it": "Oggetto:", "en": "Subject:"}


@dataclass(frozen=True)
class TwinCell:
    """A cell: what it says line by line, whether it names its row, and how it is set."""

    lines: tuple[str, ...]
    is_header: bool = False
    is_number: bool = False


@dataclass(frozen=True)
class TwinBlock:
    """One block by its `kind`, with the values that this kind has."""

    kind: str
    html: SafeString | str = ""
    items: tuple[SafeString, ...] = ()
    caption: str = ""
    head: tuple[TwinCell, ...] = ()
    rows: tuple[tuple[TwinCell, ...], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    signature: pdf.Signature | None = None
    is_total: bool = False


@dataclass(frozen=True)
class Twin:
    """A letter for a page. `heading` is an element of the level that the page asked for."""

    language: str
    letterhead: pdf.Letterhead
    reference_lines: tuple[str, ...]
    place_and_date: str
    addressee_lines: tuple[str, ...]
    heading: SafeString
    blocks: tuple[TwinBlock, ...]
    code: str


def twin_of(letter: pdf.Letter | dict[str, Any], *, level: int = 2) -> Twin:
    """Return the twin of a letter, or of its kept content.

    `level` (1 to 4) is that of the letter's own heading in the page that shows it. Raises
    ValueError for content that is no letter's.
    """
    if isinstance(letter, dict):
        letter = pdf.letter_from_dict(_without_logo(letter))
    return Twin(
        language=letter.language,
        letterhead=letter.letterhead,
        reference_lines=letter.reference_lines,
        place_and_date=letter.place_and_date,
        addressee_lines=letter.addressee_lines,
        heading=_heading(_title(letter), level),
        blocks=tuple(_blocks(letter.blocks, level)),
        code=letter.code or "",
    )


def _without_logo(content: dict[str, Any]) -> dict[str, Any]:
    """Leave the picture of the letterhead out: its words stand beside it."""
    return {**content, "letterhead": {**content["letterhead"], "logo": None}}


def inline(text: str) -> SafeString:
    """Return a text with the letters' inline marks as HTML."""
    return _joined(
        _linked(link, list(runs)) for link, runs in groupby(parse(text), lambda run: run.link)
    )


def _title(letter: pdf.Letter) -> str:
    if not letter.subject.strip():
        return letter.title
    return f"{_LABELS[letter.language]} {letter.subject}"


def _heading(text: str, level: int) -> SafeString:
    return format_html("<h{0}>{1}</h{0}>", min(level, LOWEST), text)


def _blocks(blocks: Iterable[Block], level: int) -> Iterable[TwinBlock]:
    """Yield the blocks; no heading stands more than one level below the one before it."""
    deepest = 1
    for block in blocks:
        if isinstance(block, pdf.Heading):
            deepest = min(block.level, deepest + 1)
            yield TwinBlock("heading", _heading(block.text, level + deepest - 1))
        else:
            yield _block(block)


def _block(block: Block) -> TwinBlock:
    match block:
        case pdf.Paragraph():
            return TwinBlock("paragraph", inline(block.text))
        case pdf.Callout():
            return TwinBlock("callout", inline(block.text))
        case pdf.Bullets():
            kind = "numbers" if block.ordered else "bullets"
            return TwinBlock(kind, items=tuple(inline(item) for item in block.items))
        case pdf.Table():
            return _table(block)
        case pdf.Facts():
            return TwinBlock("facts", facts=block.rows)
        case pdf.Signature():
            return TwinBlock("signature", signature=block)
    raise TypeError(f"no twin of {block!r}")


def _table(table: pdf.Table) -> TwinBlock:
    return TwinBlock(
        "table",
        caption=table.caption,
        head=_cells(table, table.head, names_row=False),
        rows=tuple(_cells(table, row, names_row=table.names_rows) for row in table.rows),
        is_total=table.total,
    )


def _cells(table: pdf.Table, texts: tuple[str, ...], *, names_row: bool) -> tuple[TwinCell, ...]:
    return tuple(
        TwinCell(
            tuple(text.splitlines()),
            is_header=names_row and index == 0,
            is_number=bool(table.align) and table.align[index] == "right",
        )
        for index, text in enumerate(texts)
    )


def _linked(link: Link | None, runs: list[Run]) -> SafeString:
    words = _joined(_run(run) for run in runs)
    return words if link is None else format_html('<a href="{}">{}</a>', link.address, words)


def _run(run: Run) -> SafeString:
    words = format_html("{}", run.text)
    if run.italic:
        words = format_html("<em>{}</em>", words)
    return format_html("<strong>{}</strong>", words) if run.bold else words


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join(mark_safe(""), "{}", ((part,) for part in parts))
