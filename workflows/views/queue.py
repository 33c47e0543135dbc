"""The work queue: what is asked of me, of nobody yet, of all of us."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from calls.queries import count_unanswered
from workflows import queue_page, queue_views, stale
from workflows.paging import capped_all, walk
from workflows.queries import TABS, absences_about, labels_on, queue, queue_rows
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
    counts = capped_all(
        {tab: queue(request.user, replace(filters, tab=tab)) for tab in TABS}, COUNT_CAP
    )
    rows, keys = queue_rows(queue(request.user, filters), sort=sort, tab=filters.tab)
    page = walk(
        rows,
        keys,
        descending=descending,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    labels = labels_on(row.id for row in page.rows)
    shown = queue_page.show_rows(page.rows, request.user, labels)
    return render(
        request,
        "workflows/queue.html",
        {
            "form": form,
            "filters": filters,
            "active_filters": queue_page.chips(form, request.GET),
            "left_out": queue_page.left_out(form, request.GET),
            "tabs": queue_page.tab_links(request.GET, filters.tab, counts, COUNT_CAP),
            "rows": shown,
            "page": page,
            "sort": request.GET.get("sort", ""),
            "count": counts[filters.tab],
            "nobody_count": counts["nobody"],
            "columns": queue_page.read_columns(request.GET, usual_columns(request)),
            "usual_columns": ",".join(usual_columns(request)),
            "all_columns": queue_page.COLUMNS,
            "soon_days": queue_page.SOON_DAYS,
            "may_take": any(row.may_take for row in shown),
            "may_decide": any(row.may_decide for row in shown),
        }
        | _desk(request),
    )


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_POST
def choose_columns(request: HttpRequest) -> HttpResponse:
    """Keep the person's columns for the session; those of a saved view give way."""
    chosen = [name for name in queue_page.COLUMNS if name in request.POST.getlist("column")]
    if both := _other_columns(request, chosen):
        return _stale_columns(request, chosen, both)
    request.session[COLUMNS_KEY] = chosen
    path, _mark, text = next_page(request).partition("?")
    query = QueryDict(text, mutable=True)
    query.pop("columns", None)
    return redirect(f"{path}?{query.urlencode()}" if query else path)


def _other_columns(request: HttpRequest, chosen: list[str]) -> stale.Both | None:
    """Return both choices where another window has changed the columns since this one was drawn."""
    return stale.conflict(
        request.POST,
        "columns",
        label=_("Columns"),
        now=",".join(usual_columns(request)),
        mine=",".join(chosen),
        words=lambda names: ", ".join(
            str(queue_page.COLUMNS[name]) for name in names.split(",") if name
        ),
    )


def _stale_columns(request: HttpRequest, chosen: list[str], both: stale.Both) -> HttpResponse:
    sentence = _("You have chosen other columns in another window since you opened this one.")
    context = {
        "case": None,
        "title": _("Columns"),
        "changed": stale.Changed(sentence, both=[both]),
        "form": None,
        "kept": {
            "next": request.POST.get("next", ""),
            "was_columns": ",".join(usual_columns(request)),
        },
        "kept_lists": {"column": chosen},
        "address": request.path,
        "submit_label": _("Show those I chose here"),
        "back_url": next_page(request),
    }
    return render(request, "workflows/stale.html", context, status=409)


def usual_columns(request: HttpRequest) -> list[str]:
    """Return the columns that the person chose last."""
    return request.session.get(COLUMNS_KEY, list(queue_page.USUAL_COLUMNS))


def _desk(request: HttpRequest) -> dict[str, Any]:
    """Return what stands round the rows: who covers for whom, what else waits, and the saved views."""
    return {
        "columns_asked": request.GET.get("columns", ""),
        "absences": absences_about(request.user),
        "questions": count_unanswered(request.user),
        "views": queue_views.links(request.user, request.GET),
        "view_query": queue_views.kept(request.GET, usual_columns(request)),
    }
