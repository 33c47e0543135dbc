"""What a person's home shows beside their cases: each room brings its own when the site starts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from parties import moment
from parties.models import User
from parties.queries import is_party_of

# How many rows of a kind stand on the home; the rest is on pages of their own.
MOST = 10


@dataclass(frozen=True)
class Task:
    """Something a person is asked for that no open task of a case says: by when, and the button."""

    title: str
    text: str
    about: str
    url: str
    label: str
    due: date | None = None


@dataclass(frozen=True)
class Sum:
    """Money that comes, came or is asked back; `amount` in EUR, `tone` and `state` say which."""

    about: str
    url: str
    state: str
    tone: str
    amount: Decimal
    text: str = ""


@dataclass(frozen=True)
class Row:
    """One thing of a section, with how it stands."""

    title: str
    url: str
    state: str
    tone: str
    text: str = ""


@dataclass(frozen=True)
class Section:
    """Things of one sort; `more_url` leads to all of them, where there is such a page."""

    code: str
    title: str
    rows: list[Row] = field(default_factory=list)
    more_url: str = ""
    more_label: str = ""


@dataclass(frozen=True)
class Part:
    """What a room brings: each answer takes the same number of questions, however much there is."""

    tasks: Callable[[User], list[Task]] = lambda user: []
    sums: Callable[[User], list[Sum]] = lambda user: []
    sections: Callable[[User], list[Section]] = lambda user: []


_parts: list[Part] = []


def register(part: Part) -> None:
    """Make a room's part known; each room does so once, when the site starts."""
    if part not in _parts:
        _parts.append(part)


def tasks_of(user: User) -> list[Task]:
    """Return what all rooms ask of a person, what is due first before the rest."""
    found = [task for part in _parts for task in part.tasks(user)]
    return sorted(found, key=lambda task: task.due or date.max)


def sums_of(user: User) -> list[Sum]:
    """Return the money of all rooms."""
    return [found for part in _parts for found in part.sums(user)]


def sections_of(user: User) -> list[Section]:
    """Return the sections of all rooms that have something in them."""
    found = [section for part in _parts for section in part.sections(user)]
    return [section for section in found if section.rows]


def is_mine(user: User, prefix: str = "") -> Q:
    """Return the condition that a case is a person's own, or of whom they act for.

    Whoever works in the office has here what they opened for themselves. What others let one read
    is not one's own.
    """
    own = Q(**{f"{prefix}opened_by": user})
    if user.is_office:
        return own
    return own | is_party_of(user, moment.today(), f"{prefix}applicant")


def mine(cases: QuerySet[Any], user: User) -> QuerySet[Any]:
    """Return the filed cases of a kind that are a person's own."""
    return cases.filter(is_mine(user), submitted_at__isnull=False)
