"""What is typed about a sum that is asked back: a receipt, a plan, the roll."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounting.forms.payments import money
from parties import moment

MOST_INSTALMENTS = 72


class ReceiptForm(forms.Form):
    """What has come back, and the collection order under which it was counted."""

    on = forms.DateField(label=_("Received on"), initial=moment.today)
    amount = money(_("Amount, in euros"))
    reference = forms.CharField(
        label=_("Collection order (reversale)"),
        max_length=60,
        widget=forms.TextInput(attrs={"class": "ui-short"}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class PlanForm(forms.Form):
    """A plan of instalments, granted with its reason (REV-14)."""

    number = forms.IntegerField(
        label=_("Number of instalments"), min_value=2, max_value=MOST_INSTALMENTS
    )
    every_months = forms.IntegerField(
        label=_("Months from one to the next"), min_value=1, max_value=12, initial=1
    )
    first_due = forms.DateField(label=_("First one due on"))
    reason = forms.CharField(
        label=_("Why it may be returned in instalments"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class RollForm(forms.Form):
    """The list of the roll in which a credit is enrolled (REV-13)."""

    reference = forms.CharField(label=_("List of the roll (minuta di ruolo)"), max_length=60)
    seen = forms.IntegerField(widget=forms.HiddenInput)
