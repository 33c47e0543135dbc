"""The page of a space, written from what its manager has declared."""

from datetime import timedelta
from typing import Any

from django.db.models import Q

from coworking_registry.models import OpeningHours, PriceItem, Service, Space
from parties import moment


def declared(case: Any) -> dict[str, Any]:
    """Return the plain values of a space as they stand in its application."""
    return {
        "name": case.name,
        "kind": case.kind_of_space,
        "description": case.description,
        "street": case.street,
        "street_number": case.street_number,
        "postcode": case.postcode,
        "municipality": case.municipality,
        "latitude": case.latitude,
        "longitude": case.longitude,
        "surface_m2": case.surface_m2,
        "desks": case.desks,
        "accessible_desks": case.accessible_desks,
        "accessibility": case.accessibility,
        "email": case.space_email,
        "phone": case.space_phone,
        "website": case.website,
    }


def write_services(space: Space, case: Any) -> None:
    """Write which services a space offers."""
    space.services.set(Service.objects.filter(code__in=case.offered_services))


def write_week(space: Space, case: Any) -> None:
    """Write the week of a space anew."""
    space.hours.all().delete()
    OpeningHours.objects.bulk_create(
        OpeningHours(space=space, weekday=one.weekday, opens=one.opens, closes=one.closes)
        for one in case.hours.all()
    )


def write_prices(space: Space, case: Any) -> None:
    """Write the price list from today on; what held before keeps its days."""
    today = moment.today()
    running = Q(valid_to__isnull=True) | Q(valid_to__gte=today)
    wanted = [
        (one.spend_kind, one.description, one.unit, one.price, one.vat_rate)
        for one in case.prices.all()
    ]
    for item in space.price_items.filter(running).order_by("pk"):
        line = (item.spend_kind, item.description, item.unit, item.price, item.vat_rate)
        if line in wanted:
            wanted.remove(line)
        elif item.valid_from < today:
            item.valid_to = today - timedelta(days=1)
            item.save(update_fields=["valid_to"])
        else:
            item.delete()
    names = ("spend_kind", "description", "unit", "price", "vat_rate")
    PriceItem.objects.bulk_create(
        PriceItem(space=space, valid_from=today, **dict(zip(names, line, strict=True)))
        for line in wanted
    )
