"""The seals over the field history, which triggers write and the worker seals block by block.

A transaction still open may yet write a row whose key is below one that can be read already. Rows
are sealed once nobody holds a writer's lock any more who held it when the highest key was read:
whoever takes a key holds that lock until the row can be read, or never will be.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from psycopg import sql

from workflows import seals
from workflows.models import ChainEnd, FieldHistoryBlock
from workflows.tracked import Tracked, tracked

# Rows in a block: small enough to be held in memory and compared in one go.
BLOCK_ROWS = 2_000
# Who acted is noted per request, and a request may add to it a moment after it wrote a row.
SETTLE = timedelta(minutes=1)
PATIENCE_SECONDS = 5.0
POLL_SECONDS = 0.05

DIGESTS = """
SELECT e.pgh_id, encode(sha256(convert_to(
    (to_jsonb(e) - %(later)s::text[])::text || coalesce(c.metadata::text, ''), 'UTF8')), 'hex')
FROM {table} e LEFT JOIN pghistory_context c ON c.id = e.pgh_context_id
WHERE e.pgh_id > %(above)s AND e.pgh_id <= %(until)s
ORDER BY e.pgh_id LIMIT %(rows)s
"""
COLUMNS = """
SELECT attname FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1
"""
HIGHEST = "SELECT coalesce(max(pgh_id), 0) FROM {table}"
WRITERS = """
SELECT virtualtransaction FROM pg_locks
WHERE relation = %s::regclass AND mode = 'RowExclusiveLock' AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND pid IS DISTINCT FROM pg_backend_pid()
"""
YOUNGEST = """
SELECT coalesce(min(pgh_id) - 1, %(until)s) FROM {table}
WHERE pgh_id > %(above)s AND pgh_id <= %(until)s AND pgh_created_at > clock_timestamp() - %(age)s
"""
UNTOLD = "FROM {rows} t WHERE NOT EXISTS (SELECT 1 FROM {table} e WHERE e.pgh_obj_id = t.{key})"
TAKE_STOCK = """
INSERT INTO {table} (pgh_created_at, pgh_label, pgh_obj_id, {columns})
SELECT now(), 'stock', t.{key}, {values}
"""


def seal_field_history(
    *, settle: timedelta = SETTLE, patience: float = PATIENCE_SECONDS, block_rows: int = BLOCK_ROWS
) -> int:
    """Seal what triggers have written since the last time; return how many rows.

    Rows younger than `settle` wait for the next time, and so does a table that somebody has been
    writing to without an end for `patience` seconds.
    """
    begin_chains()
    return sum(_seal_table(one, settle, patience, block_rows) for one in tracked())


def chain_of(table: str) -> str:
    """Return the name under which the end of a table's chain is sealed."""
    return f"fields {table}"


def seal_of_names(key: bytes, names: Iterable[str]) -> seals.End:
    """Return the end that says which chains there are."""
    listed = sorted(names)
    last = seals.seal(key, seals.START, {"chains": listed})
    return seals.End(len(listed), last, seals.head(key, "chains", len(listed), last))


def key() -> bytes:
    """Return the key of the seals."""
    return settings.HISTORY_KEY.encode()


def end_of(row: ChainEnd) -> seals.End:
    """Return the end of a chain as it is stored."""
    return seals.End(row.length, row.last, row.head)


def digests(one: Tracked, above: int, until: int, columns: Iterable[str], rows: int) -> list[Any]:
    """Return up to `rows` pairs of key and digest, over the given columns and who acted."""
    later = sorted(set(columns_of(one)) - set(columns))
    values: dict[str, Any] = {"later": later, "above": above, "until": until, "rows": rows}
    with transaction.atomic(), connection.cursor() as cursor:
        # Instants are spelled in the zone of the session.
        cursor.execute("SET LOCAL TIME ZONE 'UTC'")
        cursor.execute(_on(DIGESTS, one), values)
        return cursor.fetchall()


def columns_of(one: Tracked) -> list[str]:
    """Return the columns that the table of a history has now, in alphabetical order."""
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [one.table])
        return [row[0] for row in cursor.fetchall()]


def _seal_table(one: Tracked, settle: timedelta, patience: float, block_rows: int) -> int:
    above = _sealed_until(ChainEnd.objects.get(name=one.table))
    until = _settled(one, above, settle, patience)
    sealed = 0
    while above < until and (count := _seal_block(one, until, block_rows)):
        sealed += count
        if count < block_rows:
            break
    return sealed


