"""The history of every case: each entry, its end, and the status that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from workflows import seals
from workflows.kinds import kinds
from workflows.models import Case, HistoryEntry
from workflows.services.sealing import key
from workflows.verification.chain import Link, Trouble, Walk
from workflows.verification.findings import Finding, Seen, of_chain

CASES = 1_000
TABLE = HistoryEntry._meta.db_table
FIRST_STATUS = Case._meta.get_field("status").default
# Instants and fingerprints as `seals` has them, made by the database, which is quicker at it.
PAGE = """
SELECT c.id, c.number, c.status, c.history_length, c.history_last, c.history_head,
    h.id, h.position, h.name, h.source, h.target, h.by_id,
    to_char(h.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'),
    h.reason, encode(sha256(convert_to(h.outcomes::text, 'UTF8')), 'hex'),
    encode(sha256(convert_to(h.changes::text, 'UTF8')), 'hex'), h.seal
FROM (
    SELECT * FROM workflows_case
    WHERE id > %(above)s AND (%(since)s::date IS NULL OR closed_at IS NULL OR closed_at >= %(since)s)
    ORDER BY id LIMIT %(cases)s
) c LEFT JOIN workflows_historyentry h ON h.case_id = c.id
ORDER BY c.id, h.position
"""
ORPHANS = """
SELECT h.case_id, count(*) FROM workflows_historyentry h
WHERE NOT EXISTS (SELECT 1 FROM workflows_case c WHERE c.id = h.case_id)
GROUP BY h.case_id ORDER BY h.case_id
"""


def count() -> int:
    """Return how many rows there are to look at."""
    return HistoryEntry.objects.count()


def walk(seen: Seen, since: date | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the histories; with `since`, of cases open on that day or later."""
    above = 0
    while rows := read(PAGE, {"above": above, "since": since, "cases": CASES}):
        for _case, entries in groupby(rows, itemgetter(0)):
            yield from _case_findings(list(entries))
        seen(len(rows))
        above = rows[-1][0]
    for case, entries in read(ORPHANS, {}):
        where = _("History of the case with key {key}").format(key=case)
        sentence = _(
            "{where}: the case itself has been removed, its {number} rows are left ({table})."
        ).format(where=where, number=entries, table=Case._meta.db_table)
        yield Finding(Trouble.MISSING, where, Case._meta.db_table, None, sentence, case=case)


def _case_findings(rows: list[tuple[Any, ...]]) -> Iterator[Finding]:
    case, _number, status, *end = rows[0][:6]
    chain = Walk(key(), f"case {case}", seals.End(*end))
    entries = [row for row in rows if row[6] is not None]
    whole = True
    for flaw in chain.flaws(_link(row) for row in entries):
        yield of_chain(flaw, _where(rows[0]), TABLE, length=end[0], case=case)
        whole = whole and not flaw.cuts_the_end(end[0])
    if entries and entries[0][7] == 1 and entries[0][9] != FIRST_STATUS:
        yield _begins_late(_where(rows[0]), case, entries[0])
    reached = entries[-1][10] if entries else FIRST_STATUS
    # Where the last entries are missing, nobody can say what they led to.
    if whole and status != reached:
        yield _strays(_where(rows[0]), case, status, reached)


def _where(row: tuple[Any, ...]) -> str:
    return _("History of case {case}").format(case=row[1] or row[0])


def _link(row: tuple[Any, ...]) -> Link:
    values = {
        "case_id": row[0],
        "position": row[7],
        "name": row[8],
        "source": row[9],
        "target": row[10],
        "by_id": row[11],
        "at": row[12],
        "reason": row[13],
        "outcomes": row[14],
        "changes": row[15],
    }
    return Link(row[6], row[7], row[16], values)


def _begins_late(where: str, case: int, entry: tuple[Any, ...]) -> Finding:
    sentence = _(
        "{where}: it does not begin at the beginning, but from status “{status}”: what came before has been removed ({table}, key {key})."
    ).format(where=where, status=_in_words(entry[9]), table=TABLE, key=entry[6])
    return Finding(Trouble.BEGINNING, where, TABLE, entry[6], sentence, 1, case)


def _strays(where: str, case: int, status: str, reached: str) -> Finding:
    table = Case._meta.db_table
    sentence = _(
        "{where}: the case is now “{status}”, but its history leads to “{reached}” ({table}, key {key})."
    ).format(
        where=where,
        status=_in_words(status),
        reached=_in_words(reached),
        table=table,
        key=case,
    )
    return Finding(Trouble.STATUS, where, table, case, sentence, case=case)


def _in_words(status: str) -> str:
    """Return a status in the reader's words, as the first kind of case has them that knows it."""
    return str(next((kind.statuses[status] for kind in kinds() if status in kind.statuses), status))


def read(statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return the rows that a statement finds."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
