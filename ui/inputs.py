"""Fields that read numbers, amounts and days as people here write them, and keep what was typed."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
FIRST_YEAR, LAST_YEAR = 1900, 2100

_ITALIAN = re.compile(r"(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<part>[0-9]+))?")
_ISO = re.compile(r"[0-9]+\.[0-9]+")


def read_number(text: str) -> Decimal:
    """Read 1.234,56 and 1234.56 alike; three digits after a single dot are thousands.

    Raises `ValueError` for anything else, a sign included.
    """
    bare = re.sub(r"[\s€]", "", text)
    if found := _ITALIAN.fullmatch(bare):
        part = f".{found['part']}" if found["part"] else ""
        return Decimal(found["whole"].replace(".", "") + part)
    if _ISO.fullmatch(bare):
        return Decimal(bare)
    raise ValueError("not a number")


def write_number(value: Decimal, places: int = 2) -> str:
    """Write a number as it may be typed: 200,00."""
    return f"{value:.{places}f}".replace(".", ",")


def read_day(text: str) -> date | None:
    """Read 23/11/2026 or 2026-11-23; None for anything else."""
    for known in DAY_FORMATS:
        try:
            return datetime.strptime(text.strip(), known).date()  # noqa: DTZ007 (a day, no instant)
        except ValueError:
            continue
    return None


class NumberField(forms.DecimalField):
    """A number with at most two decimals, in Italian or ISO writing; zero only where it may be."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("Write a number, such as 1.234,56."),
        "max_decimal_places": _("Write at most two decimals."),
        "min_value": _("Write a number greater than zero."),
    }

    def __init__(
        self,
        *,
        unit: str = "",
        max_digits: int = 12,
        decimal_places: int = 2,
        may_be_zero: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(max_digits=max_digits, decimal_places=decimal_places, **kwargs)
        self.unit = unit
        if not may_be_zero:
            least = MinValueValidator(Decimal("0.01"), message=self.error_messages["min_value"])
            self.validators.append(least)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}
        if unit:
            self.widget.attrs["data-unit"] = unit

    def prepare_value(self, value: Any) -> Any:
        """Show a number as people here write it; what was typed stays as it was."""
        if not isinstance(value, Decimal):
            return value
        return write_number(value, 2 if self.decimal_places is None else self.decimal_places)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """Return the number, or None where nothing was typed."""
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            return read_number(str(value))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class MoneyField(NumberField):
    """An amount in EUR."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(unit="€", **kwargs)


class ItalianSelect(forms.Select):
    """A choice among names that are Italian in every language of the page, as those of letters."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Say of each name that it is Italian; the choice of none is in the reader's language."""
        option = super().create_option(name, value, *args, **kwargs)
        if value not in ("", None):
            option["attrs"]["lang"] = "it"
        return option


class DayInput(forms.DateInput):
    """The device's calendar; what is no day is shown again as it was typed."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Draw a date input for a day, a text input for anything else."""
        typed = str(value or "")
        day = read_day(typed)
        context = self.get_context(name, day.isoformat() if day else typed, attrs)
        template = "django/forms/widgets/date.html"
        if typed and day is None:
            context["widget"]["type"] = "text"
            template = "django/forms/widgets/input.html"
        return self._render(template, context, renderer)  # type: ignore[attr-defined]

    def format_value(self, value: Any) -> str:
        """Keep the text: `render` has already written the day as ISO."""
        return str(value or "")


class DayField(forms.DateField):
    """A day, in Italian or ISO writing."""

    widget = DayInput
    default_error_messages = {"invalid": _("Write a day that exists, such as 23/11/2026.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=DAY_FORMATS, **kwargs)

    def to_python(self, value: Any) -> date | None:
        """Return the day, or None where nothing was typed."""
        if value in self.empty_values or not str(value).strip():
            return None
        day = read_day(str(value))
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


def yes_or_no(**kwargs: Any) -> forms.TypedChoiceField:
    """Return a question that wants an answer: unanswered is not no."""
    return forms.TypedChoiceField(
        choices=[("no", _("No")), ("yes", _("Yes"))],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        **kwargs,
    )
