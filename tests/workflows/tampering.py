"""Changing in SQL what the site never changes: what somebody with the database's password can do."""

from typing import Any

from django.db import connection

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
