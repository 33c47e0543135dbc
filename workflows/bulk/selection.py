"""Which rows a list held when somebody chose to act on all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import BigIntegerField, F, QuerySet, Value
from django.http import QueryDict
from django.utils import timezone

from parties.models import User
from workflows import queue_page
from workflows.bulk.actions import Item
from workflows.bulk.lists import OtherList, find
from workflows.models import Case, CaseTask
from workflows.queries import QueueFilters, queue, waiting_for_signature

# Rows are looked at so many at a time: memory stays flat however long the list is.
SLICE = 200
MOST_TICKS = 200
LIST, TO_SIGN = "elenco", "firma"
_TASK = "tasks__id"
# What only says how a list is shown.
_SHOWN = ("after", "before", "sort", "action", "page", "csrfmiddlewaretoken", "next")

Pair = tuple[int, int | None]


@dataclass(frozen=True)
class Selection:
    """All that a list held: its filters, as the address writes them, at an instant.

    `query` may instead name single tasks that were ticked ("task=…"), or all that waits for the
    person's signature ("elenco=firma").
    """

    query: str
    at: datetime

    @classmethod
    def of_page(cls, query: QueryDict) -> Selection:
        """Freeze what an address asks for, as it is now."""
        kept = query.copy()
        for name in _SHOWN:
            kept.pop(name, None)
        name = _tick(kept)
        kept.setlist(name, kept.getlist(name)[:MOST_TICKS])
        return cls(kept.urlencode(), timezone.now())

    @classmethod
    def now(cls, query: str) -> Selection:
        """Freeze the rows that a query string names, as they are now."""
        return cls.of_page(QueryDict(query))

    @property
    def values(self) -> QueryDict:
        """The filters one by one."""
        return QueryDict(self.query)

    @property
    def ticks(self) -> list[int]:
        """The rows that were ticked one by one; none where the whole list was chosen."""
        found = self.values.getlist(_tick(self.values))
        return [int(text) for text in found if text.isascii() and text.isdigit() and len(text) < 19]  # noqa: PLR2004 (fits the column)

    @property
    def other(self) -> OtherList | None:
        """The list of something else than cases that was chosen, or None."""
        return find(self.values.get(LIST, ""))

    def pairs(self, user: User) -> QuerySet:
        """Return (case, task) in order of filing; the task is None in a list of closed cases.

        Of a list of something else, (case, row) in its own order.
        """
        if self.other is not None:
            return self.other.pairs(self.values, self.ticks, self.at, user)
        cases = self._cases(user).filter(submitted_at__lte=self.at)
        asked = Value(None, BigIntegerField()) if self._is_closed(user) else F(_TASK)
        rows = cases.annotate(asked=asked)
        return rows.order_by("submitted_at", "protocol_in__number", "pk", "asked").values_list(
            "pk", "asked"
        )

    def count(self, user: User) -> int:
        """Return how many rows the list holds."""
        return self.pairs(user).order_by().count()

    def _is_closed(self, user: User) -> bool:
        return not self.ticks and not self._is_to_sign and self._filters(user).tab == "closed"

    @property
    def _is_to_sign(self) -> bool:
        return self.values.get(LIST) == TO_SIGN

    def _filters(self, user: User) -> QueueFilters:
        query = self.values
        filters = queue_page.read_filters(queue_page.read_form(query), query, user)
        # "Expires today" means the day on which the list was looked at.
        return replace(filters, on=timezone.localdate(self.at))

    def _cases(self, user: User) -> QuerySet[Case]:
        if self.ticks:
            visible = Case.objects.visible_to(user).filter(submitted_at__isnull=False)
            return visible.filter(tasks__in=self.ticks)
        if self._is_to_sign:
            return waiting_for_signature(user)
        return queue(user, self._filters(user))


def items_of(pairs: Sequence[Pair], other: OtherList | None = None) -> list[Item]:
    """Fetch a slice of rows, in its order; three queries, however long it is."""
    keys = [pair[1] for pair in pairs if pair[1] is not None]
    if other is not None:
        things = other.things(keys)
        found = [things[key] for key in keys if key in things]
        return [Item(thing.case, None, thing) for thing in found]
    cases = Case.objects.select_related("applicant").in_bulk([pair[0] for pair in pairs])
    tasks = CaseTask.objects.select_related("process", "owner").in_bulk(keys)
    items = []
    for case_id, task_id in pairs:
        case, task = cases[case_id], tasks.get(task_id or 0)
        if task is not None:
            task.process.case = case
        items.append(Item(case, task))
    return items


def _tick(query: QueryDict) -> str:
    other = find(query.get(LIST, ""))
    return other.tick if other is not None else "task"


def in_slices(rows: QuerySet) -> Iterator[list[Any]]:
    """Read rows through a cursor that keeps what stood there when it was opened."""
    found = rows.iterator(chunk_size=SLICE)
    while piece := list(islice(found, SLICE)):
        yield piece
