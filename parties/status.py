"""The column of a status that moves through one door."""

from typing import Any

from django_fsm import FSMField


class StatusField(FSMField):  # type: ignore[misc]
    """A protected status, which migrations and tables of history see as the plain text that it is.

    Each state machine listens to every model that is prepared, and never stops. Migrations prepare
    every model some hundred times: with machines of their own, half of their time went into that.
    """

    def deconstruct(self) -> tuple[str, str, Any, dict[str, Any]]:
        """Say of the column what any column of text says."""
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("protected", None)
        return name, "django.db.models.CharField", args, kwargs
