"""Undoing a decision of the office's own: why, in whose interest, with which answers (PROC-15)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grants.models import AnnulmentGround
from grants.undoing import open_annulment
from workflows.examination.acts import LONG, ActForm, DecisionForm, numbered

GROUND_TEXT = 2000


class StartAnnulmentForm(ActForm):
    """The reasons to annul, the public interest, and the judgment that lifts the limit of time."""

    template_name = "grants/office/forms/_annulment_start.html"
    empty_rows = 2

    public_interest = forms.CharField(
        label=gettext_lazy("Public interest in annulling"),
        help_text=gettext_lazy(
            "Beyond the mere return to the law: weigh it against the time passed and what the "
            "beneficiary relies on."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONG,
    )
    judgment = forms.CharField(
        label=gettext_lazy("Final judgment that established the crime"),
        help_text=gettext_lazy(
            "Court, number and date. Only where the grant was obtained by a crime: no limit of "
            "time then holds."
        ),
        required=False,
        max_length=300,
    )

    def add_fields(self) -> None:
        """Add a field for each row."""
        for number in range(self.row_count):
            self.fields[f"ground_{number}"] = forms.CharField(
                label=_("Reason {number}").format(number=number + 1),
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
        return super().inputs() | {
            "grounds": [text for text in texts if text],
            "public_interest": self.cleaned_data["public_interest"],
            "judgment": self.cleaned_data["judgment"],
        }


class ReasonForm(DecisionForm):
    """A decision that always says why; the addressee reads it."""

    def add_fields(self) -> None:
        """Make the reason due."""
        self.fields["reason"].required = True


class AnnulForm(ReasonForm):
    """The answer to each memory, and why the grant is annulled all the same (PRE-11)."""

    template_name = "grants/office/forms/_annulment.html"

    def add_fields(self) -> None:
        """Add the answer to each memory."""
        super().add_fields()
        for ground in self.told:
            if ground.memory:
                self.fields[f"answer_{ground.pk}"] = forms.CharField(
                    label=_("Answer to the memory"),
                    initial=ground.answer,
                    max_length=LONG,
                    widget=forms.Textarea(attrs={"rows": 3}),
                )

    @cached_property
    def told(self) -> list[AnnulmentGround]:
        """Return the reasons of the annulment that runs."""
        annulment = open_annulment(self.case)
        return list(annulment.grounds.all()) if annulment else []

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return each reason with its memory and the field of the answer, if one is due."""
        for ground in self.told:
            name = f"answer_{ground.pk}"
            yield {"ground": ground, "answer": self[name] if name in self.fields else None}

    def inputs(self) -> dict[str, Any]:
        """Hand the answers on."""
        answers = {one.pk: self.cleaned_data[f"answer_{one.pk}"] for one in self.told if one.memory}
        return super().inputs() | {"answers": answers}
