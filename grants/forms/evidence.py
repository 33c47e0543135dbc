"""What is typed before a grant: DURC, antimafia information, CUP (G4)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grants.models import GrantEvidence
from parties import moment
from parties.validators import validate_cup


class EvidenceForm(forms.ModelForm):
    """A paper with its number and day, or why none is due.

    `lead` says above the fields what is needed: one of two things, so that no field alone is required.
    """

    WANTED: tuple[str, ...] = ("reference", "on")
    lead: Any = ""

    class Meta:
        model = GrantEvidence
        fields: tuple[str, ...] = ("reference", "on", "is_regular", "exemption")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.is_one_of_several = True

    def clean(self) -> dict[str, Any]:
        """Refuse days to come, and a paper that says neither its number nor why it is not due."""
        data = super().clean() or {}
        if data.get("on") and data["on"] > moment.today():
            self.add_error("on", _("This day has not come yet."))
        if not data.get("exemption"):
            for name in self.WANTED:
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("Write it, or why none is due."))
        return data


class DurcForm(EvidenceForm):
    """The certificate of contributions, as the institutes gave it."""

    lead = gettext_lazy(
        "Write number and day of the certificate. Where none is due, leave them empty and write why."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reference"].label = gettext_lazy("Number of the certificate")
        self.fields["on"].label = gettext_lazy("Issued on")
        self.fields["is_regular"].label = gettext_lazy("The contributions are in order")
        self.fields["exemption"].help_text = gettext_lazy(
            "For example: no position with INPS and INAIL, as declared. Empty where there is a certificate."
        )


class AntimafiaForm(EvidenceForm):
    """What the data bank of the prefectures answered."""

    WANTED = ("reference", "on", "answer")
    lead = gettext_lazy(
        "Write number, day and answer of the request. Where no information is due, leave them empty and "
        "write why."
    )

    class Meta(EvidenceForm.Meta):
        fields = ("reference", "on", "answer", "exemption")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reference"].label = gettext_lazy("Number of the request")
        self.fields["on"].label = gettext_lazy("Answered on")
        self.fields["on"].help_text = gettext_lazy(
            "Where no answer has come, the day of the request."
        )
        self.fields["exemption"].help_text = gettext_lazy("Empty where there is an information.")


class CupForm(forms.Form):
    """The code of the project."""

    cup = forms.CharField(
        label="CUP",
        max_length=15,
        validators=[validate_cup],
        help_text=gettext_lazy("The act of the grant bears it; without, the act is void."),
        widget=forms.TextInput(attrs={"class": "ui-short", "autocomplete": "off"}),
    )
