"""Which workbooks the office can make. Rooms above register theirs when the site starts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounting.sheets import Column, Sheet, with_columns
from calls.models import Call

# Why a column cannot be left out.
IDENTITY = _("It says which row this is.")
RECONCILED = _("The reconciliation with the ledger reads it.")


def by_law(source: str) -> Promise:
    """Return the reason of a column that the law wants; `source` names where."""
    return format_lazy(_("The law asks for it ({source})."), source=source)


@dataclass(frozen=True)
class Request:
    """What a workbook is about: one call or, with None, all of its kind; as of an instant."""

    call: Call | None
    as_of: datetime
    filters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Book:
    """What a workbook is made of.

    The first sheet holds the rows, `row_count` of them; it alone becomes the CSV. The sum of its
    column `total` must give `ledger_total`, in EUR. Later sheets are read after it, so they may
    show what its rows added up to.
    """

    sheets: Sequence[Sheet]
    row_count: int
    total: str
    ledger_total: Decimal


def no_filters(_sent: Mapping[str, str]) -> dict[str, str]:
    """Return the filters of a workbook that has none."""
    return {}


@dataclass(frozen=True)
class WorkbookKind:
    """One kind of workbook; `call_kind` says for which calls it is made, empty for every call.

    `build` is called inside a transaction that sees the database as it was at one instant. Its
    sheets are read there too: rows may come from a cursor of the database. `read_filters` takes
    what a page sent and returns the filters of the request, or raises ValidationError. `columns` are
    those of the first sheet; `needed` says of each that cannot be left out why.
    """

    code: str
    title: Any
    purpose: Any
    build: Callable[[Request], Book]
    columns: Sequence[Column]
    needed: Mapping[str, Any]
    call_kind: str = ""
    read_filters: Callable[[Mapping[str, str]], dict[str, str]] = no_filters


_kinds: dict[str, WorkbookKind] = {}


def register(kind: WorkbookKind) -> None:
    """Make a kind of workbook known; each room does so once, when the site starts."""
    _kinds[kind.code] = kind


def kinds() -> tuple[WorkbookKind, ...]:
    """Return every kind of workbook, those made for one kind of call first."""
    return tuple(sorted(_kinds.values(), key=lambda kind: not kind.call_kind))


def kind_of(code: str) -> WorkbookKind:
    """Return a kind by its code; `KeyError` for one that nobody registered."""
    return _kinds[code]


def settled(kind: WorkbookKind, chosen: Sequence[str]) -> list[str]:
    """Return the columns that a choice comes to: those there still are, and all that are needed."""
    known = {column.key for column in kind.columns}
    kept = [key for key in dict.fromkeys(chosen) if key in known]
    return kept + [
        column.key
        for column in kind.columns
        if column.key in kind.needed and column.key not in kept
    ]


def with_choice(kind: WorkbookKind, book: Book, chosen: Sequence[str]) -> Book:
    """Return a book whose rows have the chosen columns alone; the other sheets stay whole."""
    keys = settled(kind, chosen)
    rows = with_columns(book.sheets[0], keys)
    if len(keys) < len(kind.columns):
        note = f"Colonne scelte: {len(keys)} di {len(kind.columns)}."
        rows = replace(rows, note_lines=(*rows.note_lines, note))
    return replace(book, sheets=(rows, *book.sheets[1:]))
