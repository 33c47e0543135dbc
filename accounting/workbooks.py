"""Which workbooks the office can make. Rooms above register theirs when the site starts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from accounting.sheets import Sheet
from calls.models import Call


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
    what a page sent and returns the filters of the request, or raises ValidationError.
    """

    code: str
    title: Any
    purpose: Any
    build: Callable[[Request], Book]
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
