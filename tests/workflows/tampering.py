"""Changing in SQL what the site never changes: what somebody with the database's password can do."""

from datetime import timedelta
from typing import Any

from django.db import connection

from workflows.services.sealing import seal_field_history
from workflows.verification import Trouble, Verification

HISTORY, PROTOCOL = "workflows_historyentry", "workflows_protocolentry"
CASES, BLOCKS = "workflows_case", "workflows_fieldhistoryblock"
OF_CASES = "workflows_caseevent"
FORGED = "f" * 64

POINTING_AT = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname)
FROM pg_constraint WHERE contype = 'f' AND confrelid = %s::regclass
"""


def tamper(table: str, statement: str, *values: Any) -> None:
    """Run a statement on a table with every trigger of it switched off, as its owner may."""
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    run(statement, *values)
    run(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def forget_references(table: str) -> None:
    """Drop the foreign keys that point at a table, until the test's transaction is rolled back."""
    run("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.cursor() as cursor:
        cursor.execute(POINTING_AT, [table])
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)


def run(statement: str, *values: Any) -> None:
    """Run a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def seal(**options) -> None:
    """Seal the field history as it stands."""
    seal_field_history(**({"settle": timedelta(0)} | options))


def found(*chains: str) -> list[tuple[Trouble, int, int | None]]:
    """Return what is wrong, the place and the key of the row."""
    verification = Verification(chains) if chains else Verification()
    return [(one.trouble, one.position, one.row) for one in verification.findings()]
