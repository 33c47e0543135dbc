"""Fields for the extra questions of a call, and the answers as far as they can be read.

The application form of each kind draws them, and so does the designer's preview.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from calls.rules.questions import Column, Limits, Option, Question
from calls.rules.sheets import Value
from ui.formats import euro, short_date
from ui.inputs import DayField, MoneyField, NumberField

PREFIX = "q_"
ONE_LINE, LONG = 200, 10_000
FEW = 5
MONEY = "money"
# What is not a field of a form: it is drawn, computed, or brought as a file.
WITHOUT_FIELD = frozenset({"heading", "computed", "file", "lines"})


def name_of(code: str) -> str:
    """Return how a draft names the answer to a question."""
    return f"{PREFIX}{code}"


def in_language(one: Any, name: str = "title") -> str:
    """Return a text of a question in the reader's language; Italian where no English one exists."""
    english = getattr(one, f"{name}_en", "")
    if translation.get_language() == "en" and english:
        return str(english)
    return str(getattr(one, f"{name}_it", ""))


def field_of(question: Question | Column) -> forms.Field:
    """Return the field that asks a question, or a column of its lines."""
    common: dict[str, Any] = {
        "label": in_language(question),
        "required": question.is_required,
        "help_text": in_language(question, "help"),
    }
    limits = getattr(question, "limits", Limits())
    return _FIELDS[question.kind](question, limits, common)


def _text(question: Any, limits: Limits, common: dict[str, Any]) -> forms.Field:
    most = limits.characters or (LONG if isinstance(question, Question) else ONE_LINE)
    widget = forms.Textarea(attrs={"rows": FEW}) if most > ONE_LINE else forms.TextInput()
    return forms.CharField(max_length=most, widget=widget, **common)


def _number(question: Any, limits: Limits, common: dict[str, Any]) -> forms.Field:
    finer = _("Write a whole number.")
    if limits.decimals:
        words = ngettext_lazy(
            "Write at most %(most)d decimal.", "Write at most %(most)d decimals.", limits.decimals
        )
        finer = words % {"most": limits.decimals}
    field = NumberField(
        may_be_zero=True,
        decimal_places=limits.decimals,
        max_digits=14,
        error_messages={"max_decimal_places": finer},
        **common,
    )
    return _bounded(question, field, limits)


def _money(question: Any, limits: Limits, common: dict[str, Any]) -> forms.Field:
    return _bounded(question, MoneyField(may_be_zero=True, **common), limits)


def _bounded(question: Any, field: forms.DecimalField, limits: Limits) -> forms.Field:
    for limit, check, words in (
        (limits.minimum, MinValueValidator, _("Write at least {number}.")),
        (limits.maximum, MaxValueValidator, _("Write at most {number}.")),
    ):
        if limit is not None:
            told = words.format(number=_number_in_words(question, limit))
            validator = check(limit, message=told)
            # Under a name of its own: the field has words for Django's.
            validator.code = "limit"
            field.validators.append(validator)
    return field


def _date(_question: Any, limits: Limits, common: dict[str, Any]) -> forms.Field:
    field = DayField(**common)
    field.validators.append(_within_days(limits))
    return field


def _within_days(limits: Limits) -> Callable[[date], None]:
    def check(day: date) -> None:
        if limits.earliest and day < date.fromisoformat(limits.earliest):
            first = short_date(date.fromisoformat(limits.earliest))
            raise ValidationError(_("Write a day from %s on.") % first, code="early")
        if limits.latest and day > date.fromisoformat(limits.latest):
            last = short_date(date.fromisoformat(limits.latest))
            raise ValidationError(_("Write a day not after %s.") % last, code="late")

    return check


def _choice(question: Any, _limits: Limits, common: dict[str, Any]) -> forms.Field:
    # A round button cannot be taken back: an answer that may be left out is a list.
    few = len(question.options) <= FEW and isinstance(question, Question) and common["required"]
    choices = choices_of(question.options)
    widget = forms.RadioSelect if few else forms.Select
    return forms.ChoiceField(
        choices=choices if few else [("", _("Choose")), *choices], widget=widget, **common
    )


def _choices(question: Any, _limits: Limits, common: dict[str, Any]) -> forms.Field:
    return forms.MultipleChoiceField(
        choices=choices_of(question.options), widget=forms.CheckboxSelectMultiple, **common
    )


def _declaration(_question: Any, _limits: Limits, common: dict[str, Any]) -> forms.Field:
    field = forms.BooleanField(label=common["help_text"], required=common["required"])
    field.title = common["label"]
    field.error_messages["required"] = _("Tick it to declare: without it you cannot send.")
    return field


_FIELDS: dict[str, Callable[[Any, Limits, dict[str, Any]], forms.Field]] = {
    "text": _text,
    "number": _number,
    "money": _money,
    "date": _date,
    "choice": _choice,
    "choices": _choices,
    "declaration": _declaration,
}


def choices_of(options: Sequence[Option]) -> list[tuple[str, str]]:
    """Return the answers to choose from as a field takes them."""
    return [(option.code, in_language(option)) for option in options]


def read_answers(
    questions: Sequence[Question],
    typed: Mapping[str, Any],
    rows_of: Callable[[str], Sequence[int]],
    files: frozenset[str] | set[str] = frozenset(),
) -> dict[str, Value]:
    """Return the answers that can be read; what cannot counts as not given.

    `rows_of` gives the numbers of the lines of a question, `files` the codes of the questions for
    which a file is there.
    """
    found: dict[str, Value] = {}
    for question in questions:
        if question.kind == "file":
            found[question.code] = question.code in files
        elif question.kind == "lines":
            found[question.code] = tuple(
                {
                    column.code: _read(
                        column, typed.get(cell_name(question.code, row, column.code))
                    )
                    for column in question.columns
                }
                for row in rows_of(question.code)
            )
        elif question.kind not in WITHOUT_FIELD:
            found[question.code] = _read(question, typed.get(name_of(question.code)))
    return found


def cell_name(code: str, row: int, column: str) -> str:
    """Return how a draft names a cell of a line."""
    return f"{name_of(code)}-{row}-{column}"


def _read(question: Question | Column, typed: Any) -> Value:
    field = field_of(question)
    field.required = False
    if question.kind == "choices" and isinstance(typed, str):
        typed = [typed] if typed else []
    try:
        value = field.clean(typed if typed is not None else "")
    except ValidationError:
        return None
    return tuple(value) if isinstance(value, list) else value


def in_words(question: Question | Column, value: Any) -> str:
    """Return an answer as people read it."""
    if value in (None, "", (), []):
        return ""
    titles = {option.code: in_language(option) for option in getattr(question, "options", ())}
    if isinstance(value, bool):
        return str(_("Declared")) if value else ""
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, Decimal):
        return _number_in_words(question, value)
    if isinstance(value, list | tuple):
        return ", ".join(titles.get(str(one), str(one)) for one in value)
    return titles.get(str(value), str(value))


def _number_in_words(question: Question | Column, value: Decimal) -> str:
    whole, _dot, part = f"{value:,f}".partition(".")
    part = part.rstrip("0")
    if is_money(question):
        return euro(value)
    return whole.replace(",", ".") + (f",{part}" if part else "")


def is_money(question: Question | Column) -> bool:
    """Tell whether an answer is an amount in EUR."""
    limits = getattr(question, "limits", Limits())
    return question.kind == "money" or limits.unit == MONEY
