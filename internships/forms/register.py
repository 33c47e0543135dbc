"""What is typed into the monthly register: days, absences, reasons, proofs of payment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from internships.forms.rows import with_blank
from internships.models import Day
from internships.services.register import AbsenceData, DayData
from internships.services.register.allowances import PaymentData
from ui.inputs import DayField, MoneyField

if TYPE_CHECKING:
    from internships.models import Internship, Month

LONG = 2000
PAIRS = (("in_1", "out_1"), ("in_2", "out_2"))
# What an intern says; the register itself knows of suspensions.
ABSENCES = [one for one in Day.Absence.choices if one[0] != Day.Absence.SUSPENSION]


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )


class DayForm(forms.Form):
    """A day of the register (form 4.5), with the instant at which the day shown was written."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    in_1 = _time(gettext_lazy("In"))
    out_1 = _time(gettext_lazy("Out"))
    in_2 = _time(gettext_lazy("In again"))
    out_2 = _time(gettext_lazy("Out again"))
    mode = forms.ChoiceField(label=gettext_lazy("Where"), choices=Day.Mode.choices)
    absence = forms.ChoiceField(
        label=gettext_lazy("Reason, if the hours are fewer"),
        choices=[("", gettext_lazy("No absence")), *ABSENCES],
        required=False,
    )
    activity = forms.ModelChoiceField(
        label=gettext_lazy("Activity of the plan"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("None"),
    )
    note = forms.CharField(
        label=gettext_lazy("What you did"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    explained = forms.CharField(
        label=gettext_lazy("Why more hours than planned"),
        help_text=gettext_lazy("Only where the hours are more than those of the plan (R-ATT-04)."),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        case: Internship,
        day: Day | None,
        like: Day | None = None,
    ) -> None:
        super().__init__(data, initial=_initial(day, like))
        self.fields["activity"].queryset = case.activities.all()  # type: ignore[attr-defined]
        if not case.remote_days:
            choices = [one for one in Day.Mode.choices if one[0] != Day.Mode.REMOTE]
            self.fields["mode"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Want both ends of each time."""
        said = super().clean() or self.cleaned_data
        for one, other in PAIRS:
            if bool(said.get(one)) != bool(said.get(other)) and not {one, other} & set(self.errors):
                missing = other if said.get(one) else one
                self.add_error(missing, forms.ValidationError(_("Write both times."), code="half"))
        return said

    def inputs(self) -> dict[str, Any]:
        """Hand the day on."""
        said = self.cleaned_data
        data = DayData(
            intervals=tuple((said[a], said[b]) for a, b in PAIRS if said[a] and said[b]),
            mode=said["mode"],
            absence=said["absence"],
            activity=said["activity"],
            note=said["note"],
            explained=said["explained"],
        )
        return {"data": data, "seen": _instant(said["seen"])}


class AbsenceForm(forms.Form):
    """An absence of one or more days."""

    first = DayField(label=gettext_lazy("From"))
    last = DayField(label=gettext_lazy("To"))
    absence = forms.ChoiceField(label=gettext_lazy("Reason"), choices=with_blank(ABSENCES))
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def inputs(self) -> dict[str, Any]:
        """Hand the absence on."""
        return {"data": AbsenceData(**self.cleaned_data)}


class SendBackForm(forms.Form):
    """What is wrong with a month."""

    reason = forms.CharField(
        label=gettext_lazy("What is wrong"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DecideForm(forms.Form):
    """What a month without attendance is worth (R-IND-08)."""

    amount = MoneyField(label=gettext_lazy("Amount due"), min_value=Decimal(0))
    reason = forms.CharField(
        label=gettext_lazy("Why so much"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 3})
    )


class PaymentForm(forms.Form):
    """How a month was paid, with its proof."""

    amount = MoneyField(label=gettext_lazy("Amount paid"), min_value=Decimal("0.01"))
    paid_on = DayField(label=gettext_lazy("Paid on"))
    reference = forms.CharField(
        label=gettext_lazy("Reference of the payment"),
        help_text=gettext_lazy("Number of the transfer (CRO or TRN), as the proof says."),
        max_length=140,
    )
    file = forms.FileField(
        label=gettext_lazy("Proof of the payment"),
        help_text=gettext_lazy(
            "Receipt of the transfer or payslip: PDF, p7m, JPEG, PNG; up to 10 MB."
        ),
    )

    def __init__(self, *args: Any, month: Month, **kwargs: Any) -> None:
        super().__init__(*args, initial={"amount": month.allowance.amount}, **kwargs)

    def inputs(self) -> dict[str, Any]:
        """Hand amount, day, reference and file on."""
        said = self.cleaned_data
        data = PaymentData(said["amount"], said["paid_on"], said["reference"])
        return {"data": data, "upload": said["file"]}


def _initial(day: Day | None, like: Day | None) -> dict[str, Any]:
    if day is None:
        names = ("in_1", "out_1", "in_2", "out_2", "activity")
        return {name: getattr(like, name) for name in names} if like else {}
    names = ("in_1", "out_1", "in_2", "out_2", "mode", "absence", "activity", "note", "explained")
    signed = day.trainee_signed_at
    return {name: getattr(day, name) for name in names} | {
        "seen": signed.isoformat() if signed else ""
    }


def _instant(text: str) -> datetime | None:
    try:
        return parse_datetime(text) if text else None
    except ValueError:
        return None
