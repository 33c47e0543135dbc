"""A stored application as the plain value that the rules are asked on."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from coworking_registry.content import ListedPrice, SpaceContent
from coworking_registry.rules.sheets import Machine, Stretch

if TYPE_CHECKING:
    from coworking_registry.models import SpaceApplication

_ROWS = {"hours", "prices", "machines"}
# What the row calls otherwise than the form: a case has a kind and contacts of its own.
COLUMNS = {
    "kind": "kind_of_space",
    "services": "offered_services",
    "email": "space_email",
    "phone": "space_phone",
}
LISTS = {"connections", "services"}
PLAIN = tuple(field.name for field in fields(SpaceContent) if field.name not in _ROWS)


def content_of(case: SpaceApplication) -> SpaceContent:
    """Return what a filed application says."""
    plain: dict[str, Any] = {name: getattr(case, COLUMNS.get(name, name)) for name in PLAIN}
    plain |= {name: tuple(plain[name]) for name in LISTS}
    return SpaceContent(
        **plain,
        hours=tuple(Stretch(one.weekday, one.opens, one.closes) for one in case.hours.all()),
        prices=tuple(
            ListedPrice(one.spend_kind, one.description, one.unit, one.price, one.vat_rate)
            for one in case.prices.all()
        ),
        machines=tuple(
            Machine(one.name, one.quantity, one.safety_briefing) for one in case.machines.all()
        ),
    )
