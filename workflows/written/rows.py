"""Repeating rows of a draft, each with its own number."""

from typing import Any

from django.db import transaction

from workflows.models import Draft
from workflows.services.drafts import Kept

MOST_ROWS = 30


def row_numbers(draft: Kept, kind: str) -> list[int]:
    """Return the numbers of the rows of a kind, in their order."""
    return [int(number) for number in draft.value(f"{kind}-rows", [])]


@transaction.atomic
def add_row(case: Any, kind: str, most: int = MOST_ROWS) -> int | None:
    """Add an empty row and return its number, never used before; None where there are enough."""
    return new_row(locked_draft(case), kind, most)


@transaction.atomic
def remove_row(case: Any, kind: str, number: int) -> None:
    """Take a row away with all that was typed in it; a row that is gone already stays gone."""
    drop_row(locked_draft(case), kind, number)


def new_row(draft: Kept, kind: str, most: int = MOST_ROWS) -> int | None:
    """As `add_row`, in a draft that nobody else writes in meanwhile."""
    rows = row_numbers(draft, kind)
    if len(rows) >= most:
        return None
    # The list's revision grows with every row that comes or goes: a number is not given twice.
    number = draft.revision(f"{kind}-rows") + 1
    write_rows(draft, kind, [*rows, number])
    return number


def drop_row(draft: Kept, kind: str, number: int) -> None:
    """As `remove_row`, in a draft that nobody else writes in meanwhile."""
    rows = row_numbers(draft, kind)
    if number not in rows:
        return
    for field in [name for name in draft.answers if name.startswith(f"{kind}-{number}-")]:
        del draft.answers[field]
    write_rows(draft, kind, [row for row in rows if row != number])


def locked_draft(case: Any) -> Draft:
    """Return the draft of a case, held until the transaction ends."""
    Draft.objects.get_or_create(case_id=case.pk)
    return Draft.objects.select_for_update().get(case_id=case.pk)


def write_rows(draft: Kept, kind: str, numbers: list[int]) -> None:
    """Write down which rows of a kind there are."""
    name = f"{kind}-rows"
    draft.answers[name] = {
        "value": [str(number) for number in numbers],
        "revision": draft.revision(name) + 1,
    }
    draft.save()
