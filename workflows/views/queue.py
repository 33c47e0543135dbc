"""The work queue: what is asked of me, of nobody yet, of all of us."""

from dataclasses import replace

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from workflows import queue_page
from workflows.paging import capped, walk
from workflows.queries import TABS, queue, queue_rows
from workflows.views.tasks import next_page

COUNT_CAP = 1000
COLUMNS_KEY = "queue_columns"


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_GET
def queue_list(request: HttpRequest) -> HttpResponse:
    """Show one tab of the queue, filtered and ordered as the address says."""
    form = queue_page.read_form(request.GET)
    filters = queue_page.read_filters(form, request.GET, request.user)
    if filters.tab == "closed":
        queue_page.leave_open_filters(form)
    sort, descending = queue_page.read_sort(request.GET)
    counts = {
        tab: capped(queue(request.user, replace(filters, tab=tab)), COUNT_CAP) for tab in TABS
    }
    rows, keys = queue_rows(queue(request.user, filters), sort=sort, tab=filters.tab)
    page = walk(
        rows,
        keys,
        descending=descending,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    shown = queue_page.show_rows(page.rows, request.user)
    return render(
        request,
        "workflows/queue.html",
        {
            "form": form,
            "filters": filters,
            "active_filters": queue_page.chips(form),
            "tabs": queue_page.tab_links(request.GET, filters.tab, counts, COUNT_CAP),
            "rows": shown,
            "page": page,
            "sort": request.GET.get("sort", ""),
            "count": counts[filters.tab],
            "nobody_count": counts["nobody"],
            "columns": _columns(request),
            "all_columns": queue_page.COLUMNS,
            "soon_days": queue_page.SOON_DAYS,
            "may_take": any(row.may_take for row in shown),
            "may_decide": any(row.may_decide for row in shown),
        },
    )


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_POST
def choose_columns(request: HttpRequest) -> HttpResponse:
    """Keep the person's columns for the session."""
    chosen = request.POST.getlist("column")
    request.session[COLUMNS_KEY] = [name for name in queue_page.COLUMNS if name in chosen]
    return redirect(next_page(request))


def _columns(request: HttpRequest) -> list[str]:
    return request.session.get(COLUMNS_KEY, list(queue_page.USUAL_COLUMNS))
