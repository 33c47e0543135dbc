"""What the applicant declares, tick by tick, and the aids received (DOC-01, AID-15)."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from calls.models import Declaration
from grants.filing import AidData
from grants.forms.base import DraftForm, Entry
from ui.inputs import DayField, MoneyField

if TYPE_CHECKING:
    from grants.forms.application import Application

PREFIX = "declare-"


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


class Tick(forms.BooleanField):
    """A statement to tick: its label is the whole text, `title` its name in a list."""

    default_error_messages = {"required": _("Tick it to declare: without it you cannot send.")}

    def __init__(self, declaration: Declaration) -> None:
        super().__init__(label=declaration.text)
        self.title = declaration.title


class DeclarationsForm(DraftForm):
    """Page “dichiarazioni”: the statements that concern this kind of applicant."""

    def build(self) -> None:
        """Ask for the statements that concern this applicant."""
        for declaration in self.application.statements:
            self.fields[PREFIX + declaration.code] = Tick(declaration)

    @property
    def statements(self) -> list[tuple[Declaration, Entry]]:
        """Each statement with its tick."""
        return list(zip(self.application.statements, self.entries(), strict=True))
