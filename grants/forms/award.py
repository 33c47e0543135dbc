"""What the office's acts on a granted contribution ask for: deed, codes, report of expenses."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounting.rules import FinalAmount
from grants import reporting
from grants.forms.admission import CUT_TEXT
from grants.forms.cuts import Cut, cut_read, cut_sentence
from grants.models import Expense
from parties.validators import validate_cup
from ui.formats import euro
from workflows.examination.acts import LONG, ActForm, SendBackForm
from workflows.services.integrations import Asked

NOTHING = Decimal("0.00")
EXPLANATION = 1000


class DeedAgainForm(SendBackForm):
    """What is to be mended in the deed: the beneficiary reads it in the letter."""

    def add_fields(self) -> None:
        """Say whose eyes the words are for."""
        super().add_fields()
        self.fields["reason"].label = _("What is to be mended")
        self.fields["reason"].help_text = _("The beneficiary reads it in the letter.")
        self.fields["reason"].max_length = 2000


class CodesForm(ActForm):
    """The codes that the registers gave to the grant (CUP-01, RNA-02)."""

    cup = forms.CharField(
        label="CUP",
        max_length=15,
        validators=[validate_cup],
        widget=forms.TextInput(attrs={"class": "ui-short", "autocomplete": "off"}),
    )
    cor = forms.RegexField(
        r"^\d{1,12}$",
        label="COR",
        required=False,
        help_text=gettext_lazy(
            "The code of the aid register: digits alone. Empty where none is due."
        ),
        widget=forms.TextInput(attrs={"class": "ui-short", "inputmode": "numeric"}),
    )

    def add_fields(self) -> None:
        """Begin with what stands there."""
        self.fields["cup"].initial, self.fields["cor"].initial = self.case.cup, self.case.cor

    def inputs(self) -> dict[str, Any]:
        """Hand the codes on."""
        data = self.cleaned_data
        return super().inputs() | {"cup": data["cup"], "cor": data["cor"]}


class ReportForm(ActForm):
    """What both acts on a report look at: its lines with what the rules say of each."""

    @cached_property
    def accounts(self) -> reporting.Accounts:
        """The report with all that its rules look at."""
        return reporting.Accounts(self.case, self.case.report)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The lines with the outcomes of their rules, none where there is no report."""
        return self.accounts.rows if reporting.report_of(self.case) else []


