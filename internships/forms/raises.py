"""A raised quota: how many places, by which act, until when (R-NUM-10)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ui.inputs import DayField

MOST_PLACES = 100


class RaiseForm(forms.Form):
    """What an act of the Region adds to a unit."""

    places = forms.IntegerField(
        label=_("More places"),
        min_value=1,
        max_value=MOST_PLACES,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    act_number = forms.CharField(label=_("Number of the act"), max_length=60)
    act_date = DayField(label=_("Date of the act"))
    until = DayField(label=_("Raised until"))
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The protocol with the Region, and what it is for."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DropForm(forms.Form):
    """Why places are taken back."""

    drop_reason = forms.CharField(
        label=_("Why it is taken back"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
