"""Which checks there are, and what they find."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _


class Severity(StrEnum):
    """How much a finding weighs."""

    URGENT = "urgent"
    WRONG = "wrong"
    NOTE = "note"


SEVERITY_LABELS = {
    Severity.URGENT: _("To be mended now"),
    Severity.WRONG: _("To be mended"),
    Severity.NOTE: _("To be known"),
}


class Group(StrEnum):
    """What a check looks at."""

    CASES = "cases"
    TERMS = "terms"
    BOOKS = "books"
    WORK = "work"
    HOUSE = "house"


GROUP_LABELS = {
    Group.CASES: _("Cases and tasks"),
    Group.TERMS: _("Terms and absences"),
    Group.BOOKS: _("Protocol, history, money"),
    Group.WORK: _("Jobs and letters"),
    Group.HOUSE: _("The installation"),
}


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be: a sentence, and the page where it can be seen."""

    sentence: str
    url: str = ""
    severity: Severity = Severity.WRONG


@dataclass(frozen=True)
class Check:
    """One thing to look at; `advice` says what to do about whatever it finds."""

    code: str
    label: Any
    run: Callable[[], Iterator[Finding]]
    group: Group
    advice: Any


_checks: dict[str, Check] = {}


def register_check(
    code: str,
    label: Any,
    check: Callable[[], Iterator[Finding]],
    *,
    group: Group = Group.CASES,
    advice: Any = "",
) -> None:
    """Make a check known; each room does so once, when the site starts."""
    _checks[code] = Check(code, label, check, group, advice)


def checks() -> tuple[Check, ...]:
    """Return every check, in the order of the groups."""
    order = list(Group)
    return tuple(sorted(_checks.values(), key=lambda check: order.index(check.group)))
