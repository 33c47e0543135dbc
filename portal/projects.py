"""The projects under which calls are opened, those that go on and the archive of those that are over."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    QuerySet,
    Value,
    When,
)

from calls.models import Call, Programme, State
from portal.countdown import call_row
from workflows.paging import Key

OVER = (State.CONCLUDED, State.CANCELLED)
GOES_ON, ENDED = 0, 1
PROJECT_KEYS = (Key("rank", IntegerField()), Key("id", BigIntegerField()))


@dataclass(frozen=True)
class Project:
    """A programme as its card shows it: its published calls, and what they have granted, in EUR."""

    programme: Programme
    is_over: bool
    calls: list[dict[str, Any]]
    endowment: Decimal
    granted: Decimal


def projects() -> QuerySet[Programme]:
    """Return the programmes with a published call, those that go on first, with what cards show."""
    public = Call.objects.published()
    of_it = public.filter(programme=OuterRef("pk")).order_by()
    return (
        Programme.objects.filter(Exists(of_it))
        .annotate(
            rank=Case(
                When(Exists(of_it.exclude(state__in=OVER)), then=Value(GOES_ON)),
                default=Value(ENDED),
                output_field=IntegerField(),
            )
        )
        .prefetch_related(
            "fundings__funder",
            Prefetch(
                "calls",
                public.select_related("budget").order_by("opens_at", "code"),
                to_attr="public_calls",
            ),
        )
    )


def shown(programme: Any, now: datetime) -> Project:
    """Return one of `projects` as its card shows it; it asks nothing of the database."""
    rows = [call_row(call, now) for call in programme.public_calls]
    budgets = [row["budget"] for row in rows if row["budget"]]
    return Project(
        programme,
        programme.rank == ENDED,
        rows,
        sum((budget.endowment for budget in budgets), Decimal(0)),
        sum((budget.granted + budget.paid for budget in budgets), Decimal(0)),
    )
