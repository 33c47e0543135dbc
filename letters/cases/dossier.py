"""A case with all that its letters quote, each read once: moves, letters, terms, protocol."""

from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone

from letters.models import Letter
from workflows.examination.terms import ExaminationTerms
from workflows.models import CaseTerm, HistoryEntry, ProtocolEntry
from workflows.terms import Term, late_by

CODE = "CODE"
"""The regime of calls published under the code of incentives (PROC-T6)."""


class Dossier:
    """What a case's letters look at. What there is not yet is None or empty, never an error."""

    # What undoes a decision is told with it (PROC-15), where the kind of case knows such a thing.
    annulment: Any = None

    def __init__(self, case: Any, day: date) -> None:
        self.case, self.day = case, day

    @cached_property
    def terms(self) -> ExaminationTerms:
        """What the call has set for the examination, in days."""
        return ExaminationTerms.of(self.case.call_version)

    @cached_property
    def moves(self) -> list[HistoryEntry]:
        """The moves of the case, the latest first."""
        return list(self.case.history.select_related("by").order_by("-id"))

    @cached_property
    def grounds(self) -> list[Any]:
        """The reasons against of this round."""
        return list(self.case.grounds)

    @cached_property
    def entries(self) -> list[ProtocolEntry]:
        """What came in, in the order of its numbers."""
        incoming = self.case.protocol_entries.filter(direction=ProtocolEntry.Direction.IN)
        return list(incoming.order_by("registered_at", "number"))

    @cached_property
    def conclusion(self) -> Term | None:
        """The term of the procedure as it was last reckoned, running or ended."""
        kept = self._latest_conclusion
        return Term.from_dict(kept.reckoning) if kept else None

    @cached_property
    def concluded_on(self) -> date | None:
        """The day on which the procedure's term ended, once it has."""
        kept = self._latest_conclusion
        ended = kept.ended_at if kept else None
        return timezone.localtime(ended).date() if ended else None

    @property
    def is_over(self) -> bool:
        """Whether the term of the procedure has passed: what is asked now suspends it no more."""
        return self.conclusion is not None and late_by(self.conclusion, self.day) > 0

    @property
    def follows_code(self) -> bool:
        """Whether the procedure follows the code of incentives (PROC-T6)."""
        return self.conclusion is not None and self.conclusion.rule.regime == CODE

    def last(self, *names: str) -> HistoryEntry | None:
        """Return the latest move with one of these names."""
        return next((one for one in self.moves if one.name in names), None)

    def mark_of(self, *kinds: str) -> str | None:
        """Return the protocol number of the latest letter of these kinds, if it has one."""
        letter = self.letter_of(*kinds)
        return letter.protocol.mark if letter and letter.protocol else None

    def number_of(self, *kinds: str) -> str | None:
        """Return the same without its day, for sentences that tell the day themselves."""
        letter = self.letter_of(*kinds)
        return str(letter.protocol) if letter and letter.protocol else None

    def letter_of(self, *kinds: str) -> Letter | None:
        """Return the latest letter of these kinds."""
        return next((one for one in self._letters if one.kind in kinds), None)

    def answer(self, subject: str, *, after: Letter | None = None) -> str | None:
        """Return the protocol number of what came in under a subject, after a letter was written."""
        found = (
            entry.mark
            for entry in self.entries
            if entry.subject.startswith(subject)
            and (after is None or entry.registered_at > after.created_at)
        )
        return next(found, None)

    @cached_property
    def _letters(self) -> list[Letter]:
        return list(self.case.letters.select_related("protocol").order_by("-id"))

    @cached_property
    def _latest_conclusion(self) -> CaseTerm | None:
        kind = CaseTerm.Kind.CONCLUSION
        return CaseTerm.objects.filter(case_id=self.case.pk, kind=kind).order_by("id").last()
