"""Runs one job as the worker does, in a process of its own, and says how long that took."""

import json
import sys
import time

import django

django.setup()

from workflows.models import BackgroundJob  # noqa: E402 (Django must be set up)
from workflows.services.jobs import run_job  # noqa: E402

begun = time.perf_counter()
run_job(int(sys.argv[1]))
seconds = time.perf_counter() - begun
job = BackgroundJob.objects.get(pk=int(sys.argv[1]))
if job.state != BackgroundJob.State.DONE:
    raise SystemExit(job.error)
outcomes = list(job.rows.order_by().values_list("outcome", flat=True))
print(json.dumps({"seconds": seconds, "rows": len(outcomes), "outcomes": sorted(set(outcomes))}))
