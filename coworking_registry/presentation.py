"""A space as its card and its page show it, made from rows already fetched."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coworking_registry.models import PriceItem, Qualification, Space
from coworking_registry.rules.hours import is_open_at
from coworking_registry.rules.periods import period_on, standing_since
from ui.formats import Tone, euro, long_date

TONES: dict[str, Tone] = {
    Qualification.Standing.QUALIFIED: "success",
    Qualification.Standing.SUSPENDED: "warning",
    Qualification.Standing.CANCELLED: "neutral",
}


@dataclass(frozen=True)
class Standing:
    """How a space stands in the register, in a word, a colour and a sentence."""

    label: str
    tone: Tone
    sentence: str
    is_qualified: bool


@dataclass(frozen=True)
class Entry:
    """One space of the list."""

    space: Space
    standing: Standing
    opening: str
    facts: list[dict[str, Any]]


def standing_on(space: Space, day: date) -> Standing:
    """Say how a space stands on a day; its periods are prefetched."""
    periods = list(space.qualifications.all())
    period, since = period_on(periods, day), standing_since(periods, day)
    if period is None or since is None:
        return Standing(
            _("Not in the register"),
            "neutral",
            _("This space is not in the register of qualified spaces today."),
            is_qualified=False,
        )
    return Standing(
        str(period.get_standing_display()),
        TONES[period.standing],
        _sentence(period.standing, since),
        is_qualified=period.standing == Qualification.Standing.QUALIFIED,
    )


def _sentence(standing: str, since: date) -> str:
    words = {
        Qualification.Standing.QUALIFIED: _("In the register of qualified spaces since %(day)s."),
        Qualification.Standing.SUSPENDED: _(
            "Suspended since %(day)s: until the suspension ends, no new contribution can be asked "
            "for a desk in this space."
        ),
        Qualification.Standing.CANCELLED: _("No longer in the register since %(day)s."),
    }
    return words[Qualification.Standing(standing)] % {"day": long_date(since)}


def entry(space: Space, at: datetime) -> Entry:
    """Make the card of a space as it is at a moment of local time."""
    cheapest = min(
        (item for item in prices_on(space, at.date()) if item.spend_kind == "desk_rent"),
        key=lambda item: (item.unit != PriceItem.Unit.MONTH, item.price),
        default=None,
    )
    facts: list[dict[str, Any]] = [
        {"label": _("Where"), "value": space.address},
        {"label": _("Kind"), "value": space.get_kind_display()},
        {"label": _("Desks"), "value": space.desks},
        {"label": _("Accessibility"), "value": space.get_accessibility_display()},
    ]
    if cheapest is not None:
        price = f"{euro(cheapest.price)} {cheapest.get_unit_display()}"
        facts.append({"label": _("Desks from"), "value": price, "hint": _("without VAT")})
    return Entry(space, standing_on(space, at.date()), opening_at(space, at), facts)


def opening_at(space: Space, at: datetime) -> str:
    """Say whether the door is open at a moment of local time, and until or from when; else nothing."""
    hours = list(space.hours.all())
    if is_open_at(hours, at):
        closes = next(one.closes for one in hours if is_open_at([one], at))
        return _("Open now, until %(time)s") % {"time": f"{closes:%H:%M}"}
    for ahead in range(8):
        day = at.date() + timedelta(days=ahead)
        later = [
            one.opens
            for one in hours
            if one.weekday == day.weekday() and (ahead or one.opens > at.time())
        ]
        if later:
            return _opens(day, min(later), ahead)
    return ""


def _opens(day: date, opens: Any, ahead: int) -> str:
    name = str(WEEKDAYS[day.weekday()])
    # Italian writes the days small in a sentence.
    words = {"day": name if get_language() == "en" else name.lower(), "time": f"{opens:%H:%M}"}
    if ahead == 0:
        return _("Closed now, opens today at %(time)s") % words
    return _("Closed now, opens on %(day)s at %(time)s") % words


def map_of(filters: dict[str, Any]) -> dict[str, str]:
    """Return what the map asks for: its points, and the pictures under them where the office has set some."""
    points = reverse("coworking_registry:open_spaces", args=["geojson"])
    return {
        "points": f"{points}?{urlencode(filters)}" if filters else points,
        "tiles": settings.MAP_TILES,
        "credit": settings.MAP_CREDIT,
    }


def prices_on(space: Space, day: date) -> list[PriceItem]:
    """Return the prices of a space in force on a day; its list is prefetched."""
    return [
        item
        for item in space.price_items.all()
        if item.valid_from <= day and (item.valid_to is None or day <= item.valid_to)
    ]


def price_rows(items: Iterable[PriceItem]) -> list[dict[str, Any]]:
    """Return the lines of a price list, each with its price including VAT, in EUR."""
    return [
        {
            "description": item.description,
            "unit": item.get_unit_display(),
            "price": item.price,
            "vat": f"{item.vat_rate.normalize():f}".replace(".", ",") + "%",
            "with_vat": _with_vat(item),
        }
        for item in items
    ]


def _with_vat(item: PriceItem) -> Decimal:
    whole = item.price * (100 + item.vat_rate) / 100
    return whole.quantize(Decimal("0.01"), ROUND_HALF_UP)


def week(space: Space) -> list[dict[str, Any]]:
    """Return the week of a space, each day with its stretches of opening; empty where unknown."""
    stretches: dict[int, list[str]] = {}
    for hours in space.hours.all():
        text = f"{hours.opens:%H:%M}–{hours.closes:%H:%M}"
        stretches.setdefault(hours.weekday, []).append(text)
    if not stretches:
        return []
    return [
        {
            "label": str(name).capitalize(),
            "value": ", ".join(stretches.get(number, [])) or _("closed"),
        }
        for number, name in WEEKDAYS.items()
    ]
