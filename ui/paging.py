"""Cutting a list into pages that `partials/_pagination.html` can turn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Stretch:
    """Some rows of a list, with the cursors of the rows around them (empty where it ends)."""

    rows: list[Any]
    total: int
    previous_cursor: str
    next_cursor: str
    count_label: str


def stretch(rows: QuerySet, address: Mapping[str, str], size: int) -> Stretch:
    """Return the `size` rows that `?after=` or `?before=` asks for; a cursor counts rows.

    A cursor that is no number, or that lies outside the list, leads to its first page.
    """
    total = rows.count()
    if "before" in address:
        start = max(_number(address["before"]) - size, 0)
    else:
        start = _number(address.get("after", ""))
    start = start if start < total else 0
    end = min(start + size, total)
    return Stretch(
        rows=list(rows[start:end]),
        total=total,
        previous_cursor=str(start) if start else "",
        next_cursor=str(end) if end < total else "",
        count_label=_("%(first)d–%(last)d of %(total)d")
        % {"first": start + 1, "last": end, "total": total},
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
