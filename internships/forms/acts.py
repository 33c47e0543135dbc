"""What each act on an offer asks for. `inputs()` gives the service its keyword arguments."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from internships import checks
from internships.fields import REOPENABLE
from internships.rules.quota import reduction_explained
from parties import moment
from ui.inputs import DayField
from workflows.examination.acts import LONG, ActForm, DecisionForm, ObservationsForm
from workflows.examination.asking import RequestIntegrationForm
from workflows.examination.refusing import ProposeRefusalForm, RefusalNoticeForm
from workflows.rules import Outcome, Verdict


class OfferObservationsForm(ObservationsForm):
    """The host's observations, reason by reason (PRE-02)."""


class ProposeOfferForm(ActForm):
    """How many of the places are admitted (R-NUM-07), and the answers to what was observed."""

    places = forms.IntegerField(label=gettext_lazy("Places to admit"), min_value=1)
    reason = forms.CharField(
        label=gettext_lazy("Note for the director"),
        help_text=gettext_lazy(
            "If you admit fewer places than the unit can hold, why: the letter says it after “because”."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONG,
    )

    def add_fields(self) -> None:
        """Offer as many as are asked for and free; ask for an answer to each observation."""
        room = checks.facts_of(self.case).room
        asked = self.case.places
        field = self.fields["places"]
        field.initial = max(1, min(asked, room.left))
        field.max_value = asked
        field.help_text = _("{asked} are asked for, {left} are free in the unit.").format(
            asked=asked, left=room.left
        )
        self._want_reason_for_warnings()
        for ground in self.case.grounds:
            if ground.observation:
                self.fields[f"answer_{ground.pk}"] = forms.CharField(
                    label=_("Answer to: {observation}").format(observation=ground.observation),
                    initial=ground.answer,
                    max_length=LONG,
                    widget=forms.Textarea(attrs={"rows": 3}),
                )

    def _want_reason_for_warnings(self) -> None:
        """Say beside the note which rules only warn: whoever goes past them says why (R-NUM-10)."""
        warned = [
            f"{one.sentence} ({one.rule})"
            for one in checks.admission_outcomes(self.case)
            if one.verdict is Verdict.WARNING
        ]
        if warned:
            note = self.fields["reason"]
            note.required = True
            note.help_text = _("Say why you go on all the same: {warnings}").format(
                warnings=" ".join(warned)
            )

    def clean_places(self) -> int:
        """Want no more places than are asked for, nor than the unit can hold."""
        places = self.cleaned_data["places"]
        if places > self.case.places:
            raise forms.ValidationError(
                _("Admit from 1 to {most} places.").format(most=self.case.places), code="many"
            )
        outcome = checks.places_outcome(checks.facts_of(self.case), places)
        if outcome.blocks:
            raise forms.ValidationError(f"{outcome.sentence} ({outcome.rule})", code=outcome.rule)
        return places

    def clean(self) -> dict[str, Any]:
        """Want a reason for fewer places than the unit can hold (PROC-03)."""
        data = super().clean() or self.cleaned_data
        if "places" in data:
            outcome = reduction_explained(
                self.case.places,
                data["places"],
                checks.facts_of(self.case).room.left,
                data.get("reason", ""),
            )
            if outcome.blocks:
                self.add_error("reason", f"{outcome.sentence} ({outcome.rule})")
        return data

    def inputs(self) -> dict[str, Any]:
        """Hand places, answers and note on."""
        answers = {
            ground.pk: self.cleaned_data[f"answer_{ground.pk}"]
            for ground in self.case.grounds
            if ground.observation
        }
        return super().inputs() | {
            "places": self.cleaned_data["places"],
            "answers": answers,
            "reason": self.cleaned_data["reason"],
        }


class AdmitForm(DecisionForm):
    """The day from which the offer stands in the public list."""

    published_on = DayField(label=gettext_lazy("Published from"))
    field_order = ("published_on", "reason")

    def add_fields(self) -> None:
        """Propose today."""
        self.fields["published_on"].initial = moment.today()

    def clean_published_on(self) -> date:
        """Refuse a day that has passed."""
        day = self.cleaned_data["published_on"]
        if day < moment.today():
            raise forms.ValidationError(_("Write today or a later day."), code="past")
        return day

    def inputs(self) -> dict[str, Any]:
        """Hand the day on."""
        return super().inputs() | {"published_on": self.cleaned_data["published_on"]}


class CloseOfferForm(DecisionForm):
    """Why a published offer closes; the host reads it."""

    def add_fields(self) -> None:
        """Make the reason due."""
        self.fields["reason"].required = True
        self.fields["reason"].help_text = _("The host reads it, and it stays in the history.")


class RequestOfferIntegrationForm(RequestIntegrationForm):
    """What is asked of the host, item by item, once (R-PUB-04)."""

    reopenable = REOPENABLE

    def concerns(self, content: Any) -> bool:
        """Tell whether a document of the call is asked of hosts."""
        return checks.concerns_hosts(content.only_for)


class _OfferGrounds:
    """What reasons against an offer may rest on: its own rules, the documents asked of hosts."""

    case: Any

    @cached_property
    def now(self) -> list[Outcome]:
        """Return what the rules say of the offer today."""
        return [*checks.merit_outcomes(self.case), *checks.paper_outcomes(self.case)]

    def concerns(self, content: Any) -> bool:
        """Tell whether a document of the call is asked of hosts."""
        return checks.concerns_hosts(content.only_for)


class OfferRefusalNoticeForm(_OfferGrounds, RefusalNoticeForm):
    """The reasons against, each with its rule; what the rules say now stands there already."""


class ProposeOfferRefusalForm(_OfferGrounds, ProposeRefusalForm):
    """The answer to each observation, whether the reason still stands, and reasons that came up."""
