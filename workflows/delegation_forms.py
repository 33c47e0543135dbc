"""What is asked of somebody who lets another act in their place."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parties import moment
from ui.inputs import DayField
from workflows.models import Delegation, MailChoice, MailGroup


class DelegationForm(forms.Form):
    """To whom, how far and until when; for a party also which one."""

    party = forms.ChoiceField(label=gettext_lazy("For whom"))
    email = forms.EmailField(
        label=gettext_lazy("Their email address"),
        help_text=gettext_lazy(
            "The address with which they sign in, or will register. We write there."
        ),
    )
    level = forms.ChoiceField(
        label=gettext_lazy("What they may do"),
        choices=Delegation.Level.choices,
        initial=Delegation.Level.FILL,
        widget=forms.RadioSelect,
    )
    valid_to = DayField(
        label=gettext_lazy("Until"),
        help_text=gettext_lazy("The last day. You can end it earlier at any time."),
    )
    paper = forms.FileField(
        label=gettext_lazy("Power of attorney"),
        required=False,
        help_text=gettext_lazy(
            "If you have one: PDF, signed file (.p7m), or a photo. You, whoever you delegate and the "
            "office can open it."
        ),
    )
    agrees = forms.BooleanField(label="")

    def __init__(
        self, *args: Any, parties: list[Any] | None, statement: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if parties is None:
            del self.fields["party"]
        else:
            self.fields["party"].choices = [(str(one.pk), one.name) for one in parties]
        self.fields["agrees"].label = statement

    def clean_valid_to(self) -> Any:
        """Refuse a last day that has passed."""
        day = self.cleaned_data["valid_to"]
        if day < moment.today():
            raise ValidationError(_("The last day has passed: choose a later one."))
        return day


class MailChoicesForm(forms.Form):
    """For each group of courtesy emails, when they come."""

    def __init__(
        self, *args: Any, groups: list[MailGroup], chosen: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for group in groups:
            self.fields[group.value] = forms.ChoiceField(
                label=group.label,
                choices=MailChoice.Pace.choices,
                initial=chosen.get(group.value, MailChoice.Pace.AT_ONCE),
                widget=forms.RadioSelect,
            )
