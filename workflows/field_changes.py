"""Every change of a case's fields, as triggers wrote it down: in a step of the case, or outside one.

The history of moves says what each move changed of the case itself. This says it of every tracked
row of the case, and also what was changed past the moves, by a command or in the database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ui.formats import euro, short_date
from workflows.kinds import kind_of
from workflows.models import Case, HistoryEntry
from workflows.showing import LABELS, SILENT, name_of_move, status_words
from workflows.tracked import Tracked, tracked

# What serves the machine, and what the timeline of terms shows better.
UNTOLD = SILENT | {"version", "reckoning", "stops", "kind", "created_at", "opened_by"}
NOTHING = "–"
# Quantities and rates are short numbers; whatever is kept wider is money.
MONEY_DIGITS = 10


@dataclass(frozen=True)
class RowChange:
    """What happened to one row: which, what ("added", "changed", "removed"), its fields."""

    what: str
    happened: str
    fields: list[dict[str, str]]


@dataclass
class ChangeSet:
    """What was written in one go: when, by whom, in which steps of the case; none is outside."""

    at: datetime
    who: str
    steps: list[str] = field(default_factory=list)
    rows: list[RowChange] = field(default_factory=list)

    @property
    def is_outside(self) -> bool:
        """Whether no step of the case tells of it."""
        return not self.steps


def change_sets(case: Case, entries: Sequence[HistoryEntry]) -> list[ChangeSet]:
    """Return the changes of a case of its own kind and of its rows, the latest first.

    One query for each tracked model, and one for each model that a changed field points at,
    however many changes there are. `entries` are the case's history, with their persons.
    """
    events = [
        (one, event, before)
        for one, lines in _histories(case)
        for event, before in _with_before(lines)
    ]
    events.sort(key=lambda found: (found[1].pgh_created_at, str(found[1].pgh_context_id)))
    names = _Names(events, kind_of(case).codes(case))
    steps = {entry.position + 1: entry for entry in entries}
    sets = []
    for _same, group in groupby(
        events, key=lambda found: (found[1].pgh_created_at, found[1].pgh_context_id)
    ):
        made = _change_set(case, list(group), steps, names)
        if made.rows:
            sets.append(made)
    return sets[::-1]


def _histories(case: Case) -> Iterator[tuple[Tracked, Iterable[Any]]]:
    """Return each tracked model that is about the case, with its lines in the order of writing."""
    models_of_case = {Case, type(case)}
    for one in tracked():
        if one.model in models_of_case:
            chosen = {"pgh_obj_id": case.pk}
        else:
            pointing = [
                f.attname
                for f in one.model._meta.local_fields
                if f.related_model in models_of_case and not f.primary_key
            ]
            if not pointing:
                continue
            chosen = {pointing[0]: case.pk}
        yield one, one.lines.filter(**chosen).select_related("pgh_context").order_by("pgh_id")


def _with_before(lines: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    last: dict[Any, Any] = {}
    for line in lines:
        yield line, last.get(line.pgh_obj_id)
        last[line.pgh_obj_id] = line


def _change_set(
    case: Case, group: list[tuple[Tracked, Any, Any]], steps: dict[int, HistoryEntry], names: _Names
) -> ChangeSet:
    event = group[0][1]
    made = ChangeSet(event.pgh_created_at, names.who(event))
    for one, line, before in group:
        entry = _step_of(one, line, before, steps)
        if entry is not None:
            made.steps.append(name_of_move(case, entry))
            made.at, made.who = entry.at, str(entry.by) if entry.by else _("The clock")
        elif one.model is Case and line.pgh_label == "insert":
            made.steps.append(_("Draft opened"))
            made.who = str(case.opened_by)
        fields = [] if line.pgh_label == "stock" else list(_fields(case, one, line, before, names))
        is_first = before is None and line.pgh_label == "insert"
        if fields or line.pgh_label == "delete" or (is_first and one.model is not type(case)):
            label = str(one.model._meta.verbose_name)
            made.rows.append(RowChange(label, _happened(line, before), fields))
    return made


def _step_of(
    one: Tracked, line: Any, before: Any, steps: dict[int, HistoryEntry]
) -> HistoryEntry | None:
    """Every entry of the history makes the case's version grow by one, and nothing else does."""
    if one.model is not Case or before is None or line.version != before.version + 1:
        return None
    entry = steps.get(line.version)
    return entry if entry is not None and entry.target == line.status else None


def _happened(line: Any, before: Any) -> str:
    if line.pgh_label == "delete":
        return _("removed")
    return _("added") if before is None else _("changed")


def _fields(
    case: Case, one: Tracked, line: Any, before: Any, names: _Names
) -> Iterator[dict[str, str]]:
    if line.pgh_label == "delete":
        return
    for each in one.fields:
        old = getattr(before, each.attname) if before is not None else None
        new = getattr(line, each.attname)
        empty = old in (None, "") and new in (None, "", [], False)
        if each.name in UNTOLD or each.related_model in {Case, type(case)} or old == new or empty:
            continue
        yield {
            "label": _label(each),
            "before": _text(case, each, old, names),
            "after": _text(case, each, new, names),
        }


def _label(each: models.Field[Any, Any]) -> str:
    """Return a field's words; one that points at a row and has none is called as what it points at."""
    if each.name in LABELS:
        return str(LABELS[each.name])
    has_none = each.verbose_name == each.name.replace("_", " ")
    if has_none and isinstance(each, models.ForeignKey):
        return str(each.related_model._meta.verbose_name)
    return str(each.verbose_name)


def _text(case: Case, each: models.Field[Any, Any], value: Any, names: _Names) -> str:
    if value in (None, "", []):
        return NOTHING
    if isinstance(each, models.ForeignKey):
        return names.of(each.related_model, value)
    if each.name == "status":
        return status_words(case, value)
    if isinstance(each, models.DecimalField):
        return euro(value) if each.max_digits >= MONEY_DIGITS else number_format(value)
    return _plain(each, value, names.codes.get(each.name, {}))


def _plain(each: models.Field[Any, Any], value: Any, codes: Mapping[str, Any]) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, list):
        return ", ".join(str(codes.get(one, one)) for one in value)
    return str((codes or dict(each.flatchoices)).get(value, value))


class _Names:
    """The names of whoever and whatever the changes point at, asked once per model, and of codes."""

    def __init__(
        self, events: list[tuple[Tracked, Any, Any]], codes: Mapping[str, Mapping[str, Any]]
    ) -> None:
        self.codes = codes
        wanted: dict[Any, set[Any]] = defaultdict(set)
        for one, line, before in events:
            wanted[get_user_model()].add(_user_key(line))
            for each in one.fields:
                if isinstance(each, models.ForeignKey) and not each.primary_key:
                    wanted[each.related_model] |= {
                        getattr(state, each.attname) for state in (line, before) if state
                    }
        self._found = {
            model: {key: str(row) for key, row in models.QuerySet(model).in_bulk(keys).items()}
            for model, keys in ((model, keys - {None}) for model, keys in wanted.items())
            if keys and not issubclass(model, Case)
        }

    def of(self, model: Any, key: Any) -> str:
        """Return the name of a row; its key where the row is gone."""
        return self._found.get(model, {}).get(key, str(key))

    def who(self, line: Any) -> str:
        """Return who made a change, as far as it is known."""
        key = _user_key(line)
        return self.of(get_user_model(), key) if key is not None else _("not known")


def _user_key(line: Any) -> int | None:
    user = (line.pgh_context.metadata or {}).get("user") if line.pgh_context else None
    return user if isinstance(user, int) else None
