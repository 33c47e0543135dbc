"""Stored things as pages show them: outcomes of rules, moves of a case, terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calls.forms.answers import PREFIX, name_of
from ui.formats import euro, short_date
from workflows.following import HANDS
from workflows.kinds import kind_of
from workflows.rules import Outcome, Verdict

if TYPE_CHECKING:
    from workflows.models import Case, HistoryEntry

TONES = {Verdict.MET: "success", Verdict.WARNING: "warning", Verdict.NOT_MET: "danger"}
# Fields that serve the machine: nobody asks why they changed.
SILENT = {"submission_key", "single_key", "search"}
LABELS = {
    "officer": gettext_lazy("officer in charge"),
    "protocol_in": gettext_lazy("protocol number"),
    "applicant": gettext_lazy("applicant"),
    "representative": gettext_lazy("who signs for the applicant"),
}
# Changes that are no act of a kind of case (`workflows.engine.amend`).
AMENDMENTS = {
    "change_officer": gettext_lazy("Officer in charge changed"),
    "hand_over": gettext_lazy("Work handed over"),
    "reckon_again": gettext_lazy("Term reckoned again"),
    "begin_term": gettext_lazy("Term begun with its letter"),
    "ask_substitute": gettext_lazy("Substitute asked to decide"),
    "migrate": gettext_lazy("Moved to a newer version"),
    "register_aid": gettext_lazy("Aid registered"),
    "open_control": gettext_lazy("Control opened"),
    "report_control": gettext_lazy("Report of the control sent"),
    "answer_control": gettext_lazy("Report of the control answered"),
    "close_control": gettext_lazy("Control closed"),
    "note_aid_check": gettext_lazy("Aid register asked"),
    "note_evidence": gettext_lazy("Evidence before the grant written down"),
    "assign_cup": gettext_lazy("CUP assigned"),
    "sign_minutes": gettext_lazy("Minutes of the visit signed by both"),
    "space_stopped": gettext_lazy("Space suspended or off the register"),
} | HANDS


def paper_titles(case: Case) -> dict[str, str]:
    """Return what each file of a case was asked for as, by the code under which it is kept."""
    version = case.call_version
    asked = {wanted.code: wanted.title for wanted in version.documents.all()}
    if not any(document.requirement.startswith(PREFIX) for document in case.documents.all()):
        return asked
    questions = version.questions.filter(kind="file")
    return asked | {name_of(question.code): question.title for question in questions}


def check(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as `workflows/office/_check.html` and `partials/_why.html` take it."""
    return {
        "rule_id": outcome.rule,
        "tone": TONES[outcome.verdict],
        "sentence": outcome.sentence,
        "source": outcome.source,
        "remedy": outcome.remedy,
        "inputs": [
            {"label": label, "value": plain(value), "hint": ""}
            for label, value in outcome.inputs.items()
        ],
    }


def plain(value: Any) -> str:
    """Write a value, live or stored as text, as people read it."""
    text = str(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return short_date(date.fromisoformat(text))
    if re.fullmatch(r"-?\d+\.\d\d", text):
        return euro(text)
    return text


def history_rows(case: Case, entries: Iterable[HistoryEntry]) -> list[dict[str, Any]]:
    """Return moves for `workflows/office/_history.html`: who, when, from where to where, why, what changed.

    At most one query, for people that changed fields point at and who never moved the case.
    """
    entries = list(entries)
    people = _people(case, entries)
    return [_history_row(case, entry, people) for entry in entries]


def status_words(case: Case, status: str) -> str:
    """Return the words of a status of this kind of case."""
    return str(kind_of(case).statuses.get(status, status))


def name_of_move(case: Case, entry: HistoryEntry) -> str:
    """Return what was done, in words: the act, the change, or the status that it led to."""
    kind = kind_of(case)
    act = kind.act(entry.name)
    if act:
        return str(act.label)
    told = AMENDMENTS.get(entry.name) or kind.applicant_events.get(entry.name)
    return str(told or status_words(case, entry.target))


def _history_row(case: Case, entry: HistoryEntry, people: dict[str, str]) -> dict[str, Any]:
    return {
        "name": entry.name,
        "what": name_of_move(case, entry),
        "who": str(entry.by) if entry.by else _("The clock"),
        "when": entry.at,
        "source": status_words(case, entry.source),
        "target": status_words(case, entry.target),
        "reason": entry.reason,
        "checks": [check(Outcome.from_dict(stored)) for stored in entry.outcomes],
        "changes": [
            _change(case, name, before, after, people)
            for name, (before, after) in entry.changes.items()
            if name not in SILENT
        ],
    }


def _change(
    case: Case, name: str, before: str | None, after: str | None, people: dict[str, str]
) -> dict[str, str]:
    try:
        field = case._meta.get_field(name)
    except FieldDoesNotExist:
        # A field of an older version: what was written down of it stays.
        return {"field": name, "label": name, "before": before or "—", "after": after or "—"}
    return {
        "field": name,
        "label": str(LABELS.get(name, getattr(field, "verbose_name", name))),
        "before": _field_text(case, field, before, people),
        "after": _field_text(case, field, after, people),
    }


def _field_text(case: Case, field: Any, stored: str | None, people: dict[str, str]) -> str:
    if stored in (None, ""):
        return "—"
    if isinstance(field, models.ForeignKey):
        return _pointed_at(case, field, stored, people)
    if isinstance(field, models.DateTimeField):
        return short_date(datetime.fromisoformat(stored))
    if isinstance(field, models.DateField):
        return short_date(date.fromisoformat(stored))
    if isinstance(field, models.DecimalField):
        return euro(Decimal(stored))
    choices = {"True": _("yes"), "False": _("no")} | dict(field.flatchoices)
    return str(choices.get(stored, stored))


def _pointed_at(case: Case, field: Any, stored: str, people: dict[str, str]) -> str:
    if field.related_model is get_user_model():
        return people.get(stored, stored)
    related = getattr(case, field.name)
    return str(related) if related is not None and str(related.pk) == stored else stored


def _people(case: Case, entries: list[HistoryEntry]) -> dict[str, str]:
    """Return the names behind the accounts that changed fields name."""
    pointing = {
        field.name
        for field in case._meta.concrete_fields
        if field.related_model is get_user_model()
    }
    keys = {
        key
        for entry in entries
        for name, values in entry.changes.items()
        if name in pointing
        for key in values
        if key
    }
    known = {str(user.pk): str(user) for user in (case.officer, *(e.by for e in entries)) if user}
    missing = keys - known.keys()
    found = get_user_model().objects.in_bulk(missing) if missing else {}
    return known | {str(pk): str(user) for pk, user in found.items()}
