"""Lists read by key: the next page begins after the last row shown, however long the list is."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet, ValidationError
from django.db import connection
from django.db.models import Field, Q, QuerySet

PAGE_SIZE = 50


@dataclass(frozen=True)
class Key:
    """One part of the order of a list: a name every row has, never empty, and its kind of value."""

    name: str
    field: Field


@dataclass(frozen=True)
class Page:
    """Some rows of a list and where it goes on; a cursor is empty where the list ends."""

    rows: list[Any]
    previous: str
    next: str


def walk(
    rows: QuerySet,
    keys: Sequence[Key],
    *,
    descending: bool = False,
    after: str = "",
    before: str = "",
    size: int = PAGE_SIZE,
) -> Page:
    """Return one page of `rows` in the order of `keys`; the last key is different for every row.

    `after` and `before` are cursors of an earlier page. One that was tampered with counts as none.
    """
    cursor = read_cursor(before or after, keys)
    backwards = bool(before) and cursor is not None
    down = descending != backwards
    if cursor is not None:
        rows = rows.filter(_beyond(keys, cursor, down=down))
    sign = "-" if down else ""
    found = list(rows.order_by(*(f"{sign}{key.name}" for key in keys))[: size + 1])
    has_more, shown = len(found) > size, found[:size]
    if backwards:
        shown.reverse()
    if not shown:
        return Page([], "", "")
    has_previous = has_more if backwards else cursor is not None
    has_next = True if backwards else has_more
    return Page(
        shown,
        write_cursor(shown[0], keys) if has_previous else "",
        write_cursor(shown[-1], keys) if has_next else "",
    )


def capped(rows: QuerySet, cap: int) -> int:
    """Count `rows`, but never further than `cap` + 1: beyond, only "more" is worth knowing."""
    return rows.order_by()[: cap + 1].count()


def capped_all(lists: Mapping[str, QuerySet], cap: int) -> dict[str, int]:
    """Count several lists as `capped` counts one, with a single question to the database."""
    parts: list[str] = []
    values: list[Any] = []
    for rows in lists.values():
        try:
            sql, given = rows.order_by().values("pk")[: cap + 1].query.sql_with_params()
        except EmptyResultSet:
            sql, given = "SELECT WHERE false", ()
        parts.append(f"(SELECT count(*) FROM ({sql}) AS rows)")  # noqa: S608 (Django's own text)
        values += given
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        return dict(zip(lists, cursor.fetchone(), strict=True))


def write_cursor(row: Any, keys: Sequence[Key]) -> str:
    """Return where a row stands in its list, as it travels in an address."""
    values = [str(getattr(row, key.name)) for key in keys]
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def read_cursor(text: str, keys: Sequence[Key]) -> list[Any] | None:
    """Return the values of a cursor, or None where it makes no sense."""
    try:
        padded = text + "=" * (-len(text) % 4)
        values = json.loads(base64.urlsafe_b64decode(padded.encode()))
        if not isinstance(values, list) or any("\0" in value for value in values):
            return None
        return [key.field.clean(value, None) for key, value in zip(keys, values, strict=True)]
    except (ValueError, TypeError, binascii.Error, ValidationError):
        return None


def _beyond(keys: Sequence[Key], cursor: Sequence[Any], *, down: bool) -> Q:
    """Rows after the cursor. The bound on the first key alone lets an index begin there."""
    beyond = "lt" if down else "gt"
    rest = Q()
    for key, value in reversed(list(zip(keys, cursor, strict=True))):
        further = Q(**{f"{key.name}__{beyond}": value})
        rest = further | (Q(**{key.name: value}) & rest) if rest else further
    return Q(**{f"{keys[0].name}__{beyond}e": cursor[0]}) & rest
