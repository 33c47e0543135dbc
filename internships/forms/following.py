"""What is typed while an internship runs: interim reports, accidents, trips, signs for inspections."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from internships import fees
from internships.forms.finishing import MARKS
from internships.forms.rows import with_blank
from internships.models import SignSeen
from internships.services.placements.inspecting import SignData
from internships.services.placements.reporting import InterimData
from internships.services.placements.telling import AccidentData, ReportedData, TripData
from parties import moment
from ui.formats import euro
from ui.inputs import DayField
from workflows.examination.acts import LONG, ActForm

MOST_DAYS = 730


def _area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _hour(label: Any, **kwargs: Any) -> forms.TimeField:
    said: dict[str, Any] = {"help_text": _("Such as 9:30.")} | kwargs
    widget = forms.TimeInput(attrs={"class": "ui-short", "autocomplete": "off"}, format="%H:%M")
    return forms.TimeField(label=label, input_formats=["%H:%M", "%H.%M"], widget=widget, **said)


def _days_away() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Days of absence, as known so far"),
        min_value=0,
        max_value=MOST_DAYS,
        help_text=_("Days of the calendar, that of the accident apart."),
    )


def _mark(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=with_blank(MARKS), coerce=int)


def _at(day: Any, hour: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))


class InterimForm(ActForm):
    """How the internship goes (form 4.6, R-ATT-10)."""

    progress = _mark(_("Progress towards the goals of the plan"))
    satisfaction = _mark(_("Satisfaction of the intern"))
    plan_holds = forms.TypedChoiceField(
        label=_("Does the plan still hold?"),
        choices=with_blank([("yes", _("Yes")), ("no", _("No, what is done differs from it"))]),
        coerce=lambda said: said == "yes",
    )
    contacts = forms.CharField(
        label=_("Visits and calls"),
        max_length=LONG,
        widget=_area(),
        help_text=_("On which days, by whom, with whom."),
    )
    problems = forms.CharField(label=_("Problems"), max_length=LONG, required=False, widget=_area())
    remedies = forms.CharField(
        label=_("What is done about them"), max_length=LONG, required=False, widget=_area()
    )
    file = forms.FileField(
        label=_("Signed report"),
        required=False,
        help_text=_("Where tutors and intern have signed one: PDF, p7m, JPEG, PNG; up to 10 MB."),
    )

    def inputs(self) -> dict[str, Any]:
        """Hand the report on."""
        said = {name: self.cleaned_data[name] for name in InterimData.__dataclass_fields__}
        return {"data": InterimData(**said), "upload": self.cleaned_data["file"]}


class AccidentForm(ActForm):
    """An accident: when, where, how, and how long the intern is away (R-INS-05)."""

    day = DayField(label=_("Happened on"))
    hour = _hour(_("At"))
    place = forms.CharField(label=_("Where it happened"), max_length=160)
    facts = forms.CharField(
        label=_("How it happened"),
        max_length=LONG,
        widget=_area(),
        help_text=_("Not what the injury is: the certificate goes to INAIL alone."),
    )
    absence_days = _days_away()

    def add_fields(self) -> None:
        """Begin with today."""
        self.fields["day"].initial = moment.today()

    def inputs(self) -> dict[str, Any]:
        """Hand the accident on."""
        said = self.cleaned_data
        at = _at(said["day"], said["hour"])
        return {"data": AccidentData(at, said["place"], said["facts"], said["absence_days"])}


class ReportedForm(ActForm):
    """How long the absence has become, and the report to INAIL and the insurer (R-INS-05)."""

    absence_days = _days_away()
    report_number = forms.CharField(
        label=_("Number of the report"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    day = DayField(label=_("Reported on"), required=False)
    hour = _hour(_("At"), required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a day without its time."""
        said: dict[str, Any] = super().clean() or {}
        if bool(said.get("day")) != (said.get("hour") is not None):
            raise ValidationError(_("Write day and time of the report, both or neither."))
        return said

    def inputs(self) -> dict[str, Any]:
        """Hand on what is known."""
        said = self.cleaned_data
        at = _at(said["day"], said["hour"]) if said["day"] else None
        return {"data": ReportedData(said["absence_days"], at, said["report_number"])}


class TripForm(ActForm):
    """A trip of the intern, with the tutor or a delegate (R-DUR-23)."""

    day = DayField(label=_("Begins on"))
    hour = _hour(_("At"))
    last_day = DayField(label=pgettext_lazy("internship", "Last day"))
    place = forms.CharField(label=_("Where to"), max_length=160)
    purpose = forms.CharField(label=_("Why the trip is made"), max_length=200)
    companion = forms.CharField(label=_("Tutor or delegate who goes too"), max_length=120)
    why_late = forms.CharField(
        label=_("Why it is told late"),
        max_length=200,
        required=False,
        help_text=_("Only where less time is left than the insurance needs."),
    )

    def inputs(self) -> dict[str, Any]:
        """Hand the trip on."""
        said = dict(self.cleaned_data)
        said["begins_at"] = _at(said["day"], said["hour"])
        return {"data": TripData(**{name: said[name] for name in TripData.__dataclass_fields__})}


class SignForm(ActForm):
    """What somebody of the office saw (R-BAN-07)."""

    kind = forms.ChoiceField(label=_("Sign"), choices=with_blank(SignSeen.Kind.choices))
    seen_on = DayField(label=_("Seen on"))
    facts = forms.CharField(
        label=_("What was seen"),
        max_length=LONG,
        widget=_area(),
        help_text=_("At a visit, in papers, or told by somebody. The parties do not read it."),
    )

    def add_fields(self) -> None:
        """Begin with today."""
        self.fields["seen_on"].initial = moment.today()

    def inputs(self) -> dict[str, Any]:
        """Hand the sign on."""
        said = {name: self.cleaned_data[name] for name in SignData.__dataclass_fields__}
        return {"data": SignData(**said)}


class ClearForm(ActForm):
    """Why a sign no longer counts."""

    reason = forms.CharField(label=_("Why"), max_length=LONG, widget=_area())

    def inputs(self) -> dict[str, Any]:
        """Hand the reason on."""
        return {"reason": self.cleaned_data["reason"]}


class BandForm(ActForm):
    """How much help the person needs to find work, by the bands of the call (R-PUB-20)."""

    band = forms.TypedChoiceField(label=_("Band of help"), coerce=int)

    def add_fields(self) -> None:
        """Offer the bands for which the call pays."""
        self.fields["band"].choices = [  # type: ignore[attr-defined]
            (band, f"{band} – {euro(amount)}") for band, amount in fees.table_of(self.case).items()
        ]

    def inputs(self) -> dict[str, Any]:
        """Hand the band on."""
        return {"band": self.cleaned_data["band"]}
