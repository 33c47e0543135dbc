"""Triggers of many tables in one step of a migration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import router
from django.db.migrations.operations.base import Operation, OperationCategory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.state import ProjectState
    from pgtrigger.compiler import Trigger


class AddTriggers(Operation):
    """Do what `pgtrigger.migrations.AddTrigger` does, for (model, trigger) pairs, and draw no model.

    A trigger changes nothing that a model of the migrations shows, but each `AddTrigger` draws every
    model anew: with some hundred triggers that was most of the time a new database took.
    """

    reversible = True
    reduces_to_sql = True
    category = OperationCategory.ADDITION

    def __init__(self, triggers: Sequence[tuple[str, Trigger]]) -> None:
        self.triggers = list(triggers)

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Say how this is made again."""
        return self.__class__.__name__, [], {"triggers": self.triggers}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note the triggers with their models, where later changes are compared with them."""
        for model, trigger in self.triggers:
            options = state.models[app_label, model].options
            options["triggers"] = [*options.get("triggers", []), trigger]

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create the triggers."""
        if router.allow_migrate(schema_editor.connection.alias, app_label):
            for _model, trigger in self.triggers:
                schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take them away."""
        if router.allow_migrate(schema_editor.connection.alias, app_label):
            for _model, trigger in self.triggers:
                schema_editor.execute(trigger.uninstall_sql, params=None)

    def describe(self) -> str:
        """Say what is done."""
        return f"Create {len(self.triggers)} triggers"
