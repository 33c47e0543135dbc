"""Fields of the designer: instants of the office's clock, and one field for each parameter."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from calls.rules.instants import OFFICE_ZONE, clock_faults
from calls.rules.parameters import DECIMAL, WHOLE, Parameter, as_decimal, parameter_faults
from ui.inputs import MoneyField, NumberField, write_number

INSTANT_FORMATS = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M")
LINES, STEPS = 3, 4


class InstantField(forms.CharField):
    """A day and an hour of Rome that exist once (TERM-10)."""

    widget = forms.DateTimeInput
    default_error_messages = {
        "unreadable": _("Write a day and an hour, such as 23/11/2026 12:00."),
    }

    def prepare_value(self, value: Any) -> Any:
        """Show an instant as the office's clock does; keep what was typed otherwise."""
        if isinstance(value, datetime):
            local = timezone.localtime(value) if timezone.is_aware(value) else value
            return local.strftime(INSTANT_FORMATS[0])
        return value

    def clean(self, value: Any) -> datetime | None:
        """Return the instant with its zone, or None where nothing was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        local = _read_instant(typed)
        if local is None:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable")
        for fault in clock_faults("", local):
            raise ValidationError(fault.sentence, code=fault.rule)
        return local.replace(tzinfo=OFFICE_ZONE)


def _read_instant(text: str) -> datetime | None:
    for known in INSTANT_FORMATS:
        try:
            return datetime.strptime(text.strip(), known)  # noqa: DTZ007 (an hour of the clock)
        except ValueError:
            continue
    return None


class ParametersMixin:
    """What forms share that ask for parameters of a version.

    A parameter may stay empty while the call is being set up: the checklist says what is missing.
    """

    parameters: tuple[Parameter, ...] = ()

    def add_parameters(self, parameters: tuple[Parameter, ...], values: dict[str, Any]) -> None:
        """Ask for parameters, each with the value it has."""
        self.parameters = parameters
        for parameter in parameters:
            for name, field in fields_of(parameter).items():
                self.fields[name] = field
            self.initial |= initial_of(parameter, values.get(parameter.code))

    def read_parameters(self) -> dict[str, Any]:
        """Return the values as a version stores them; None where one is not set."""
        return {one.code: stored_value(one, self.cleaned_data) for one in self.parameters}

    def judge_parameters(self) -> None:
        """Say beside a field what cannot stand; what is missing may come later."""
        given = {code: value for code, value in self.read_parameters().items() if value is not None}
        set_ = [parameter for parameter in self.parameters if parameter.code in given]
        for fault in parameter_faults(set_, given):
            name = fault.item if fault.item in self.fields else f"{fault.item}_from"
            if name not in self.errors:
                self.add_error(name, ValidationError(fault.sentence, code=fault.rule))


def fields_of(parameter: Parameter) -> dict[str, forms.Field]:
    """Return the fields that ask for a parameter: one, or two for a range."""
    code = parameter.code
    common: dict[str, Any] = {
        "label": parameter.label,
        "help_text": parameter.hint,
        "required": False,
    }
    if parameter.kind == "range":
        second = common | {"label": _("to"), "help_text": ""}
        return {f"{code}_from": _whole(**common), f"{code}_to": _whole(**second)}
    return {code: _single(parameter, common)}


def _single(parameter: Parameter, common: dict[str, Any]) -> forms.Field:
    kind = parameter.kind
    if kind in WHOLE:
        return _whole(**common)
    if kind in DECIMAL:
        if kind == "money":
            return MoneyField(may_be_zero=True, **common)
        unit = "%" if kind == "percent" else ""
        return NumberField(may_be_zero=True, unit=unit, max_digits=7, **common)
    return _WORDS[kind](parameter, common)


def _yes_no(_parameter: Parameter, common: dict[str, Any]) -> forms.Field:
    return forms.BooleanField(**common)


def _choice(parameter: Parameter, common: dict[str, Any]) -> forms.Field:
    return forms.ChoiceField(choices=[("", _("Choose")), *parameter.choices], **common)


def _choices(parameter: Parameter, common: dict[str, Any]) -> forms.Field:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(choices=parameter.choices, widget=widget, **common)


def _short_text(_parameter: Parameter, common: dict[str, Any]) -> forms.Field:
    return forms.CharField(max_length=60, **common)


def _steps(_parameter: Parameter, common: dict[str, Any]) -> forms.Field:
    return forms.CharField(max_length=400, widget=forms.Textarea(attrs={"rows": STEPS}), **common)


def _text(_parameter: Parameter, common: dict[str, Any]) -> forms.Field:
    area = forms.Textarea(attrs={"rows": LINES})
    return forms.CharField(max_length=4000, widget=area, **common)


_WORDS = {
    "yes_no": _yes_no,
    "choice": _choice,
    "choices": _choices,
    "short_text": _short_text,
    "text": _text,
    "steps": _steps,
}


def initial_of(parameter: Parameter, value: Any) -> dict[str, Any]:
    """Return what the fields of a parameter show of a stored value."""
    code = parameter.code
    if value is None:
        return {}
    if parameter.kind == "range":
        pair = value if isinstance(value, list | tuple) and len(value) > 1 else ["", ""]
        return {f"{code}_from": pair[0], f"{code}_to": pair[1]}
    if parameter.kind == "steps":
        return {code: _steps_written(value)}
    if parameter.kind in DECIMAL:
        number = as_decimal(value)
        return {code: value if number is None else _written(parameter.kind, number)}
    return {code: value}


def stored_value(parameter: Parameter, cleaned: dict[str, Any]) -> Any:
    """Return what was typed as a version stores it; None for nothing."""
    code = parameter.code
    if parameter.kind == "range":
        pair = [cleaned.get(f"{code}_from"), cleaned.get(f"{code}_to")]
        # Half a range is kept, so that the sentence can say what is wrong with it.
        return None if pair == [None, None] else pair
    value = cleaned.get(code)
    if parameter.kind == "yes_no":
        return bool(value)
    if value in (None, "", []):
        return None
    if parameter.kind == "steps":
        return [_step_read(line) for line in value.splitlines() if line.strip()]
    if isinstance(value, Decimal):
        return f"{value:.2f}" if parameter.kind == "money" else f"{value.normalize():f}"
    return value


def _steps_written(value: Any) -> str:
    """Write steps in lines, 120 = 250,00; what cannot be read stays as it was typed."""
    rows = value if isinstance(value, list | tuple) else []
    return "\n".join(_step_written(row) for row in rows)


def _step_written(row: Any) -> str:
    if not isinstance(row, list | tuple):
        return str(row)
    days, amount = row
    number = as_decimal(amount)
    return f"{days} = {amount if number is None else write_number(number)}"


def _step_read(line: str) -> Any:
    """Read a line, 120 = 250,00, as days and money; the line itself where it says something else."""
    days, _equals, amount = (part.strip() for part in line.partition("="))
    try:
        number = MoneyField().clean(amount)
    except ValidationError:
        return line.strip()
    return [int(days), f"{number:.2f}"] if days.isdecimal() else line.strip()


def _whole(**common: Any) -> forms.IntegerField:
    field = forms.IntegerField(**common)
    field.widget = forms.NumberInput(attrs={"class": "ui-short", "inputmode": "numeric"})
    return field


def _written(kind: str, number: Decimal) -> str:
    if kind == "money":
        return write_number(number)
    return f"{number.normalize():f}".replace(".", ",")
