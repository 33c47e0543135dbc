"""What each act asks for. `inputs()` gives the service its keyword arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Self

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

LONG = 4000
MOST_ROWS = 20
# Not "rows": a template that says form.rows would find this field instead of the method.
ROWS = "number_of_rows"


class ActForm(forms.Form):
    """The form of an act: knows the case it is about and the version the page showed.

    Everything works without script: a hidden field counts the rows that repeat, and a button
    named "more" asks for one more.
    """

    empty_rows = 0

    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, case: Any, **kwargs: Any) -> None:
        self.case = case
        self.row_count = _rows(data, kwargs.pop("rows", None) or self.first_rows())
        kwargs.setdefault("initial", {}).setdefault("seen_version", case.version)
        super().__init__(data, **kwargs)
        if self.empty_rows:
            self.fields[ROWS] = forms.IntegerField(
                widget=forms.HiddenInput, initial=self.row_count, required=False
            )
        self.add_fields()

    @classmethod
    def retyped(cls, typed: Mapping[str, Any], *, case: Any) -> Self:
        """Return the form with what was typed so far, nothing judged yet."""
        blank = cls(case=case)
        rows = min(_rows(typed, blank.row_count) + ("more" in typed), MOST_ROWS)
        form = cls(case=case, rows=rows)
        for name, field in form.fields.items():
            value = field.widget.value_from_datadict(typed, {}, name)
            if value is not None or isinstance(field, forms.BooleanField):
                form.initial[name] = value
        form.initial[ROWS] = rows
        return form

    def first_rows(self) -> int:
        """Return how many rows a fresh page shows."""
        return self.empty_rows

    def add_fields(self) -> None:
        """Add the fields that depend on the case."""

    def inputs(self) -> dict[str, Any]:
        """Return the service's keyword arguments, once the form is valid."""
        return {"seen_version": self.cleaned_data["seen_version"]}


class ConfirmForm(ActForm):
    """An act that only asks for a yes."""


class DecisionForm(ActForm):
    """A decision that follows the proposal; whoever departs from it sends the case back (PROC-10)."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("It goes into the history and into the letter."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONG,
    )

    def inputs(self) -> dict[str, Any]:
        """Hand the reason on."""
        return super().inputs() | {"reason": self.cleaned_data["reason"]}


class SendBackForm(DecisionForm):
    """Sending back departs from the proposal, so it always says why (PROC-10)."""

    def add_fields(self) -> None:
        """Make the reason due."""
        self.fields["reason"].required = True
        self.fields["reason"].help_text = _(
            "What is to be looked at again: the officer reads it, and it stays in the history."
        )


class WithdrawForm(DecisionForm):
    """The applicant takes the application back; a reason is welcome, not due."""

    def add_fields(self) -> None:
        """Drop the words meant for the office."""
        self.fields["reason"].help_text = ""


class ObservationsForm(ActForm):
    """The applicant's observations, reason by reason; at least one says something (PRE-02)."""

    def add_fields(self) -> None:
        """Add one field for each reason against."""
        for ground in self.case.grounds:
            self.fields[f"observation_{ground.pk}"] = forms.CharField(
                label=ground.text,
                required=False,
                widget=forms.Textarea(attrs={"rows": 4}),
                max_length=LONG,
            )

    def clean(self) -> dict[str, Any]:
        """Refuse an answer without a word."""
        cleaned = super().clean() or self.cleaned_data
        names = [name for name in self.fields if name.startswith("observation_")]
        # A field that was refused for itself has its own sentence already.
        if not self.errors and not any(cleaned.get(name) for name in names):
            raise forms.ValidationError(_("Write at least one observation."), code="empty")
        return cleaned

    def inputs(self) -> dict[str, Any]:
        """Hand the observations on, by reason."""
        observations = {
            ground.pk: self.cleaned_data[f"observation_{ground.pk}"] for ground in self.case.grounds
        }
        return super().inputs() | {"observations": observations}


def numbered(form: ActForm, *names: str) -> Iterator[dict[str, BoundField]]:
    """Return the repeating rows of a form for its template: {name: bound field} for each row."""
    for number in range(form.row_count):
        yield {name: form[f"{name}_{number}"] for name in names}


def _rows(data: Mapping[str, Any] | None, otherwise: int) -> int:
    text = str((data or {}).get(ROWS, ""))
    if not text.isdecimal():
        return otherwise
    return min(int(text[:3]), MOST_ROWS)
