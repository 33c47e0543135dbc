"""What is typed of the aid register: checks, codes, aids found there, links between firms, a table."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounting.aid import law_on
from accounting.models import AidCheck, AidRegistration, FirmLink
from accounting.services.aid import FoundAid
from parties import moment

LARGEST = 2 * 1024 * 1024
DIGITS = r"^\d{1,12}$"
CODE = r"^[A-Za-z0-9]{11,16}$"


def _short(**more: Any) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "ui-short", "autocomplete": "off"} | more)


def _money(label: Any, **options: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        max_digits=12,
        decimal_places=2,
        min_value=0,
        localize=True,
        widget=forms.TextInput(
            attrs={"inputmode": "decimal", "class": "ui-short", "data-unit": "€"}
        ),
        **options,
    )


class CheckForm(forms.Form):
    """That the register was asked, and what its answer is called."""

    kind = forms.ChoiceField(label=gettext_lazy("What was asked"), choices=AidCheck.Kind.choices)
    vercor = forms.RegexField(
        DIGITS, label="VERCOR", widget=_short(inputmode="numeric"), max_length=12
    )
    on = forms.DateField(label=gettext_lazy("Asked on"), initial=moment.today)
    note = forms.CharField(label=gettext_lazy("What it says"), max_length=400, required=False)


class RegistrationForm(forms.Form):
    """The code under which the aid, or its change, stands in the register."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What was registered"), choices=AidRegistration.Kind.choices
    )
    code = forms.RegexField(
        DIGITS, label=gettext_lazy("Code"), widget=_short(inputmode="numeric"), max_length=12
    )
    on = forms.DateField(
        label=gettext_lazy("Registered on"),
        initial=moment.today,
        help_text=gettext_lazy("The grant must follow within the days of the register."),
    )
    amount = _money(gettext_lazy("Aid registered"))


class AidForm(forms.Form):
    """An aid of the undertaking, as the register tells of it."""

    firm_code = forms.RegexField(
        CODE,
        label=gettext_lazy("Tax code of the firm"),
        help_text=gettext_lazy("The applicant's, or that of a firm that is one with it."),
        widget=_short(),
    )
    regulation = forms.ChoiceField(label=gettext_lazy("Regulation"))
    authority = forms.CharField(label=gettext_lazy("Granting authority"), max_length=160)
    measure = forms.CharField(label=gettext_lazy("Measure"), max_length=160, required=False)
    granted_on = forms.DateField(label=gettext_lazy("Granted on"))
    amount = _money(gettext_lazy("Amount"))
    reference = forms.RegexField(
        DIGITS, label="COR", required=False, widget=_short(inputmode="numeric")
    )
    same_costs = forms.BooleanField(
        label=gettext_lazy("It meets the same costs as this application"), required=False
    )
    intensity_percent = forms.DecimalField(
        label=gettext_lazy("Most that its rules allow on those costs, in percent"),
        max_digits=5,
        decimal_places=2,
        min_value=0,
        max_value=100,
        required=False,
        localize=True,
        widget=_short(inputmode="decimal"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        law = law_on(moment.today())
        known = [*law.ceilings, *law.counts_as]
        self.fields["regulation"].choices = [(one, f"Reg. (UE) {one}") for one in known]

    def said(self) -> FoundAid:
        """Return the aid as the service takes it."""
        return FoundAid(**self.cleaned_data)


class LinkForm(forms.ModelForm):
    """Which firm holds which, by what, and from where it is known."""

    class Meta:
        model = FirmLink
        fields = (
            "holder",
            "holder_code",
            "held",
            "held_code",
            "relation",
            "since",
            "evidence",
        )

    def clean(self) -> dict[str, Any]:
        """Want codes as the register of enterprises writes them."""
        data = super().clean() or {}
        for name in ("holder_code", "held_code"):
            data[name] = (data.get(name) or "").strip().upper()
        return data


class TableForm(forms.Form):
    """The table, with its last columns filled in."""

    file = forms.FileField(
        label=gettext_lazy("The table, filled in (CSV)"),
        help_text=gettext_lazy(
            "The one downloaded here, with the codes that the register gave; empty rows are left."
        ),
    )

    def clean_file(self) -> Any:
        """Refuse what is larger than such a table can be."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(_("The file is too large."))
        return file
