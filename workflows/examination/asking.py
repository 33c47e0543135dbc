"""What the officer asks the applicant for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parties import moment
from workflows import curing
from workflows.examination.acts import LONG, ActForm, numbered
from workflows.examination.against import curing_outcomes
from workflows.examination.terms import ExaminationTerms, integration_rule
from workflows.services.integrations import Asked
from workflows.terms import compute_term
from workflows.written.pages import Reopened

FREE, NEVER = "free", "never"
EXPLANATION = 1000


class RequestIntegrationForm(ActForm):
    """What is asked for, item by item, and why; only these reopen (SOC-01, PROC-09).

    A kind of case says which of its fields may reopen, and which content of the call concerns it.
    """

    template_name = "workflows/examination/form_integration.html"
    empty_rows = 3
    reopenable: Mapping[str, Reopened] = {}

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
        fields = [(f"field:{code}", reopened.label) for code, reopened in self.reopenable.items()]
        documents = [
            (f"document:{one.code}", one.title)
            for one in self.case.call_version.documents.all()
            if self.concerns(one)
        ]
        return [
            (_("Fields of the form"), fields),
            (_("Documents of the call"), documents),
            (_("Other"), [(FREE, _("Another document"))]),
            (
                _("What cannot be cured"),
                [
                    (f"{NEVER}:{curing.IDENTITY}", _("It is uncertain who applied")),
                    (f"{NEVER}:{curing.CHANNEL}", _("It came by another way than the call says")),
                ],
            ),
        ]

    def concerns(self, _content: Any) -> bool:
        """Tell whether a document of the call is asked of this applicant."""
        return True

    @property
    def due_on(self) -> date:
        """Return the day by which an answer would be due if asked today."""
        terms = ExaminationTerms.of(self.case.call_version)
        rule = integration_rule(terms.integration_days, "")
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
            self._want_curable(number, item)
            key = f"{item}:{slugify(title)}" if item == FREE else item
            if key in asked:
                self.add_error(f"item_{number}", _("This is asked for twice: put it in one item."))
            asked.append(key)
        if not asked and not self.errors:
            raise forms.ValidationError(_("Say at least one thing that you ask for."), code="empty")
        return cleaned

    def _want_curable(self, number: int, item: str) -> None:
        """Refuse at once what no integration can cure, with what to do instead (SOC-02..SOC-06)."""
        target, _colon, code = item.partition(":")
        asked = (target, code, self._labels.get(item, ""))
        for outcome in curing_outcomes(self.case, [asked]):
            if outcome.blocks:
                sentence = f"{outcome.sentence} ({outcome.rule}) {outcome.remedy}"
                self.add_error(f"item_{number}", sentence.strip())

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {value: str(label) for _group, options in self.choices for value, label in options}

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
        return Asked(target, code, self._labels[item], words)
