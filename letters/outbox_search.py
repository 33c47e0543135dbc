"""What the pages of the outbox ask of the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from letters.models import Delivery, Letter
from letters.permissions import APPROVE
from parties import moment
from parties.models import User
from workflows.models import Case
from workflows.paging import Key

State = Letter.State
TABS = ("approve", "held", "way", "failed", "all")
OUTBOX_KEYS = (
    Key("created_at", models.DateTimeField()),
    Key("id", models.BigIntegerField()),
)
_UNHEARD = Delivery.objects.filter(
    letter=OuterRef("pk"), channel=Delivery.Channel.PEC, state=Delivery.State.ACCEPTED
)


@dataclass(frozen=True)
class OutboxFilters:
    """What the outbox is narrowed to; empty means everything.

    `days` keeps what was written so many days ago or longer.
    """

    tab: str = "approve"
    q: str = ""
    kind: str = ""
    call: str = ""
    officer: int | None = None
    days: int | None = None


def outbox(user: User, filters: OutboxFilters) -> QuerySet[Letter]:
    """Return the letters of one tab of the outbox, filtered; those to the person themselves are left out."""
    letters = in_tab(office_letters(user), filters.tab)
    if filters.q.strip():
        found = Case.objects.matching(filters.q).values("pk")
        letters = letters.filter(Q(case__in=found) | Q(subject__icontains=_plain(filters.q)))
    if filters.kind:
        letters = letters.filter(kind=filters.kind)
    if filters.call:
        letters = letters.filter(Q(case__call__code=filters.call) | Q(call__code=filters.call))
    if filters.officer is not None:
        letters = letters.filter(case__officer_id=filters.officer)
    if filters.days is not None:
        letters = letters.filter(created_at__lte=moment.now() - timedelta(days=filters.days))
    return letters


def office_letters(user: User) -> QuerySet[Letter]:
    """Return the letters of the office, save those in cases that the person opened themselves (ORG-08)."""
    return Letter.objects.exclude(case__opened_by=user)


def in_tab(letters: QuerySet[Letter], tab: str) -> QuerySet[Letter]:
    """Keep the letters of one tab: to approve, held, on the way, failed, or all."""
    match tab:
        case "approve":
            return letters.filter(state=State.TO_APPROVE)
        case "held":
            return letters.filter(state=State.HELD)
        case "way":
            moving = Q(state__in=[State.READY, State.SENDING])
            return letters.filter(moving | Q(Exists(_UNHEARD), state=State.SENT))
        case "failed":
            return letters.filter(state=State.FAILED)
    return letters


def rows(letters: QuerySet[Letter]) -> QuerySet[Letter]:
    """Return letters with all that a row of the outbox shows; two queries, however many they are."""
    to = Delivery.objects.order_by("is_copy", "pk")
    return (
        letters.select_related(
            "case__call", "case__applicant", "case__officer", "call", "template__template"
        )
        .defer("content", "values", "text", "original_text")
        .prefetch_related(Prefetch("deliveries", to))
    )


def count_to_approve(user: User) -> int | None:
    """Return how many letters wait for the person's approval; None for whoever approves none."""
    if not user.has_perm(APPROVE):
        return None
    return in_tab(office_letters(user), "approve").count()


def kinds_in_use() -> dict[str, str]:
    """Return the kinds of the letters written so far with a subject of each, in one query."""
    found = Letter.objects.order_by("kind", "-pk").distinct("kind").values_list("kind", "subject")
    return dict(found)


def letter_page(user: User, pk: int) -> QuerySet[Letter]:
    """Return one letter with all that its page shows."""
    return (
        office_letters(user)
        .filter(pk=pk)
        .select_related(
            "case__call__manager",
            "case__call__owner",
            "case__applicant",
            "case__officer",
            "case__opened_by",
            "call__manager",
            "call__owner",
            "document",
            "protocol__annulled_by",
            "template__template",
            "signed_by",
            "approved_by",
            "supersedes__protocol",
        )
        .prefetch_related(
            "deliveries", "events__by", "edits__by", "starts", "superseded_by__protocol"
        )
    )


def of_keys(user: User, keys: Iterable[int]) -> QuerySet[Letter]:
    """Return the letters with these keys that the person may see."""
    return office_letters(user).filter(pk__in=list(keys))


def _plain(text: str) -> str:
    return text.replace("\0", " ").strip()[:100]
