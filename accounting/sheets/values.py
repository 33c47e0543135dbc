"""From what a caller hands over to one checked value for each kind of column.

Every reader takes a value that is not None and raises TypeError or ValueError with the reason when
the value does not fit. Nothing is rounded: a third decimal in an amount is an error of the caller.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from accounting.sheets.model import Kind

ROME = ZoneInfo("Europe/Rome")

# A spreadsheet keeps 15 significant digits: beyond them cents or units would change silently.
_MONEY_LIMIT = Decimal(10) ** 13
_INTEGER_LIMIT = 10**15
_DIGITS = 15
_CENT = Decimal("0.01")
_ZERO = Decimal("0.00")

# Before this day Excel counts one day too few (it believes in 29 February 1900).
_FIRST_DAY = date(1900, 3, 1)

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The last four are the full-width forms of the first four, which Excel reads alike.
_RISKY_START = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def read_text(value: Any) -> str:
    """Give the text without characters XML cannot hold and with line feeds as only line ends."""
    text = str.__str__(value) if isinstance(value, str) else str(value)
    if text.isprintable():
        return text
    return _NOT_IN_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def is_risky(text: str) -> bool:
    """Tell whether a spreadsheet could take a non-empty text for a formula.

    Blanks before the sign count as well, because some programs trim them on import.
    """
    first = text[0]
    return first in _RISKY_START or (first.isspace() and text.lstrip()[:1] in _RISKY_START)


def read_code(value: Any) -> str:
    """Give the code as text; a number is refused, its leading zeros are already lost."""
    if not isinstance(value, str):
        raise TypeError(f"a code must be text, not {type(value).__name__}")
    return read_text(value)


def read_integer(value: Any) -> int:
    """Give a whole number of at most 15 digits."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"a whole number is needed, not {type(value).__name__}")
    if not -_INTEGER_LIMIT < value < _INTEGER_LIMIT:
        raise ValueError("more than 15 digits: use a code column")
    return value


def read_number(value: Any) -> Decimal:
    """Give an exact number of at most 15 digits, without zeros at its end."""
    number = _trimmed(_read_decimal(value))
    if len(number.as_tuple().digits) > _DIGITS:
        raise ValueError("more than 15 digits: a spreadsheet would round them")
    return number


def in_words(value: Any) -> str:
    """Write a value that does not fit its column as people write it."""
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    if isinstance(value, Decimal) and value.is_finite():
        return f"{_trimmed(value):f}".replace(".", ",")
    return read_text(value)


def read_money(value: Any) -> Decimal:
    """Give an amount in EUR with at most two decimals; minus zero becomes zero."""
    amount = _read_decimal(value)
    if not -_MONEY_LIMIT < amount < _MONEY_LIMIT:
        raise ValueError("amount of more than 13 integer digits")
    if amount != amount.quantize(_CENT):
        raise ValueError(f"amount with fractions of a cent: {amount}")
    return amount or _ZERO


def read_percent(value: Any) -> Decimal:
    """Give percentage points: 4 stands for 4 %."""
    return _read_decimal(value) or _ZERO


def read_date(value: Any) -> date:
    """Give a day; of an instant with time zone, the day in Italy."""
    if isinstance(value, datetime):
        value = to_local(value).date()
    if not isinstance(value, date):
        raise TypeError(f"a date is needed, not {type(value).__name__}")
    if value < _FIRST_DAY:
        raise ValueError(f"date before {_FIRST_DAY:%d/%m/%Y}")
    return value


def read_datetime(value: Any) -> datetime:
    """Give the Italian wall clock without time zone, cut to the second.

    Cut and not rounded: half a second before midnight must not be shown as the next day.
    """
    if not isinstance(value, datetime):
        raise TypeError(f"date and time are needed, not {type(value).__name__}")
    local = to_local(value).replace(microsecond=0)
    read_date(local.date())
    return local


def to_local(moment: datetime) -> datetime:
    """Give the Italian wall clock without time zone; a naive moment is taken as Italian."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(ROME).replace(tzinfo=None)


def _trimmed(number: Decimal) -> Decimal:
    """Give the same number without zeros at its end, never with an exponent."""
    whole = number.to_integral_value()
    return (whole if whole == number else number.normalize()) or Decimal(0)


def _read_decimal(value: Any) -> Decimal:
    """Give an exact finite number; a float is refused because it has already lost exactness."""
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"not a finite number: {value}")
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    raise TypeError(f"a Decimal is needed, not {type(value).__name__}")


READERS: dict[Kind, Callable[[Any], Any]] = {
    "text": read_text,
    "code": read_code,
    "integer": read_integer,
    "number": read_number,
    "money": read_money,
    "percent": read_percent,
    "date": read_date,
    "datetime": read_datetime,
}
