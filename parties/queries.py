"""For whom somebody acts and who holds a role, as lists ask the database."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from parties.models import Person, Representation, RoleAssignment, User
from parties.roles import Role


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


def holding(roles: Iterable[Role], on: date) -> QuerySet[User]:
    """Return the people, still with us, who hold one of some roles on a day."""
    held = RoleAssignment.objects.filter(role__in=list(roles), valid_from__lte=on).exclude(
        valid_to__lt=on
    )
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("pk")