@transaction.atomic
def _seal_block(one: Tracked, until: int, block_rows: int) -> int:
    end = ChainEnd.objects.select_for_update().get(name=one.table)
    above, columns = _sealed_until(end), columns_of(one)
    found = digests(one, above, until, columns, block_rows)
    if not found:
        return 0
    block = FieldHistoryBlock(
        table=one.table,
        position=end.length + 1,
        from_key=above,
        until_key=found[-1][0] if len(found) == block_rows else until,
        columns=columns,
        digests={str(row): digest for row, digest in found},
    )
    extended = seals.extend(key(), chain_of(one.table), end_of(end), block.sealed_values)
    block.seal = extended.last
    block.save(force_insert=True)
    _store(end, extended)
    return len(found)


def _sealed_until(end: ChainEnd) -> int:
    blocks = FieldHistoryBlock.objects.filter(table=end.name)
    last = blocks.order_by("-position").values_list("until_key", flat=True).first()
    return last or 0


def _settled(one: Tracked, above: int, settle: timedelta, patience: float) -> int:
    """Return the key up to which no row can come any more; `above` where that is not yet known."""
    with connection.cursor() as cursor:
        cursor.execute(_on(HIGHEST, one))
        until = cursor.fetchone()[0]
        begun = time.monotonic()
        waited_for = _writers(cursor, one)
        while waited_for & _writers(cursor, one):
            if time.monotonic() - begun >= patience:
                return above
            time.sleep(POLL_SECONDS)
        values: dict[str, Any] = {"above": above, "until": until, "age": settle}
        cursor.execute(_on(YOUNGEST, one), values)
        return int(cursor.fetchone()[0])


def _writers(cursor: Any, one: Tracked) -> set[str]:
    cursor.execute(WRITERS, [one.table])
    return {row[0] for row in cursor.fetchall()}


def begin_chains() -> None:
    """Begin a chain for each table that has none: first every row's present state is taken down.

    A chain that is missing though it was there is not begun in silence: the seal over all chains
    stays broken, and the verification names it.
    """
    names = set(ChainEnd.objects.exclude(name="").values_list("name", flat=True))
    for one in tracked():
        if one.table not in names:
            _begin(one)


@transaction.atomic
def _begin(one: Tracked) -> None:
    ChainEnd.objects.bulk_create([ChainEnd(name="")], ignore_conflicts=True)
    whole = ChainEnd.objects.select_for_update().get(name="")
    names = set(ChainEnd.objects.exclude(name="").values_list("name", flat=True))
    if one.table in names:
        return
    _take_stock(one)
    ChainEnd.objects.create(name=one.table)
    is_ours = end_of(whole) == (seal_of_names(key(), names) if names else seals.End())
    # Once broken it stays so: a chain begun anew under its old name would else look like the old.
    _store(whole, seal_of_names(key(), names | {one.table}) if is_ours else seals.End())


def _take_stock(one: Tracked) -> None:
    """Write the state of rows that are older than their history."""
    names = {
        "rows": sql.Identifier(one.model._meta.db_table),
        "key": sql.Identifier(str(one.model._meta.pk.column)),
    }
    kept = [
        field.column
        for field in one.model._meta.local_concrete_fields
        if field.column in one.columns
    ]
    columns = sql.SQL(", ").join(map(sql.Identifier, kept))
    values = sql.SQL(", ").join(sql.Identifier("t", column) for column in kept)
    with connection.cursor() as cursor:
        cursor.execute(_on("SELECT EXISTS (SELECT 1 " + UNTOLD + ")", one, **names))
        if cursor.fetchone()[0]:
            # Nobody may change a row between our look at it and its first line.
            cursor.execute(_on("LOCK TABLE {rows} IN SHARE MODE", one, **names))
            cursor.execute(_on(TAKE_STOCK + UNTOLD, one, columns=columns, values=values, **names))


def _store(row: ChainEnd, end: seals.End) -> None:
    row.length, row.last, row.head = end.length, end.last, end.head
    row.save(update_fields=["length", "last", "head"])


def _on(statement: str, one: Tracked, **names: sql.Composable) -> sql.Composed:
    return sql.SQL(statement).format(table=sql.Identifier(one.table), **names)
