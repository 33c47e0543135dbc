"""The list of candidates whom a host would rather have, best first (R-PUB-11)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from internships import host_side
from internships.models import HostOffer


class HostListForm(forms.Form):
    """One choice for each rank, the best first; those after the last one are left empty."""

    def __init__(self, data: Any = None, *, offer: HostOffer) -> None:
        super().__init__(data)
        choices = [
            ("", _("nobody")),
            *(
                (one.pk, f"{one.applicant} ({one.code})")
                for one in host_side.fit_for(offer).order_by("applicant__name", "pk")
            ),
        ]
        named = [one.candidacy_id for one in offer.choices.all()]
        for rank in range(1, host_side.most_named(offer) + 1):
            self.fields[f"rank_{rank}"] = forms.TypedChoiceField(
                label=_("Choice {rank}").format(rank=rank),
                choices=choices,
                coerce=int,
                empty_value=None,
                required=False,
                initial=named[rank - 1] if rank <= len(named) else None,
            )

    def chosen(self) -> list[int]:
        """Return the candidates named, best first, gaps left out."""
        return [value for value in self.cleaned_data.values() if value is not None]
