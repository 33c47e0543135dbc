"""Nine invented spaces in real municipalities of the province, with their lives in the register."""

from datetime import time
from decimal import Decimal
from typing import Any

from django.utils.text import slugify

from coworking_registry.models import OpeningHours, PriceItem, Qualification, Service, Space
from parties.models import Organisation
from portal.demo.calendar import Calendar
from portal.demo.contents import read
from portal.demo.people import Inventor

# Opening hours from Monday on; a day may have two stretches.
WEEKS: dict[str, list[list[tuple[int, int]]]] = {
    "long": [[(8, 20)]] * 5 + [[(9, 13)]],
    "standard": [[(9, 13), (14, 19)]] * 5,
    "short": [[(9, 13), (14, 18)]] * 4 + [[(9, 13)]],
}
PRICES_SINCE = 900  # days ago
PLAIN = (
    "name",
    "kind",
    "street",
    "street_number",
    "postcode",
    "municipality",
    "surface_m2",
    "desks",
    "accessible_desks",
    "accessibility",
    "description",
)


def create_spaces(calendar: Calendar, inventor: Inventor) -> dict[str, Space]:
    """Write services and spaces; returns the spaces by name."""
    services = {row["code"]: Service.objects.create(**row) for row in read("services")}
    spaces = {}
    for number, row in enumerate(read("spaces"), 1):
        space = _create_space(row, inventor)
        space.services.set(services[code] for code in row["services"])
        _write_hours(space, WEEKS[row["hours"]])
        _write_prices(space, row["prices"], calendar)
        _write_history(space, number, row["history"], calendar)
        spaces[space.name] = space
    return spaces


def _create_space(row: dict[str, Any], inventor: Inventor) -> Space:
    slug = slugify(row["name"])
    vat_number = inventor.vat_number()
    manager = Organisation.objects.create(
        name=row["manager"],
        legal_form=row["legal_form"],
        tax_code=vat_number,
        vat_number=vat_number,
        email=f"gestione.{slug}@example.org",
        pec=f"{slug}@pec.example.org",
        street=row["street"],
        street_number=row["street_number"],
        postcode=row["postcode"],
        municipality=row["municipality"],
        province="MN",
    )
    return Space.objects.create(
        slug=slug,
        manager=manager,
        email=f"{slug}@example.org",
        phone="0376 000000",
        website=f"https://{slug}.example.org/",
        latitude=Decimal(row["latitude"]),
        longitude=Decimal(row["longitude"]),
        **{name: row[name] for name in PLAIN},
    )


def _write_hours(space: Space, week: list[list[tuple[int, int]]]) -> None:
    OpeningHours.objects.bulk_create(
        OpeningHours(space=space, weekday=weekday, opens=time(opens), closes=time(closes))
        for weekday, stretches in enumerate(week)
        for opens, closes in stretches
    )


def _write_prices(space: Space, name: str, calendar: Calendar) -> None:
    since = calendar.day(PRICES_SINCE)
    PriceItem.objects.bulk_create(
        PriceItem(
            space=space,
            spend_kind=kind,
            description=description,
            unit=unit,
            price=Decimal(price),
            vat_rate=Decimal(vat_rate),
            valid_from=since,
        )
        for kind, description, unit, price, vat_rate in read("prices")[name]
    )


def _write_history(
    space: Space, number: int, periods: list[dict[str, Any]], calendar: Calendar
) -> None:
    for period in periods:
        since = calendar.day(period["from"])
        Qualification.objects.create(
            space=space,
            standing=period["standing"],
            list_number=number,
            act=f"Determinazione n. {period['act']}/{since.year}",
            valid_from=since,
            valid_to=None if period["to"] is None else calendar.day(period["to"]),
        )
