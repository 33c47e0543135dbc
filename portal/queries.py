"""Questions that the public pages and the applicant's home ask."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    F,
    IntegerField,
    Prefetch,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Extract

from calls.models import Call, CallHistoryEntry, State
from calls.words import PUBLIC_EVENTS
from parties import moment
from parties.models import User
from workflows.kinds import kinds
from workflows.models import Case as OfficeCase
from workflows.models import Delegation
from workflows.paging import Key

PHASES = ("open", "future", "closed")
# Open calls first, the soonest to close before the others; then those to come; then the past.
CALL_KEYS = (
    Key("rank", IntegerField()),
    Key("moment", BigIntegerField()),
    Key("id", BigIntegerField()),
)
_LAST = 2**60


def calls(now: datetime, filters: Mapping[str, Any]) -> QuerySet[Call]:
    """Return the published calls that the filters keep, with their budgets and `CALL_KEYS`.

    `filters` may hold `q` (words), `phase` (one of `PHASES`) and `kind`.
    """
    found = Call.objects.published().select_related("budget").annotate(**_order(now))
    for word in str(filters.get("q") or "").split()[:8]:
        found = found.filter(
            Q(title_it__icontains=word)
            | Q(title_en__icontains=word)
            | Q(code__icontains=word)
            | Q(programme__title__icontains=word)
        )
    if filters.get("kind"):
        found = found.filter(kind=filters["kind"])
    if filters.get("phase") in PHASES:
        found = found.filter(rank=PHASES.index(filters["phase"]))
    return found


def in_phase(phase: str, now: datetime) -> QuerySet[Call]:
    """Return the calls in one of `PHASES` at an instant, the next to move first."""
    return calls(now, {"phase": phase}).order_by(*(key.name for key in CALL_KEYS))


def published_call(code: str) -> QuerySet[Call]:
    """Return a published call with all that its page shows."""
    return (
        Call.objects.published()
        .select_related("budget", "procedure_owner", "substitute")
        .prefetch_related(
            "version__documents",
            "version__declarations",
            "version__criteria",
            "programme__fundings__funder",
            "versions",
            Prefetch(
                "history",
                CallHistoryEntry.objects.filter(name__in=PUBLIC_EVENTS).order_by("-position"),
                to_attr="public_events",
            ),
        )
        .filter(code=code)
    )


def cases_of(user: User) -> QuerySet[OfficeCase]:
    """Return the person's own cases: staff have here what they opened for themselves."""
    cases = OfficeCase.objects.visible_to(user).select_related("call", "protocol_in")
    return cases.filter(opened_by=user) if user.is_office else cases


def drafts_of(user: User) -> QuerySet[OfficeCase]:
    """Return what the person has begun and not sent, the latest first."""
    return cases_of(user).filter(submitted_at__isnull=True).order_by("-id")


def filed_by(user: User, which: str = "") -> QuerySet[OfficeCase]:
    """Return what was sent: all of it, what is open ("aperte") or what is closed ("chiuse")."""
    filed = cases_of(user).filter(submitted_at__isnull=False).select_related("applicant")
    if which in STANDINGS:
        return filed.filter(closed_at__isnull=which == "aperte")
    return filed


def terms_of(user: User) -> QuerySet[OfficeCase]:
    """Return the open cases for which a term runs, the first to end first."""
    return filed_by(user, "aperte").filter(due_on__isnull=False).order_by("due_on", "id")


def waiting_for(user: User) -> QuerySet[OfficeCase]:
    """Return the filed cases in which the next move is the applicant's, the nearest term first."""
    asked = Q(pk__in=[])
    for kind in kinds():
        statuses = [code for code, words in kind.applicant_words.items() if words.moves == "you"]
        asked |= Q(kind=kind.code, status__in=statuses)
    return filed_by(user).filter(asked).order_by(F("due_on").asc(nulls_last=True), "id")


def handed(user: User) -> QuerySet[Delegation]:
    """Return the delegations that wait for the person, and the drafts that are in their hands."""
    waiting = Q(email=user.email, accepted_at__isnull=True, ended_at__isnull=True)
    found = Delegation.objects.filter(valid_to__gte=moment.today()).filter(
        waiting | Q(accepted_by=user, holds_since__isnull=False, ended_at__isnull=True)
    )
    return found.select_related("case__call", "party", "given_by").order_by("-pk")


STANDINGS = ("aperte", "chiuse")
FILED_KEYS = (Key("id", BigIntegerField()),)


def _order(now: datetime) -> dict[str, Any]:
    is_alive = ~Q(state=State.CANCELLED)
    # A suspended call goes on: it stays among the open ones, and its chip says how it stands.
    is_open = (
        is_alive
        & Q(opens_at__lte=now)
        & (Q(closes_at__isnull=True) | Q(closes_at__gt=now) | Q(suspended_at__isnull=False))
    )
    is_future = is_alive & Q(opens_at__gt=now)
    seconds = {
        name: Cast(Extract(name, "epoch"), BigIntegerField()) for name in ("opens_at", "closes_at")
    }
    return {
        "rank": Case(
            When(is_open, then=Value(0)),
            When(is_future, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        ),
        "moment": Case(
            When(is_open & Q(closes_at__isnull=True), then=Value(_LAST)),
            When(is_open, then=seconds["closes_at"]),
            When(is_future, then=seconds["opens_at"]),
            # A call that was cancelled may have no closing instant.
            default=Value(0) - Coalesce(seconds["closes_at"], seconds["opens_at"]),
            output_field=BigIntegerField(),
        ),
    }
