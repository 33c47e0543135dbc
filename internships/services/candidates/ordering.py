"""The order of preferences in a draft: moved by buttons, one place at a time (R-PUB-06)."""

from django.db import transaction

from internships.models import Candidacy
from workflows.written.rows import locked_draft, row_numbers, write_rows


@transaction.atomic
def move_row(case: Candidacy, kind: str, number: int, step: int) -> None:
    """Move a row of a draft up (-1) or down (1); at the end of the list it stays where it is."""
    draft = locked_draft(case)
    rows = row_numbers(draft, kind)
    if number not in rows:
        return
    at = rows.index(number)
    to = at + step
    if 0 <= to < len(rows):
        rows[at], rows[to] = rows[to], rows[at]
        write_rows(draft, kind, rows)
