"""What each act on an application for the register, and on an entry, asks for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coworking_registry import checks, dependants
from coworking_registry.fields import REOPENABLE
from coworking_registry.rules.visits import CHECKS, RESULTS, Finding
from parties import moment
from ui.inputs import DayField
from workflows.examination.acts import LONG, ActForm, DecisionForm
from workflows.examination.asking import RequestIntegrationForm
from workflows.examination.refusing import ProposeRefusalForm, RefusalNoticeForm
from workflows.rules import Outcome


class RequestSpaceIntegrationForm(RequestIntegrationForm):
    """What is asked of the manager, item by item (SOC-01)."""

    reopenable = REOPENABLE


class _SpaceGrounds:
    """What reasons against an entry may rest on."""

    case: Any

    @cached_property
    def now(self) -> list[Outcome]:
        """Return what the requirements say of the space today."""
        return checks.admission_outcomes(self.case)


class SpaceRefusalNoticeForm(_SpaceGrounds, RefusalNoticeForm):
    """The reasons against, each with its rule; what the rules say now stands there already."""


class ProposeSpaceRefusalForm(_SpaceGrounds, ProposeRefusalForm):
    """The answer to each observation, whether the reason still stands, and reasons that came up."""


class ProposeEntryForm(DecisionForm):
    """A note for the director, and the answers to what was observed."""

    def add_fields(self) -> None:
        """Ask for an answer to each observation."""
        self.fields["reason"].label = _("Note for the director")
        self.fields["reason"].help_text = ""
        for ground in self.case.grounds:
            if ground.observation:
                self.fields[f"answer_{ground.pk}"] = forms.CharField(
                    label=_("Answer to: {observation}").format(observation=ground.observation),
                    initial=ground.answer,
                    max_length=LONG,
                    widget=forms.Textarea(attrs={"rows": 3}),
                )

    def inputs(self) -> dict[str, Any]:
        """Hand note and answers on."""
        observed = [ground for ground in self.case.grounds if ground.observation]
        answers = {ground.pk: self.cleaned_data[f"answer_{ground.pk}"] for ground in observed}
        return super().inputs() | {"answers": answers}


class PlanInspectionForm(ActForm):
    """When the visit begins, and who comes."""

    day = DayField(label=gettext_lazy("Day of the visit"))
    at = forms.TimeField(label=gettext_lazy("At"), widget=forms.TimeInput(attrs={"type": "time"}))
    officials = forms.CharField(
        label=gettext_lazy("Who comes for the office"),
        help_text=gettext_lazy("Names, as the letter says them."),
        max_length=200,
    )

    @property
    def starts_at(self) -> datetime:
        """The instant at which the visit begins."""
        day, at = self.cleaned_data["day"], self.cleaned_data["at"]
        return timezone.make_aware(datetime.combine(day, at))

    def clean(self) -> dict[str, Any]:
        """Want a time to come."""
        data = super().clean() or self.cleaned_data
        if data.get("day") and data.get("at") and self.starts_at <= moment.now():
            self.add_error("day", _("A visit is announced for a time to come."))
        return data

    def inputs(self) -> dict[str, Any]:
        """Hand instant and names on."""
        return super().inputs() | {
            "starts_at": self.starts_at,
            "officials": self.cleaned_data["officials"],
        }


class ReportInspectionForm(ActForm):
    """The checklist of the visit, one question under the other: it is filled in on a phone."""

    def add_fields(self) -> None:
        """Ask for the result of each check and a note, then for the rest of the minutes."""
        for code, words in CHECKS:
            self.fields[f"result_{code}"] = forms.ChoiceField(
                label=words, choices=list(RESULTS.items()), widget=forms.RadioSelect
            )
            self.fields[f"note_{code}"] = forms.CharField(
                label=_("Note: {check}").format(check=words), max_length=200, required=False
            )
        self.fields["present"] = forms.CharField(
            label=_("Who was present for the manager"), max_length=200
        )
        self.fields["stated"] = forms.CharField(
            label=_("Statements of the manager"),
            max_length=2000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        self.fields["conclusion"] = forms.CharField(
            label=_("Conclusion"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
        )

    def clean(self) -> dict[str, Any]:
        """Want a note for whatever is not met."""
        data = super().clean() or self.cleaned_data
        for code, _words in CHECKS:
            if data.get(f"result_{code}", "met") != "met" and not data.get(f"note_{code}"):
                self.add_error(f"note_{code}", _("Say what you found."))
        return data

    def inputs(self) -> dict[str, Any]:
        """Hand the findings on."""
        data = self.cleaned_data
        findings = [
            Finding(code, data[f"result_{code}"], data[f"note_{code}"]) for code, _words in CHECKS
        ]
        told = {name: data[name] for name in ("present", "stated", "conclusion")}
        return super().inputs() | told | {"findings": findings}


class StopForm(DecisionForm):
    """What stops an entry: the reason, what depends on the space as it is seen, until when that runs."""

    template_name = "coworking_registry/office/stop_form.html"

    grants_until = DayField(
        label=gettext_lazy("What runs in the space holds until"),
        help_text=gettext_lazy("Needed where something runs there."),
        required=False,
    )
    seen = forms.CharField(required=False)
    looked = forms.BooleanField(
        label=gettext_lazy("I have looked at what depends on this space"), required=False
    )

    def add_fields(self) -> None:
        """Note what depends on the space as the page shows it; it is looked at where there is some."""
        self.fields["reason"].required = True
        self.fields["looked"].required = bool(self.dependants)
        if not self.dependants:
            del self.fields["looked"]

    @property
    def present(self) -> str:
        """What tells the dependants as they are now from any other state of them."""
        return dependants.digest_of(self.dependants)

    @cached_property
    def dependants(self) -> list[dependants.Dependant]:
        """Return what depends on the space today."""
        return dependants.dependants_of(self.case.space, moment.today(), None)

    def inputs(self) -> dict[str, Any]:
        """Hand on what was seen and the day."""
        told = {name: self.cleaned_data[name] for name in ("seen", "grants_until")}
        return super().inputs() | told


class SuspendForm(StopForm):
    """Until when an entry is suspended (SPA-26)."""

    until = DayField(label=gettext_lazy("Suspended until"))
    field_order = ("until", "reason", "grants_until")

    def inputs(self) -> dict[str, Any]:
        """Hand the last day on."""
        return super().inputs() | {"until": self.cleaned_data["until"]}


class CancelForm(StopForm):
    """The request of the manager, by its number in the register of the protocol."""

    asked_on = DayField(label=gettext_lazy("Day of the manager's request"))
    mark = forms.CharField(label=gettext_lazy("Protocol number of the request"), max_length=40)
    field_order = ("asked_on", "mark", "reason", "grants_until")

    def add_fields(self) -> None:
        """The request is reason enough."""
        super().add_fields()
        self.fields["reason"].required = False

    def inputs(self) -> dict[str, Any]:
        """Hand day and number on."""
        told = {name: self.cleaned_data[name] for name in ("asked_on", "mark")}
        return super().inputs() | told
