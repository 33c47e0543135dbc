"""What every page of a form shares: bound to the draft, word for word."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from workflows.rules import Outcome


@dataclass(frozen=True)
class Entry:
    """One field as a page shows it: its revision travels with it, its warnings stand beside it."""

    field: BoundField
    revision: str
    warnings: list[str]


class DraftForm(forms.Form):
    """A page's form. It is always bound: to what stands in the draft, valid or not."""

    use_required_attribute = False

    def __init__(self, application: Any, prefix: str | None = None) -> None:
        self.application = application
        self.warnings: dict[str, list[str]] = {}
        super().__init__(data=application.values, prefix=prefix)
        self.build()

    def build(self) -> None:
        """Add or drop fields according to the draft."""

    def drop(self, *names: str) -> None:
        """Leave out fields that this applicant is not asked for."""
        for name in names:
            self.fields.pop(name, None)

    def keep(self, names: Iterable[str]) -> None:
        """Leave only the named fields open."""
        self.drop(*(set(self.fields) - set(names)))

    def typed(self, name: str) -> str:
        """Return what stands in the draft for a field."""
        return str(self.application.values.get(self.add_prefix(name), ""))

    def refuse(self, name: str, outcome: Outcome) -> None:
        """Show a rule that does not hold beside its field."""
        if not outcome.blocks or name not in self.fields:
            return
        self.add_error(name, ValidationError(outcome.sentence, code=outcome.rule))

    def warn(self, name: str, sentence: str) -> None:
        """Say something beside a field without refusing it."""
        self.warnings.setdefault(name, []).append(sentence)

    def entries(self, names: Iterable[str] | None = None) -> list[Entry]:
        """Return the fields in the order given, those that are asked for."""
        self.errors  # noqa: B018 - judging the fields is what fills the warnings
        draft = self.application.draft
        return [
            Entry(
                field=self[name],
                revision=str(draft.revision(self.add_prefix(name))),
                warnings=self.warnings.get(name, []),
            )
            for name in (self.fields if names is None else names)
            if name in self.fields
        ]

    @cached_property
    def holds(self) -> bool:
        """Whether everything is right, hidden blame included."""
        return not self.errors

    def is_valid(self) -> bool:
        """Return what was so before any blame was hidden."""
        return self.holds

    def hide_unwritten(self) -> None:
        """Do not blame fields that nobody has written in yet."""
        self.holds  # noqa: B018 - asked before what is missing is hidden
        for name in list(self.errors):
            if not self.typed(name):
                self.errors.pop(name)

    @property
    def names(self) -> list[str]:
        """The names of the fields in the draft."""
        return [self.add_prefix(name) for name in self.fields]

    def value(self, name: str, default: Any = "") -> Any:
        """Return what a valid field holds; `default` where it is not asked for."""
        return self.cleaned_data.get(name, default)
