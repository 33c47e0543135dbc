"""For whom somebody acts, as lists ask the database."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from parties.models import Person, Representation, User


def acting_for(user: User, on: date) -> QuerySet[Representation]:
    """Return the representations that let an account act for organisations on a day (DIG-15)."""
    return Representation.objects.filter(
        person__user=user, valid_from__lte=on, verified_at__isnull=False
    ).exclude(valid_to__lt=on)


def is_party_of(user: User, on: date, field: str = "applicant") -> Q:
    """Return the condition that a row's party is the person, or somebody they act for.

    The same answer as `permissions.may_act_for`, for a list; `field` names the party of the row.
    """
    people: Any = Person.objects.filter(user=user).values("pk")
    bodies: Any = acting_for(user, on).values("organisation_id")
    return Q(**{f"{field}__in": people}) | Q(**{f"{field}__in": bodies})
