"""Proposing a grant: the spend admitted, line by line, and the amount that follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grants import rules
from grants.checks import parameters_of
from grants.cuts import CUT
from grants.forms.cuts import Cut, cut_read, cut_sentence
from grants.models import RefusalGround, SpendLine
from ui.formats import euro
from workflows.examination.acts import LONG, ActForm

# The column of the reason holds this much, the words of the rule included.
CUT_TEXT = 300


class ProposeAdmissionForm(ActForm):
    """The spend admitted: never more than the line, and a cut says why (AMT-03)."""

    template_name = "grants/office/forms/_admission.html"

    reason = forms.CharField(
        label=gettext_lazy("Note for the director"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONG,
    )

    def add_fields(self) -> None:
        """Add three fields for each line: the amount, why it is cut, in which words."""
        for line in self.case.lines.all():
            cost, admitted = self.cost(line), line.admitted
            code, text = cut_read(line.cut_reason)
            self.fields[f"admitted_{line.pk}"] = forms.DecimalField(
                label=_("Admitted: {line}").format(line=line.description),
                initial=cost if admitted is None else admitted,
                min_value=Decimal(0),
                max_digits=12,
                decimal_places=2,
                widget=forms.NumberInput(attrs={"data-unit": "€", "inputmode": "decimal"}),
            )
            self.fields[f"cut_{line.pk}"] = forms.ChoiceField(
                label=_("Reason of the cut: {line}").format(line=line.description),
                choices=[("", "—"), *Cut.choices],
                initial=code,
                required=False,
            )
            self.fields[f"cut_text_{line.pk}"] = forms.CharField(
                label=_("In your words: {line}").format(line=line.description),
                initial=text,
                max_length=CUT_TEXT,
                required=False,
            )
        for ground in self.told_cuts:
            self.fields[f"answer_{ground.pk}"] = forms.CharField(
                label=_("Answer to the observation, if the cut stays"),
                initial=ground.answer,
                max_length=LONG,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    @cached_property
    def told_cuts(self) -> list[RefusalGround]:
        """Return the cuts that a notice told and on which the applicant has said something (PRE-09)."""
        return [one for one in self.case.grounds if one.rule == CUT and one.observation]

    def heard(self) -> Iterator[dict[str, Any]]:
        """Return each of these with the field of its answer."""
        for ground in self.told_cuts:
            yield {"ground": ground, "answer": self[f"answer_{ground.pk}"]}

    def cost(self, line: SpendLine) -> Decimal:
        """Return what a line weighs as it was asked for, in EUR (AMT-02)."""
        asked = replace(line.plain, admitted=None)
        return asked.cost(with_vat=self.case.vat_is_cost)

    def clean(self) -> dict[str, Any]:
        """Hold each line against what was asked, and each cut against its reason."""
        cleaned = super().clean() or self.cleaned_data
        for line in self.case.lines.all():
            admitted = cleaned.get(f"admitted_{line.pk}")
            if admitted is None:
                continue
            cost = self.cost(line)
            if admitted > cost:
                self.add_error(
                    f"admitted_{line.pk}",
                    _("The line asks for {cost}: no more can be admitted.").format(cost=euro(cost)),
                )
            elif admitted < cost:
                self._want_reason(line, cleaned)
        return cleaned

    def _want_reason(self, line: SpendLine, cleaned: dict[str, Any]) -> None:
        code, text = cleaned.get(f"cut_{line.pk}"), cleaned.get(f"cut_text_{line.pk}", "")
        if not code:
            self.add_error(f"cut_{line.pk}", _("Say why this line is cut (AMT-03)."))
        elif code == Cut.OTHER and not text:
            self.add_error(f"cut_text_{line.pk}", _("Write the reason."))

    def inputs(self) -> dict[str, Any]:
        """Hand the spend admitted on, line by line, with the reason of each cut."""
        admitted = {}
        for line in self.case.lines.all():
            amount = self.cleaned_data[f"admitted_{line.pk}"]
            is_cut = amount < self.cost(line)
            code = self.cleaned_data[f"cut_{line.pk}"]
            text = self.cleaned_data[f"cut_text_{line.pk}"]
            admitted[line.pk] = (amount, cut_sentence(code, text) if is_cut else "")
        return super().inputs() | {
            "admitted": admitted,
            "answers": {one.pk: self.cleaned_data[f"answer_{one.pk}"] for one in self.told_cuts},
            "reason": self.cleaned_data["reason"],
        }

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return the lines for the template, each with what was asked and its three fields."""
        for line in self.case.lines.all():
            yield {
                "line": line,
                "cost": self.cost(line),
                "admitted": self[f"admitted_{line.pk}"],
                "cut": self[f"cut_{line.pk}"],
                "cut_text": self[f"cut_text_{line.pk}"],
            }

    def outcome(self) -> dict[str, Any]:
        """Return the contribution that follows from what stands in the fields now, step by step."""
        set_ = parameters_of(self.case)
        lines = [
            replace(line.plain, admitted=self._standing(line)) for line in self.case.lines.all()
        ]
        result = rules.contribution(
            lines,
            rate_percent=set_.rate_percent,
            ceiling=set_.ceiling,
            minimum=set_.minimum_spend,
            with_vat=self.case.vat_is_cost,
        )
        amount = None if result.amount is None else min(result.amount, self.case.requested)
        return {"steps": result.steps, "amount": amount, "requested": self.case.requested}

    def _standing(self, line: SpendLine) -> Decimal:
        cost = self.cost(line)
        value = self[f"admitted_{line.pk}"].value()
        try:
            typed = Decimal(str(value).replace(",", "."))
        except InvalidOperation:
            return cost
        return min(max(typed, Decimal(0)), cost) if typed.is_finite() else cost
