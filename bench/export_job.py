"""Runs one workbook job and says how fast it was and how much memory the process ever held."""

import json
import sys
import time

import django

django.setup()

from accounting.models import FrozenWorkbook  # noqa: E402 (Django must be set up)
from bench.children import peak_mb  # noqa: E402
from grants.workbooks.columns import COLUMNS  # noqa: E402
from workflows.services.jobs import run_job  # noqa: E402

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
