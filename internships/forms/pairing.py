"""Approving a pairing by an act, and finding rows of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from internships.models import HostOffer, PairingRound
from ui.inputs import DayField


class ApprovePairingForm(forms.Form):
    """Number and day of the act; the digest says which pairing was read."""

    act_number = forms.CharField(label=_("Number of the act"), max_length=60)
    act_date = DayField(label=_("Date of the act"))
    seen_digest = forms.CharField(widget=forms.HiddenInput, max_length=64)


class PairingSearchForm(forms.Form):
    """Which rows of a pairing are shown."""

    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=[("", _("All")), ("paired", _("Paired")), ("reserve", _("In reserve"))],
        required=False,
    )
    offer = forms.ChoiceField(label=_("Offer"), required=False)
    q = forms.CharField(label=_("Number, code or name"), max_length=80, required=False)

    def __init__(self, data: Any, *, made: PairingRound) -> None:
        super().__init__(data)
        offers = HostOffer.objects.filter(number__in=made.inputs["places"]).order_by("title", "pk")
        self.fields["offer"].choices = [  # type: ignore[attr-defined]
            ("", _("All")),
            *((str(one.number), one.title) for one in offers),
        ]

    def kept(self) -> dict[str, Any]:
        """Return what was asked for, as far as it can be read."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
