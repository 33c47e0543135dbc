"""What changes in an entry: as plain values, by the names of the form, and what must hold (SPA-25)."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coworking_registry.content import ListedPrice, SpaceContent
from coworking_registry.rules.sheets import Stretch
from workflows.rules import Outcome, judge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coworking_registry.models import EntryChange

# What a manager changes of an entry by a form; name, title and machines ask for a new application.
CHANGED = (
    *("description", "street", "street_number", "postcode", "municipality"),
    *("latitude", "longitude", "surface_m2", "desks", "open_space", "reserved", "offices"),
    *("workshop", "accessible_desks", "accessibility", "meeting_seats", "services", "events"),
    *("insured_until", "email", "phone", "website", "hours", "prices"),
)


def plain(said: SpaceContent) -> dict[str, Any]:
    """Return what may change as values that a row keeps."""
    return {name: _kept(getattr(said, name)) for name in CHANGED}


def differing(before: SpaceContent, after: SpaceContent) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what differs, as it was and as it is to be."""
    was, will = plain(before), plain(after)
    names = [name for name in CHANGED if was[name] != will[name]]
    return {name: was[name] for name in names}, {name: will[name] for name in names}


def with_values(said: SpaceContent, values: Mapping[str, Any]) -> SpaceContent:
    """Return a space with kept values put in."""
    return replace(said, **{name: _read(name, value) for name, value in values.items()})


def open_change(case: Any) -> EntryChange | None:
    """Return the change that waits for the office, or None."""
    return next((one for one in case.changes.all() if one.decided_at is None), None)


def reporting_outcomes(case: Any) -> list[Outcome]:
    """One change at a time is looked at (SPA-25)."""
    return [
        judge(
            "SPA-25",
            open_change(case) is None,
            yes="Nessuna variazione attende una decisione.",
            no="Una variazione attende la decisione dell'ufficio: se ne può comunicare un'altra dopo.",
            source="Avviso, durata, rinnovo e cancellazione",
        )
    ]


def deciding_outcomes(case: Any) -> list[Outcome]:
    """A change waits for a decision (SPA-25)."""
    return [
        judge(
            "SPA-25",
            open_change(case) is not None,
            yes="Una variazione attende la decisione.",
            no="Nessuna variazione attende una decisione.",
            source="Avviso, durata, rinnovo e cancellazione",
        )
    ]


def _kept(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_kept(one) for one in value]
    if isinstance(value, Stretch):
        return [value.weekday, f"{value.opens:%H:%M}", f"{value.closes:%H:%M}"]
    if isinstance(value, ListedPrice):
        return {name: _kept(one) for name, one in asdict(value).items()}
    if isinstance(value, Decimal | date):
        return str(value)
    return value


def _read(name: str, value: Any) -> Any:
    if name == "hours":
        return tuple(
            Stretch(day, time.fromisoformat(opens), time.fromisoformat(closes))
            for day, opens, closes in value
        )
    if name == "prices":
        return tuple(
            ListedPrice(
                **{**one, "price": Decimal(one["price"]), "vat_rate": Decimal(one["vat_rate"])}
            )
            for one in value
        )
    if name == "services":
        return tuple(value)
    if value in (None, ""):
        return value if name not in {"latitude", "longitude", "insured_until"} else None
    if name in {"latitude", "longitude"}:
        return Decimal(value)
    return date.fromisoformat(value) if name == "insured_until" else value
