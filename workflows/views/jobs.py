"""Long work as its owner sees it: how far it is, and what became of each row."""

import math
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from workflows import bulk
from workflows.bulk import results
from workflows.models import BackgroundJob, JobRow
from workflows.paging import walk
from workflows.queries import JOB_KEYS, jobs_of
from workflows.services.jobs import resume_job

ROW_TONES = {
    JobRow.Outcome.DONE: "success",
    JobRow.Outcome.REFUSED: "danger",
    JobRow.Outcome.CHANGED: "warning",
    JobRow.Outcome.FAILED: "danger",
    JobRow.Outcome.FORESEEN: "success",
    JobRow.Outcome.UNDONE: "success",
}
JOB_TONES = {
    BackgroundJob.State.WAITING: "neutral",
    BackgroundJob.State.RUNNING: "info",
    BackgroundJob.State.DONE: "success",
    BackgroundJob.State.FAILED: "danger",
}
PROGRESS = {BackgroundJob.State.DONE: "finished", BackgroundJob.State.FAILED: "failed"}
WELL_ENDED = {JobRow.Outcome.DONE, JobRow.Outcome.FORESEEN, JobRow.Outcome.UNDONE}


@login_required
@permission_required("workflows.view_jobs", raise_exception=True)
@require_GET
def job_list(request: HttpRequest) -> HttpResponse:
    """Show the jobs the person started, newest first."""
    page = walk(
        jobs_of(request.user).defer("inputs"),
        JOB_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {"page": page, "tones": JOB_TONES, "now": timezone.now()}
    return render(request, "workflows/job_list.html", context)


@login_required
@permission_required("workflows.view_jobs", raise_exception=True)
@require_http_methods(["GET", "POST"])
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a job of the person's own; a POST goes on with one that failed.

    htmx asks for bar and rows alone, every second while the work runs.
    """
    found = get_object_or_404(jobs_of(request.user).select_related("follows"), pk=pk)
    if request.method == "POST":
        resume_job(found, by=request.user)
        messages.success(request, _("The work goes on from where it stopped."))
        return redirect("workflows:job", pk=pk)
    return job_page(request, found)


@login_required
@permission_required("workflows.view_jobs", raise_exception=True)
@require_GET
def job_file(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Send what became of every row of a job as a file, however many they are."""
    found = get_object_or_404(jobs_of(request.user), pk=pk)
    response = StreamingHttpResponse(
        results.file_lines(found.rows.all()), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="lavoro-{found.pk}.csv"'
    return response


def job_page(
    request: HttpRequest, found: BackgroundJob, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """Draw a job: its progress, its rows one page at a time, and what can be done with it."""
    counts = results.outcomes(found)
    outcome = request.GET.get("esito", "")
    outcome = outcome if outcome in counts else ""
    rows = found.rows.filter(outcome=outcome) if outcome else found.rows.all()
    page = walk(
        rows,
        JOB_KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "job": found,
        "page": page,
        "row_tones": ROW_TONES,
        "tabs": _tabs(found, counts, outcome),
        "address": reverse("workflows:job", args=[found.pk]),
        "has_money": any("amount" in row.data or "left" in row.data for row in page.rows),
    }
    context |= _progress(request, found, counts) | _steps(found, counts) | extra
    template = "workflows/_job_body.html" if request.htmx else "workflows/job.html"
    return render(request, template, context, status=status)


def _tabs(found: BackgroundJob, counts: dict[str, int], outcome: str) -> list[dict[str, Any]]:
    """Return the outcomes to look at one by one; none where there is one alone."""
    if len(counts) < 2:  # noqa: PLR2004 (one outcome needs no choice)
        return []
    address = reverse("workflows:job", args=[found.pk])
    every = {
        "label": _("All"),
        "url": address,
        "count": sum(counts.values()),
        "current": not outcome,
    }
    return [every] + [
        {
            "label": JobRow.Outcome(name).label,
            "url": f"{address}?esito={name}",
            "count": number,
            "current": name == outcome,
        }
        for name, number in counts.items()
    ]


def _progress(request: HttpRequest, found: BackgroundJob, counts: dict[str, int]) -> dict[str, Any]:
    """Return what `workflows/_job_body.html` shows above the rows."""
    well = sum(number for outcome, number in counts.items() if outcome in WELL_ENDED)
    made = found.results[0] if found.results else {}
    return {
        "progress": {
            "state": PROGRESS.get(BackgroundJob.State(found.state), "running"),
            "poll_url": reverse("workflows:job", args=[found.pk]),
            "result_url": made.get("url", ""),
            "result_label": made.get("label", ""),
        },
        "done_count": well,
        "left_count": sum(counts.values()) - well,
        "waits": found.state == BackgroundJob.State.WAITING,
        "query": request.GET.urlencode(),
    }


def _steps(found: BackgroundJob, counts: dict[str, int]) -> dict[str, Any]:
    """Return what comes before and after this job: forecast, execution, taking back."""
    is_dry = found.kind == bulk.DRY_RUN
    is_bulk = found.kind in {bulk.EXECUTION, bulk.TAKE, bulk.ACTS}
    follower = found.followers.order_by("pk").first()
    possible = counts.get(JobRow.Outcome.FORESEEN, 0)
    sums = results.sums_by_act(found, JobRow.Outcome.FORESEEN if is_dry else JobRow.Outcome.DONE)
    minutes = (found.undo_until - timezone.now()).total_seconds() / 60 if found.undo_until else 0
    return {
        "is_dry": is_dry,
        "is_bulk": is_bulk,
        "is_undo": found.kind == bulk.UNDO,
        "follower": follower,
        "possible": possible,
        "sums": sums if is_dry or found.kind == bulk.EXECUTION else [],
        "sums_hold_money": any(one["total"] is not None for one in sums),
        "action": bulk.find(found.inputs.get("action", "")),
        "confirmed": found.inputs.get("count"),
        "must_type": possible >= settings.BULK_TYPED_FROM,
        "typed_number": "",
        "wrong": "",
        "can_undo": bulk.can_be_undone(found),
        "undo_minutes": max(0, math.ceil(minutes)),
    }
