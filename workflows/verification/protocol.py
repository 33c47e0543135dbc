"""The protocol register of every body and year, what points at it, and what was printed of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.utils.translation import gettext as _
from psycopg import sql

from workflows import seals
from workflows.models import DailyRegister, ProtocolEntry
from workflows.services.sealing import key
from workflows.verification.chain import Link, Trouble, Walk
from workflows.verification.findings import Finding, Seen, of_chain

ROWS = 2_000
TABLE = ProtocolEntry._meta.db_table
# A register whose counter was removed is a register too: its end is then no longer ours.
REGISTERS = """
SELECT r.body_id, r.year, b.name,
    coalesce(n.last_number, 0), coalesce(n.last_seal, ''), coalesce(n.head, '')
FROM (
    SELECT body_id, year FROM workflows_protocolcounter
    UNION SELECT DISTINCT body_id, year FROM workflows_protocolentry
) r
JOIN parties_body b ON b.id = r.body_id
LEFT JOIN workflows_protocolcounter n ON n.body_id = r.body_id AND n.year = r.year
WHERE r.year >= %(year)s ORDER BY r.body_id, r.year
"""
PAGE = """
SELECT id, body_id, year, number,
    to_char(registered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'),
    direction, subject, counterpart, encode(sha256(convert_to(digests::text, 'UTF8')), 'hex'), case_id, by_id, annuls_id, note, seal
FROM workflows_protocolentry
WHERE body_id = %(body)s AND year = %(year)s AND number > %(above)s AND number <= %(until)s
ORDER BY number LIMIT %(rows)s
"""
# Asked in one go, so that an entry registered meanwhile is no surprise.
BEYOND = """
SELECT e.id, e.number FROM workflows_protocolentry e
LEFT JOIN workflows_protocolcounter n ON n.body_id = e.body_id AND n.year = e.year
WHERE e.body_id = %(body)s AND e.year = %(year)s AND e.number > coalesce(n.last_number, 0)
ORDER BY e.number
"""
DANGLING = """
SELECT t.{key}, t.{column} FROM {table} t
WHERE t.{column} IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM workflows_protocolentry e WHERE e.id = t.{column})
ORDER BY 1
"""
ANCHORS = """
SELECT r.id, r.day, r.last_number, e.id FROM workflows_dailyregister r
LEFT JOIN workflows_protocolentry e ON e.body_id = r.body_id
    AND e.year = extract(year FROM r.day) AND e.number = r.last_number
WHERE r.last_number IS NOT NULL AND r.anchor <> '' AND r.anchor IS DISTINCT FROM e.seal
ORDER BY r.day
"""


def count() -> int:
    """Return how many rows there are to look at."""
    return ProtocolEntry.objects.count()


def walk(seen: Seen, since: date | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the registers; with `since`, with those of its year and later."""
    for body, year, name, *end in read(REGISTERS, {"year": since.year if since else 0}):
        where = _("Protocol register {year} of {body}").format(year=year, body=name)
        chain = Walk(key(), f"protocol {body} {year}", seals.End(*end))
        for flaw in chain.flaws(_links(body, year, end[0], seen)):
            yield of_chain(flaw, where, TABLE, length=end[0])
        for row, number in read(BEYOND, {"body": body, "year": year}):
            sentence = _(
                "{where}: row {position} stands behind the end of the register and was not written by the office ({table}, key {key})."
            ).format(where=where, position=number, table=TABLE, key=row)
            yield Finding(Trouble.INSERTED, where, TABLE, row, sentence, number)
    yield from _dangling()
    yield from _anchors()


def _links(body: int, year: int, until: int, seen: Seen) -> Iterator[Link]:
    above = 0
    values = {"body": body, "year": year, "until": until, "rows": ROWS}
    while rows := read(PAGE, values | {"above": above}):
        yield from map(_link, rows)
        seen(len(rows))
        above = rows[-1][3]


def _link(row: tuple[Any, ...]) -> Link:
    values = {
        "body_id": row[1],
        "year": row[2],
        "number": row[3],
        "registered_at": row[4],
        "direction": row[5],
        "subject": row[6],
        "counterpart": row[7],
        "digests": row[8],
        "case_id": row[9],
        "by_id": row[10],
        "annuls_id": row[11],
        "note": row[12],
    }
    return Link(row[0], row[3], row[13], values, "number")


def _dangling() -> Iterator[Finding]:
    """A year may be removed with its counter: what was registered under it still says so."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is ProtocolEntry:
                yield from _pointing(model, field)


def _pointing(model: type[models.Model], field: models.Field[Any, Any]) -> Iterator[Finding]:
    table = model._meta.db_table
    statement = sql.SQL(DANGLING).format(
        key=sql.Identifier(str(model._meta.pk.column)),
        column=sql.Identifier(str(field.column)),
        table=sql.Identifier(table),
    )
    for row, entry in read(statement, {}):
        where = _("Protocol register")
        sentence = _(
            "{where}: the entry with key {entry} has been removed, though the row with key {key} of {table} was registered under it."
        ).format(where=where, entry=entry, key=row, table=table)
        yield Finding(Trouble.DANGLING, where, table, row, sentence)


def _anchors() -> Iterator[Finding]:
    """The printed register of a day says which seal its last entry had."""
    for row, day, number, entry in read(ANCHORS, {}):
        where = _("Daily register of {day}").format(day=f"{day:%d/%m/%Y}")
        table = DailyRegister._meta.db_table
        sentence = _(
            "{where}: number {position} bears another seal than the one that was printed, or is missing ({table}, key {key})."
        ).format(where=where, position=number, table=table, key=row)
        yield Finding(Trouble.ANCHOR, where, TABLE, entry, sentence, number)


def read(statement: Any, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return the rows that a statement finds."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
