"""The aids an undertaking has received (AID-15)."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from grants.filing import AidData
from ui.inputs import DayField, MoneyField
from workflows.written.base import DraftForm

if TYPE_CHECKING:
    from grants.forms.application import Application


class AidForm(DraftForm):
    """One aid already received."""

    authority = forms.CharField(label=_("Who granted it"), max_length=160)
    measure = forms.CharField(label=_("Measure"), max_length=160, required=False)
    granted_on = DayField(label=_("Granted on"))
    amount = MoneyField(label=_("Gross amount"))

    def __init__(self, application: "Application", number: int) -> None:
        self.number = number
        super().__init__(application, prefix=f"aid-{number}")

    def clean_granted_on(self) -> Any:
        """Refuse a day that has not come yet."""
        day = self.cleaned_data["granted_on"]
        if day > self.application.day:
            raise ValidationError(_("Write a day that has already come."), code="future")
        return day

    def aid(self) -> AidData:
        """Return the aid as it is filed."""
        return AidData(
            authority=self.value("authority"),
            measure=self.value("measure"),
            granted_on=self.value("granted_on"),
            amount=self.value("amount"),
        )
