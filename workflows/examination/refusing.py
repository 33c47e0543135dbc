"""Telling reasons against, and proposing to refuse on them (PRE)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.examination.acts import LONG
from workflows.examination.grounds import GroundsForm
from workflows.rules import Outcome


class RefusalNoticeForm(GroundsForm):
    """The reasons against, each with its rule; what the rules say now stands there already."""

    template_name = "workflows/examination/form_grounds.html"
    empty_rows = 1

    def first_rows(self) -> int:
        """Return a row for each thing the rules say against, and an empty one."""
        return len(self.against) + self.empty_rows

    @cached_property
    def against(self) -> list[Outcome]:
        """Return the outcomes that block or ask for a look, blocking first; not what was told."""
        told = {ground.text for ground in self.case.grounds}
        found = [one for one in self.now if one.verdict != "met" and one.sentence not in told]
        return sorted(found, key=lambda one: not one.blocks)

    def add_fields(self) -> None:
        """Add the fields of each row."""
        for number in range(self.row_count):
            self.add_ground_fields(
                number, self.against[number] if number < len(self.against) else None
            )

    def clean(self) -> dict[str, Any]:
        """Want at least one reason, each as it may be."""
        cleaned = super().clean() or self.cleaned_data
        if not self.clean_grounds(cleaned) and not self.errors:
            raise forms.ValidationError(_("Give at least one reason (PRE-01)."), code="empty")
        return cleaned

    def inputs(self) -> dict[str, Any]:
        """Hand the reasons on that have words."""
        return super().inputs() | {"grounds": self.grounds()}


class ProposeRefusalForm(GroundsForm):
    """The answer to each observation, whether the reason still stands, and reasons that came up.

    Source: PRE-05. Where no notice is due the reasons are written here (PRE-07).
    """

    template_name = "workflows/examination/form_answers.html"
    empty_rows = 1

    nothing_stands = gettext_lazy("No reason stands any more: propose admission instead (PRE-01).")

    reason = forms.CharField(
        label=gettext_lazy("Note for the director"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONG,
    )

    def add_fields(self) -> None:
        """Add two fields for each reason told, and those of the rows for further ones."""
        for ground in self.told:
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
        for number in range(self.row_count if self.may_add else 0):
            self.add_ground_fields(number)

    @cached_property
    def told(self) -> list[Any]:
        """Return the reasons there are."""
        return self.case.grounds

    @property
    def may_add(self) -> bool:
        """Whether reasons may be added: none was told, or observations may have brought them up."""
        return not self.told or any(ground.observation for ground in self.told)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Return each reason with its observation and its two fields."""
        for ground in self.told:
            yield {
                "ground": ground,
                "answer": self[f"answer_{ground.pk}"],
                "stands": self[f"stands_{ground.pk}"],
            }

    def clean(self) -> dict[str, Any]:
        """A refusal needs a reason that still stands."""
        cleaned = super().clean() or self.cleaned_data
        added = self.clean_grounds(cleaned) if self.may_add else 0
        names = [f"stands_{ground.pk}" for ground in self.told]
        stands = any(cleaned[name] for name in names if name in cleaned)
        if all(name in cleaned for name in names) and not stands and not added:
            raise forms.ValidationError(
                self.nothing_stands if self.told else _("Give at least one reason."),
                code="none",
            )
        return cleaned

    def inputs(self) -> dict[str, Any]:
        """Hand answers on, which reasons stand, and those added."""
        answers = {one.pk: self.cleaned_data[f"answer_{one.pk}"] for one in self.told}
        standing = {one.pk: self.cleaned_data[f"stands_{one.pk}"] for one in self.told}
        return super().inputs() | {
            "answers": answers,
            "standing": standing,
            "added": self.grounds() if self.may_add else [],
            "reason": self.cleaned_data["reason"],
        }
