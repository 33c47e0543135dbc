"""What parties bring before the first day: insurance, safety, authorisation."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from internships.models import CategoryChoice, CopyGiven, Signer
from internships.plans import current_deed
from internships.readiness import HAVE_COPIES, wanted_covers
from internships.rules.recipients import Category
from internships.services.placements.opening import Opening
from internships.services.placements.starting import CoverData, SafetyData
from parties import moment
from ui.inputs import DayField, NumberField
from workflows.examination.acts import ActForm

MOST_HOURS = Decimal(200)
MOST_MONTHS = 24


class FilledForm(ActForm):
    """A form that begins with what the case says under the same names."""

    def add_fields(self) -> None:
        """Begin with what is known."""
        for name, field in self.fields.items():
            if name != "seen_version":
                field.initial = getattr(self.case, name, None)


class CoverForm(FilledForm):
    """Insurance against accidents and towards third parties (R-INS-01, R-INS-03)."""

    accident_reference = forms.CharField(
        label=_("INAIL position"),
        max_length=60,
        help_text=_("The territorial position (PAT) or its equivalent."),
    )
    insurer = forms.CharField(label=_("Insurer"), max_length=120)
    liability_policy = forms.CharField(label=_("Number of the liability policy"), max_length=60)
    liability_expiry = DayField(label=_("Policy valid to"))
    liability_renews = forms.BooleanField(
        label=_("It will be renewed, if it ends before the internship does"), required=False
    )

    covered = forms.MultipleChoiceField(
        label=_("What the insurance covers"),
        help_text=_(
            "All that the plan foresees must be covered, away from the seat too (R-INS-02)."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def add_fields(self) -> None:
        """Begin with what is known; what is covered is chosen from what the plan foresees."""
        super().add_fields()
        self.fields["covered"].choices = [(one, one) for one in wanted_covers(self.case)]

    def inputs(self) -> dict[str, Any]:
        """Hand the insurance on."""
        said = {name: self.cleaned_data[name] for name in CoverData.__dataclass_fields__}
        return {"data": CoverData(**said | {"covered": tuple(said["covered"])})}


class SafetyForm(FilledForm):
    """Safety training that was done, and fitness where it is due (R-SAF-02, R-SAF-04)."""

    general_hours = NumberField(
        label=_("Hours of general training"),
        min_value=Decimal(0),
        max_value=MOST_HOURS,
        decimal_places=2,
    )
    specific_hours = NumberField(
        label=_("Hours of specific training"),
        min_value=Decimal(0),
        max_value=MOST_HOURS,
        decimal_places=2,
    )
    trained_on = DayField(label=_("Finished on"))
    fit_on = DayField(
        label=_("Fitness certified on"),
        required=False,
        help_text=_("Only where health surveillance is due; nothing else of it is written here."),
    )

    def inputs(self) -> dict[str, Any]:
        """Hand training and fitness on."""
        said = {name: self.cleaned_data[name] for name in SafetyData.__dataclass_fields__}
        return {"data": SafetyData(**said)}


class GuardianForm(ActForm):
    """Who has authorised the internship of a minor (R-DOC-04)."""

    guardian = forms.CharField(label=_("Parent or guardian"), max_length=120)

    def inputs(self) -> dict[str, Any]:
        """Hand the name on."""
        return {"guardian": self.cleaned_data["guardian"]}


class StampForm(ActForm):
    """The receipt of the stamp duty on the agreement (R-DOC-08)."""

    receipt = forms.CharField(
        label=_("Receipt of the stamp duty"),
        help_text=_("Number of the mark or of the payment, and its day."),
        max_length=60,
    )

    def inputs(self) -> dict[str, Any]:
        """Hand the receipt on."""
        return {"receipt": self.cleaned_data["receipt"]}


class CopyForm(ActForm):
    """Who has had a copy of which signed paper, when and how (R-DOC-06)."""

    copy = forms.ChoiceField(label=_("Paper, and whose copy"), widget=forms.RadioSelect)
    given_on = DayField(label=_("Given on"))
    means = forms.ChoiceField(label=_("How"), choices=CopyGiven.Means.choices)

    def add_fields(self) -> None:
        """Offer the copies that are still to be given."""
        given = {(one.deed_id, one.actor) for one in self.case.copies.all()}
        signed = (current_deed(self.case, "convention"), current_deed(self.case, "plan"))
        self.fields["copy"].choices = [
            (f"{deed.pk}-{actor.value}", f"{deed.title}: {Signer(actor.value).label}")
            for deed in signed
            if deed is not None and deed.completed_at is not None
            for actor in HAVE_COPIES
            if (deed.pk, actor.value) not in given
        ]
        self.fields["given_on"].initial = moment.today()

    def inputs(self) -> dict[str, Any]:
        """Hand paper, party, day and means on."""
        said = self.cleaned_data
        deed, _dash, actor = said["copy"].partition("-")
        return {
            "deed": int(deed),
            "actor": actor,
            "given_on": said["given_on"],
            "means": said["means"],
        }


class OpeningForm(forms.Form):
    """Which person the host already has, and when they begin: the office opens the internship."""

    tax_code = forms.CharField(
        label=_("Tax code of the intern"),
        max_length=16,
        help_text=_("The person must have signed up and written down who they are."),
    )
    start = DayField(label=_("First day"))
    months = forms.IntegerField(label=_("Months"), min_value=1, max_value=MOST_MONTHS)
    category = forms.ChoiceField(label=_("Category"), choices=CategoryChoice.choices)
    evidence = forms.CharField(label=_("Document that proves it"), max_length=200)
    evidence_on = DayField(label=_("Dated"))

    def opening(self) -> Opening:
        """Return what is known, once the form is valid."""
        said = self.cleaned_data
        return Opening(
            start=said["start"],
            months=said["months"],
            category=Category(said["category"]),
            evidence=said["evidence"],
            evidence_on=said["evidence_on"],
        )
