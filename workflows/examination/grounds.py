"""Rows of reasons against: the rule, the words, the document whose lack is the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from workflows import curing, prenotice
from workflows.examination.acts import ActForm, numbered
from workflows.models import IntegrationItem
from workflows.rules import Outcome
from workflows.rules.papers import ground_not_own_fault

GROUND_TEXT = 2000
# Beside what the rules ask of every case: cuts, what cannot be cured, a missing document, the DURC.
ALWAYS = ("AMT-03", "SOC-02", "SOC-03", "SOC-04", "SOC-05", "PRE-08")
WANTS_DOCUMENT = (curing.ESSENTIAL, curing.OTHERWISE)


class GroundsForm(ActForm):
    """A form with rows of reasons against; a subclass says how many and what stands in them first.

    `always` are the rules that may be a reason beside those that say something now.
    """

    always: tuple[str, ...] = ALWAYS

    @cached_property
    def now(self) -> list[Outcome]:
        """Return what the rules of the kind of case say of it today."""
        raise NotImplementedError

    def concerns(self, _content: Any) -> bool:
        """Tell whether a document of the call is asked of this applicant."""
        return True

    def add_ground_fields(self, number: int, prefilled: Outcome | None = None) -> None:
        """Add the three fields of a row."""
        position = number + 1
        self.fields[f"rule_{number}"] = forms.CharField(
            label=_("Reason {number}: rule").format(number=position),
            initial=prefilled.rule if prefilled else "",
            max_length=20,
            required=False,
            widget=forms.Select(choices=[("", "—"), *((rule, rule) for rule in self._rules)]),
        )
        self.fields[f"document_{number}"] = forms.ChoiceField(
            label=_("Reason {number}: missing document, if that is the reason").format(
                number=position
            ),
            choices=[("", "—"), *self._documents],
            initial=self._document_of(prefilled) if prefilled else "",
            required=False,
        )
        self.fields[f"text_{number}"] = forms.CharField(
            label=_("Reason {number}: in words").format(number=position),
            initial=prefilled.sentence if prefilled else "",
            max_length=GROUND_TEXT,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    def ground_rows(self) -> Iterator[dict[str, BoundField]]:
        """Return the rows for the template."""
        return numbered(self, "rule", "document", "text")

    def clean_grounds(self, cleaned: dict[str, Any]) -> int:
        """Want a rule for each reason that has words, and none that cannot be one; count them."""
        found = 0
        for number in range(self.row_count):
            if cleaned.get(f"text_{number}"):
                found += 1
                self._clean_ground(number, cleaned)
        return found

    def grounds(self) -> list[tuple[str, str, str]]:
        """Return the reasons that have words, once the form is valid."""
        return [
            tuple(self.cleaned_data[f"{name}_{number}"] for name in ("rule", "text", "document"))
            for number in range(self.row_count)
            if self.cleaned_data[f"text_{number}"]
        ]

    def _clean_ground(self, number: int, cleaned: dict[str, Any]) -> None:
        rule, code = cleaned.get(f"rule_{number}"), cleaned.get(f"document_{number}")
        if not rule:
            self.add_error(f"rule_{number}", _("Choose the rule on which this reason rests."))
            return
        own_fault = ground_not_own_fault(rule)
        if own_fault.blocks:
            self.add_error(f"rule_{number}", f"{own_fault.sentence} ({own_fault.rule})")
        if rule in WANTS_DOCUMENT and not code:
            self.add_error(f"document_{number}", _("Say which document is missing."))
        elif code:
            self._want_asked(number, code)

    def _want_asked(self, number: int, code: str) -> None:
        """Nobody is refused for a document that was never asked for (SOC-05)."""
        wanted = next(one for one in self.case.call_version.documents.all() if one.code == code)
        outcome = curing.missing_document_asked(
            wanted.title_it, is_essential=wanted.is_essential, was_asked=code in self._asked
        )
        if outcome.blocks:
            self.add_error(f"document_{number}", f"{outcome.sentence} ({outcome.rule})")

    @cached_property
    def _asked(self) -> set[str]:
        return set(
            IntegrationItem.objects.filter(
                request__case_id=self.case.pk, target=IntegrationItem.Target.DOCUMENT
            ).values_list("code", flat=True)
        )

    @cached_property
    def _rules(self) -> list[str]:
        found = {one.rule for one in self.now} | set(self.always)
        if self.case.call.procedure == prenotice.RANKING:
            found |= prenotice.POSITION_RULES
        return sorted(found)

    @cached_property
    def _documents(self) -> list[tuple[str, str]]:
        return [
            (one.code, one.title)
            for one in self.case.call_version.documents.all()
            if self.concerns(one)
        ]

    def _document_of(self, outcome: Outcome) -> str:
        """Return the document that an outcome names by its title."""
        if outcome.rule not in WANTS_DOCUMENT:
            return ""
        documents = self.case.call_version.documents.all()
        return next((one.code for one in documents if one.title_it in outcome.sentence), "")
