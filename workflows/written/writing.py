"""A form being written: its pages as they stand, and how what is typed is kept."""

from collections.abc import Mapping
from typing import Any

from parties.models import User
from workflows.services.drafts import Clash, Kept, save_fields
from workflows.written.kinds import written_of
from workflows.written.prefill import prefill_organisation
from workflows.written.rows import add_row, remove_row


class Writing:
    """What an applicant writes: kept in the draft of the case, in the database."""

    def __init__(self, case: Any) -> None:
        self.case = case

    def application(self) -> Any:
        """Return the forms as they stand now."""
        return written_of(self.case).forms(self.case)

    def keep(
        self, typed: Mapping[str, str | list[str]], seen: Mapping[str, int]
    ) -> tuple[Kept, list[Clash]]:
        """Keep what was typed in fields that were shown with the revisions `seen`."""
        return save_fields(self.case, typed, seen)

    def keep_typed(
        self, whole: Any, typed: Mapping[str, str | list[str]], seen: Mapping[str, int]
    ) -> tuple[Kept, list[Clash]]:
        """Keep what was typed, with what the kind of case says follows from it."""
        return self.keep({**typed, **written_of(self.case).following(whole, typed)}, seen)

    def add_row(self, kind: str, most: int) -> int | None:
        """Add an empty row and return its number; None where there are enough."""
        return add_row(self.case, kind, most)

    def remove_row(self, kind: str, number: int) -> None:
        """Take a row away with what was typed in it."""
        remove_row(self.case, kind, number)

    def copy_organisation(self, user: User, number: int) -> None:
        """Copy what is known of an organisation of the person into the forms."""
        prefill_organisation(self.case, user, number)
