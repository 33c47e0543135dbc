"""Questions that the public directory asks of the register."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, CharField, Exists, OuterRef, Q, QuerySet

from coworking_registry.models import Qualification, Service, Space, SpaceQuerySet
from workflows.paging import Key

LISTED = (Qualification.Standing.QUALIFIED, Qualification.Standing.SUSPENDED)
# The order of the directory, and how its pages find each other.
DIRECTORY_KEYS = (Key("name", CharField(max_length=120)), Key("id", BigIntegerField()))


def listed_on(day: date) -> SpaceQuerySet:
    """Return the spaces that stand in the register on a day, suspended ones included."""
    period = Qualification.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        space=OuterRef("pk"),
        valid_from__lte=day,
        standing__in=LISTED,
    )
    return Space.objects.filter(Exists(period))


def directory(day: date, filters: Mapping[str, Any]) -> SpaceQuerySet:
    """Return the listed spaces that every filter keeps, with what the directory shows.

    `filters` may hold `q` (words), `municipality`, `kind` and `service` (a code).
    """
    spaces = listed_on(day).for_directory()
    for word in str(filters.get("q") or "").split()[:8]:
        spaces = spaces.filter(
            Q(name__icontains=word)
            | Q(municipality__icontains=word)
            | Q(street__icontains=word)
            | Q(description__icontains=word)
        )
    for name in ("municipality", "kind"):
        if filters.get(name):
            spaces = spaces.filter(**{name: filters[name]})
    if filters.get("service"):
        spaces = spaces.filter(services__code=filters["service"])
    return spaces


def known_to(user: Any) -> SpaceQuerySet:
    """Return the spaces whose page the person may open: any that ever stood in the register.

    The office also opens those that never did.
    """
    spaces = Space.objects.for_directory()
    if user.has_perm("coworking_registry.view_history"):
        return spaces
    return spaces.filter(Exists(Qualification.objects.filter(space=OuterRef("pk"))))


def municipalities_listed(day: date) -> list[str]:
    """Return the municipalities that have a listed space."""
    return list(
        listed_on(day).order_by("municipality").values_list("municipality", flat=True).distinct()
    )


def services_known() -> QuerySet[Service]:
    """Return every service a space may offer."""
    return Service.objects.all()
