"""Which tables keep the history of their fields: triggers of django-pghistory write it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from pghistory.models import Event


@dataclass(frozen=True)
class Tracked:
    """A model and the model of its history: one row for each state of each of its rows."""

    model: type[models.Model]
    event: type[Event]

    @property
    def table(self) -> str:
        """The table of the history."""
        return self.event._meta.db_table

    @property
    def lines(self) -> models.QuerySet[Any]:
        """Every line of the history."""
        return models.QuerySet(self.event)

    @property
    def rows(self) -> models.QuerySet[Any]:
        """Every row of the model."""
        return models.QuerySet(self.model)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column of the history, in alphabetical order."""
        return tuple(sorted(str(field.column) for field in self.event._meta.concrete_fields))

    @property
    def fields(self) -> tuple[models.Field[Any, Any], ...]:
        """The fields of the model whose values are kept, its key left out."""
        kept = {f.name for f in self.event._meta.concrete_fields if not f.name.startswith("pgh_")}
        return tuple(
            field
            for field in self.model._meta.local_concrete_fields
            if field.name in kept and not field.primary_key
        )


@cache
def tracked() -> tuple[Tracked, ...]:
    """Return every tracked model of the site, ordered by the table of its history."""
    return tuple(sorted(_tracked(), key=lambda one: one.table))


def _tracked() -> Iterator[Tracked]:
    for event in apps.get_models():
        model = getattr(event, "pgh_tracked_model", None)
        if issubclass(event, Event) and model is not None:
            yield Tracked(model, event)
