"""What is typed to reckon what breaches would cost (R-SAN-01, R-SAN-02)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ui.inputs import DayField

MOST_INTERNS, MOST_MONTHS = 500, 600


class ExposureForm(forms.Form):
    """Interns of one period, and months whose allowance was not paid."""

    interns = forms.IntegerField(
        label=gettext_lazy("Interns"), min_value=0, max_value=MOST_INTERNS, initial=1
    )
    first = DayField(label=gettext_lazy("First day"), required=False)
    last = DayField(label=pgettext_lazy("internship", "Last day"), required=False)
    unpaid = forms.IntegerField(
        label=gettext_lazy("Months not paid"), min_value=0, max_value=MOST_MONTHS, initial=0
    )

    def clean(self) -> dict[str, Any]:
        """Want both days, in their order, or none."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("first"), said.get("last")
        if bool(first) != bool(last):
            self.add_error("last", forms.ValidationError(_("Write both days."), code="half"))
        elif first and last and last < first:
            self.add_error(
                "last",
                forms.ValidationError(_("The last day comes before the first."), code="order"),
            )
        return said

    @property
    def periods(self) -> list[tuple[date, date]]:
        """Return the period once for each intern."""
        said = self.cleaned_data
        return [(said["first"], said["last"])] * said["interns"] if said["first"] else []
