"""What each act on a candidacy asks for. `inputs()` gives the service its keyword arguments."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from internships import candidate_checks as checks
from internships import queries
from internships.candidate_fields import REOPENABLE
from internships.models import HostOffer
from ui.formats import long_date
from workflows.examination.acts import LONG, ActForm, DecisionForm, ObservationsForm
from workflows.examination.asking import RequestIntegrationForm
from workflows.examination.refusing import ProposeRefusalForm, RefusalNoticeForm
from workflows.rules import Outcome


class CandidateObservationsForm(ObservationsForm):
    """The candidate's observations, reason by reason (PRE-02)."""


class AdmitCandidateForm(ActForm):
    """Admission to the interview, with the answers to what was observed."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("It goes into the history and into the letter."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONG,
    )

    def add_fields(self) -> None:
        """Ask for an answer to each observation."""
        for ground in self.case.grounds:
            if ground.observation:
                self.fields[f"answer_{ground.pk}"] = forms.CharField(
                    label=_("Answer to: {observation}").format(observation=ground.observation),
                    initial=ground.answer,
                    max_length=LONG,
                    widget=forms.Textarea(attrs={"rows": 3}),
                )

    def inputs(self) -> dict[str, Any]:
        """Hand reason and answers on."""
        answers = {
            ground.pk: self.cleaned_data[f"answer_{ground.pk}"]
            for ground in self.case.grounds
            if ground.observation
        }
        return super().inputs() | {"answers": answers, "reason": self.cleaned_data["reason"]}


class RequestCandidateIntegrationForm(RequestIntegrationForm):
    """What is asked of the candidate, item by item, once (R-PUB-04)."""

    reopenable = REOPENABLE

    def concerns(self, content: Any) -> bool:
        """Tell whether a document of the call is asked of candidates."""
        return checks.concerns_candidates(content.only_for)


class _CandidateGrounds:
    """What reasons against may rest on: the rules on candidates, the documents asked of them."""

    case: Any

    @cached_property
    def now(self) -> list[Outcome]:
        """Return what the rules say of the candidacy today."""
        return [*checks.merit_outcomes(self.case), *checks.paper_outcomes(self.case)]

    def concerns(self, content: Any) -> bool:
        """Tell whether a document of the call is asked of candidates."""
        return checks.concerns_candidates(content.only_for)


class CandidateRefusalNoticeForm(_CandidateGrounds, RefusalNoticeForm):
    """The reasons against, each with its rule; what the rules say now stands there already."""


class ProposeExclusionForm(_CandidateGrounds, ProposeRefusalForm):
    """The answer to each observation, whether the reason still stands, and reasons that came up."""


class InviteForm(ActForm):
    """A free time for the interview, of the call or of an offer that the candidate chose."""

    slot = forms.TypedChoiceField(
        label=gettext_lazy("Time of the interview"), coerce=int, empty_value=None
    )

    def add_fields(self) -> None:
        """Offer the times that are free, those soon enough marked by the rule when sent."""
        slots = queries.free_slots(self.case)
        self.fields["slot"].choices = [("", _("Choose")), *((one.pk, _slot(one)) for one in slots)]
        if not slots:
            self.fields["slot"].help_text = _("No time is free: add some to the calendar first.")

    def inputs(self) -> dict[str, Any]:
        """Hand the time on."""
        return super().inputs() | {"slot": self.cleaned_data["slot"]}


class MoveInterviewForm(InviteForm):
    """Another time, with the reason that stands in the history."""

    reason = forms.CharField(
        label=gettext_lazy("Why it moves"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONG,
    )

    def inputs(self) -> dict[str, Any]:
        """Hand the reason on as well."""
        return super().inputs() | {"reason": self.cleaned_data["reason"]}


class HoldInterviewForm(DecisionForm):
    """The interview was held: everybody who asked has declared that there is no conflict (R-PUB-09)."""

    declared = forms.BooleanField(
        label=gettext_lazy(
            "Each of them has declared that there is no conflict with the candidate"
        ),
        help_text=gettext_lazy("The declarations stay with the minutes (L. 241/1990, art. 6-bis)."),
        required=False,
    )
    field_order = ("declared", "reason")

    def add_fields(self) -> None:
        """Name who asks."""
        held = self.case.interviews.filter(state__in=checks.OPEN_INTERVIEWS).last()
        if held is not None:
            self.fields["declared"].label = _(
                "{names}: each has declared that there is no conflict with the candidate"
            ).format(names=held.slot.panel)

    def inputs(self) -> dict[str, Any]:
        """Hand the declarations on."""
        return super().inputs() | {"declared": self.cleaned_data["declared"]}


class ProposePlacementForm(DecisionForm):
    """The offer whose place is proposed outside a pairing: one that the candidate chose."""

    offer = forms.TypedChoiceField(label=gettext_lazy("Offer"), coerce=int, empty_value=None)
    field_order = ("offer", "reason")

    def add_fields(self) -> None:
        """Offer the preferences that still count."""
        rows = self.case.preferences.filter(dropped="").select_related("offer__applicant")
        self.fields["offer"].choices = [
            ("", _("Choose")),
            *((one.offer_id, f"{one.offer.title}, {one.offer.applicant.name}") for one in rows),
        ]
        self.fields["reason"].required = True

    def inputs(self) -> dict[str, Any]:
        """Hand the offer on."""
        return super().inputs() | {"offer": self.cleaned_data["offer"]}


class RequiredReasonForm(DecisionForm):
    """An act that always says why."""

    def add_fields(self) -> None:
        """Make the reason due."""
        self.fields["reason"].required = True
        self.fields["reason"].help_text = _("It stays in the history.")


def _slot(one: Any) -> str:
    where = one.link or one.place
    offer: HostOffer | None = one.offer
    about = f" – {offer.title}" if offer else ""
    return f"{long_date(one.starts_at)} – {where}{about}"
