"""A verification as work of the worker: started from a page, read there finding by finding."""

from __future__ import annotations

import time
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from parties.models import User
from workflows import seals
from workflows.models import BackgroundJob, JobRow
from workflows.services import jobs
from workflows.verification import Finding, Verification, fields

KIND = "verify_history"
# With the wrong key nothing holds: a page lists no more than this.
MOST_LISTED = 500
TELL_SECONDS = 1.0


def register() -> None:
    """Make this kind of work known; called once when the site starts."""
    jobs.register_runner(KIND, run)


def start(*, by: User, key: UUID | None = None) -> BackgroundJob:
    """Start a verification of everything."""
    return jobs.start_job(
        kind=KIND, title=_("Verification of the history"), by=by, inputs={}, key=key
    )


def is_running() -> bool:
    """Tell whether one is waiting or under way, whoever started it."""
    return BackgroundJob.objects.filter(kind=KIND, finished_at__isnull=True).exists()


def latest() -> BackgroundJob | None:
    """Return the newest verification with who started it, or None."""
    return BackgroundJob.objects.filter(kind=KIND).select_related("by").order_by("-pk").first()


def run(job: BackgroundJob) -> list[dict[str, Any]]:
    """Look at everything and note what is wrong; one that was killed looks at everything again."""
    job.rows.all().delete()
    verification = Verification(told=_Teller(job))
    for finding in verification.findings():
        if verification.found <= MOST_LISTED:
            _note(job, finding)
    # Rows written meanwhile count too: the bar ends where it says it does.
    jobs.note_progress(job, verification.seen, verification.seen)
    sealed_since = fields.sealed_since()
    figures = {
        "found": verification.found,
        "rows": verification.seen,
        "seconds": round(verification.seconds, 1),
        "sealed_since": sealed_since.isoformat() if sealed_since else "",
    }
    return [{"label": _("What was found"), "url": reverse("workflows:verify")} | figures]


def _note(job: BackgroundJob, finding: Finding) -> None:
    JobRow.objects.create(
        job=job,
        key=sha256(seals.canonical(finding.to_dict())).hexdigest(),
        outcome=JobRow.Outcome.FOUND,
        label=finding.where[:200],
        sentence=finding.sentence,
        data=finding.to_dict(),
    )


class _Teller:
    """Says how far the work is, once a second."""

    def __init__(self, job: BackgroundJob) -> None:
        self._job, self._told_at = job, 0.0

    def __call__(self, seen: int, total: int) -> None:
        if time.monotonic() - self._told_at >= TELL_SECONDS:
            self._told_at = time.monotonic()
            jobs.note_progress(self._job, seen, total)
