"""What calls of each kind have of their own; the rooms upstairs say so when the site starts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from calls.rules.parameters import Parameter
from calls.rules.questions import Known


@dataclass(frozen=True)
class Letter:
    """A letter that cases of a call may lead to; one that the law wants cannot be left out."""

    code: str
    label: Any
    is_owed: bool = True


@dataclass(frozen=True)
class OfficePage:
    """A page on which the office works at a call: its address by name, which takes the code of the call."""

    name: str
    label: Any
    is_open: Callable[[Any], bool]


@dataclass(frozen=True)
class KindOfCall:
    """What the designer asks about calls of a kind beyond what every call says.

    `parameters` are the values that a call sets, `requirements` the codes of those that say who may
    ask and for what (CALL-21), `known` what the online form asks anyway. `preview_page` and
    `trial_page` name the addresses where a call is seen as an applicant sees it, and tried out;
    both take the code of the call. `office_pages` are where the office works at calls of the kind
    once they are published.
    """

    code: str
    parameters: tuple[Parameter, ...] = ()
    requirements: frozenset[str] = frozenset()
    known: tuple[Known, ...] = ()
    has_form: bool = False
    applicants: tuple[tuple[str, Any], ...] = ()
    letters: tuple[Letter, ...] = ()
    preview_page: str = ""
    trial_page: str = ""
    office_pages: tuple[OfficePage, ...] = ()


_kinds: dict[str, KindOfCall] = {}


def register(kind: KindOfCall) -> None:
    """Make what a kind has of its own known; each room does so once, when the site starts."""
    _kinds[kind.code] = kind


def kind_of(code: str) -> KindOfCall:
    """Return what calls of a kind have of their own; nothing where no room has said so."""
    return _kinds.get(code) or KindOfCall(code)


def office_pages(call: Any, user: Any) -> list[dict[str, Any]]:
    """Return the pages on which somebody may work at a published call: {label, url}."""
    if call.published_at is None:
        return []
    return [
        {"label": page.label, "url": reverse(page.name, args=[call.code])}
        for page in kind_of(call.kind).office_pages
        if page.is_open(user)
    ]


# Where the text of a call is drawn, once the room that draws it has said so.
_text_pages: list[str] = []


def register_text_page(name: str) -> None:
    """Say at which address the text of any call is drawn; called once when the site starts."""
    _text_pages[:] = [name]


def text_page() -> str:
    """Return the name of the address where the text of a call is drawn; empty where none is."""
    return _text_pages[0] if _text_pages else ""


@dataclass(frozen=True)
class Follower:
    """What another room does when something happens to a call, in the same transaction.

    `on_move(call, name, entry)` follows every move, `on_question(enquiry)` every question asked;
    `filings(call)` says how many applications have been sent, `drafts(call)` how many have been
    begun and not sent.
    """

    on_move: Callable[..., None] = lambda call, name, entry: None
    on_question: Callable[..., None] = lambda enquiry: None
    filings: Callable[..., int] = lambda call: 0
    drafts: Callable[..., int] = lambda call: 0


_followers: list[Follower] = []


def follow(follower: Follower) -> None:
    """Let another room follow what happens to calls; each does so once, when the site starts."""
    _followers.append(follower)


def tell(call: Any, name: str, entry: Any) -> None:
    """Tell the other rooms of a move, in the caller's transaction."""
    for follower in _followers:
        follower.on_move(call, name, entry)


def tell_question(enquiry: Any) -> None:
    """Tell the other rooms that somebody has asked about a call, in the caller's transaction."""
    for follower in _followers:
        follower.on_question(enquiry)


def filings(call: Any) -> int:
    """Return how many applications have been sent for a call."""
    return sum(follower.filings(call) for follower in _followers)


def drafts(call: Any) -> int:
    """Return how many applications have been begun for a call and not sent."""
    return sum(follower.drafts(call) for follower in _followers)
