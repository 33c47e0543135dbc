"""Forms that were sent from an old page: what has changed since, and both values of each field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from workflows import showing

if TYPE_CHECKING:
    from django import forms

    from workflows.models import Case, HistoryEntry

SEEN = "seen_version"
WAS = "was_"
MOST_DIGITS = 9


@dataclass(frozen=True)
class Both:
    """One field as it now is and as it was typed, in words."""

    label: str
    now: str
    typed: str


@dataclass(frozen=True)
class Changed:
    """What the person is told whose page was old.

    `rows` are the moves since (`workflows.showing.history_rows`), `both` the fields that now say
    something else than what was typed.
    """

    sentence: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    both: list[Both] = field(default_factory=list)


def seen_version(typed: Mapping[str, Any]) -> int:
    """Return the version of the case that the page was drawn with; 0 where it says none."""
    text = str(typed.get(SEEN, ""))
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0


def is_stale(typed: Mapping[str, Any], case: Case) -> bool:
    """Tell whether a form was sent from a page of another version of the case."""
    return seen_version(typed) not in (0, case.version)


def moves_since(case: Case, seen: int) -> list[HistoryEntry]:
    """Return the moves that a page of version `seen` does not show, the earliest first."""
    # Every move raises the version by one and leaves one line.
    number = case.version - seen if 0 < seen < case.version else 0
    moves = list(case.history.all())
    return moves[len(moves) - number :]


def changed_since(
    case: Case, typed: Mapping[str, Any], *, sentence: str = "", both: Iterable[Both] = ()
) -> Changed:
    """Return what the office is told of a case that has changed since a form was opened."""
    rows = showing.history_rows(case, moves_since(case, seen_version(typed)))
    return Changed(sentence or _("This case has changed since you opened it."), rows, list(both))


def both_values(fresh: forms.Form, typed: Mapping[str, Any]) -> list[Both]:
    """Return the fields of a form in which something else stands now than was typed."""
    found = []
    for bound in fresh.visible_fields():
        now = bound.value()
        sent = bound.field.widget.value_from_datadict(typed, {}, bound.html_name)
        if now in (None, "", [], False) or sent is None or not _differ(bound, now, sent):
            continue
        label = str(bound.label)
        found.append(Both(label, _in_words(bound.field, now), _in_words(bound.field, sent)))
    return found


def conflict(
    typed: Mapping[str, Any],
    name: str,
    *,
    label: Any,
    now: str,
    mine: str,
    words: Callable[[str], str] = str,
) -> Both | None:
    """Return both values of what changed while a page showed another one, or None where none did.

    The page sends what it showed as `was_<name>`; what is typed as it now is agrees with it.
    """
    was = typed.get(WAS + name)
    if was is None or now in {was, mine}:
        return None
    return Both(str(label), words(now), words(mine))


def _differ(bound: forms.BoundField, now: Any, sent: Any) -> bool:
    return bound.field.has_changed(bound.field.prepare_value(now), sent)


def _in_words(field_: forms.Field, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    choices = {str(key): str(label) for key, label in getattr(field_, "choices", ())}
    if isinstance(value, list | tuple):
        return ", ".join(choices.get(str(one), str(one)) for one in value) or "—"
    if str(value) in choices:
        return choices[str(value)]
    return showing.plain(_as_number(field_, value)) or "—"


def _as_number(field_: forms.Field, value: Any) -> Any:
    """Return an amount with its cents, as both columns are to show it; the rest as it is."""
    try:
        return f"{Decimal(str(value)):.2f}" if hasattr(field_, "decimal_places") else value
    except InvalidOperation:
        return value
