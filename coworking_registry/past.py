"""The register as it was on a day: who stood in it, and what was then known of each space."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.apps import apps
from django.db.models import BigIntegerField, IntegerField, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.timezone import make_aware

from coworking_registry.models import Qualification, Space
from coworking_registry.queries import LISTED
from workflows.paging import Key, Page, walk

# The order of the list: by number, those without one first.
KEYS = (Key("place", IntegerField()), Key("id", BigIntegerField()))


@dataclass(frozen=True)
class Past:
    """One line of the register: the period that covers the day, and the space as it then was.

    `known` are the fields of the space; `is_present` tells that no older state of them is known.
    """

    period: Qualification
    known: dict[str, Any]
    is_present: bool


def register_on(day: date, *, after: str = "", before: str = "") -> tuple[Page, list[Past]]:
    """Return one page of the register as on a day, in the order of its numbers: two queries."""
    page = walk(periods_on(day), KEYS, after=after, before=before)
    states = _states([period.space_id for period in page.rows], _end_of(day))
    return page, [_past(period, states.get(period.space_id)) for period in page.rows]


def periods_on(day: date) -> QuerySet[Qualification]:
    """Return the periods that cover a day and list their space."""
    return (
        Qualification.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
            valid_from__lte=day,
            standing__in=LISTED,
        )
        .select_related("space__manager")
        .annotate(place=Coalesce("list_number", 0))
    )


def _states(spaces: list[int], until: datetime) -> dict[int, dict[str, Any]]:
    """Return the last state of each space that was noted before a moment."""
    events = apps.get_model("coworking_registry", "SpaceEvent").objects.filter(
        pgh_obj_id__in=spaces, pgh_created_at__lt=until
    )
    newest = events.order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id").distinct("pgh_obj_id")
    return {event["pgh_obj_id"]: event for event in newest.values("pgh_obj_id", *FIELDS)}


FIELDS = ("name", "municipality", "kind", "desks", "accessible_desks")


def _past(period: Qualification, state: dict[str, Any] | None) -> Past:
    known = state or {name: getattr(period.space, name) for name in FIELDS}
    labels = dict(Space.Kind.choices)
    return Past(period, known | {"kind": labels.get(known["kind"], "")}, state is None)


def _end_of(day: date) -> datetime:
    """Return the first moment after a day, here."""
    return make_aware(datetime.combine(day, time.max), timezone.get_current_timezone())
