"""Long work as its owner sees it: how far it is, and what became of each row."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from workflows.models import BackgroundJob, JobRow
from workflows.paging import walk
from workflows.queries import JOB_KEYS, jobs_of
from workflows.services.jobs import resume_job

ROW_TONES = {
    JobRow.Outcome.DONE: "success",
    JobRow.Outcome.REFUSED: "danger",
    JobRow.Outcome.CHANGED: "warning",
    JobRow.Outcome.FAILED: "danger",
}
JOB_TONES = {
    BackgroundJob.State.WAITING: "neutral",
    BackgroundJob.State.RUNNING: "info",
    BackgroundJob.State.DONE: "success",
    BackgroundJob.State.FAILED: "danger",
}
PROGRESS = {BackgroundJob.State.DONE: "finished", BackgroundJob.State.FAILED: "failed"}


@login_required
@permission_required("workflows.view_jobs", raise_exception=True)
@require_GET
def job_list(request: HttpRequest) -> HttpResponse:
    """Show the jobs the person started, newest first."""
    page = walk(
        jobs_of(request.user),
        JOB_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    return render(request, "workflows/job_list.html", {"page": page, "tones": JOB_TONES})


@login_required
@permission_required("workflows.view_jobs", raise_exception=True)
@require_http_methods(["GET", "POST"])
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a job of the person's own; a POST goes on with one that failed.

    htmx asks for bar and rows alone, every second while the work runs.
    """
    found = get_object_or_404(jobs_of(request.user), pk=pk)
    if request.method == "POST":
        resume_job(found, by=request.user)
        messages.success(request, _("The work goes on from where it stopped."))
        return redirect("workflows:job", pk=pk)
    rows = list(found.rows.all())
    context = {"job": found, "rows": rows, "row_tones": ROW_TONES} | _progress(found, rows)
    template = "workflows/_job_body.html" if request.htmx else "workflows/job.html"
    return render(request, template, context)


def _progress(found: BackgroundJob, rows: list[JobRow]) -> dict[str, object]:
    """Return what `workflows/_job_body.html` shows above the rows."""
    done = sum(row.outcome == JobRow.Outcome.DONE for row in rows)
    made = found.results[0] if found.results else {}
    return {
        "progress": {
            "state": PROGRESS.get(BackgroundJob.State(found.state), "running"),
            "poll_url": reverse("workflows:job", args=[found.pk]),
            "result_url": made.get("url", ""),
            "result_label": made.get("label", ""),
        },
        "done_count": done,
        "left_count": len(rows) - done,
        "waits": found.state == BackgroundJob.State.WAITING,
    }
