"""What a beneficiary types in a report of expenses: a line, and what is said beside the lines."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grants.accepting import ASPIRING
from grants.models import Expense, ExpenseReport, Means, RentContribution
from grants.services.reports import ExpenseData, Statement
from parties import moment
from parties.validators import validate_cup, validate_vat_number

NO_CHOICE = [("", "—")]


def _money(label: Any, **options: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        max_digits=12,
        decimal_places=2,
        min_value=0,
        localize=True,
        widget=forms.TextInput(
            attrs={"inputmode": "decimal", "class": "ui-short", "data-unit": "€"}
        ),
        **options,
    )


class ExpenseForm(forms.Form):
    """One invoice with its payment, or a credit note; what does not hold by a rule is told, not refused."""

    supplier_name = forms.CharField(label=gettext_lazy("Supplier"), max_length=200)
    supplier = forms.CharField(
        label=gettext_lazy("VAT number or tax code of the supplier"), max_length=28
    )
    number = forms.CharField(
        label=gettext_lazy("Number of the invoice"),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "ui-short"}),
    )
    issued_on = forms.DateField(label=gettext_lazy("Date of the invoice"))
    net = _money(gettext_lazy("Net amount"))
    vat = _money(gettext_lazy("VAT"), required=False)
    claimed = _money(
        gettext_lazy("Amount that you claim"),
        help_text=gettext_lazy(
            "Without VAT, unless you cannot recover it. Zero for a credit note."
        ),
    )
    currency = forms.RegexField(
        r"^[A-Za-z]{3}$",
        label=gettext_lazy("Currency"),
        initial="EUR",
        widget=forms.TextInput(attrs={"class": "ui-short", "size": 3}),
    )
    credits = forms.CharField(
        label=gettext_lazy("If it is a credit note: number of the invoice that it lowers"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"class": "ui-short"}),
    )
    paid_on = forms.DateField(label=gettext_lazy("Paid on"), required=False)
    means = forms.ChoiceField(
        label=gettext_lazy("How it was paid"), choices=[*NO_CHOICE, *Means.choices], required=False
    )
    reference = forms.CharField(
        label=gettext_lazy("Reference of the payment (CRO, TRN or number of the operation)"),
        max_length=60,
        required=False,
    )
    cup = forms.CharField(
        label=gettext_lazy("CUP on the invoice"),
        max_length=15,
        required=False,
        validators=[validate_cup],
        widget=forms.TextInput(attrs={"class": "ui-short", "autocapitalize": "characters"}),
    )
    cup_explained = forms.CharField(
        label=gettext_lazy("If the invoice bears no CUP: why"), max_length=300, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Refuse days to come, and a credit note that claims something."""
        data = super().clean() or self.cleaned_data
        today = moment.today()
        for name in ("issued_on", "paid_on"):
            if data.get(name) and data[name] > today:
                self.add_error(name, _("This day has not come yet."))
        if data.get("credits") and data.get("claimed"):
            self.add_error("claimed", _("A credit note claims nothing: write zero."))
        return data

    def said(self) -> ExpenseData:
        """Return the line as the service takes it."""
        data = dict(self.cleaned_data)
        data["vat"] = data["vat"] or 0
        data["currency"], data["cup"] = data["currency"].upper(), data["cup"].upper()
        return ExpenseData(**data)

    @classmethod
    def values_of(cls, expense: Expense) -> dict[str, Any]:
        """Return what stands in a line, for a form that changes it."""
        return {name: getattr(expense, name) for name in cls.base_fields}


class StatementForm(forms.Form):
    """What is said beside the lines (TAX-09, AID-13)."""

    activity = forms.CharField(
        label=gettext_lazy("What you have done in the period"),
        max_length=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    is_commercial = forms.TypedChoiceField(
        label=gettext_lazy("The contribution goes to"),
        choices=[
            ("yes", gettext_lazy("a commercial activity")),
            ("no", gettext_lazy("an activity that is not commercial, or a self-employed one")),
        ],
        widget=forms.RadioSelect,
        required=False,
        coerce=lambda value: value == "yes",
        empty_value=None,
        help_text=gettext_lazy("It decides whether tax is withheld from the payment."),
    )
    capital_spend = _money(
        gettext_lazy("Of which goods that last (capital goods)"),
        required=False,
        help_text=gettext_lazy("Nothing is withheld on the part that pays for them."),
    )
    other_aid = forms.BooleanField(
        label=gettext_lazy("I have had or asked for other contributions on the same spend"),
        required=False,
    )
    other_aid_detail = forms.CharField(
        label=gettext_lazy("Which ones"), max_length=1000, required=False
    )
    vat_number = forms.CharField(
        label=gettext_lazy("VAT number that you have opened"),
        required=False,
        max_length=11,
        validators=[validate_vat_number],
        widget=forms.TextInput(attrs={"class": "ui-short", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, case: RentContribution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if case.applicant_kind != ASPIRING:
            del self.fields["vat_number"]

    def said(self) -> Statement:
        """Return it as the service takes it."""
        data = dict(self.cleaned_data)
        data["capital_spend"] = data["capital_spend"] or 0
        return Statement(**data)

    @classmethod
    def values_of(cls, report: ExpenseReport, vat_number: str) -> dict[str, Any]:
        """Return what stands in a report, for the form that changes it."""
        words = {True: "yes", False: "no", None: ""}
        return {
            "activity": report.activity,
            "is_commercial": words[report.is_commercial],
            "capital_spend": report.capital_spend or None,
            "other_aid": report.other_aid,
            "other_aid_detail": report.other_aid_detail,
            "vat_number": vat_number,
        }
