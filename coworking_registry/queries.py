"""Questions that the public directory asks of the register."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import BigIntegerField, CharField, Exists, OuterRef, Q, QuerySet

from coworking_registry.models import (
    OpeningHours,
    PriceItem,
    Qualification,
    Service,
    Space,
    SpaceClass,
    SpaceInterest,
    SpacePhoto,
    SpaceQuerySet,
)
from workflows.paging import Key

LISTED = (Qualification.Standing.QUALIFIED, Qualification.Standing.SUSPENDED)
# A search looks for so many words; more would only make it slow.
MOST_WORDS = 8
# Which levels of accessibility are as good as the one asked for.
AT_LEAST = {
    Space.Accessibility.PARTIAL: (Space.Accessibility.PARTIAL, Space.Accessibility.TOTAL),
    Space.Accessibility.TOTAL: (Space.Accessibility.TOTAL,),
}
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


def directory(at: datetime, filters: Mapping[str, Any]) -> SpaceQuerySet:
    """Return the spaces listed at a moment that every filter keeps, with what the directory shows.

    `filters` may hold `q` (words), `municipality`, `kind`, `service` (a code), `desks` (as many or
    more), `price` (of a desk for a month, in EUR without VAT, at most), `accessibility` (of this
    level or better) and `open` (at the moment, which is local).
    """
    day = at.date()
    spaces = listed_on(day).for_directory()
    for word in str(filters.get("q") or "").split()[:MOST_WORDS]:
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
    if filters.get("desks"):
        spaces = spaces.filter(desks__gte=filters["desks"])
    if filters.get("accessibility"):
        spaces = spaces.filter(accessibility__in=AT_LEAST[filters["accessibility"]])
    if filters.get("price"):
        spaces = spaces.filter(Exists(_desks_up_to(filters["price"], day)))
    if filters.get("open"):
        spaces = spaces.filter(Exists(_open_at(at)))
    return spaces


def _desks_up_to(price: Any, day: date) -> QuerySet[PriceItem]:
    return PriceItem.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        space=OuterRef("pk"),
        spend_kind="desk_rent",
        unit=PriceItem.Unit.MONTH,
        price__lte=price,
        valid_from__lte=day,
    )


def _open_at(at: datetime) -> QuerySet[OpeningHours]:
    clock = at.time()
    return OpeningHours.objects.filter(
        space=OuterRef("pk"), weekday=at.weekday(), opens__lte=clock, closes__gt=clock
    )


def to_come(classed: str) -> QuerySet[SpaceInterest]:
    """Return what may become a space and may be shown, of a class or of both, the newest first."""
    found = SpaceInterest.objects.filter(
        may_publish=True, noted_at__isnull=False, ended_at__isnull=True
    )
    if classed:
        found = found.filter(followed_at__isnull=classed == SpaceClass.INTERESTED)
    return found


def known_to(user: Any) -> SpaceQuerySet:
    """Return the spaces whose page the person may open: any that ever stood in the register.

    The office also opens those that never did.
    """
    spaces = Space.objects.for_directory()
    if user.has_perm("coworking_registry.view_history"):
        return spaces
    return spaces.filter(Exists(Qualification.objects.filter(space=OuterRef("pk"))))


def photos_known_to(user: Any) -> QuerySet[SpacePhoto]:
    """Return the photos of the spaces whose page the person may open."""
    spaces = known_to(user).order_by().values("pk")
    return SpacePhoto.objects.filter(space__in=spaces).select_related("space")


def municipalities_listed(day: date) -> list[str]:
    """Return the municipalities that have a listed space."""
    return list(
        listed_on(day).order_by("municipality").values_list("municipality", flat=True).distinct()
    )


def services_known() -> QuerySet[Service]:
    """Return every service a space may offer."""
    return Service.objects.all()
