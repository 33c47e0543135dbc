"""What the intern does, when, for how much, and who guides them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from internships.checks import allowance_of
from internships.forms.place import number
from internships.forms.rows import with_blank
from internships.models import Area, Hiring
from internships.rules import duration, papers
from parties import validators as check
from parties.codes import parse_person_tax_code
from ui.inputs import DayField, MoneyField, NumberField, yes_or_no
from workflows.written.base import DraftForm
from workflows.written.inputs import CodeField, NameField

HOURS = ("contract_hours", "weekly_hours", "daily_hours")
WHAT = ("title", "area", "places", "activities", "skills")
WHEN = ("start_from", "start_to", "months", "contract", *HOURS, "remote_days", "remote_rules")
MONEY = ("allowance", "gives_meals")
WHOM = ("requirements", "preferences", "needs_surveillance", "equipment", "hiring")
LONGEST = 5000


def _hours(label: Any, help_text: Any = "") -> NumberField:
    field = NumberField(label=label, help_text=help_text, max_digits=5, unit=_("hours"))
    field.widget.attrs["class"] = "ui-short"
    return field


class PositionForm(DraftForm):
    """Page “posizione”: the plan in short (form 4.1, fields 26-43)."""

    title = forms.CharField(label=_("Title of the position"), max_length=120)
    area = forms.ChoiceField(label=_("Area"), choices=with_blank(Area.choices))
    places = number(_("Places"), most=50)
    activities = forms.CharField(
        label=_("Activities"), widget=forms.Textarea(attrs={"rows": 8}), max_length=LONGEST
    )
    skills = forms.CharField(
        label=_("Skills in short"),
        help_text=_("Single words with commas: people search for them."),
        max_length=300,
    )
    start_from = DayField(label=_("It may begin from"))
    start_to = DayField(label=_("It begins at the latest on"))
    months = number(_("Months"), most=24)
    contract = forms.CharField(label=_("Collective agreement you apply"), max_length=120)
    contract_hours = _hours(_("Weekly hours of that agreement"))
    weekly_hours = _hours(_("Weekly hours of the intern"))
    daily_hours = _hours(_("Most hours a day"))
    remote_days = number(_("Days a week at a distance"), most=7, required=False)
    remote_rules = forms.CharField(
        label=_("How the distance is arranged"),
        help_text=_("Place, days, tools, tutoring. Only if there are such days."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    allowance = MoneyField(label=_("Gross allowance a month"), max_digits=8, may_be_zero=True)
    gives_meals = yes_or_no(label=_("Canteen or meal vouchers?"))
    requirements = forms.CharField(
        label=_("What the candidate must have"),
        help_text=_("Nothing on sex, age, origin, health or opinions."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    preferences = forms.CharField(
        label=_("What is welcome"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    needs_surveillance = yes_or_no(label=_("Does the risk assessment ask for a medical check?"))
    equipment = forms.CharField(
        label=_("Protective equipment"),
        help_text=_("Write “none” if none is needed."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
    )
    hiring = forms.ChoiceField(
        label=_("Hiring afterwards"), choices=Hiring.choices, widget=forms.RadioSelect
    )

    def build(self) -> None:
        """Write the call's numbers into the words."""
        set_ = self.application.parameters
        least, most = set_.months
        self.fields["months"].help_text = _("From {least} to {most}.").format(
            least=least, most=most
        )
        self.fields["places"].help_text = _(
            "At most {most} for one host in this call, and as many as the unit can hold."
        ).format(most=set_.max_per_host)
        few, many = set_.text_characters
        self.fields["activities"].help_text = _("From {least} to {most} characters.").format(
            least=few, most=many
        )

    def clean_places(self) -> int:
        """Want one place at least."""
        places = self.cleaned_data["places"]
        if places < 1:
            raise ValidationError(_("Offer at least one place."), code="none")
        return places

    def clean_activities(self) -> str:
        """Want as many characters as the call says."""
        return long_enough(self.cleaned_data["activities"], self.application.parameters)

    def clean(self) -> dict[str, Any]:
        """Ask the rules on time, hours and allowance (R-DUR, R-IND)."""
        data = self.cleaned_data
        first, last = data.get("start_from"), data.get("start_to")
        if first and first <= self.application.day:
            self.add_error("start_from", _("Write a day that is still to come."))
        if first and last and last < first:
            self.add_error("start_to", _("The last day comes before the first."))
        weekly, contract = data.get("weekly_hours"), data.get("contract_hours")
        if weekly and contract:
            self.refuse("weekly_hours", duration.hours_within_contract(weekly, contract))
        described = duration.remote_described(
            data.get("remote_rules", ""), remote_days=data.get("remote_days") or 0
        )
        self.refuse("remote_rules", described)
        self._judge_money(data)
        return data

    def _judge_money(self, data: dict[str, Any]) -> None:
        asked = ("allowance", "gives_meals", "daily_hours")
        if any(data.get(name) is None for name in asked):
            return
        outcome = allowance_of(
            data["allowance"],
            is_public=self.application.kind == "public_body",
            meals=data["gives_meals"],
            daily_hours=data["daily_hours"],
            day=data.get("start_from") or self.application.day,
        )
        self.refuse("allowance", outcome)


class TutorForm(DraftForm):
    """Page “tutor”: who guides the intern in the firm (R-TUT-01, R-TUT-03)."""

    tutor_name = NameField(label=_("First and last name"))
    tutor_tax_code = CodeField(
        label=_("Tax code"), check=check.validate_person_tax_code, parse=parse_person_tax_code
    )
    tutor_role = forms.CharField(label=_("Role in the firm"), max_length=120)
    tutor_years = number(_("Years of experience"), most=60)
    tutor_skills = forms.CharField(
        label=_("Skills that matter for the internship"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    tutor_email = forms.EmailField(label=_("Email address"))
    tutor_follows = number(
        _("Interns followed already"),
        _("Those of other firms and calls; what begins through this site counts by itself."),
        most=99,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask whether the tutor is suitable (R-TUT-03)."""
        data = self.cleaned_data
        if data.get("tutor_role") and data.get("tutor_skills") and "tutor_years" in data:
            outcome = papers.tutor_suitable(
                data["tutor_role"],
                data["tutor_years"],
                data["tutor_skills"],
                self.application.parameters.tutor_least_years,
            )
            self.refuse("tutor_years", outcome)
        return data


def long_enough(text: str, parameters: Any) -> str:
    """Return the text, or refuse it where it has too few or too many characters for the call."""
    least, most = parameters.text_characters
    count = len(text.strip())
    if not least <= count <= most:
        sentence = _("Write from {least} to {most} characters: they are {count} now.")
        raise ValidationError(
            sentence.format(least=least, most=most, count=count), code="characters"
        )
    return text
