"""What is chosen before a dry run: the action, and what it needs besides."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy

from parties.models import User
from workflows.bulk.actions import Action, find
from workflows.forms import CHOOSE
from workflows.models import Label
from workflows.tasks import colleagues_for

LONG = 2000
MOST_QUERY = 6000
DUE = {
    "to": gettext_lazy("Choose a colleague."),
    "label": gettext_lazy("Choose a label."),
    "off": gettext_lazy("Choose a label."),
}


class BulkForm(forms.Form):
    """An action on all that a list holds; what it wants is due, what it does not want is ignored."""

    query = forms.CharField(required=False, max_length=MOST_QUERY, widget=forms.HiddenInput)
    at = forms.CharField(required=False, widget=forms.HiddenInput)
    count = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    action = forms.ChoiceField(
        label=gettext_lazy("What is to be done"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is to be done.")},
    )
    to = forms.ModelChoiceField(
        User.objects.none(), label=gettext_lazy("Colleague"), required=False, empty_label=CHOOSE
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    label = forms.ModelChoiceField(
        Label.objects.none(), label=gettext_lazy("Label"), required=False, empty_label=CHOOSE
    )
    off = forms.ModelChoiceField(
        Label.objects.none(),
        label=gettext_lazy("Label to remove"),
        required=False,
        empty_label=CHOOSE,
    )

    def __init__(self, *args: Any, actions: Sequence[Action], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actions = actions
        self.fields["action"].choices = [(action.code, action.label) for action in actions]
        self.fields["to"].queryset = colleagues_for("workflows.take_task")
        self.fields["label"].queryset = Label.objects.filter(is_retired=False).order_by("name")
        self.fields["off"].queryset = Label.objects.order_by("name")

    def clean_at(self) -> datetime:
        """Return the instant at which the list was looked at; never one to come."""
        found = parse_datetime(self.cleaned_data["at"]) if self.cleaned_data["at"] else None
        now = timezone.now()
        return found if found is not None and timezone.is_aware(found) and found < now else now

    def clean(self) -> dict[str, Any]:
        """Refuse an action without the colleague or the label that it is about."""
        cleaned = super().clean() or self.cleaned_data
        action = find(cleaned.get("action", ""))
        if action is None:
            return cleaned
        for name, sentence in DUE.items():
            if name in action.wants and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return cleaned

    def chosen(self) -> dict[str, Any]:
        """Return what the chosen action wants, as `start_dry_run` takes it."""
        typed = self.cleaned_data
        wants = find(typed["action"]).wants
        label = typed["label"] if "label" in wants else typed["off"]
        return {
            "to": typed["to"] if "to" in wants else None,
            "label": label if {"label", "off"} & set(wants) else None,
            "reason": typed["reason"] if "reason" in wants else "",
        }

    def choices(self) -> list[dict[str, Any]]:
        """Return each action with the fields that belong to it, for the template."""
        chosen = self["action"].value()
        return [
            {
                "action": action,
                "is_chosen": action.code == chosen,
                "fields": [self[name] for name in action.wants],
            }
            for action in self.actions
        ]
