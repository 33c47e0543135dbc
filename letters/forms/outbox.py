"""What the pages of the outbox ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calls.models import Call
from letters.outbox_search import OutboxFilters, kinds_in_use
from ui.inputs import ItalianSelect
from workflows.tasks import colleagues_for

LONG, LONGEST_TEXT = 2000, 60_000
AGES = (1, 3, 7, 14)


class OutboxForm(forms.Form):
    """What the outbox is narrowed to."""

    q = forms.CharField(
        label=gettext_lazy("Number, name or subject"), required=False, max_length=100
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of letter"), required=False, widget=ItalianSelect
    )
    call = forms.ChoiceField(label=gettext_lazy("Call"), required=False)
    officer = forms.TypedChoiceField(
        label=gettext_lazy("Officer in charge"), required=False, coerce=int, empty_value=None
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("Written"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        any_of_them = ("", _("Any"))
        calls = Call.objects.published().order_by("code").values_list("code", "code")
        people = colleagues_for("workflows.take_task")
        self.fields["kind"].choices = [any_of_them, *sorted(kinds_in_use().items())]
        self.fields["call"].choices = [any_of_them, *calls]
        self.fields["officer"].choices = [any_of_them, *((one.pk, str(one)) for one in people)]
        self.fields["days"].choices = [any_of_them, *((days, _since(days)) for days in AGES)]

    def asked(self, tab: str) -> OutboxFilters:
        """Return the filters; where something is wrong, that part asks for nothing."""
        return OutboxFilters(tab=tab, **self.cleaned_data)

    def chips(self) -> list[dict[str, str]]:
        """Return the filters that are on, as `partials/_filters.html` takes them."""
        on = []
        for name, value in self.cleaned_data.items():
            if value not in ("", None):
                field = self.fields[name]
                words = dict(getattr(field, "choices", [])).get(value, value)
                label = f"{field.label}: {words}"
                on.append({"name": name, "value": self.data[name], "label": label})
        return on


class ReasonForm(forms.Form):
    """Why something is done to a letter."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stays with the letter; the addressee does not read it."),
        error_messages={"required": gettext_lazy("Say why.")},
    )


class NothingAskedForm(forms.Form):
    """For an act that asks for nothing."""


class EditForm(forms.Form):
    """What a letter says, and why it is changed."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=LONGEST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "class": "ui-source", "spellcheck": "true"}),
        error_messages={"required": gettext_lazy("A letter says something.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason of the change"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("It stays with the letter; the addressee does not read it."),
        error_messages={"required": gettext_lazy("Say why the text is changed.")},
    )


def _since(days: int) -> str:
    if days == 1:
        return _("a day ago or longer")
    return _("{days} days ago or longer").format(days=days)
