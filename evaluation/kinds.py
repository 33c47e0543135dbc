"""What the committee and the ranking need to know of each kind of case; the rooms upstairs say so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from calls.models import Call, Premium
    from workflows.models import Case
    from workflows.rules import Outcome

ADMISSIBLE, PENDING, AGAINST = "admissible", "pending", "against"


@dataclass(frozen=True)
class Candidate:
    """A file as its own room presents it to the ranking.

    `stage` is ADMISSIBLE, PENDING while it is still examined, or AGAINST with its reasons; who has
    gone, as by withdrawing, is not presented. `asked` and `held` are EUR: what it may get at most,
    what is granted or offered to it now. `groups` are the kinds of applicant it belongs to, `born`
    is the birthday of a person who applies.
    """

    case: Case
    stage: str
    asked: Decimal
    filed_at: datetime
    sequence: int
    territory: str = ""
    groups: frozenset[str] = frozenset()
    against: tuple[str, ...] = ()
    held: Decimal = Decimal("0.00")
    is_open: bool = True
    whole_only: bool = False
    born: date | None = None


@dataclass(frozen=True)
class RankedKind:
    """One kind of case that goes by ranking.

    `candidates(call, only=None)` returns every file of a call, or those whose keys are in `only`,
    with as many queries for one as for many.
    `reading_template` shows a member what there is to judge, with `reading(case)` as its context;
    `interests(cases)` maps keys of cases to the tax codes and VAT numbers of others who gain by
    them, such as whoever manages the space that is paid for. `act_for(case, after)` names the act
    that brings a file to `after` EUR, or none where nothing is left to do; `checks(case, after)`
    are the rules that must hold before, all of them anew (RANK-13). `excluding_act(case)` names
    the act that ends a file of list D, or none where it has ended.
    `asked_without(case, premium)` is what a file would ask for had it never held a premium, in EUR;
    `losing_act` names the act that begins to take a grant back for a premium that was not due.
    `published_as(numbers)` gives for numbers of files the codes by which published lists name them,
    where people are not named even by the number of their file (R-PUB-14).
    `gives_money` is False where a place in the list is all that it gives: lists then name no amounts.
    """

    code: str
    candidates: Callable[..., list[Candidate]]
    reading_template: str
    reading: Callable[[Case], dict[str, Any]]
    interests: Callable[[Collection[int]], dict[int, set[str]]]
    act_for: Callable[[Case, Decimal], str]
    checks: Callable[[Case, Decimal], Iterable[Outcome]]
    excluding_act: Callable[[Case], str]
    asked_without: Callable[[Case, Premium], Decimal]
    losing_act: str = ""
    gives_money: bool = True
    published_as: Callable[[Collection[str]], dict[str, str]] = lambda _numbers: {}


_kinds: dict[str, RankedKind] = {}


def register(kind: RankedKind, *, calls: str = "") -> None:
    """Make a kind known to the ranking; its room does so once, when the site starts.

    `calls` names the kind of call whose files these are, where it is called otherwise.
    """
    _kinds[kind.code] = _kinds[calls or kind.code] = kind


def ranked_kind(code: str) -> RankedKind:
    """Return what is known of a kind. Raises `LookupError` where it does not go by ranking."""
    return _kinds[code]


def ranked_codes() -> list[str]:
    """Return the kinds that may go by ranking."""
    return sorted(_kinds)


def goes_by_ranking(call: Call) -> bool:
    """Tell whether the files of a call are scored and ranked."""
    return call.procedure == "ranking" and call.kind in _kinds
