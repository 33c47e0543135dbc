"""The chain that breaks ties: a short list of steps, put in an order without typing (RANK-08)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from calls.forms.subjects import RankingForm
from calls.models import Call, CallVersion
from calls.parameters import TIE_CHAIN

MOST_STEPS = 6
STEPS = (
    ("premium_holder", _("who holds a premium")),
    ("younger", _("who is younger")),
    ("earlier_filing", _("who filed earlier")),
    ("public_draw", _("public draw, with a published seed")),
)


class OrderForm(RankingForm):
    """The parameters of the ranking, and the steps of the chain one after the other."""

    def __init__(self, data: Any, *, call: Call, version: CallVersion) -> None:
        super().__init__(data, call=call, version=version)
        criteria = [
            (f"criterion:{place}", _("more points in “{title}”").format(title=criterion.title))
            for place, criterion in enumerate(version.criteria.all(), 1)
        ]
        chain = list(version.parameters.get(TIE_CHAIN) or [])
        for place in range(MOST_STEPS):
            name = f"tie-{place}"
            self.fields[name] = forms.ChoiceField(
                label=_("Step {number}").format(number=place + 1),
                choices=[("", _("no further step")), *criteria, *STEPS],
                required=False,
            )
            if place < len(chain):
                self.initial[name] = chain[place]

    @property
    def names(self) -> dict[str, list[str]]:
        """The chain stands among the parameters."""
        names = super().names
        return names | {"parameters": [*names["parameters"], TIE_CHAIN]}

    def changes(self) -> dict[str, dict[str, Any]]:
        """Return the steps that were chosen, gaps left out."""
        changes = super().changes()
        chain = [self.cleaned_data[f"tie-{place}"] for place in range(MOST_STEPS)]
        changes["parameters"][TIE_CHAIN] = [step for step in chain if step] or None
        return changes

    @property
    def cards(self) -> list[dict[str, Any]]:
        """How the money is shared out, then the chain."""
        ties = [f"tie-{place}" for place in range(MOST_STEPS)]
        return [
            {"title": "", "fields": [self[name] for name in self.fields if name not in ties]},
            {
                "title": _("Between applications with the same points"),
                "fields": [self[name] for name in ties],
            },
        ]
