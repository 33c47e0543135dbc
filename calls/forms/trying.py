"""Extra questions drawn for a look: with answers that nobody keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.html import format_html

from calls.forms.answers import (
    WITHOUT_FIELD,
    cell_name,
    choices_of,
    field_of,
    in_language,
    in_words,
    name_of,
    read_answers,
)
from calls.rules.questions import Known, Question
from calls.rules.sheets import fill
from ui.inputs import ItalianSelect, MoneyField, NumberField, read_number

# Lines shown for a question of lines that is being tried.
LINES = 2
KNOWN = "known_"


class Trying(forms.Form):
    """The questions that are asked for some answers, as an applicant sees them.

    `is_alone` draws a single question whatever its condition says.
    """

    use_required_attribute = False

    def __init__(
        self,
        questions: Sequence[Question],
        known: Sequence[Known],
        typed: Mapping[str, Any],
        *,
        is_alone: bool = False,
    ) -> None:
        if is_alone:
            questions = [replace(one, shown_if=None, formula="0") for one in questions]
        self.questions, self.known, self.is_alone = questions, known, is_alone
        several = {name_of(one.code) for one in questions if one.kind == "choices"}
        answers = {name: _typed(typed, name, as_list=name in several) for name in typed}
        super().__init__(data=answers)
        self._ask_known()
        values = read_answers(questions, answers, lambda _code: range(1, LINES + 1))
        self.sheet = fill(questions, values, self._known_values(answers))
        for question in questions:
            self._ask(question)
        # Nothing is sent: what is missing is no fault here.
        for name in list(self.errors):
            if not answers.get(name):
                del self.errors[name]

    def _ask_known(self) -> None:
        for one in self.known:
            name = f"{KNOWN}{one.code}"
            label = format_html('<span lang="it">{}</span>', one.title)
            if one.kind == "choice":
                choices = [("", "—"), *choices_of(one.options)]
                self.fields[name] = forms.ChoiceField(
                    label=label, choices=choices, required=False, widget=ItalianSelect
                )
            else:
                kind = MoneyField if one.kind == "money" else NumberField
                self.fields[name] = kind(label=label, required=False, may_be_zero=True)

    def _known_values(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for one in self.known:
            text = str(answers.get(f"{KNOWN}{one.code}") or "")
            values[one.code] = text or None if one.kind == "choice" else _number(text)
        return values

    def _ask(self, question: Question) -> None:
        if question.kind == "lines":
            for row in range(1, LINES + 1):
                for column in question.columns:
                    name = cell_name(question.code, row, column.code)
                    self.fields[name] = field_of(column)
        elif question.kind not in WITHOUT_FIELD:
            self.fields[name_of(question.code)] = field_of(question)

    @property
    def known_fields(self) -> list[Any]:
        """What the form asks anyway, to be tried with."""
        return [self[f"{KNOWN}{one.code}"] for one in self.known]

    @property
    def drawn(self) -> list[dict[str, Any]]:
        """The questions that are asked now, each as a page draws it."""
        return [
            {
                "question": question,
                "title": in_language(question),
                "help": in_language(question, "help"),
                "field": self._field(name_of(question.code)),
                "rows": self._rows(question),
                "value": in_words(question, self.sheet.values[question.code]),
            }
            for question in self.questions
            if self.sheet.shows(question.code)
        ]

    def _field(self, name: str) -> Any:
        return self[name] if name in self.fields else None

    def _rows(self, question: Question) -> list[list[Any]]:
        if question.kind != "lines":
            return []
        return [
            [self[cell_name(question.code, row, column.code)] for column in question.columns]
            for row in range(1, LINES + 1)
        ]


def _typed(typed: Any, name: str, *, as_list: bool) -> Any:
    if hasattr(typed, "getlist"):
        return typed.getlist(name) if as_list else typed.get(name)
    return typed.get(name)


def _number(text: str) -> Decimal | None:
    try:
        return read_number(text)
    except ValueError:
        return None
