"""Keeping every word that is typed, and noticing when two windows disagree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction

from workflows.models import Case, Draft

MAX_FIELD_LENGTH = 20_000


@dataclass(frozen=True)
class Clash:
    """A field that another window saved since this one was opened."""

    field: str
    mine: str | list[str]
    theirs: str | list[str]
    revision: int


class Kept(Protocol):
    """Words that can be read, written in and kept: a draft, or what stands in for one."""

    answers: dict[str, Any]
    saved_at: datetime

    def value(self, field: str, default: Any = "") -> Any:
        """Return what was typed in a field."""

    def values(self) -> dict[str, str | list[str]]:
        """Return every field with what was typed in it."""

    def revision(self, field: str) -> int:
        """Return how often a field was saved."""

    def save(self) -> None:
        """Keep what is there now."""


@transaction.atomic
def save_fields(
    case: Case, typed: Mapping[str, str | list[str]], seen: Mapping[str, int]
) -> tuple[Draft, list[Clash]]:
    """Save what was typed, field by field; `seen` gives the revision each field was shown with.

    A field that another window has changed meanwhile is not overwritten: it comes back as a
    `Clash`. Saving the same value twice changes nothing.
    """
    Draft.objects.get_or_create(case_id=case.pk)
    draft = Draft.objects.select_for_update().get(case_id=case.pk)
    return draft, keep(draft, typed, seen)


def keep(draft: Kept, typed: Mapping[str, str | list[str]], seen: Mapping[str, int]) -> list[Clash]:
    """Save what was typed into a draft whose row the caller has locked; as `save_fields`."""
    clashes = []
    for field, value in typed.items():
        kept = draft.answers.get(field)
        if kept is not None and kept["value"] == value:
            continue
        if kept is not None and kept["revision"] != seen.get(field, kept["revision"]):
            clashes.append(Clash(field, value, kept["value"], kept["revision"]))
            continue
        if kept is None and not value:
            continue
        draft.answers[field] = {"value": _cut(value), "revision": draft.revision(field) + 1}
    draft.save()
    return clashes


@transaction.atomic
def forget_fields(case: Case, fields: Iterable[str]) -> Draft:
    """Drop fields that no longer exist, such as those of a removed line."""
    draft = Draft.objects.select_for_update().get(case_id=case.pk)
    for field in fields:
        draft.answers.pop(field, None)
    draft.save()
    return draft


def _cut(value: str | list[str]) -> str | list[str]:
    return value[:MAX_FIELD_LENGTH] if isinstance(value, str) else value[:200]
