"""A time for interviews, as the officer adds it to the calendar."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from calls.models import Call
from internships.forms.place import number
from internships.models import HostOffer, OfferStatus
from parties import moment
from ui.inputs import DayField

LONGEST_INTERVIEW = 240


class SlotForm(forms.Form):
    """Day, hour, length, place or link, who asks, and the offer where it is about one."""

    day = DayField(label=_("Day"))
    hour = forms.TimeField(
        label=_("Hour"),
        help_text=_("Such as 15.00."),
        input_formats=["%H.%M", "%H:%M"],
        widget=forms.TextInput(attrs={"class": "ui-short", "inputmode": "numeric"}),
    )
    minutes = number(_("Length in minutes"), most=LONGEST_INTERVIEW, initial=30)
    offer = forms.ModelChoiceField(
        label=_("Only for the offer"),
        help_text=_("Leave it empty for every candidate of the call."),
        queryset=HostOffer.objects.none(),
        required=False,
        empty_label=_("Every offer"),
    )
    place = forms.CharField(label=_("Venue"), max_length=200, required=False)
    link = forms.URLField(label=_("Link"), required=False, assume_scheme="https")
    for_programme = forms.CharField(
        label=_("Who asks for the office or the promoter"),
        help_text=_("Name and surname; several with a comma between them."),
        max_length=200,
    )
    for_host = forms.CharField(
        label=_("Who asks for the host"),
        help_text=_("Name and surname; several with a comma between them (R-PUB-09)."),
        max_length=200,
    )

    def __init__(self, data: Any = None, *, call: Call) -> None:
        super().__init__(data)
        offers = HostOffer.objects.filter(call=call, status=OfferStatus.PUBLISHED)
        self.fields["offer"].queryset = offers.select_related("applicant").order_by("title", "pk")  # type: ignore[attr-defined]
        self.fields["offer"].label_from_instance = _words  # type: ignore[attr-defined]

    def clean_minutes(self) -> int:
        """Refuse an interview of no length."""
        minutes = self.cleaned_data["minutes"]
        if minutes < 5:  # noqa: PLR2004 (the table's own least)
            raise forms.ValidationError(gettext("Write at least 5 minutes."), code="short")
        return minutes

    def clean(self) -> dict[str, Any]:
        """Want a place or a link, and an hour still to come."""
        data = super().clean() or self.cleaned_data
        if not data.get("place") and not data.get("link") and "link" not in self.errors:
            self.add_error("place", gettext("Write a place or a link."))
        if data.get("day") and data.get("hour"):
            at = timezone.make_aware(datetime.combine(data["day"], data["hour"]))
            data["starts_at"] = at
            if at <= moment.now():
                self.add_error("day", gettext("Write a day and an hour that are still to come."))
        return data

    def inputs(self) -> dict[str, Any]:
        """Return the service's keyword arguments, once the form is valid."""
        names = ("starts_at", "minutes", "offer", "place", "link", "for_host", "for_programme")
        return {name: self.cleaned_data[name] for name in names}


def _words(offer: HostOffer) -> str:
    return f"{offer.title} – {offer.applicant.name}"
