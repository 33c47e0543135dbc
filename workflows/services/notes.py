"""What colleagues tell one another about a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflows.models import Note

if TYPE_CHECKING:
    from parties.models import User
    from workflows.models import Case


def add_note(case: Case, *, by: User, text: str) -> Note:
    """Leave a note on a case; the applicant never sees it."""
    return Note.objects.create(case_id=case.pk, by=by, text=text)
