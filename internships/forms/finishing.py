"""What is typed around the end: evidence of the dossier, final reports, what became of the intern."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from internships.forms.rows import with_blank
from internships.models import Contract, Evidence
from internships.services.placements.finishing import EvidenceData, OutcomeData, ReportData
from workflows.examination.acts import LONG, ActForm

MARKS = [(5, _("5 – fully")), (4, "4"), (3, "3"), (2, "2"), (1, _("1 – not at all"))]


def _mark(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=with_blank(MARKS), coerce=int)


def _area(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class EvidenceForm(ActForm):
    """A piece of evidence: for which activity, of which kind, how far the intern came."""

    activity = forms.ModelChoiceField(label=_("Activity of the plan"), queryset=None)
    competence = forms.ModelChoiceField(
        label=_("Competence"), queryset=None, required=False, empty_label=_("None")
    )
    kind = forms.ChoiceField(label=_("Kind of evidence"), choices=with_blank(Evidence.Kind.choices))
    level = forms.ChoiceField(label=_("Level reached"), choices=with_blank(Evidence.Level.choices))
    text = forms.CharField(label=_("What was done"), max_length=LONG, widget=_area())
    file = forms.FileField(
        label=_("File"), help_text=_("PDF, p7m, JPEG, PNG; up to 10 MB."), required=False
    )

    def add_fields(self) -> None:
        """Offer what the plan names."""
        self.fields["activity"].queryset = self.case.activities.all()  # type: ignore[attr-defined]
        self.fields["competence"].queryset = (  # type: ignore[attr-defined]
            self.case.competences.all()
        )

    def inputs(self) -> dict[str, Any]:
        """Hand the evidence on."""
        said = {name: self.cleaned_data[name] for name in EvidenceData.__dataclass_fields__}
        return {"data": EvidenceData(**said), "upload": self.cleaned_data["file"]}


class ReportForm(ActForm):
    """The final report of host or intern."""

    goals = _mark(_("The goals were reached"))
    coherence = _mark(_("What was done was what the plan says"))
    treatment = _mark(_("We worked well together; hours and payments were respected"))
    text = forms.CharField(label=_("What was done and learnt"), max_length=LONG, widget=_area(5))
    suggestions = forms.CharField(
        label=_("Suggestions"), max_length=LONG, required=False, widget=_area(3)
    )

    def inputs(self) -> dict[str, Any]:
        """Hand the report on."""
        said = {name: self.cleaned_data[name] for name in ReportData.__dataclass_fields__}
        return {"data": ReportData(**said)}


class OutcomeForm(ActForm):
    """Whether the intern works now."""

    works = forms.TypedChoiceField(
        label=_("Does the person work now?"),
        choices=with_blank([("yes", _("Yes")), ("no", _("No"))]),
        coerce=lambda said: said == "yes",
    )
    contract = forms.ChoiceField(
        label=_("Contract"), choices=[("", _("None")), *Contract.choices], required=False
    )
    same_host = forms.BooleanField(label=_("At the same host"), required=False)

    def inputs(self) -> dict[str, Any]:
        """Hand the outcome on."""
        said = {name: self.cleaned_data[name] for name in OutcomeData.__dataclass_fields__}
        return {"data": OutcomeData(**said)}
