"""Where and when: the qualified space, and the period of the desk."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from coworking_registry.models import Space
from grants import rules
from ui.inputs import DayField
from workflows.written.base import DraftForm, Entry


class PlaceForm(DraftForm):
    """Page “spazio”."""

    period = ("period_from", "period_to")

    space = forms.CharField(label=_("Coworking space"), widget=forms.Select)
    period_from = DayField(label=_("From"))
    period_to = DayField(label=_("To"))

    def build(self) -> None:
        """Offer the qualified spaces; a chosen one that left the list stays chosen."""
        choices = [("", _("Choose a space")), *((str(s.pk), str(s)) for s in self._qualified)]
        chosen = self.application.space
        if chosen and chosen not in self._qualified:
            choices.append((str(chosen.pk), _("{space} (not in the list)").format(space=chosen)))
        self.fields["space"].widget.choices = choices
        self.fields["period_from"].help_text = _("At the earliest the day after you send.")
        least, most = self.application.parameters.period_months
        self.fields["period_to"].help_text = _("From {least} to {most} months later.").format(
            least=least, most=most
        )

    @property
    def _qualified(self) -> list[Space]:
        return self.application.spaces

    @property
    def place_entries(self) -> list[Entry]:
        """The card of the space."""
        return self.entries(["space"])

    @property
    def period_entries(self) -> list[Entry]:
        """The card of the period."""
        return self.entries(["period_from", "period_to"])

    def clean_space(self) -> int:
        """Return the key of the space; it stands in the list on the day that counts (COW-03)."""
        space, application = self.application.space, self.application
        if space is None:
            raise ValidationError(_("Choose a space of the list."), code="unknown")
        qualified = space in self._qualified
        outcome = rules.space_qualified(space.name, application.day, qualified)
        if outcome.blocks:
            raise ValidationError(f"{outcome.sentence} {outcome.remedy}", code=outcome.rule)
        return space.pk

    def clean(self) -> dict[str, Any]:
        """Ask the rules on one's own space and on the period (COW-04, COW-05)."""
        data, application = self.cleaned_data, self.application
        if data.get("space"):
            manager = application.space.manager.tax_code
            self.refuse("space", rules.space_not_own(manager, application.own_codes))
        start, end = data.get("period_from"), data.get("period_to")
        if start and end:
            outcomes = rules.period_within(
                start, end, application.day, application.parameters.period_months
            )
            for name, outcome in zip(("period_from", "period_to"), outcomes, strict=True):
                self.refuse(name, outcome)
        return data
