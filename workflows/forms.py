"""Forms that serve every kind of case."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from parties.models import User
from workflows.models import Label, Note

CHOOSE = _("Choose…")
# Written as people here write amounts, EUR.
AMOUNT: dict[str, Any] = {
    "required": False,
    "min_value": 0,
    "max_digits": 12,
    "decimal_places": 2,
    "localize": True,
    "widget": forms.TextInput,
}


class NoteForm(forms.ModelForm):
    """A note for the colleagues."""

    class Meta:
        model = Note
        fields = ["text"]
        labels = {"text": _("New note")}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}


class QueueForm(forms.Form):
    """What a list of cases is narrowed to; whatever is not among the choices counts as nothing."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100, widget=forms.TextInput)
    call = forms.ChoiceField(label=_("Call"), required=False)
    asked = forms.ChoiceField(label=_("What is asked"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    officer = forms.ChoiceField(label=_("Officer in charge"), required=False)
    term = forms.ChoiceField(
        label=_("Term"),
        required=False,
        choices=[
            ("", _("Any")),
            ("overdue", _("Expired")),
            ("today", _("Expires today")),
            ("week", _("Within 7 days")),
            ("month", _("Within 30 days")),
            ("none", _("No term running")),
        ],
    )
    amount_from = forms.DecimalField(label=_("Amount from"), **AMOUNT)
    amount_to = forms.DecimalField(label=_("Amount to"), **AMOUNT)
    label = forms.ChoiceField(label=_("Label"), required=False)
    # What stood in the address and makes no sense any more, in words.
    dropped: Sequence[str] = ()

    def __init__(
        self, *args: Any, choices: Mapping[str, Sequence[tuple[str, str]]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget.input_type = "search"
        for name, pairs in choices.items():
            self.fields[name].choices = [("", _("Any")), *pairs]
        for name in ("amount_from", "amount_to"):
            self.fields[name].widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def clean(self) -> dict[str, Any]:
        """Drop the second amount where it comes before the first."""
        least, most = (self.cleaned_data.get(name) for name in ("amount_from", "amount_to"))
        if least is not None and most is not None and most < least:
            self.add_error("amount_to", _("Less than the first amount."))
        return self.cleaned_data


class SavedViewForm(forms.Form):
    """The name of a view, and whether everybody sees it; only some people may share."""

    name = forms.CharField(label=_("Name of the view"), max_length=60)
    is_shared = forms.BooleanField(label=_("Everybody in the office sees it"), required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not user.has_perm("workflows.assign_task"):
            del self.fields["is_shared"]

    def inputs(self) -> dict[str, Any]:
        """Return the service's keyword arguments, once the form is valid."""
        return {"is_shared": False} | self.cleaned_data


class LabelForm(forms.Form):
    """The word of a label and its colour."""

    name = forms.CharField(label=_("Word of the label"), max_length=40)
    tone = forms.ChoiceField(
        label=_("Colour"), choices=Label.Tone.choices, initial=Label.Tone.NEUTRAL
    )


class AbsenceForm(forms.Form):
    """Who is away, from when to when, and who covers."""

    user = forms.ModelChoiceField(queryset=None, label=_("Who is away"), empty_label=CHOOSE)
    starts_on = forms.DateField(label=_("First day of absence"), widget=forms.DateInput)
    ends_on = forms.DateField(label=_("Last day of absence"), widget=forms.DateInput)
    cover = forms.ModelChoiceField(
        queryset=None,
        label=_("Who covers"),
        empty_label=CHOOSE,
        help_text=_("Somebody who may do the same work and is not away in those days."),
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=200)

    def __init__(
        self, *args: Any, colleagues: QuerySet[User], user: User | None = None, **kwargs: Any
    ) -> None:
        """Ask about anybody, or about `user` alone."""
        super().__init__(*args, **kwargs)
        self.fields["cover"].queryset = colleagues
        self.fields["user"].queryset = colleagues
        if user is not None:
            del self.fields["user"]
            self.fields["cover"].queryset = colleagues.exclude(pk=user.pk)


class ManyHandOverForm(forms.Form):
    """To whom several cases go, and why."""

    to = forms.ModelChoiceField(queryset=None, label=_("Colleague"), empty_label=CHOOSE)
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("It goes into the history of every case."),
        required=False,
        max_length=500,
    )

    def __init__(self, *args: Any, colleagues: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues


class HandOverForm(forms.Form):
    """To whom a task goes."""

    to = forms.ModelChoiceField(queryset=None, label=_("Colleague"), empty_label=CHOOSE)

    def __init__(self, *args: Any, colleagues: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues
