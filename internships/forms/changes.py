"""What is typed to suspend, prolong or change an internship."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from internships.forms.placements import LEVELS, WEEKDAYS
from internships.forms.rows import with_blank
from internships.models import PauseReason
from internships.services.placements.changing import ExtensionData, VariationData
from internships.services.placements.running import PauseData
from parties import moment
from parties.validators import validate_person_tax_code
from ui.inputs import DayField, NumberField
from workflows.examination.acts import LONG, ActForm

MOST_MONTHS = 12


def _area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PauseForm(ActForm):
    """A suspension: why, from when to when; the reason is read by few (R-DUR-12, R-DUR-13)."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        choices=with_blank(PauseReason.Kind.choices),
        help_text=gettext_lazy("Kept apart: letters and lists do not name it."),
    )
    first_day = DayField(label=gettext_lazy("First day"))
    last_day = DayField(
        label=pgettext_lazy("internship", "Last day"),
        help_text=gettext_lazy("As foreseen now: the return says the true one."),
    )
    told_on = DayField(label=gettext_lazy("Told on"))
    note = forms.CharField(
        label=gettext_lazy("Note"), max_length=LONG, required=False, widget=_area(2)
    )

    def add_fields(self) -> None:
        """Begin with today."""
        self.fields["told_on"].initial = moment.today()

    def inputs(self) -> dict[str, Any]:
        """Hand the suspension on."""
        said = {name: self.cleaned_data[name] for name in PauseData.__dataclass_fields__}
        return super().inputs() | {"data": PauseData(**said)}


class ExtensionForm(ActForm):
    """More months, why, and the competences that are added (R-DUR-07, R-DUR-11)."""

    empty_rows = 2

    months = forms.IntegerField(
        label=gettext_lazy("Further months"), min_value=1, max_value=MOST_MONTHS
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=LONG,
        widget=_area(),
        help_text=gettext_lazy("Goals that are not reached yet, or a wider training that helps."),
    )

    def add_fields(self) -> None:
        """Add the rows of the new competences."""
        for number in range(self.row_count):
            self.fields[f"competence_{number}"] = forms.CharField(
                label=_("New competence {number}").format(number=number + 1),
                max_length=200,
                required=False,
            )
            self.fields[f"level_{number}"] = forms.TypedChoiceField(
                label=_("EQF level of new competence {number}").format(number=number + 1),
                choices=LEVELS,
                coerce=int,
                empty_value=4,
                required=False,
                initial=4,
            )

    def inputs(self) -> dict[str, Any]:
        """Hand the extension on."""
        said = self.cleaned_data
        added = [
            (text, said[f"level_{number}"])
            for number in range(self.row_count)
            if (text := said.get(f"competence_{number}", "").strip())
        ]
        return super().inputs() | {"data": ExtensionData(said["months"], said["reason"], added)}


class ToldForm(ActForm):
    """Number and day of the communication of a variation (R-COB-03)."""

    number = forms.CharField(
        label=gettext_lazy("Number of the communication"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    told_on = DayField(label=gettext_lazy("Communicated on"))

    def add_fields(self) -> None:
        """Begin with today."""
        self.fields["told_on"].initial = moment.today()

    def inputs(self) -> dict[str, Any]:
        """Hand number and day on; a number is no version."""
        return {name: self.cleaned_data[name] for name in ("number", "told_on")}


class VariationForm(ActForm):
    """Other hours, or another tutor of the host (R-DOC-09)."""

    reason = forms.CharField(label=gettext_lazy("Why"), max_length=LONG, widget=_area())
    tutor_name = forms.CharField(
        label=gettext_lazy("New tutor of the host"), max_length=120, required=False
    )
    tutor_tax_code = forms.CharField(
        label=gettext_lazy("Tax code of the tutor"),
        max_length=16,
        required=False,
        validators=[validate_person_tax_code],
    )
    tutor_email = forms.EmailField(label=gettext_lazy("Email address of the tutor"), required=False)

    def add_fields(self) -> None:
        """Add the hours of the week as they are."""
        for number, label in enumerate(WEEKDAYS):
            self.fields[f"hours_{number}"] = NumberField(
                label=_("Hours on {day}").format(day=label),
                min_value=Decimal(0),
                max_value=Decimal(13),
                decimal_places=2,
                initial=Decimal(self.case.week[number]) / 60,
            )

    def inputs(self) -> dict[str, Any]:
        """Hand on what changes; hours that stay as they are, are none."""
        said = self.cleaned_data
        week = [int(said[f"hours_{number}"] * 60) for number in range(len(WEEKDAYS))]
        data = VariationData(
            reason=said["reason"],
            week=None if week == list(self.case.week) else week,
            tutor_name=said["tutor_name"],
            tutor_tax_code=said["tutor_tax_code"],
            tutor_email=said["tutor_email"],
        )
        return super().inputs() | {"data": data}
