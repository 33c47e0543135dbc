"""How fast history and protocol are verified, against reading the same rows and doing nothing."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from django.db import connection

from bench.office import BenchOffice
from bench.report import Figure

CASES = 25_000
PROTOCOL_ENTRIES = 50_000
YEAR = 2001
OPEN_CASES = """
INSERT INTO workflows_case (kind, call_id, call_version_id, opened_by_id, status, search, version,
    created_at, history_length, history_last, history_head)
SELECT kind, call_id, call_version_id, opened_by_id, status, '', version, created_at, 0, '', ''
FROM workflows_case, generate_series(1, %s) WHERE id = %s RETURNING id
"""
ENDS = """
UPDATE workflows_case c SET history_length = e.length, history_last = e.last, history_head = e.head
FROM bench_ends e WHERE e.id = c.id
"""


def measure_verify_history(office: BenchOffice) -> list[Figure]:
    """Verify the history of 25,000 cases and a register of 50,000 entries, in one process."""
    from bench.seeds import clear  # noqa: PLC0415 (Django must be set up)
    from workflows.verification import Verification  # noqa: PLC0415

    _fill(office)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    bare = _per_second(_read)

    def verify() -> int:
        verification = Verification(("history", "protocol"))
        flaws = list(verification.findings())
        if flaws:
            raise RuntimeError(flaws[0].sentence)
        return verification.seen

    verified = _per_second(verify)
    # What is measured next has rows of its own.
    clear()
    return [Figure("verify_history_rows_per_s", verified, "rows/s", bare)]


def _per_second(work: Callable[[], int]) -> float:
    """Return rows per second of the second of two goes: the first one warms the cache."""
    for _go in range(2):
        begun = time.perf_counter()
        rows = work()
        seconds = time.perf_counter() - begun
    return rows / seconds


def _read() -> int:
    """Read the same pages in the same way."""
    from workflows.verification import cases, protocol  # noqa: PLC0415

    total = above = 0
    while rows := cases.read(cases.PAGE, {"above": above, "since": None, "cases": cases.CASES}):
        total, above = total + len(rows), rows[-1][0]
    for body, year, _name, until, *_end in protocol.read(protocol.REGISTERS, {"year": 0}):
        above = 0
        values = {"body": body, "year": year, "until": until, "rows": protocol.ROWS}
        while rows := protocol.read(protocol.PAGE, values | {"above": above}):
            total, above = total + len(rows), rows[-1][3]
    return total


def _fill(office: BenchOffice) -> None:
    """Write sealed rows as a granted case left them, each with a chain of its own."""
    granted = office.office.granted()
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(OPEN_CASES, [CASES, granted.pk])
        keys = [row[0] for row in cursor.fetchall()]
    _write_history(keys, list(granted.history.order_by("position")))
    _write_protocol(granted.protocol_entries.order_by("number").first())


def _write_history(cases: list[int], entries: list[Any]) -> None:
    from workflows.models import HistoryEntry  # noqa: PLC0415

    ends: list[tuple[Any, ...]] = []
    sealed = [(entry.sealed_values, _stored(entry, "outcomes", "changes")) for entry in entries]

    def rows() -> Iterator[HistoryEntry]:
        for case in cases:
            end = _seals().End()
            for covered, long in sealed:
                values = covered | {"case_id": case}
                end = _seals().extend(_key(), f"case {case}", end, values)
                yield HistoryEntry(**(values | long), seal=end.last)
            ends.append((case, end.length, end.last, end.head))

    _write(HistoryEntry, rows())
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE bench_ends (id bigint, length int, last text, head text)")
        with cursor.copy("COPY bench_ends FROM STDIN") as copy:
            for end in ends:
                copy.write_row(end)
        cursor.execute(ENDS)


def _write_protocol(entry: Any) -> None:
    from workflows.models import ProtocolCounter, ProtocolEntry  # noqa: PLC0415

    end = _seals().End()
    covered, long = entry.sealed_values, _stored(entry, "digests")

    def rows() -> Iterator[ProtocolEntry]:
        nonlocal end
        for number in range(1, PROTOCOL_ENTRIES + 1):
            values = covered | {
                "year": YEAR,
                "number": number,
                "registered_at": entry.registered_at + timedelta(seconds=number),
            }
            end = _seals().extend(_key(), f"protocol {entry.body_id} {YEAR}", end, values)
            yield ProtocolEntry(**(values | long), seal=end.last)

    _write(ProtocolEntry, rows())
    ProtocolCounter.objects.create(
        body_id=entry.body_id,
        year=YEAR,
        last_number=end.length,
        last_seal=end.last,
        head=end.head,
    )


def _stored(entry: Any, *names: str) -> dict[str, Any]:
    """Return what is stored where the seal covers a fingerprint."""
    return {name: getattr(entry, name) for name in names}


def _write(model: Any, rows: Iterator[Any]) -> None:
    while portion := list(islice(rows, 2000)):
        model.objects.bulk_create(portion)


def _seals() -> Any:
    from workflows import seals  # noqa: PLC0415

    return seals


def _key() -> bytes:
    from workflows.services.sealing import key  # noqa: PLC0415

    return key()
