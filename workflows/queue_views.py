"""Saved views as the queue shows them: each an address with filters, order and columns."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse

from parties.models import User
from workflows.models import SavedView

# What makes a view, in the order in which it is written down; cursors are no part of it.
KEPT = (
    "tab",
    "q",
    "call",
    "asked",
    "status",
    "officer",
    "term",
    "amount_from",
    "amount_to",
    "label",
    "sort",
    "columns",
)


def views_of(user: User) -> QuerySet[SavedView]:
    """Return the views the person may open: their own and the shared ones, by name."""
    return (
        SavedView.objects.filter(Q(owner=user) | Q(is_shared=True))
        .select_related("owner")
        .order_by("name", "pk")
    )


def kept(query: QueryDict, columns: Sequence[str] = ()) -> str:
    """Return what a view keeps of an address, always written in the same way.

    `columns` are those shown where the address names none.
    """
    view = QueryDict(mutable=True)
    for name in KEPT:
        if value := query.get(name, "").strip():
            view[name] = value
    if columns and "columns" not in view:
        view["columns"] = ".".join(columns)
    return view.urlencode()


def links(user: User, query: QueryDict) -> list[dict[str, Any]]:
    """Return the person's views as links of the queue; one query."""
    here, queue = kept(query), reverse("workflows:queue")
    return [
        {
            "name": view.name,
            "url": f"{queue}?{view.query}",
            "current": view.query == here,
            "owner": "" if view.owner_id == user.pk else str(view.owner),
            "is_shared": view.is_shared,
        }
        for view in views_of(user)
    ]
