"""The filters of the public directory, the day of the register as it was, a photo."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coworking_registry.models import Space, SpaceClass
from coworking_registry.queries import municipalities_listed, services_known

Q_LENGTH = 100
MOST_DESKS, MOST_PRICE = 9999, 99999
ANY = ("", _("All"))


class DirectoryForm(forms.Form):
    """Words and choices that narrow the list; they live in the address of the page."""

    q = forms.CharField(
        label=_("Name, place or words of the description"),
        required=False,
        max_length=Q_LENGTH,
        widget=forms.SearchInput,
        error_messages={
            "max_length": _(
                "We search for up to %(limit_value)d characters: yours are %(show_value)d. "
                "The other filters are on."
            )
        },
    )
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)
    kind = forms.ChoiceField(label=_("Kind of space"), required=False)
    service = forms.ChoiceField(label=_("Service"), required=False)
    desks = forms.IntegerField(
        label=_("Desks, at least"), required=False, min_value=1, max_value=MOST_DESKS
    )
    price = forms.DecimalField(
        label=_("Desk for a month, up to"),
        required=False,
        min_value=1,
        max_value=MOST_PRICE,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"data-unit": "€", "step": "any"}),
    )
    accessibility = forms.ChoiceField(
        label=_("Accessibility"),
        required=False,
        choices=[
            ANY,
            (Space.Accessibility.PARTIAL, _("Accessible, at least in part")),
            (Space.Accessibility.TOTAL, _("Fully accessible")),
        ],
    )
    classed = forms.ChoiceField(
        label=_("How far it has come"), required=False, choices=[ANY, *SpaceClass.choices]
    )
    open = forms.ChoiceField(
        label=_("Opening hours"), required=False, choices=[ANY, ("now", _("Open now"))]
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [(name, name) for name in municipalities_listed(day)]
        services = [(service.code, service.name) for service in services_known()]
        self.fields["municipality"].choices = [ANY, *places]
        self.fields["kind"].choices = [ANY, *Space.Kind.choices]
        self.fields["service"].choices = [ANY, *services]

    def kept(self) -> dict[str, Any]:
        """Return the filters that are on and make sense; a wrong one is as if it were off."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def chips(self) -> list[dict[str, Any]]:
        """Return the filters that are on, in words, for `partials/_filters.html`."""
        chips = []
        for name, value in self.kept().items():
            choices = dict(getattr(self.fields[name], "choices", []))
            label = f"{self.fields[name].label}: {choices.get(value, value)}"
            chips.append({"name": name, "value": None, "label": label})
        return chips


class AsOnForm(forms.Form):
    """The day whose register is asked for."""

    on = forms.DateField(label=_("Register as on"), required=False)


class PhotoForm(forms.Form):
    """A photo, and what it shows."""

    photo = forms.FileField(
        label=_("Photo"),
        help_text=_("JPEG or PNG. Place, date and camera are taken out of it before it is kept."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
    )
    description = forms.CharField(
        label=_("What the photo shows"),
        max_length=160,
        help_text=_("In Italian: it is read out to who does not see the photo."),
    )
