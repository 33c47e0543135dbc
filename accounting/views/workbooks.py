"""Workbooks: asked for, followed while they are written, downloaded as they were kept."""

import logging
from pathlib import Path

from django.contrib.auth.decorators import login_required, permission_required
from django.db.models import BigIntegerField
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from accounting import queries
from accounting import workbooks as registry
from accounting.forms import WorkbookForm
from accounting.services import workbooks as services
from accounting.services.columns import choices_of
from workflows.models import BackgroundJob
from workflows.paging import Key, walk
from workflows.uploads import safe_response

logger = logging.getLogger(__name__)

KEYS = (Key("id", BigIntegerField()),)
CONTENT_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv; charset=utf-8",
}


@login_required
@permission_required("accounting.download_workbook", raise_exception=True)
@require_GET
def workbooks(request: HttpRequest) -> HttpResponse:
    """Show the workbooks that were kept and, to who may make one, the form."""
    return _list(request, WorkbookForm(initial=request.GET.dict()))


@login_required
@permission_required("accounting.make_workbook", raise_exception=True)
@require_POST
def make_workbook(request: HttpRequest) -> HttpResponse:
    """Start the work, and show how far it is; the same form sent twice starts it once."""
    form = WorkbookForm(request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    chosen = form.cleaned_data
    job = services.request_workbook(
        chosen["kind"],
        chosen["call"],
        by=request.user,
        file_format=chosen["file_format"],
        filters=chosen["filters"],
        key=chosen["key"],
    )
    return redirect("workflows:job", pk=job.pk)


@login_required
@permission_required("accounting.download_workbook", raise_exception=True)
@require_GET
def workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a kept workbook holds, and whether it agrees with the ledger."""
    found = get_object_or_404(queries.workbooks(), pk=pk)
    return render(request, "accounting/workbook.html", {"workbook": found})


@login_required
@permission_required("accounting.download_workbook", raise_exception=True)
@require_GET
def download_workbook(request: HttpRequest, pk: int) -> HttpResponse | FileResponse:
    """Send the bytes that were kept; a file that has changed since is not sent."""
    found = get_object_or_404(queries.workbooks(), pk=pk)
    try:
        file = services.open_kept(found)
    except services.Damaged:
        logger.exception("workbook %s is not the file that was kept", found.pk)
        context = {"workbook": found, "is_damaged": True}
        return render(request, "accounting/workbook.html", context, status=409)
    name = Path(found.file.name)
    return safe_response(
        file, name=name.name, content_type=CONTENT_TYPES[name.suffix], inline=False
    )


def _list(request: HttpRequest, form: WorkbookForm, status: int = 200) -> HttpResponse:
    page = walk(
        queries.workbooks(),
        KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "form": form,
        "kinds": _kinds(request),
        "may_make": request.user.has_perm("accounting.make_workbook"),
        "running": BackgroundJob.objects.filter(
            kind=services.JOB_KIND, by=request.user, finished_at__isnull=True
        ),
        "workbooks": page.rows,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "accounting/workbooks.html", context, status=status)


def _kinds(request: HttpRequest) -> list[dict[str, object]]:
    """Return every kind with how many of its columns the reader has chosen."""
    chosen = choices_of(request.user)
    return [
        {"kind": kind, "columns": len(kind.columns), "chosen": len(chosen.get(kind.code, []))}
        for kind in registry.kinds()
    ]
