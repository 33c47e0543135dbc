"""Revoking a grant for a cause of the law: which, on what facts, and what would be left (REV-04, REV-05)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grants.forms.annulment import GROUND_TEXT
from grants.models import Annulment
from grants.overdue import overdue
from ui.formats import euro
from workflows.examination.acts import ActForm, numbered


class StartRecallForm(ActForm):
    """The cause, the facts, the reasons, and what would be left of the grant."""

    template_name = "grants/office/forms/_recall_start.html"
    empty_rows = 1

    cause = forms.ChoiceField(label=gettext_lazy("Cause"))
    facts = forms.CharField(
        label=gettext_lazy("Facts, and by what they are known"),
        help_text=gettext_lazy("Which check, with whom, when, by whom. The beneficiary reads it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=GROUND_TEXT,
    )
    declaration = forms.CharField(
        label=gettext_lazy("If a declaration was untrue: which one"),
        required=False,
        max_length=GROUND_TEXT,
    )
    left = forms.DecimalField(
        label=gettext_lazy("What would be left of the contribution"),
        help_text=gettext_lazy("Zero where the whole of it goes (REV-05)."),
        initial=Decimal("0.00"),
        min_value=0,
        max_digits=12,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(
            attrs={"inputmode": "decimal", "class": "ui-short", "data-unit": "€"}
        ),
    )

    def add_fields(self) -> None:
        """Offer the causes of the law, and a field for each reason."""
        causes = Annulment.causes_of_law()
        self.fields["cause"].choices = [
            ("", "—"),
            *((value, label) for value, label in Annulment.Cause.choices if value in causes),
        ]
        for number in range(self.row_count):
            self.fields[f"ground_{number}"] = forms.CharField(
                label=_("Reason {number}").format(number=number + 1),
                required=number == 0,
                widget=forms.Textarea(attrs={"rows": 3}),
                max_length=GROUND_TEXT,
            )
        found = overdue(self.case)
        if found is not None:
            # What did not come in time is written down already; the person may change every word.
            self.fields["cause"].initial, self.fields["facts"].initial = found.cause, found.facts
            self.fields["ground_0"].initial = found.reason

    def rows(self) -> Iterator[dict[str, BoundField]]:
        """Return the rows for the template."""
        return numbered(self, "ground")

    def clean(self) -> dict[str, Any]:
        """Want less than what was granted to be left, and the declaration where one was untrue."""
        data = super().clean() or self.cleaned_data
        left, granted = data.get("left"), self.case.granted or Decimal(0)
        if left is not None and left >= granted:
            words = _("Less than {granted} must be left.")
            self.add_error("left", words.format(granted=euro(granted)))
        if data.get("cause") == Annulment.Cause.UNTRUE and not data.get("declaration"):
            self.add_error("declaration", _("Write which declaration was not true."))
        return data

    def inputs(self) -> dict[str, Any]:
        """Hand on what was typed, with the reasons that have words."""
        data = self.cleaned_data
        texts = [data[f"ground_{number}"] for number in range(self.row_count)]
        return super().inputs() | {
            "cause": data["cause"],
            "facts": data["facts"],
            "declaration": data["declaration"],
            "left": data["left"],
            "grounds": [text for text in texts if text],
        }
