"""Runs one workbook job and says how fast it was and how much memory the process ever held."""

import json
import resource
import sys
import time

import django

django.setup()

from accounting.models import FrozenWorkbook  # noqa: E402 (Django must be set up)
from grants.workbooks.columns import COLUMNS  # noqa: E402
from workflows.services.jobs import run_job  # noqa: E402

begun = time.perf_counter()
run_job(int(sys.argv[1]))
seconds = time.perf_counter() - begun
book = FrozenWorkbook.objects.get(job_id=int(sys.argv[1]))
if not book.agrees:
    raise SystemExit(f"rows {book.total} and ledger {book.ledger_total} differ")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
answer = {
    "rows": book.rows,
    "columns": len(COLUMNS),
    "rows_per_s": book.rows / seconds,
    "peak_mb": peak,
}
print(json.dumps(answer))
