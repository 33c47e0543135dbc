"""An expression of interest, on one page (form 14.1)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coworking_registry.forms.space import count, with_blank
from coworking_registry.models import SpaceInterest
from coworking_registry.place import province
from ui.inputs import MoneyField

SUPPORT = [
    ("rooms", _("Finding rooms")),
    ("plan", _("A business plan")),
    ("rules", _("Rules, permits and safety")),
    ("network", _("Meeting other spaces")),
    ("training", _("Training")),
]


class InterestForm(forms.Form):
    """What is wished for; no minimum is checked."""

    kind = forms.ChoiceField(
        label=_("What you wish for"), choices=with_blank(SpaceInterest.Kind.choices)
    )
    name = forms.CharField(label=_("Name of the space, even a working one"), max_length=120)
    municipality = forms.ChoiceField(label=_("Municipality"))
    place = forms.CharField(label=_("Intended place"), max_length=200, required=False)
    plan = forms.CharField(
        label=_("What you want to do, and when"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    desks = count(_("Desks expected"), required=False)
    investment = MoneyField(label=_("Investment needed"), max_digits=10, required=False)
    partners = forms.CharField(label=_("Partners"), max_length=300, required=False)
    support = forms.MultipleChoiceField(
        label=_("Help you ask for"),
        choices=SUPPORT,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    may_publish = forms.BooleanField(
        label=_("Name and municipality may be shown in the directory of spaces"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        towns = [(one, one) for one in province().municipalities]
        self.fields["municipality"].choices = with_blank(towns)  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was typed, once it is valid."""
        return self.cleaned_data | {"desks": self.cleaned_data["desks"] or 0}
