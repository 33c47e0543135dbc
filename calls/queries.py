"""What pages ask about calls, and about the questions on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from calls.models import Call, Enquiry, Parameter, State
from calls.models.states import BEFORE_CLOSING, BEFORE_PUBLICATION
from calls.permissions import may_answer
from parties.models import User

PAGE_SIZE = 30
GROUPS: dict[str, list[str]] = {
    "setup": [*BEFORE_PUBLICATION],
    "public": [*BEFORE_CLOSING],
    "later": [State.CLOSED, State.UNDER_EVALUATION, State.RANKED, State.RUNNING],
    "ended": [State.CONCLUDED, State.CANCELLED],
}


@dataclass(frozen=True)
class CallPage:
    """Some calls of a list, and the cursors of the pages before and after; empty where it ends."""

    rows: list[Call]
    previous: str
    next: str


def for_office(filters: Mapping[str, Any]) -> QuerySet[Call]:
    """Return the calls that the filters keep: `q` (words) and `group` (one of `GROUPS`)."""
    calls = Call.objects.select_related("programme", "manager", "version")
    if filters.get("group") in GROUPS:
        calls = calls.filter(state__in=GROUPS[str(filters["group"])])
    for word in str(filters.get("q") or "").split()[:8]:
        calls = calls.filter(
            Q(title_it__icontains=word) | Q(code__icontains=word) | Q(title_en__icontains=word)
        )
    return calls


def page_of(calls: QuerySet[Call], *, after: str = "", before: str = "") -> CallPage:
    """Return one page of calls in the order of their codes, from a code on or back from one."""
    if before:
        found = list(calls.filter(code__lt=before).order_by("-code")[: PAGE_SIZE + 1])
        rows = found[:PAGE_SIZE][::-1]
        has_previous, has_next = len(found) > PAGE_SIZE, True
    else:
        found = list(calls.filter(code__gt=after).order_by("code")[: PAGE_SIZE + 1])
        rows = found[:PAGE_SIZE]
        has_previous, has_next = bool(after), len(found) > PAGE_SIZE
    if not rows:
        return CallPage([], "", "")
    return CallPage(rows, rows[0].code if has_previous else "", rows[-1].code if has_next else "")


def with_everything(code: str) -> QuerySet[Call]:
    """Return a call with all that its page in the office shows."""
    return Call.objects.select_related(
        "programme", "owner", "manager", "version", "procedure_owner", "substitute"
    ).filter(code=code)


def unanswered() -> QuerySet[Enquiry]:
    """Return the questions that nobody has answered yet, the oldest first."""
    return _enquiries().filter(answer__isnull=True).order_by("id")


def count_unanswered(user: User) -> int:
    """Return how many questions wait for an answer; none for whoever answers none."""
    return unanswered().count() if may_answer(user) else 0


def answered() -> QuerySet[Enquiry]:
    """Return the questions with an answer, the latest answer first."""
    return _enquiries().filter(answer__isnull=False).order_by("-answer__at", "-id")


def published_answers(call: Call, words: str = "") -> QuerySet[Enquiry]:
    """Return the questions of a call whose answer is public, the latest first; all of `words` stand in them."""
    found = Enquiry.objects.filter(call=call, answer__is_public=True).select_related("answer")
    for word in words.split()[:8]:
        found = found.filter(
            Q(answer__question_it__icontains=word)
            | Q(answer__answer_it__icontains=word)
            | Q(answer__question_en__icontains=word)
            | Q(answer__answer_en__icontains=word)
        )
    return found.order_by("-number")


def asked_by(user: User, call: Call) -> QuerySet[Enquiry]:
    """Return what somebody has asked about a call, the latest first."""
    found = Enquiry.objects.filter(call=call, asked_by_id=user.pk).select_related("answer")
    return found.order_by("-id")


def _enquiries() -> QuerySet[Enquiry]:
    return Enquiry.objects.select_related("call", "asked_by", "answer__by")


def parameters_on(day: date, *, only_unsure: bool = False) -> QuerySet[Parameter]:
    """Return the numbers in force on a day, by code; those that are to be confirmed alone."""
    found = Parameter.objects.on(day).order_by("code", "valid_from")
    return found.filter(confidence__in=Parameter.UNSURE) if only_unsure else found
