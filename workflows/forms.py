"""Forms that serve every kind of case."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from parties.models import User
from workflows.models import Note, ProtocolEntry


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

    def __init__(
        self, *args: Any, choices: Mapping[str, Sequence[tuple[str, str]]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget.attrs["type"] = "search"
        for name, pairs in choices.items():
            self.fields[name].choices = [("", _("Any")), *pairs]


class ProtocolForm(forms.Form):
    """What the register is narrowed to."""

    q = forms.CharField(label=_("Number, subject or counterpart"), required=False, max_length=100)
    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    direction = forms.ChoiceField(
        label=_("Direction"),
        required=False,
        choices=[("", _("Any")), *ProtocolEntry.Direction.choices],
    )

    def __init__(self, *args: Any, years: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", _("Any")), *((year, str(year)) for year in years)]


class HandOverForm(forms.Form):
    """To whom a task goes."""

    to = forms.ModelChoiceField(queryset=None, label=_("Colleague"))

    def __init__(self, *args: Any, colleagues: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues
