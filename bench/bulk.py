"""How many decisions of a bulk job go through one worker in a second."""

import json
import subprocess
import sys

from django.db import connection

from bench.database import ROW, pgbench_tps
from bench.office import BenchOffice
from bench.report import Figure
from bench.throughput import office_address, written_rows

CASES = 160


def measure_bulk_decisions(office: BenchOffice) -> list[Figure]:
    """Grants on all that waits for a signature: foreseen by one job, done by the next.

    Each job runs in one process of its own, as the worker runs it; the baseline is pgbench
    committing as many rows a transaction as a decision writes, from the same number of
    connections: one.
    """
    from workflows import bulk  # noqa: PLC0415 (Django must be set up)

    cases = [office.proposed() for _number in range(CASES)]
    director = office.directors(1)[0]
    selection = bulk.Selection.now("elenco=firma")
    dry_run = bulk.start_dry_run(
        bulk.find("decide"), selection, by=director, count=selection.count(director)
    )
    foreseen = _run(dry_run.pk)
    dry_run.refresh_from_db()
    job = bulk.start_execution(dry_run, by=director)
    before = written_rows()
    done = _run(job.pk)
    if done["outcomes"] != ["done"] or done["rows"] < len(cases):
        raise RuntimeError(f"not every decision was taken: {done}")
    each = max(1, round((written_rows() - before) / done["rows"]))
    connection.close()
    alone = pgbench_tps(office_address(), ROW * each, clients=1)
    print(f"# bulk_decisions_per_s: {done['rows']} decisions, {each} rows written each")
    print(f"# bulk_decisions_per_s: foreseen {foreseen['rows'] / foreseen['seconds']:.0f} rows/s")
    return [Figure("bulk_decisions_per_s", done["rows"] / done["seconds"], "decisions/s", alone)]


def _run(job_id: int) -> dict:
    connection.close()
    command = [sys.executable, "-m", "bench.bulk_job", str(job_id)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])
