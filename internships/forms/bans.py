"""A ban on internships: whom, by which act, until when (R-SAN-06)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from parties.validators import validate_tax_code
from ui.inputs import DayField


class BanForm(forms.Form):
    """Whoever is barred is known by tax code: the name is for people to read."""

    tax_code = forms.CharField(label=_("Tax code"), max_length=16)
    name = forms.CharField(label=_("Name"), max_length=160)
    act_number = forms.CharField(label=_("Number of the act"), max_length=60)
    act_date = DayField(label=_("Date of the act"))
    until = DayField(label=_("Barred until"))
    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_tax_code(self) -> str:
        """Want a tax code that holds, of a person or of an organisation."""
        code: str = self.cleaned_data["tax_code"].replace(" ", "").upper()
        try:
            validate_tax_code(code)
        except ValidationError as error:
            raise forms.ValidationError(error.messages) from error
        return code
