"""What is typed of a control: the draw, the doubt, the check on the spot, its answer, its end (DOC-04, DOC-05)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from calls.models import Call, CallKind
from grants.models import Control
from parties import moment

LONG = 6000


class DrawForm(forms.Form):
    """Which call, and from which seed."""

    call = forms.ModelChoiceField(Call.objects.none(), label=gettext_lazy("Call"))
    seed = forms.CharField(
        label=gettext_lazy("Seed"),
        max_length=120,
        help_text=gettext_lazy(
            "Something nobody here chooses and anybody can look up, as the numbers of a public draw."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        calls = Call.objects.filter(kind=CallKind.RENT_CONTRIBUTION).order_by("code")
        self.fields["call"].queryset = calls
        self.fields["call"].label_from_instance = lambda call: call.code


class DoubtForm(forms.Form):
    """Why a grant is checked outside a sample."""

    why = forms.CharField(label=gettext_lazy("Why is it checked?"), max_length=300)


class FindingsForm(forms.Form):
    """What was found on the spot."""

    on = forms.DateField(label=gettext_lazy("Checked on"), initial=moment.today)
    place = forms.CharField(label=gettext_lazy("Where"), max_length=200, required=False)
    present = forms.CharField(label=gettext_lazy("Who was present"), max_length=400, required=False)
    findings = forms.CharField(
        label=gettext_lazy("What was found"),
        max_length=LONG,
        help_text=gettext_lazy("The beneficiary reads it, and may answer."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    in_order = forms.ChoiceField(
        label=gettext_lazy("Is all in order?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        widget=forms.RadioSelect,
    )

    def said(self) -> dict[str, Any]:
        """Return what was found, as the service takes it."""
        return self.cleaned_data | {"in_order": self.cleaned_data["in_order"] == "yes"}


class ConclusionForm(forms.Form):
    """What a control came to."""

    result = forms.ChoiceField(
        label=gettext_lazy("Result"),
        choices=Control.Result.choices,
        widget=forms.RadioSelect,
    )
    conclusion = forms.CharField(
        label=gettext_lazy("Conclusion"),
        max_length=4000,
        help_text=gettext_lazy("What the answer changes, and why. The beneficiary reads it."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class AnswerForm(forms.Form):
    """What the beneficiary says to the report."""

    text = forms.CharField(
        label=gettext_lazy("Your answer"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
