"""What somebody types to see to a letter that has not arrived, or to a message that waits."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from letters.models import Delivery, Receipt
from letters.services.mending import Place
from parties import moment

Channel = Delivery.Channel
REASON: dict[str, Any] = {
    "label": gettext_lazy("Reason"),
    "help_text": gettext_lazy("It stays with the letter."),
    "max_length": 1000,
    "widget": forms.Textarea(attrs={"rows": 2}),
}


class AgainForm(forms.Form):
    """Sending to the same address once more."""

    prefix = "again"
    reason = forms.CharField(required=False, **REASON)


class RedirectForm(forms.Form):
    """Sending to another address, or by another channel."""

    prefix = "redirect"
    channel = forms.ChoiceField(
        label=gettext_lazy("Channel"),
        choices=[(one.value, one.label) for one in (Channel.PEC, Channel.EMAIL, Channel.AREA)],
    )
    address = forms.EmailField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=254,
        help_text=gettext_lazy("Not needed for the personal area."),
    )
    reason = forms.CharField(**REASON)

    def clean(self) -> dict[str, Any]:
        """Want an address for what goes by mail."""
        cleaned = super().clean() or {}
        by_mail = cleaned.get("channel") in {Channel.PEC, Channel.EMAIL}
        if by_mail and not cleaned.get("address") and "address" not in self.errors:
            self.add_error("address", _("Write the address to which the letter is to go."))
        return cleaned

    @property
    def place(self) -> Place:
        """Where the letter is to go."""
        channel = self.cleaned_data["channel"]
        return Place(channel, "" if channel == Channel.AREA else self.cleaned_data["address"])


class OtherMeansForm(forms.Form):
    """Noting that the letter has arrived in another way."""

    prefix = "other"
    on = forms.DateField(
        label=gettext_lazy("Delivered on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        **REASON
        | {
            "label": gettext_lazy("How, and with which proof"),
            "help_text": gettext_lazy("For example: registered letter no. 123, receipt signed."),
        }
    )


class FindLetterForm(forms.Form):
    """Which letter a message speaks of."""

    letter = forms.CharField(
        label=gettext_lazy("Protocol number or verification code of the letter"),
        max_length=40,
        help_text=gettext_lazy("For example 123/2026, or the code at the foot of the letter."),
    )


class AssignForm(forms.Form):
    """To which recipient's delivery a message belongs, and since when it counts."""

    prefix = "assign"
    delivery = forms.ModelChoiceField(
        label=gettext_lazy("Recipient"),
        queryset=Delivery.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    at = forms.DateTimeField(
        label=gettext_lazy("Delivered at"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=gettext_lazy("What the receipt states, in the hour of Rome."),
    )
    reason = forms.CharField(**REASON)

    def __init__(self, *args: Any, receipt: Receipt, deliveries: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delivery"].queryset = deliveries
        self.is_delivery = receipt.kind == Receipt.Kind.DELIVERY
        if not self.is_delivery:
            del self.fields["at"]
        elif receipt.stated_at is not None and receipt.stated_at <= moment.now():
            self.fields["at"].initial = timezone.localtime(receipt.stated_at)

    def clean(self) -> dict[str, Any]:
        """Want the time of a delivery."""
        cleaned = super().clean() or {}
        if self.is_delivery and not cleaned.get("at") and "at" not in self.errors:
            self.add_error("at", _("Write when the letter was delivered."))
        return cleaned


class AsideForm(forms.Form):
    """Setting a message aside."""

    prefix = "aside"
    reason = forms.CharField(**REASON | {"help_text": gettext_lazy("It stays with the message.")})
