"""What the officer asks the applicant for, tells them, and answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grants import checks, rules
from grants.fields import REOPENABLE
from grants.forms.acts import LONG, ActForm, numbered
from grants.models import RefusalGround
from grants.services.terms import integration_rule
from parties import moment
from workflows.rules import Outcome
from workflows.services.integrations import Asked
from workflows.terms import compute_term

FREE = "free"
EXPLANATION = 1000
GROUND_TEXT = 2000


class RequestIntegrationForm(ActForm):
    """What is asked for, item by item, and why; only these reopen (SOC-01, PROC-09)."""

    template_name = "grants/office/forms/_integration.html"
    empty_rows = 3

    reason = forms.CharField(
        label=gettext_lazy("Why the integration is needed"),
        help_text=gettext_lazy("It opens the letter."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONG,
    )

    def add_fields(self) -> None:
        """Add three fields for each row: what, its title, why."""
        for number in range(self.row_count):
            position = number + 1
            self.fields[f"item_{number}"] = forms.ChoiceField(
                label=_("Item {number}: field or document").format(number=position),
                choices=[("", "—"), *self.choices],
                required=False,
            )
            self.fields[f"title_{number}"] = forms.CharField(
                label=_("Item {number}: title, if it is another document").format(number=position),
                max_length=200,
                required=False,
            )
            self.fields[f"explanation_{number}"] = forms.CharField(
                label=_("Item {number}: what is missing or unclear").format(number=position),
                max_length=EXPLANATION,
                widget=forms.Textarea(attrs={"rows": 2}),
                required=False,
            )

    @cached_property
    def choices(self) -> list[Any]:
        """Return what may be asked for: fields of the form, documents of the call, anything else."""
        fields = [(f"field:{code}", reopened.label) for code, reopened in REOPENABLE.items()]
        documents = [
            (f"document:{one.code}", one.title)
            for one in self.case.call_version.documents.all()
            if checks.applies(one, self.case)
        ]
        return [
            (_("Fields of the form"), fields),
            (_("Documents of the call"), documents),
            (_("Other"), [(FREE, _("Another document"))]),
        ]

    @property
    def due_on(self) -> date:
        """Return the day by which an answer would be due if asked today."""
        rule = integration_rule(checks.parameters_of(self.case))
        return compute_term(moment.today(), rule).due

    def rows(self) -> Iterator[dict[str, BoundField]]:
        """Return the rows for the template."""
        return numbered(self, "item", "title", "explanation")

    def clean(self) -> dict[str, Any]:
        """Want each item once, with its explanation, and at least one."""
        cleaned = super().clean() or self.cleaned_data
        asked = []
        for number in range(self.row_count):
            item, words = cleaned.get(f"item_{number}"), cleaned.get(f"explanation_{number}")
            title = cleaned.get(f"title_{number}")
            if not item and (words or title):
                self.add_error(f"item_{number}", _("Choose what you ask for."))
            if not item:
                continue
            if not words and f"explanation_{number}" not in self.errors:
                self.add_error(f"explanation_{number}", _("Say what is missing or unclear."))
            if item == FREE and not title:
                self.add_error(f"title_{number}", _("Give the document a title."))
            key = f"{item}:{slugify(title)}" if item == FREE else item
            if key in asked:
                self.add_error(f"item_{number}", _("This is asked for twice: put it in one item."))
            asked.append(key)
        if not asked and not self.errors:
            raise forms.ValidationError(_("Say at least one thing that you ask for."), code="empty")
        return cleaned

    def inputs(self) -> dict[str, Any]:
        """Hand the items on that were chosen."""
        items = [
            self._asked(number)
            for number in range(self.row_count)
            if self.cleaned_data[f"item_{number}"]
        ]
        return super().inputs() | {"items": items, "reason": self.cleaned_data["reason"]}

    def _asked(self, number: int) -> Asked:
        item = self.cleaned_data[f"item_{number}"]
        words = self.cleaned_data[f"explanation_{number}"]
        if item == FREE:
            title = self.cleaned_data[f"title_{number}"]
            return Asked("document", f"other-{slugify(title)[:30] or number}", title, words)
        target, code = item.split(":", 1)
        labels = {value: str(label) for _group, options in self.choices for value, label in options}
        return Asked(target, code, labels[item], words)


class RefusalNoticeForm(ActForm):
    """The reasons against, each with its rule; what the rules say now stands there already."""

    template_name = "grants/office/forms/_grounds.html"
    empty_rows = 1

    def first_rows(self) -> int:
        """Return a row for each thing the rules say against, and an empty one."""
        return len(self.against) + self.empty_rows

    @cached_property
    def now(self) -> list[Outcome]:
        """Return what the rules say of the case today."""
        return [*checks.admission_outcomes(self.case), *checks.paper_outcomes(self.case)]

    @cached_property
    def against(self) -> list[Outcome]:
        """Return the outcomes that block or ask for a look, the blocking ones first."""
        found = [one for one in self.now if one.verdict != "met"]
        return sorted(found, key=lambda one: not one.blocks)

    def add_fields(self) -> None:
        """Add two fields for each row: the rule and the reason in words."""
        rules_ = dict.fromkeys([*(one.rule for one in self.now), "AMT-03", "SOC-02", "SOC-04"])
        for number in range(self.row_count):
            prefilled = self.against[number] if number < len(self.against) else None
            position = number + 1
            self.fields[f"rule_{number}"] = forms.CharField(
                label=_("Reason {number}: rule").format(number=position),
                initial=prefilled.rule if prefilled else "",
                max_length=20,
                required=False,
                widget=forms.Select(
                    choices=[("", "—"), *((rule, rule) for rule in sorted(rules_))]
                ),
            )
            self.fields[f"text_{number}"] = forms.CharField(
                label=_("Reason {number}: in words").format(number=position),
                initial=prefilled.sentence if prefilled else "",
                max_length=GROUND_TEXT,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def rows(self) -> Iterator[dict[str, BoundField]]:
        """Return the rows for the template."""
        return numbered(self, "rule", "text")

    def clean(self) -> dict[str, Any]:
        """Want a rule and words for each reason, at least one, and none that is the office's own."""
        cleaned = super().clean() or self.cleaned_data
        found = 0
        for number in range(self.row_count):
            rule, text = cleaned.get(f"rule_{number}"), cleaned.get(f"text_{number}")
            if not text:
                continue
            found += 1
            if not rule:
                self.add_error(f"rule_{number}", _("Choose the rule on which this reason rests."))
                continue
            own_fault = rules.ground_not_own_fault(rule)
            if own_fault.blocks:
                self.add_error(f"rule_{number}", f"{own_fault.sentence} ({own_fault.rule})")
        if not found and not self.errors:
            raise forms.ValidationError(_("Give at least one reason (PRE-01)."), code="empty")
        return cleaned

    def inputs(self) -> dict[str, Any]:
        """Hand the reasons on that have words."""
        grounds = [
            (self.cleaned_data[f"rule_{number}"], self.cleaned_data[f"text_{number}"])
            for number in range(self.row_count)
            if self.cleaned_data[f"text_{number}"]
        ]
        return super().inputs() | {"grounds": grounds}


