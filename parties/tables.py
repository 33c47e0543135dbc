"""Many steps of a migration as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import router
from django.db.migrations.operations.base import Operation, OperationCategory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.state import ProjectState


class Together(Operation):
    """Do what many operations do, drawing the models of the migrations once and not for each.

    Django draws a new model or field at once, and with it every model that hangs together with it:
    in a schema where nearly all do, that was most of the time a new database took. Each operation
    sees the models as they are before the first and after the last: none may build on another.
    """

    reversible = True
    reduces_to_sql = True
    category = OperationCategory.MIXED

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = list(operations)

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Say how this is made again."""
        return self.__class__.__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note the changes, and forget what was drawn: it is drawn whole when it is asked for."""
        state.__dict__.pop("apps", None)
        for one in self.operations:
            one.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Do all, in their order."""
        if router.allow_migrate(schema_editor.connection.alias, app_label):
            for one in self.operations:
                one.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Undo all, the last first."""
        if router.allow_migrate(schema_editor.connection.alias, app_label):
            for one in reversed(self.operations):
                one.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say what this does, in a line."""
        return f"Do {len(self.operations)} steps together"
