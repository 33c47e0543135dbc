"""What each act on an internship asks for. `inputs()` gives the service its keyword arguments."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from calls.models import Parameter
from internships.forms.agreements import reason_field
from internships.rules.dates import end_for
from internships.services.placements.preparing import PlanData, TutorData
from internships.services.placements.starting import Codes
from parties import moment
from parties.validators import validate_person_tax_code
from ui.inputs import DayField, NumberField
from workflows.examination.acts import LONG, ActForm, DecisionForm

WEEKDAYS = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)
MOST_MONTHS = 24
LEVELS = [(level, f"EQF {level}") for level in range(1, 9)]


class WhyForm(DecisionForm):
    """An act that always says why."""

    def add_fields(self) -> None:
        """Make the reason due."""
        self.fields["reason"].required = True
        self.fields["reason"].help_text = _("It stays in the history, and the letter says it.")


class PlanForm(ActForm):
    """The training plan (form 4.4); activities and competences in rows."""

    empty_rows = 5

    start = DayField(label=gettext_lazy("First day"))
    months = forms.IntegerField(label=gettext_lazy("Months"), min_value=1, max_value=MOST_MONTHS)
    arrives_at = forms.TimeField(
        label=gettext_lazy("On the first day, presents at"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    objectives = forms.CharField(
        label=gettext_lazy("Objectives"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 4})
    )
    methods = forms.CharField(
        label=gettext_lazy("Methods, monitoring and evidence"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    host_tutor_name = forms.CharField(label=gettext_lazy("Tutor of the host"), max_length=120)
    host_tutor_tax_code = forms.CharField(
        label=gettext_lazy("Tax code of the tutor of the host"),
        max_length=16,
        validators=[validate_person_tax_code],
    )
    host_tutor_email = forms.EmailField(
        label=gettext_lazy("Email address of the tutor of the host")
    )
    host_tutor_role = forms.CharField(label=gettext_lazy("Role of the tutor"), max_length=120)
    host_tutor_years = forms.IntegerField(
        label=gettext_lazy("Years of experience"), min_value=0, max_value=60
    )
    host_tutor_skills = forms.CharField(
        label=gettext_lazy("Skills of the tutor"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    host_tutor_substitute = forms.CharField(
        label=gettext_lazy("Substitute tutor"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Who stands in when the tutor is away (R-TUT-04)."),
    )
    remote_rules = forms.CharField(
        label=gettext_lazy("How the distance is arranged"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Place, days, tools and tutoring, if there are days at a distance."),
    )
    odd_hours = forms.CharField(
        label=gettext_lazy("Why evenings or holidays"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    trips = forms.CharField(
        label=gettext_lazy("Trips foreseen"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    guardian = forms.CharField(
        label=gettext_lazy("Parent or guardian, for a minor"), max_length=120, required=False
    )
    reason = reason_field()

    def first_rows(self) -> int:
        """As many rows as there are activities or competences, and two more."""
        most = max(self.case.activities.count(), self.case.competences.count())
        return max(most + 2, self.empty_rows)

    def add_fields(self) -> None:
        """Begin with what the plan says so far; add the week and the rows."""
        case = self.case
        self.fields["start"].initial = case.start
        self.fields["months"].initial = _months_between(case.start, case.end)
        for name in ("arrives_at", "objectives", "methods", "remote_rules", "odd_hours", "trips"):
            self.fields[name].initial = getattr(case, name)
        self.fields["guardian"].initial = case.guardian_name
        if tutor := case.tutor("host"):
            for name in TutorData.__dataclass_fields__:
                self.fields[f"host_tutor_{name}"].initial = getattr(tutor, name)
        for number, label in enumerate(WEEKDAYS):
            self.fields[f"hours_{number}"] = NumberField(
                label=_("Hours on {day}").format(day=label),
                min_value=Decimal(0),
                max_value=Decimal(13),
                decimal_places=2,
                initial=Decimal(case.week[number]) / 60 if case.week else Decimal(0),
            )
        activities, competences = list(case.activities.all()), list(case.competences.all())
        for number in range(self.row_count):
            self._add_activity(number, activities[number : number + 1])
            self._add_competence(number, competences[number : number + 1])

    def clean(self) -> dict[str, Any]:
        """Want at least one activity and one competence, and hours in the week."""
        data = super().clean() or self.cleaned_data
        if self.errors:
            return data
        if not self._activities():
            raise forms.ValidationError(_("Say at least one activity."), code="activity")
        if not self._competences():
            raise forms.ValidationError(_("Say at least one competence."), code="competence")
        return data

    def inputs(self) -> dict[str, Any]:
        """Hand the plan on."""
        said = self.cleaned_data
        tutor = TutorData(
            **{
                name: said[f"host_tutor_{name}"].upper()
                if name == "tax_code"
                else said[f"host_tutor_{name}"]
                for name in TutorData.__dataclass_fields__
            }
        )
        week = [int(said[f"hours_{number}"] * 60) for number in range(len(WEEKDAYS))]
        plan = PlanData(
            start=said["start"],
            months=said["months"],
            week=week,
            objectives=said["objectives"],
            methods=said["methods"],
            activities=self._activities(),
            competences=self._competences(),
            host_tutor=tutor,
            odd_hours=said["odd_hours"],
            remote_rules=said["remote_rules"],
            trips=said["trips"],
            arrives_at=said["arrives_at"],
            guardian=said["guardian"],
        )
        return super().inputs() | {"data": plan, "reason": said["reason"]}

    def _add_activity(self, number: int, here: list[Any]) -> None:
        row = here[0] if here else None
        self.fields[f"activity_{number}"] = forms.CharField(
            label=_("Activity {number}").format(number=number + 1),
            max_length=300,
            required=False,
            initial=row.text if row else "",
        )
        self.fields[f"activity_hours_{number}"] = NumberField(
            label=_("Hours of activity {number}").format(number=number + 1),
            min_value=Decimal(0),
            max_value=Decimal(4000),
            decimal_places=2,
            required=False,
            initial=Decimal(row.minutes) / 60 if row and row.minutes else None,
        )

    def _add_competence(self, number: int, here: list[Any]) -> None:
        row = here[0] if here else None
        self.fields[f"competence_{number}"] = forms.CharField(
            label=_("Competence {number}").format(number=number + 1),
            max_length=200,
            required=False,
            initial=row.text if row else "",
        )
        self.fields[f"level_{number}"] = forms.TypedChoiceField(
            label=_("EQF level of competence {number}").format(number=number + 1),
            choices=LEVELS,
            coerce=int,
            required=False,
            empty_value=4,
            initial=row.level if row else 4,
        )

    def _activities(self) -> list[tuple[str, int, bool]]:
        said = self.cleaned_data
        return [
            (text, int((said.get(f"activity_hours_{number}") or 0) * 60), False)
            for number in range(self.row_count)
            if (text := said.get(f"activity_{number}", "").strip())
        ]

    def _competences(self) -> list[tuple[str, int]]:
        said = self.cleaned_data
        return [
            (text, said[f"level_{number}"])
            for number in range(self.row_count)
            if (text := said.get(f"competence_{number}", "").strip())
        ]


def _code(label: Any) -> forms.CharField:
    """Return the field for a code of the communication; empty is judged by the rule (R-COB-06)."""
    return forms.CharField(
        label=label,
        help_text=gettext_lazy("As in the tables of the communication (UNILAV)."),
        max_length=10,
        required=False,
    )


class CommunicationForm(ActForm):
    """Number and instant of the communication of the start (R-COB-02, R-PRO-08)."""

    number = forms.CharField(label=gettext_lazy("Number of the communication"), max_length=40)
    sent_on = DayField(label=gettext_lazy("Sent on"))
    sent_time = forms.TimeField(
        label=gettext_lazy("At"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=gettext_lazy("As the receipt says: it counts to the minute."),
    )

    cob_promoter_code = _code(gettext_lazy("Code of the type of promoter"))
    cob_intern_code = _code(gettext_lazy("Code of the category of intern"))
    cob_type_code = _code(gettext_lazy("Code of the type of internship"))

    def add_fields(self) -> None:
        """Begin with what was written before; codes that are known are put forward (R-COB-06)."""
        self._put_codes_forward()
        if self.case.cob_sent_at:
            sent = timezone.localtime(self.case.cob_sent_at)
            self.fields["number"].initial = self.case.cob_number
            self.fields["sent_on"].initial, self.fields["sent_time"].initial = sent, sent.time()

    def clean(self) -> dict[str, Any]:
        """Refuse an instant that has not come."""
        data = super().clean() or self.cleaned_data
        if not self.errors and self._instant() > moment.now():
            self.add_error(
                "sent_on",
                forms.ValidationError(
                    _("The communication cannot have been sent in the future (R-COB-02)."),
                    code="future",
                ),
            )
        return data

    def inputs(self) -> dict[str, Any]:
        """Hand number and instant on."""
        return super().inputs() | {
            "number": self.cleaned_data["number"],
            "sent_at": self._instant(),
            "codes": Codes(
                **{name: self.cleaned_data[name].strip() for name in Codes.__dataclass_fields__}
            ),
        }

    def _put_codes_forward(self) -> None:
        case = self.case
        known = Parameter.objects.value("internship_communication", case.start)
        promoter = case.promoter.kind if case.promoter else ""
        for name in Codes.__dataclass_fields__:
            self.fields[name].initial = getattr(case, name)
        self.fields["cob_promoter_code"].initial = case.cob_promoter_code or known["promoter"].get(
            promoter, ""
        )
        self.fields["cob_type_code"].initial = case.cob_type_code or known["type"].get(
            case.type, ""
        )

    def _instant(self) -> datetime:
        said = self.cleaned_data
        return timezone.make_aware(datetime.combine(said["sent_on"], said["sent_time"]))


class ReturnForm(ActForm):
    """On which day the intern is back (R-DUR-14)."""

    returned_on = DayField(label=gettext_lazy("Back on"))

    def inputs(self) -> dict[str, Any]:
        """Hand the day on."""
        return super().inputs() | {"returned_on": self.cleaned_data["returned_on"]}


class LastDayForm(WhyForm):
    """An early end: last day, and why."""

    last_day = DayField(label=pgettext_lazy("internship", "Last day"))

    def inputs(self) -> dict[str, Any]:
        """Hand day and reason on."""
        return super().inputs() | {"last_day": self.cleaned_data["last_day"]}


def _months_between(start: date, end: date) -> int:
    """Return how many months an internship lasts, at least 1: the least whose end is not before."""
    months = 1
    while months < MOST_MONTHS and end_for(start, months) < end:
        months += 1
    return months
