"""Rows of a candidacy that repeat: offers chosen, relations with their hosts, experience."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from internships.candidate_content import Running, ToldExperience, ToldRelation
from internships.forms.place import number
from internships.forms.rows import PeriodForm, RowForm, with_blank
from internships.models import Experience, PriorRelation
from ui.inputs import DayField, NumberField

HALF_YEAR = 184


class PreferenceForm(RowForm):
    """An offer that is chosen; its place among the rows is its rank (R-PUB-06)."""

    kind, title = "preference", _("Choice")

    offer = forms.TypedChoiceField(label=_("Offer"), coerce=int, empty_value=None)

    def build(self) -> None:
        """Offer what stands in the public list of the call."""
        self.fields["offer"].choices = with_blank(
            [
                (str(one.pk), f"{one.title} – {one.applicant.name}, {one.unit.municipality}")
                for one in self.application.offers
            ]
        )

    def clean_offer(self) -> Any:
        """Refuse an offer that is chosen twice."""
        offer = self.cleaned_data["offer"]
        same = [
            name
            for name, value in self.application.values.items()
            if name.startswith("preference-") and name.endswith("-offer") and value == str(offer)
        ]
        if len(same) > 1:
            raise ValidationError(_("This offer is chosen twice."), code="twice")
        return offer

    def plain(self) -> int | None:
        """Return the offer's row."""
        return self.value("offer", None)


class RelationForm(RowForm):
    """What the candidate has had with the host of an offer (R-BAN-01..03)."""

    kind, title = "relation", _("Relation with a host")

    host = forms.TypedChoiceField(label=_("Host"), coerce=int, empty_value=None)
    which = forms.ChoiceField(
        label=_("What it was"), choices=with_blank(PriorRelation.Kind.choices)
    )
    ended_on = DayField(label=_("Ended on"), help_text=_("Today, if it still goes on."))
    days = number(
        _("Days worked in the last six months"),
        _("Only for occasional work."),
        most=HALF_YEAR,
        required=False,
    )

    def build(self) -> None:
        """Offer the hosts of the offers chosen."""
        hosts = {one.applicant_id: one.applicant.name for one in self.application.chosen}
        self.fields["host"].choices = with_blank([(str(pk), name) for pk, name in hosts.items()])

    def clean_ended_on(self) -> Any:
        """Refuse a day that has not come yet."""
        day = self.cleaned_data["ended_on"]
        if day > self.application.day:
            raise ValidationError(_("Write a day that has already come."), code="future")
        return day

    def plain(self) -> ToldRelation:
        """Return the relation as it is filed."""
        return ToldRelation(
            self.value("host"), self.value("which"), self.value("ended_on"), self.value("days") or 0
        )


class ExperienceForm(PeriodForm):
    """A course, a job, a time of volunteering."""

    kind, title = "experience", _("Course or experience")

    which = forms.ChoiceField(label=_("What it was"), choices=with_blank(Experience.Kind.choices))
    what = forms.CharField(label=_("What you did or learnt"), max_length=160)
    where = forms.CharField(label=_("Where"), max_length=160)
    field_order = ("which", "what", "where", "first_day", "last_day")

    def plain(self) -> ToldExperience:
        """Return the experience as it is filed."""
        return ToldExperience(
            self.value("which"),
            self.value("what"),
            self.value("where"),
            self.value("first_day"),
            self.value("last_day"),
        )


class RunningForm(RowForm):
    """An internship that the candidate is in already (R-REC-07)."""

    kind, title = "running", _("Internship under way")

    host = forms.CharField(label=_("Host"), max_length=200)
    weekly_hours = NumberField(label=_("Hours a week"), max_digits=5, unit=_("hours"))
    last_day = DayField(label=pgettext_lazy("internship", "Last day"))

    def plain(self) -> Running:
        """Return the internship as it is filed."""
        return Running(
            self.value("host"), int(self.value("weekly_hours") * 60), self.value("last_day")
        )


ROW_FORMS: dict[str, type[RowForm]] = {
    form.kind: form for form in (PreferenceForm, RelationForm, ExperienceForm, RunningForm)
}
