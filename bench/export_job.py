"""Runs one workbook job and says how fast it was and how much memory the process ever held."""

import json
import resource
import sys
import time
from pathlib import Path

import django

django.setup()

from accounting.models import FrozenWorkbook  # noqa: E402 (Django must be set up)
from grants.workbooks.columns import COLUMNS  # noqa: E402
from workflows.services.jobs import run_job  # noqa: E402


def peak_mb() -> float:
    """Return the most memory this program held; Linux's other count includes who started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


begun = time.perf_counter()
run_job(int(sys.argv[1]))
seconds = time.perf_counter() - begun
book = FrozenWorkbook.objects.get(job_id=int(sys.argv[1]))
if not book.agrees:
    raise SystemExit(f"rows {book.total} and ledger {book.ledger_total} differ")
answer = {
    "rows": book.rows,
    "columns": len(COLUMNS),
    "rows_per_s": book.rows / seconds,
    "peak_mb": peak_mb(),
}
print(json.dumps(answer))