class ProposeRefusalForm(ActForm):
    """The answer to each observation, and whether the reason still stands (PRE-05)."""

    template_name = "grants/office/forms/_answers.html"

    reason = forms.CharField(
        label=gettext_lazy("Note for the director"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONG,
    )

    def add_fields(self) -> None:
        """Add two fields for each reason: the answer, and whether it stands."""
        for ground in self._grounds:
            self.fields[f"answer_{ground.pk}"] = forms.CharField(
                label=_("Answer to the observation"),
                initial=ground.answer,
                max_length=LONG,
                required=bool(ground.observation),
                widget=forms.Textarea(attrs={"rows": 3}),
            )
            self.fields[f"stands_{ground.pk}"] = forms.TypedChoiceField(
                label=_("Does this reason still stand?"),
                choices=[("yes", _("Yes, it stands")), ("no", _("No, it falls"))],
                coerce=lambda value: value == "yes",
                initial="yes" if ground.upheld else "no",
                widget=forms.RadioSelect,
            )

    @cached_property
    def _grounds(self) -> list[RefusalGround]:
        return list(self.case.refusal_grounds.all())

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return each reason with its observation and its two fields."""
        for ground in self._grounds:
            yield {
                "ground": ground,
                "answer": self[f"answer_{ground.pk}"],
                "stands": self[f"stands_{ground.pk}"],
            }

    def clean(self) -> dict[str, Any]:
        """A refusal needs a reason that still stands."""
        cleaned = super().clean() or self.cleaned_data
        names = [f"stands_{ground.pk}" for ground in self._grounds]
        if all(name in cleaned for name in names) and not any(cleaned[name] for name in names):
            raise forms.ValidationError(
                _("No reason stands any more: propose admission instead (PRE-01)."), code="none"
            )
        return cleaned

    def inputs(self) -> dict[str, Any]:
        """Hand answers on, and which reasons stand."""
        answers = {one.pk: self.cleaned_data[f"answer_{one.pk}"] for one in self._grounds}
        standing = {one.pk: self.cleaned_data[f"stands_{one.pk}"] for one in self._grounds}
        return super().inputs() | {
            "answers": answers,
            "standing": standing,
            "reason": self.cleaned_data["reason"],
        }
