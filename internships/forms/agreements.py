"""What the acts on an agreement ask for: one of its own, or a collective one that holds (form 4.3)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from internships.agreements import frameworks_for
from internships.models import Agreement, Bearer, Promoter
from internships.services.placements.preparing import ConventionData, FrameworkData, TutorData
from parties import moment
from parties.validators import validate_person_tax_code
from ui.formats import long_date
from ui.inputs import DayField
from workflows.examination.acts import LONG, ActForm

# What the form types under the names of the agreement itself.
SAID = ("kind", "valid_to", "several_regions", "ruled_by", "jointly_declared", "stamp_asked")


def reason_field() -> forms.CharField:
    """Return the field for why one goes on past what rules only warn of."""
    return forms.CharField(
        label=gettext_lazy("Reason, where a rule only warns"),
        help_text=gettext_lazy("It stays in the history beside the warning that it goes past."),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PromoterTutorForm(ActForm):
    """An act that names the tutor of the promoter."""

    tutor_name = forms.CharField(label=gettext_lazy("Tutor of the promoter"), max_length=120)
    tutor_tax_code = forms.CharField(
        label=gettext_lazy("Tax code of the tutor"),
        max_length=16,
        validators=[validate_person_tax_code],
    )
    tutor_email = forms.EmailField(label=gettext_lazy("Email address of the tutor"))

    def add_fields(self) -> None:
        """Begin with the tutor who was named before."""
        if tutor := self.case.tutor("promoter"):
            for name in ("name", "tax_code", "email"):
                self.fields[f"tutor_{name}"].initial = getattr(tutor, name)

    def clean_tutor_tax_code(self) -> str:
        """Write codes as the law does."""
        return self.cleaned_data["tutor_tax_code"].upper()

    @property
    def tutor(self) -> TutorData:
        """The tutor, once the form is valid."""
        said = self.cleaned_data
        return TutorData(said["tutor_name"], said["tutor_tax_code"], said["tutor_email"])


class ConventionForm(PromoterTutorForm):
    """Promoter, its tutor, for how many internships, and who bears what (form 4.3)."""

    promoter = forms.ModelChoiceField(
        label=gettext_lazy("Promoter"),
        queryset=Promoter.objects.select_related("party"),
        help_text=gettext_lazy("A body with a title of its own, other than the host (R-PRO-01)."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Agreement"),
        choices=Agreement.Kind.choices,
        initial=Agreement.Kind.INDIVIDUAL,
    )
    valid_to = DayField(
        label=gettext_lazy("Valid to"),
        required=False,
        help_text=gettext_lazy("For a collective one: the last day on which plans are signed."),
    )
    cover_bearer = forms.ChoiceField(
        label=gettext_lazy("Who takes out the insurance"), choices=Bearer.choices
    )
    safety_bearer = forms.ChoiceField(
        label=gettext_lazy("Who trains on safety"), choices=Bearer.choices
    )
    several_regions = forms.BooleanField(
        label=gettext_lazy("The host has seats in several Regions"), required=False
    )
    ruled_by = forms.ChoiceField(
        label=gettext_lazy("Whose rules apply, if it has"),
        choices=Agreement.Rules.choices,
        initial=Agreement.Rules.UNIT,
        help_text=gettext_lazy("The agreement says so (R-HOS-07)."),
    )
    jointly_declared = forms.BooleanField(
        label=gettext_lazy("Promoter and host declare together that the requirements hold"),
        help_text=gettext_lazy("Art. 76 D.P.R. 445/2000; the agreement says it (R-DOC-05)."),
        required=False,
    )
    stamp_asked = forms.BooleanField(
        label=gettext_lazy("The promoter asks for stamp duty on the agreement"), required=False
    )
    stamp_receipt = forms.CharField(
        label=gettext_lazy("Receipt of the stamp duty"), max_length=60, required=False
    )
    reason = reason_field()

    field_order = ("promoter",)

    def add_fields(self) -> None:
        """Begin with what was written before."""
        super().add_fields()
        case, own = self.case, self.case.agreement
        self.fields["promoter"].initial = case.promoter_id
        self.fields["cover_bearer"].initial = case.cover_bearer
        self.fields["safety_bearer"].initial = case.safety_bearer
        if own is not None:
            for name in (*SAID, "stamp_receipt"):
                self.fields[name].initial = getattr(own, name)

    def clean(self) -> dict[str, Any]:
        """Want the last day of a collective agreement, still to come."""
        data = super().clean() or self.cleaned_data
        last = data.get("valid_to")
        if data.get("kind") == Agreement.Kind.COLLECTIVE and "valid_to" not in self.errors:
            if last is None:
                sentence = _("Say until which day the collective agreement holds (R-DOC-02).")
                self.add_error("valid_to", forms.ValidationError(sentence, code="required"))
            elif last < moment.today():
                sentence = _("The last day of the agreement has passed (R-DOC-02).")
                self.add_error("valid_to", forms.ValidationError(sentence, code="past"))
        return data

    def inputs(self) -> dict[str, Any]:
        """Hand on what the agreement settles."""
        said = self.cleaned_data
        data = ConventionData(
            promoter=said["promoter"],
            tutor=self.tutor,
            cover_bearer=said["cover_bearer"],
            safety_bearer=said["safety_bearer"],
            stamp_receipt=said["stamp_receipt"].strip(),
            **{name: said[name] for name in SAID},
        )
        return super().inputs() | {"data": data, "reason": said["reason"]}


class FrameworkForm(PromoterTutorForm):
    """Under which collective agreement an internship goes (R-DOC-02)."""

    agreement = forms.ModelChoiceField(
        label=gettext_lazy("Collective agreement"),
        queryset=Agreement.objects.none(),
        help_text=gettext_lazy("Those of this host that both have signed and that hold today."),
    )
    reason = reason_field()

    field_order = ("agreement",)

    def add_fields(self) -> None:
        """Offer the agreements that hold."""
        super().add_fields()
        field: Any = self.fields["agreement"]
        field.queryset = frameworks_for(self.case)
        field.label_from_instance = _label

    def inputs(self) -> dict[str, Any]:
        """Hand agreement and tutor on."""
        said = self.cleaned_data
        data = FrameworkData(said["agreement"], self.tutor)
        return super().inputs() | {"data": data, "reason": said["reason"]}


class EndForm(forms.Form):
    """Why a collective agreement ends before its last day."""

    end_reason = forms.CharField(
        label=gettext_lazy("Why it ends"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _label(found: Agreement) -> str:
    day = long_date(found.valid_to) if found.valid_to else ""
    return _("{promoter}, until {day}").format(promoter=found.promoter, day=day)
