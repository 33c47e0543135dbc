"""Opening and closing by the clock: each once, in the order in which they fell due.

The worker calls `move_due` every minute. All it knows stands in the calls themselves: rounds that
were missed are made up for, and a round too many finds nothing to do.
"""

import logging
from datetime import datetime

from django.db.models import Case, DateTimeField, F, Q, When

from calls.engine import CallRefused, move
from calls.models import Call, State
from parties import moment

logger = logging.getLogger(__name__)

# What the clock does to a call in a state, and the instant it waits for.
WAITING = {State.PUBLISHED: ("open", "opens_at"), State.OPEN: ("close", "closes_at")}


def move_due() -> int:
    """Open and close every call whose instant has come; return how many moves were made.

    A call that breaks is left for the next round and does not hold up the others.
    """
    moves = 0
    broken: set[int] = set()
    while (call := next_due(except_for=broken)) is not None:
        try:
            moves += _move(call)
        except Exception:
            logger.exception("call %s was not moved", call.code)
            broken.add(call.pk)
    return moves


def next_due(except_for: frozenset[int] | set[int] = frozenset()) -> Call | None:
    """Return the call whose opening or closing fell due first; None where nothing is due."""
    due = Q(pk__in=[])
    for state, (_name, field) in WAITING.items():
        due |= Q(state=state, **{f"{field}__lte": moment.now()})
    waits_for = Case(
        *(When(state=state, then=F(field)) for state, (_name, field) in WAITING.items()),
        output_field=DateTimeField(),
    )
    calls = Call.objects.exclude(pk__in=except_for).filter(due)
    return calls.annotate(due_at=waits_for).order_by("due_at", "pk").first()


def settle(call: Call) -> None:
    """Open and close one call as far as its instants have come."""
    for _round in WAITING:
        call.refresh_from_db()
        waiting = WAITING.get(State(call.state))
        if waiting is None or not _has_come(getattr(call, waiting[1])):
            return
        _move(call)


def _has_come(instant: datetime | None) -> bool:
    return instant is not None and instant <= moment.now()


def _move(call: Call) -> int:
    name, field = WAITING[State(call.state)]
    due_at = getattr(call, field)
    try:
        move(call, name, by=None, details={"due_at": due_at.isoformat()})
    except CallRefused:
        # Somebody else moved it, or moved its instant, between the look and the lock.
        return 0
    return 1
