"""Rows of an offer that repeat: each a small form of its own, with a number that is never used twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from internships.content import DoneMeasure, HeldCertificate, Learnt
from internships.models import CertificateKind, Dismissal, Layoff, MeasureKind
from internships.rules import hosts, quota
from ui.inputs import DayField, yes_or_no
from workflows.written.base import DraftForm

if TYPE_CHECKING:
    from internships.forms.offer import OfferForms

LEVELS = range(1, 9)


def with_blank(choices: Any) -> list[tuple[str, Any]]:
    """Return choices with a first one that chooses nothing."""
    return [("", _("Choose")), *choices]


class RowForm(DraftForm):
    """One row; `kind` names it in the draft, `title` on the page."""

    kind = ""
    title: Any = ""

    def __init__(self, application: OfferForms, number: int) -> None:
        self.number = number
        super().__init__(application, prefix=f"{self.kind}-{number}")  # type: ignore[arg-type]

    def plain(self) -> Any:
        """Return the row as it is filed, once it is valid."""
        raise NotImplementedError


class PeriodForm(RowForm):
    """A time that somebody spends in the unit."""

    first_day = DayField(label=_("From"))
    last_day = DayField(label=_("To"))

    def clean(self) -> dict[str, Any]:
        """Want the days in their order."""
        data = self.cleaned_data
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            message = _("The last day comes before the first.")
            self.add_error("last_day", ValidationError(message, code="order"))
        return data

    def plain(self) -> Any:
        """Return both days."""
        return self.value("first_day"), self.value("last_day")


class FixedTermForm(PeriodForm):
    """A contract on a fixed term (R-NUM-02)."""

    kind, title = "fixed", _("Fixed-term contract")


class InternForm(PeriodForm):
    """An internship that runs in the unit already (R-NUM-07)."""

    kind, title = "intern", _("Internship under way")


class CurricularForm(PeriodForm):
    """A curricular internship in the unit: counted apart, it takes up no place (R-NUM-04)."""

    kind, title = "curricular", _("Curricular internship under way")


class HireForm(RowForm):
    """Somebody hired after an internship in the unit (R-NUM-06)."""

    kind, title = "hire", _("Hire after an internship")

    months = forms.IntegerField(
        label=_("Months of the contract"),
        help_text=_("Leave it empty if the contract has no end."),
        min_value=1,
        max_value=600,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    share = forms.IntegerField(
        label=_("Share of the full week, in percent"),
        help_text=_("100 for full time."),
        min_value=1,
        max_value=100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def plain(self) -> quota.Hire:
        """Return the row as the rules take it."""
        return quota.Hire(self.cleaned_data.get("months"), self.value("share"))


class LayoffForm(RowForm):
    """Wage support that runs at the host (R-HOS-04)."""

    kind, title = "layoff", _("Wage support")

    support = forms.ChoiceField(label=_("Which one"), choices=with_blank(Layoff.Kind.choices))
    same_unit = yes_or_no(label=_("In this unit?"))
    same_tasks = yes_or_no(label=_("For the same tasks?"))
    union_agreement = yes_or_no(label=_("Does a union agreement allow internships?"))

    def plain(self) -> hosts.LayoffRow:
        """Return the row as the rules take it."""
        return hosts.LayoffRow(
            hosts.Layoff(self.value("support")),
            self.value("same_unit"),
            self.value("same_tasks"),
            self.value("union_agreement"),
        )


class DismissalForm(RowForm):
    """A dismissal of the last twelve months (R-HOS-05)."""

    kind, title = "dismissal", _("Dismissal")

    dismissed_on = DayField(label=_("On"))
    cause = forms.ChoiceField(label=_("Cause"), choices=with_blank(Dismissal.Cause.choices))
    same_unit = yes_or_no(label=_("In this unit?"))
    similar_tasks = yes_or_no(label=_("With similar tasks?"))
    agreement = yes_or_no(label=_("Collective agreement, or social clause of a contract?"))

    def clean_dismissed_on(self) -> Any:
        """Refuse a day that has not come yet."""
        day = self.cleaned_data["dismissed_on"]
        if day > self.application.day:
            raise ValidationError(_("Write a day that has already come."), code="future")
        return day

    def plain(self) -> hosts.DismissalRow:
        """Return the row as the rules take it."""
        return hosts.DismissalRow(
            self.value("dismissed_on"),
            self.value("same_unit"),
            self.value("similar_tasks"),
            hosts.Cause(self.value("cause")),
            self.value("agreement"),
        )


class CompetenceForm(RowForm):
    """What the intern learns (R-BAN-04, R-DUR-05, R-DUR-06)."""

    kind, title = "competence", _("Competence")

    text = forms.CharField(
        label=_("What the intern learns to do"),
        help_text=_("As in the regional list of qualifications (QRSP), if it is there."),
        max_length=200,
    )
    level = forms.TypedChoiceField(
        label=_("EQF level"),
        help_text=_("2 and 3: simple tasks. From 4: autonomy and choice."),
        choices=with_blank([(str(level), str(level)) for level in LEVELS]),
        coerce=int,
        empty_value=None,
    )

    def plain(self) -> Learnt:
        """Return the competence with its level."""
        return Learnt(self.value("text"), self.value("level"))


class CertificateForm(RowForm):
    """A certificate of the environment (R-GRN-04)."""

    kind, title = "certificate", _("Certificate")

    which = forms.ChoiceField(label=_("Which one"), choices=with_blank(CertificateKind.choices))
    number = forms.CharField(label=_("Number"), max_length=60)
    body = forms.CharField(label=_("Issued by"), max_length=120)
    valid_to = DayField(label=_("Valid to"))

    def plain(self) -> HeldCertificate:
        """Return the certificate as it is filed."""
        return HeldCertificate(
            self.value("which"), self.value("number"), self.value("body"), self.value("valid_to")
        )


class MeasureForm(RowForm):
    """A measure of circular economy or energy (R-GRN-05)."""

    kind, title = "measure", _("Measure")

    which = forms.ChoiceField(label=_("Which one"), choices=with_blank(MeasureKind.choices))
    done_on = DayField(label=_("Done on"))
    proof = forms.CharField(
        label=_("Proof"),
        help_text=_("Invoice, audit, contract: number and date. Without proof it gives no points."),
        max_length=200,
        required=False,
    )

    def plain(self) -> DoneMeasure:
        """Return the measure as it is filed."""
        return DoneMeasure(self.value("which"), self.value("done_on"), self.value("proof"))


ROW_FORMS: dict[str, type[RowForm]] = {
    form.kind: form
    for form in (
        FixedTermForm,
        InternForm,
        CurricularForm,
        HireForm,
        LayoffForm,
        DismissalForm,
        CompetenceForm,
        CertificateForm,
        MeasureForm,
    )
}
