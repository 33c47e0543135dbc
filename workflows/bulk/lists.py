"""Lists of something else than cases on whose rows an action may be done: each room adds its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from parties.models import User


@dataclass(frozen=True)
class OtherList:
    """One list. `code` is what its address calls it ("elenco=…"), `tick` names its ticks there.

    `pairs(query, ticks, at, user)` returns (case or None, key of the row) in the order of the
    work; `things(keys)` the rows by key, each with a `version` and a `case`. `page` names the page
    of the list, `words` says in a sentence what all of it is, `chips(query)` its filters in words.
    """

    code: str
    tick: str
    page: str
    title: Any
    words: Any
    pairs: Callable[[QueryDict, list[int], datetime, User], QuerySet]
    things: Callable[[Iterable[int]], dict[int, Any]]
    chips: Callable[[QueryDict], list[dict[str, str]]]


_lists: dict[str, OtherList] = {}


def register(found: OtherList) -> None:
    """Make a list known; each room does so once, when the site starts."""
    _lists[found.code] = found


def find(code: str) -> OtherList | None:
    """Return a list by its code, or None: then rows are cases of the queue."""
    return _lists.get(code)
