"""A space as its card and its page show it, made from rows already fetched."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from coworking_registry.models import PriceItem, Qualification, Space
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


def entry(space: Space, day: date) -> Entry:
    """Make the card of a space."""
    cheapest = min(
        (item for item in prices_on(space, day) if item.spend_kind == "desk_rent"),
        key=lambda item: (item.unit != PriceItem.Unit.MONTH, item.price),
        default=None,
    )
    facts: list[dict[str, Any]] = [
        {"label": _("Where"), "value": space.address},
        {"label": _("Kind"), "value": space.get_kind_display()},
        {"label": _("Desks"), "value": space.desks},
    ]
    if cheapest is not None:
        price = f"{euro(cheapest.price)} {cheapest.get_unit_display()}"
        facts.append({"label": _("Desks from"), "value": price, "hint": _("without VAT")})
    return Entry(space, standing_on(space, day), facts)


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
