"""The pages of a candidacy's form beside its rows: who, condition, studies, choice, motivation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from grants.rules import age_within
from internships.forms.place import number
from internships.forms.rows import with_blank
from internships.models import ApplicantCondition, Digital, Education, Protected, Support
from internships.parameters import limits_on
from parties import validators as check
from parties.codes import parse_person_tax_code
from ui.inputs import DayField, NumberField, yes_or_no
from workflows.rules.words import age_on
from workflows.written.base import DraftForm
from workflows.written.inputs import CodeField, NameField
from workflows.written.who import WhoForm

CONDITION = ("restricted_condition", "restricted_details", "evidence_number", "evidence_on")
SUPPORT = ("job_centre", "support", "support_until", "schooling_done", "is_neet")
PERMIT = ("needs_permit", "permit_until", "is_renewing")
GUARDIAN = ("guardian", "guardian_tax_code")
STUDY = ("education", "study_title", "institute", "graduated_on", "grade")
SKILLS = ("languages", "digital", "has_licence")
WHEN = ("available_from", "weekly_hours", "mobility_km")


class CandidateForm(WhoForm):
    """Page “chi”: the person who applies, for themselves."""

    def build(self) -> None:
        """Ask for the person alone."""
        super().build()
        self.drop("applicant_kind")

    @property
    def asks_organisation(self) -> bool:
        """Whether the person acts for somebody else: never."""
        return False

    def judge(self, data: dict[str, Any]) -> None:
        """Ask the call's limits of age."""
        if born := data.get("birth_date"):
            application = self.application
            self.refuse("birth_date", age_within(born, application.day, application.parameters.age))


class ConditionForm(DraftForm):
    """Page “condizione”: in which condition the candidate applies, with its proof (R-REC-02..06)."""

    restricted_condition = forms.ChoiceField(
        label=_("You apply as"),
        choices=[*ApplicantCondition.choices, *Protected.choices],
        widget=forms.RadioSelect,
        help_text=_(
            "Conditions of health or hardship are kept apart: no letter or list shows them."
        ),
    )
    restricted_details = forms.CharField(
        label=_("Service or list that certifies it"),
        help_text=_("Only for the last two. Kept apart, read only by who examines the candidacy."),
        max_length=500,
        required=False,
    )
    evidence_number = forms.CharField(
        label=_("Number of the document that proves it"),
        help_text=_("For the unemployed: number of the declaration of availability (DID)."),
        max_length=60,
        required=False,
    )
    evidence_on = DayField(label=_("Date of the document"))
    job_centre = forms.CharField(label=_("Job centre"), max_length=120, required=False)
    support = forms.ChoiceField(
        label=_("Income support that you receive"),
        choices=Support.choices,
        widget=forms.RadioSelect,
    )
    support_until = DayField(label=_("Income support until"), required=False)
    schooling_done = yes_or_no(label=_("Have you completed compulsory schooling?"))
    is_neet = yes_or_no(
        label=_(
            "Are you now out of work, studies, training, civil service and other labour measures?"
        )
    )
    needs_permit = yes_or_no(label=_("Do you need a permit of stay in Italy?"))
    permit_until = DayField(label=_("Permit valid to"), required=False)
    is_renewing = forms.BooleanField(label=_("I have asked for its renewal"), required=False)
    guardian = NameField(label=_("Parent or guardian"), required=False)
    guardian_tax_code = CodeField(
        label=_("Tax code of the parent or guardian"),
        check=check.validate_person_tax_code,
        parse=parse_person_tax_code,
        required=False,
    )

    def build(self) -> None:
        """Ask for a parent or guardian where the candidate is under age."""
        born = self.application.who.cleaned_data.get("birth_date") if self._asks_age() else None
        adult = limits_on(self.application.day).adult_age
        if born is None or age_on(born, self.application.day) >= adult:
            self.drop(*GUARDIAN)
        else:
            for name in GUARDIAN:
                self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        """Want what goes with each answer, and days that can be."""
        data = self.cleaned_data
        if data.get("restricted_condition") == ApplicantCondition.UNEMPLOYED:
            self._want(
                data, "evidence_number", gettext("Write the number of the declaration (DID).")
            )
        if data.get("restricted_condition") in Protected.values:
            self._want(data, "restricted_details", gettext("Write who certifies it."))
        if (day := data.get("evidence_on")) and day > self.application.day:
            message = gettext("Write a day that has already come.")
            self.add_error("evidence_on", ValidationError(message, code="future"))
        if data.get("support") not in (None, Support.NONE):
            self._want(data, "support_until", gettext("Write until when."))
        if data.get("needs_permit"):
            self._want(data, "permit_until", gettext("Write until when the permit is valid."))
        return data

    def _want(self, data: dict[str, Any], name: str, sentence: str) -> None:
        if name in self.fields and not data.get(name) and not self.errors.get(name):
            self.add_error(name, ValidationError(sentence, code="required"))

    def _asks_age(self) -> bool:
        who = self.application.who
        return "birth_date" not in who.errors


class StudyForm(DraftForm):
    """Page “studi”: title of study, languages, digital skills."""

    education = forms.ChoiceField(
        label=_("Highest title of study"), choices=with_blank(Education.choices)
    )
    study_title = forms.CharField(label=_("Name of the title"), max_length=160)
    institute = forms.CharField(label=_("Institute"), max_length=160)
    graduated_on = DayField(label=_("Obtained on"))
    grade = forms.CharField(label=_("Grade"), max_length=20, required=False)
    languages = forms.CharField(
        label=_("Languages"),
        help_text=_("With their level, such as English B2."),
        max_length=300,
        required=False,
    )
    digital = forms.ChoiceField(
        label=_("Digital skills"), choices=Digital.choices, widget=forms.RadioSelect
    )
    has_licence = yes_or_no(label=_("Do you have a driving licence?"))

    def clean_graduated_on(self) -> Any:
        """Refuse a day that has not come yet."""
        day = self.cleaned_data["graduated_on"]
        if day > self.application.day:
            raise ValidationError(_("Write a day that has already come."), code="future")
        return day


class ChoiceForm(DraftForm):
    """Page “offerte”: when, how long, how far, whether related to a host."""

    has_kinship = yes_or_no(
        label=_("Are you related to an owner, partner or director of a host you chose?"),
        help_text=_("Spouse, cohabitant, brother or sister, or direct line within two degrees."),
    )
    available_from = DayField(label=_("You can begin from"))
    weekly_hours = NumberField(label=_("Hours a week you can give"), max_digits=5, unit=_("hours"))
    mobility_km = number(_("Kilometres from home that you can travel"), most=500)


class MotivationForm(DraftForm):
    """Page “motivazione”: why, and what the interview needs."""

    motivation = forms.CharField(
        label=_("Why you apply"),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=5000,
    )
    restricted_adjustments = forms.CharField(
        label=_("What you need at the interview"),
        help_text=_("Such as an accessible room or more time. Kept apart, read by few people."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )

    def build(self) -> None:
        """Say how long the text is to be."""
        least, most = self.application.parameters.text_characters
        self.fields["motivation"].help_text = gettext("From {least} to {most} characters.").format(
            least=least, most=most
        )

    def clean_motivation(self) -> str:
        """Want a text of the length that the call asks for."""
        text = self.cleaned_data["motivation"].strip()
        least, most = self.application.parameters.text_characters
        if not least <= len(text) <= most:
            raise ValidationError(
                gettext("Write from {least} to {most} characters: they are {count}.").format(
                    least=least, most=most, count=len(text)
                ),
                code="length",
            )
        return text
