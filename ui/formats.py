"""How amounts, dates, sizes and terms are written for people, on screen and in letters."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from django.utils import timezone
from django.utils.dateformat import format as format_parts
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

Tone = Literal["neutral", "info", "success", "warning", "danger", "draft"]

_CENT = Decimal("0.01")
_ITALIAN_SEPARATORS = str.maketrans(",.", ".,")
_SIZE_STEP = 1024
_SIZE_UNITS = ("KB", "MB", "GB", "TB")


def euro(amount: Decimal | float | str) -> str:
    """The amount (EUR) as "1.500,00 €", in every language: it is read beside Italian acts.

    Halves of a cent go away from zero. Raises `decimal.InvalidOperation` for what is no number.
    """
    cents = Decimal(str(amount)).quantize(_CENT, ROUND_HALF_UP)
    return f"{cents:,.2f}".translate(_ITALIAN_SEPARATORS) + " €"


def long_date(moment: date | datetime) -> str:
    """The day in full, "lunedì 23 novembre 2026"; an instant adds the hour of Rome, "ore 12:00"."""
    local = _in_rome(moment)
    day = format_parts(local, "l j F Y")
    # The Italian names of days and months that Django brings begin with a capital.
    if (get_language() or "").startswith("it"):
        day = day.lower()
    if not isinstance(local, datetime):
        return day
    return _("%(day)s, at %(hour)s") % {"day": day, "hour": format_parts(local, "H:i")}


def short_date(moment: date | datetime) -> str:
    """The day as "23/11/2026"; an instant adds the hour of Rome, "23/11/2026 12:00"."""
    with_hour = isinstance(moment, datetime)
    return _in_rome(moment).strftime("%d/%m/%Y %H:%M" if with_hour else "%d/%m/%Y")


def _in_rome(moment: date | datetime) -> date | datetime:
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


def file_size(size: int) -> str:
    """The size (bytes) as "812 byte", "1,5 KB" or "2,0 MB": one decimal, with a comma."""
    if size < _SIZE_STEP:
        return f"{size} byte"
    scaled = Decimal(size)
    for unit in _SIZE_UNITS:
        scaled /= _SIZE_STEP
        if scaled < _SIZE_STEP or unit == _SIZE_UNITS[-1]:
            break
    return f"{scaled:.1f}".replace(".", ",") + f" {unit}"


def term_words(days_left: int) -> str:
    """What a term has left, in words: below zero it has passed by that many days."""
    if days_left == 0:
        return _("expires today")
    if days_left == 1:
        return _("expires tomorrow")
    if days_left > 1:
        return ngettext("%(days)d day left", "%(days)d days left", days_left) % {"days": days_left}
    late = -days_left
    return ngettext("expired %(days)d day ago", "expired %(days)d days ago", late) % {"days": late}


def term_tone(days_left: int, soon_days: int) -> Tone:
    """Red once the term has passed, amber within `soon_days` days of it, otherwise neutral."""
    if days_left < 0:
        return "danger"
    return "warning" if days_left <= soon_days else "neutral"
