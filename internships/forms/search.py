"""The filters of the public list of offers."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from internships.models import Area
from internships.queries import calls_published, municipalities_published

MONTHS = (2, 3, 4, 5, 6, 9, 12)
ALLOWANCES = (400, 500, 600, 700, 800)


class OfferSearchForm(forms.Form):
    """Words and choices that narrow the list; they live in the address of the page."""

    q = forms.CharField(
        label=_("Skills, activities or words of the title"),
        required=False,
        max_length=100,
        widget=forms.SearchInput,
    )
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)
    area = forms.ChoiceField(label=_("Area"), required=False)
    months = forms.TypedChoiceField(
        label=_("Months, at most"), required=False, coerce=int, empty_value=None
    )
    allowance = forms.TypedChoiceField(
        label=_("Allowance, at least"), required=False, coerce=int, empty_value=None
    )
    call = forms.ChoiceField(label=_("Call"), required=False)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        any_ = ("", _("All"))
        places = [(name, name) for name in municipalities_published(day)]
        self.fields["municipality"].choices = [any_, *places]
        self.fields["area"].choices = [any_, *Area.choices]
        self.fields["months"].choices = [("", _("Any")), *((str(one), str(one)) for one in MONTHS)]
        self.fields["allowance"].choices = [
            ("", _("Any")),
            *((str(one), f"{one} €") for one in ALLOWANCES),
        ]
        self.fields["call"].choices = [any_, *calls_published(day)]

    def kept(self) -> dict[str, Any]:
        """Return the filters that are on and make sense; a wrong one is as if it were off."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def chips(self) -> list[dict[str, str]]:
        """Return the filters that are on, in words, for `partials/_filters.html`."""
        chips = []
        for name, value in self.kept().items():
            choices = {
                str(code): title for code, title in getattr(self.fields[name], "choices", [])
            }
            label = f"{self.fields[name].label}: {choices.get(str(value), value)}"
            chips.append({"name": name, "value": str(value), "label": label})
        return chips
