"""The filters of the public directory."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coworking_registry.models import Space
from coworking_registry.queries import municipalities_listed, services_known


class DirectoryForm(forms.Form):
    """Words and choices that narrow the list; they live in the address of the page."""

    q = forms.CharField(
        label=_("Name, place or words of the description"),
        required=False,
        max_length=100,
        widget=forms.SearchInput,
    )
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)
    kind = forms.ChoiceField(label=_("Kind of space"), required=False)
    service = forms.ChoiceField(label=_("Service"), required=False)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everywhere = ("", _("All"))
        places = [(name, name) for name in municipalities_listed(day)]
        services = [(service.code, service.name) for service in services_known()]
        self.fields["municipality"].choices = [everywhere, *places]
        self.fields["kind"].choices = [everywhere, *Space.Kind.choices]
        self.fields["service"].choices = [everywhere, *services]

    def kept(self) -> dict[str, str]:
        """Return the filters that are on and make sense; a wrong one is as if it were off."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def chips(self) -> list[dict[str, str]]:
        """Return the filters that are on, in words, for `partials/_filters.html`."""
        chips = []
        for name, value in self.kept().items():
            choices = dict(getattr(self.fields[name], "choices", []))
            label = f"{self.fields[name].label}: {choices.get(value, value)}"
            chips.append({"name": name, "value": value, "label": label})
        return chips