class ApproveReportForm(ReportForm):
    """The expenses admitted: what a rule stands against is nothing, and every cut says why (PRE-09)."""

    template_name = "grants/office/forms/_report.html"

    reason = forms.CharField(
        label=gettext_lazy("Notes of the examination"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONG,
    )

    def add_fields(self) -> None:
        """Add three fields for each expense; what a rule stands against begins at nothing."""
        for row in self.lines:
            expense, against = row["expense"], reporting.stands_against(row["outcomes"])
            code, text = cut_read(expense.cut_reason)
            start = NOTHING if against else expense.claimed
            if against and not expense.cut_reason:
                code, text = Cut.OTHER.value, " ".join(one.sentence for one in against)[:CUT_TEXT]
            self.fields[f"admitted_{expense.pk}"] = forms.DecimalField(
                label=_("Admitted: {line}").format(line=expense.number),
                initial=start if expense.admitted is None else expense.admitted,
                min_value=Decimal(0),
                max_digits=12,
                decimal_places=2,
                localize=True,
                widget=forms.TextInput(attrs={"data-unit": "€", "inputmode": "decimal"}),
            )
            self.fields[f"cut_{expense.pk}"] = forms.ChoiceField(
                label=_("Reason of the cut: {line}").format(line=expense.number),
                choices=[("", "—"), *Cut.choices],
                initial=code,
                required=False,
            )
            self.fields[f"cut_text_{expense.pk}"] = forms.CharField(
                label=_("In your words: {line}").format(line=expense.number),
                initial=text,
                max_length=CUT_TEXT,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Hold each line against what was claimed and what stands against it."""
        cleaned = super().clean() or self.cleaned_data
        for row in self.lines:
            expense, admitted = row["expense"], cleaned.get(f"admitted_{row['expense'].pk}")
            if admitted is None:
                continue
            against = reporting.stands_against(row["outcomes"])
            if admitted > expense.claimed:
                words = _("{claimed} are claimed: no more can be admitted.")
                self.add_error(
                    f"admitted_{expense.pk}", words.format(claimed=euro(expense.claimed))
                )
            elif admitted and against:
                words = " ".join(f"{one.sentence} ({one.rule})" for one in against)
                self.add_error(f"admitted_{expense.pk}", words)
            elif admitted < expense.claimed:
                self._want_reason(expense, cleaned)
        return cleaned

    def _want_reason(self, expense: Expense, cleaned: dict[str, Any]) -> None:
        code, text = cleaned.get(f"cut_{expense.pk}"), cleaned.get(f"cut_text_{expense.pk}", "")
        if not code:
            self.add_error(f"cut_{expense.pk}", _("Say why this line is cut (AMT-03)."))
        elif code == Cut.OTHER and not text:
            self.add_error(f"cut_text_{expense.pk}", _("Write the reason."))

    def inputs(self) -> dict[str, Any]:
        """Hand the amounts on, line by line, with the reason of each cut."""
        admitted = {}
        for row in self.lines:
            pk, claimed = row["expense"].pk, row["expense"].claimed
            amount = self.cleaned_data[f"admitted_{pk}"]
            code, text = self.cleaned_data[f"cut_{pk}"], self.cleaned_data[f"cut_text_{pk}"]
            admitted[pk] = (amount, cut_sentence(code, text) if amount < claimed else "")
        return super().inputs() | {"admitted": admitted, "reason": self.cleaned_data["reason"]}

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return the lines for the template, each with its checks and its three fields."""
        for row in self.lines:
            pk = row["expense"].pk
            yield row | {
                "admitted": self[f"admitted_{pk}"],
                "cut": self[f"cut_{pk}"],
                "cut_text": self[f"cut_text_{pk}"],
            }

    def outcome(self) -> FinalAmount | None:
        """Return what the contribution comes to with what stands in the fields now (AMT-05)."""
        if not self.lines:
            return None
        spend = sum((self._standing(row["expense"]) for row in self.lines), NOTHING)
        return reporting.final_of(self.case, spend)

    def _standing(self, expense: Expense) -> Decimal:
        value = self[f"admitted_{expense.pk}"].value()
        try:
            typed = Decimal(
                str(value).replace(".", "").replace(",", ".") if "," in str(value) else str(value)
            )
        except InvalidOperation:
            return NOTHING
        return min(max(typed, NOTHING), expense.claimed) if typed.is_finite() else NOTHING


class ReportIntegrationForm(ReportForm):
    """What is missing in the report, line by line; only these lines open again (SOC-01)."""

    template_name = "grants/office/forms/_report_integration.html"

    reason = forms.CharField(
        label=gettext_lazy("Why the integration is needed"),
        help_text=gettext_lazy("It opens the letter."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONG,
    )

    def add_fields(self) -> None:
        """Add a field for each expense."""
        for row in self.lines:
            expense = row["expense"]
            self.fields[f"asked_{expense.pk}"] = forms.CharField(
                label=_("Invoice {number}: what is missing or unclear").format(
                    number=expense.number
                ),
                max_length=EXPLANATION,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self) -> dict[str, Any]:
        """Want at least one line."""
        cleaned = super().clean() or self.cleaned_data
        names = [name for name in self.fields if name.startswith("asked_")]
        if not self.errors and not any(cleaned.get(name) for name in names):
            raise forms.ValidationError(_("Say at least one thing that you ask for."), code="empty")
        return cleaned

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return the lines for the template, each with its checks and its field."""
        for row in self.lines:
            yield row | {"asked": self[f"asked_{row['expense'].pk}"]}

    def inputs(self) -> dict[str, Any]:
        """Hand on what is asked, line by line."""
        items = [
            Asked(
                "field",
                f"expense-{one.pk}",
                f"{one.supplier_name}, fattura n. {one.number}"[:200],
                self.cleaned_data[f"asked_{one.pk}"],
            )
            for one in (row["expense"] for row in self.lines)
            if self.cleaned_data[f"asked_{one.pk}"]
        ]
        return super().inputs() | {"items": items, "reason": self.cleaned_data["reason"]}
