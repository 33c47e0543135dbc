"""Taking a space off the register for what it lacks: the reasons, the answers, what depends on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from coworking_registry.forms.acts import StopForm
from coworking_registry.models import RemovalGround
from coworking_registry.removing import open_removal
from workflows.examination.acts import LONG, ActForm, DecisionForm, numbered

GROUND_TEXT = 2000


class StartRemovalForm(ActForm):
    """Why the space could leave the register, reason by reason."""

    template_name = "coworking_registry/office/removal_start_form.html"
    empty_rows = 2

    def add_fields(self) -> None:
        """Add a field for each row."""
        for number in range(self.row_count):
            self.fields[f"ground_{number}"] = forms.CharField(
                label=_("Reason {number}").format(number=number + 1),
                help_text=_("Which requirement is missing, and by what it is known.")
                if number == 0
                else "",
                required=number == 0,
                widget=forms.Textarea(attrs={"rows": 3}),
                max_length=GROUND_TEXT,
            )

    def rows(self) -> Iterator[dict[str, BoundField]]:
        """Return the rows for the template."""
        return numbered(self, "ground")

    def inputs(self) -> dict[str, Any]:
        """Hand on the reasons that have words."""
        texts = [self.cleaned_data[f"ground_{number}"] for number in range(self.row_count)]
        return super().inputs() | {"grounds": [text for text in texts if text]}


class ReasonForm(DecisionForm):
    """A decision that always says why; the manager reads it."""

    def add_fields(self) -> None:
        """Make the reason due."""
        self.fields["reason"].required = True


class RemoveForm(StopForm):
    """The answer to each memory, what depends on the space, and why it leaves the register (PRE-11)."""

    def add_fields(self) -> None:
        """Add the answer to each memory."""
        super().add_fields()
        for ground in self.told:
            if ground.memory:
                self.fields[f"answer_{ground.pk}"] = forms.CharField(
                    label=_("Answer to: {observation}").format(observation=ground.memory),
                    initial=ground.answer,
                    max_length=LONG,
                    widget=forms.Textarea(attrs={"rows": 3}),
                )

    @cached_property
    def told(self) -> list[RemovalGround]:
        """Return the reasons of the procedure that runs."""
        running = open_removal(self.case)
        return list(running.grounds.all()) if running else []

    def inputs(self) -> dict[str, Any]:
        """Hand the answers on."""
        answers = {one.pk: self.cleaned_data[f"answer_{one.pk}"] for one in self.told if one.memory}
        return super().inputs() | {"answers": answers}
