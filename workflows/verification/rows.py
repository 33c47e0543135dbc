"""Every tracked row against the last state that its history knows of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _
from psycopg import sql

from workflows.kinds import kinds
from workflows.models import Case, ChainEnd
from workflows.tracked import Tracked, tracked
from workflows.verification.chain import Trouble
from workflows.verification.findings import Finding, Seen

ROWS = 5_000
# The key up to which both tables together have no more than about so many rows.
REACH = """
SELECT least(
    (SELECT {key} FROM {rows} WHERE {key} > %(above)s ORDER BY {key} OFFSET %(rows)s LIMIT 1),
    (SELECT pgh_obj_id FROM {table} WHERE pgh_obj_id > %(above)s
     ORDER BY pgh_obj_id OFFSET %(rows)s LIMIT 1))
"""
COMPARE = """
SELECT coalesce(t.{key}, e.pgh_obj_id), t.{key} IS NULL, e.pgh_id IS NULL, changed.fields
FROM (
    SELECT * FROM {rows} WHERE {key} > %(above)s AND {key} <= %(until)s
) t
FULL JOIN (
    SELECT DISTINCT ON (pgh_obj_id) * FROM {table}
    WHERE pgh_obj_id > %(above)s AND pgh_obj_id <= %(until)s ORDER BY pgh_obj_id, pgh_id DESC
) e ON e.pgh_obj_id = t.{key}
CROSS JOIN LATERAL (SELECT array_remove(ARRAY[{changed}]::text[], NULL) AS fields) changed
WHERE CASE
    WHEN t.{key} IS NULL THEN e.pgh_label <> 'delete'
    ELSE e.pgh_id IS NULL OR e.pgh_label = 'delete' OR cardinality(changed.fields) > 0
END
ORDER BY 1
"""
CHANGED = "CASE WHEN t.{column} IS DISTINCT FROM e.{column} THEN {name} END"
LAST_KEY = 2**63 - 1


def count() -> int:
    """Return how many rows there are to look at."""
    return sum(one.rows.count() for one in tracked())


def walk(seen: Seen, since: date | None = None) -> Iterator[Finding]:  # noqa: ARG001 (all, always)
    """Yield rows that differ from the last line of their history, or have none, or are gone.

    A table whose chain has not begun yet has not been taken stock of: it is left out.
    """
    begun = set(ChainEnd.objects.values_list("name", flat=True))
    for one in tracked():
        if one.table in begun:
            yield from _of_table(one)
            seen(one.rows.count())


def _of_table(one: Tracked) -> Iterator[Finding]:
    above: int = -(2**63)
    reach, compare = _on(REACH, one), _on(COMPARE, one)
    while above < LAST_KEY:
        (until,) = _rows(reach, {"above": above, "rows": ROWS})[0]
        until = LAST_KEY if until is None else until
        found = _rows(compare, {"above": above, "until": until})
        numbers = _case_numbers(one, [row[0] for row in found])
        for row, is_gone, has_none, columns in found:
            where = _where(one, row, numbers)
            words = _words(one, is_gone=is_gone, has_none=has_none, columns=columns)
            table = one.model._meta.db_table
            sentence = f"{where}: {words} " + _("({table}, key {key}).").format(
                table=table, key=row
            )
            trouble = Trouble.MISSING if is_gone else Trouble.UNWRITTEN
            yield Finding(
                trouble,
                where,
                table,
                None if is_gone else row,
                sentence,
                case=row if row in numbers else None,
            )
        above = until


def _words(one: Tracked, *, is_gone: bool, has_none: bool, columns: list[str]) -> str:
    if is_gone:
        return _("the row has been removed in the database, past its history")
    if has_none:
        return _("the row has no history: it was added in the database, or its history was removed")
    if not columns:
        return _("the row stands there, though its history says that it was deleted")
    labels = {field.column: str(field.verbose_name) for field in one.fields}
    return _("changed in the database, past its history: {fields}").format(
        fields=", ".join(labels.get(column, column) for column in columns)
    )


def _where(one: Tracked, row: int, numbers: dict[int, str]) -> str:
    if row in numbers:
        return _("Case {case}").format(case=numbers[row])
    return _("Row of “{what}”").format(what=one.model._meta.verbose_name)


def _case_numbers(one: Tracked, rows: list[int]) -> dict[int, str]:
    """Return the numbers of the cases that the rows are, where they are cases."""
    if not rows or one.model not in {Case, *(kind.model for kind in kinds())}:
        return {}
    found = Case.objects.filter(pk__in=rows).values_list("pk", "number")
    return {pk: number or str(pk) for pk, number in found}


def _on(statement: str, one: Tracked) -> sql.Composed:
    changed = [
        sql.SQL(CHANGED).format(
            column=sql.Identifier(str(field.column)), name=sql.Literal(field.column)
        )
        for field in one.fields
    ]
    return sql.SQL(statement).format(
        key=sql.Identifier(str(one.model._meta.pk.column)),
        rows=sql.Identifier(one.model._meta.db_table),
        table=sql.Identifier(one.table),
        changed=sql.SQL(", ").join(changed),
    )


def _rows(statement: Any, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
