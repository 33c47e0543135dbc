"""Revoking a grant for a premium that was not due: which one, why, and by what it is known (CALL-16)."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from calls.models import Premium
from evaluation.losses import consequence_of
from evaluation.premiums import held
from grants.forms.annulment import GROUND_TEXT
from workflows.examination.acts import ActForm


class StartRevocationForm(ActForm):
    """The premium that was not due, the reason and the evidence; the page says what would follow."""

    template_name = "grants/office/forms/_revocation_start.html"

    premium = forms.ChoiceField(label=_("Premium that was not due"), widget=forms.RadioSelect)
    ground = forms.CharField(
        label=_("Why it was not due"),
        help_text=_("The beneficiary reads it and may answer."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=GROUND_TEXT,
    )
    evidence = forms.CharField(
        label=_("By what it is known"),
        help_text=_(
            "The list consulted and its day, the certificate, the answer of whoever issued it."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=GROUND_TEXT,
    )

    def add_fields(self) -> None:
        """Offer the premiums that the file holds."""
        choices = [(str(one.pk), one.title) for one in self.premiums]
        self.fields["premium"].choices = choices
        if len(choices) == 1:
            self.fields["premium"].initial = choices[0][0]

    @cached_property
    def premiums(self) -> list[Premium]:
        """The premiums that the file holds."""
        return held(self.case)

    def consequences(self) -> list[dict[str, Any]]:
        """Return what would follow without each premium, for the template."""
        return [
            {"premium": one, "lost": lost}
            for one in self.premiums
            if (lost := consequence_of(self.case, one)) is not None
        ]

    def inputs(self) -> dict[str, Any]:
        """Hand on the premium, the reason and the evidence."""
        return super().inputs() | {
            "premium": int(self.cleaned_data["premium"]),
            "ground": self.cleaned_data["ground"],
            "evidence": self.cleaned_data["evidence"],
        }
