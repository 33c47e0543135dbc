"""Why this call: the host's link with coworking, or its green profile."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from internships.checks import link_of
from internships.forms.place import number
from internships.forms.position import LONGEST, long_enough
from internships.models import Link, Role, Sector
from workflows.written.base import DraftForm

COWORKING = ("link", "space")
GREEN = ("green_sector", "green_role", "green_percent", "green_task")
MORE = ("has_report", "tutor_green_years", "training_hours")


class ProfileForm(DraftForm):
    """Page “profilo”: what the track of the call asks for."""

    link = forms.ChoiceField(
        label=_("Your link with coworking"), choices=Link.choices, widget=forms.RadioSelect
    )
    space = forms.CharField(label=_("Coworking space"), widget=forms.Select, required=False)
    green_sector = forms.ChoiceField(
        label=_("What the firm does"),
        help_text=_("Core: renewables, water, waste, remediation, landscape, repair, parks."),
        choices=Sector.choices,
        widget=forms.RadioSelect,
    )
    green_role = forms.ChoiceField(
        label=_("What the intern will be"), choices=Role.choices, widget=forms.RadioSelect
    )
    green_percent = number(_("Share of hours on green activities, in percent"), most=100)
    green_task = forms.CharField(
        label=_("Which green activities, and how many hours each"),
        help_text=_("This is the proof of the share: without it the role gives no points."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    initiative = forms.CharField(
        label=_("The initiative"), widget=forms.Textarea(attrs={"rows": 8}), max_length=LONGEST
    )
    has_report = forms.BooleanField(
        label=_("We publish a sustainability report, attached among the documents"), required=False
    )
    tutor_green_years = number(_("Green experience of the tutor, in years"), most=60)
    training_hours = number(_("Hours of structured training for the intern"), most=999)

    def build(self) -> None:
        """Ask what the track wants; offer the spaces of the register."""
        set_ = self.application.parameters
        few, many = set_.text_characters
        self.fields["initiative"].help_text = (
            _("Product, service, process or local initiative; the result for the environment.")
            if set_.is_green
            else _("What you do, or want to do, with coworking, and what the intern brings to it.")
        ) + f" {_('From {least} to {most} characters.').format(least=few, most=many)}"
        if set_.is_green:
            self.drop(*COWORKING)
            return
        self.drop(*GREEN, *MORE)
        spaces = [(str(space.pk), str(space)) for space in self.application.spaces]
        self.fields["space"].widget.choices = [("", _("Choose a space")), *spaces]
        self.fields["space"].help_text = _("Only if you manage it or are networked with it.")

    def clean_initiative(self) -> str:
        """Want as many characters as the call says."""
        return long_enough(self.cleaned_data["initiative"], self.application.parameters)

    def clean_space(self) -> int | None:
        """Return the key of a space of the register, or None."""
        typed = self.cleaned_data["space"]
        keys = {str(space.pk): space.pk for space in self.application.spaces}
        return keys.get(typed)

    def clean(self) -> dict[str, Any]:
        """Ask whether the link holds (R-HOS-09)."""
        data = self.cleaned_data
        link = data.get("link")
        if not link:
            return data
        key = data.get("space")
        space = next((one for one in self.application.spaces if one.pk == key), None)
        outcome = link_of(
            link,
            space,
            is_listed=space is not None,
            host_tax_code=self.application.host_tax_code,
        )
        self.refuse("space", outcome)
        return data
