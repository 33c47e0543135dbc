"""What each officer has in charge, and handing some of it to a colleague."""

from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from parties.models import User
from workflows import handing, queue_page
from workflows.forms import ManyHandOverForm
from workflows.models import Case
from workflows.paging import walk
from workflows.queries import APPLICANT, QueueFilters, queue, queue_rows
from workflows.tasks import colleagues_for
from workflows.views.tasks import ticked
from workflows.workload import SORTS, Load, loads, sorted_loads

UNPROCESSABLE = 422
# The chart is drawn on so many units of width.
WIDTH = 1000


@login_required
@permission_required("workflows.view_workload", raise_exception=True)
@require_GET
def workload(request: HttpRequest) -> HttpResponse:
    """Show what each officer has in charge, as bars and as a table that sorts."""
    sort = request.GET.get("sort", "")
    known = sort.removeprefix("-") in SORTS
    found = sorted_loads(loads(), sort if known else "-open")
    most = max((load.open for load in found), default=0)
    context = {
        "rows": [_row(load, most) for load in found],
        "total": sum(load.open for load in found),
        "width": WIDTH,
        "may_hand_over": request.user.has_perm("workflows.assign_task"),
    }
    return render(request, "workflows/workload.html", context)


@login_required
@permission_required("workflows.assign_task", raise_exception=True)
@require_http_methods(["GET", "POST"])
def hand_over_many(request: HttpRequest, pk: int) -> HttpResponse:
    """List what an officer has in charge; a POST hands the ticked cases to a colleague, as a job."""
    officer = get_object_or_404(User, pk=pk)
    colleagues = colleagues_for("workflows.take_task").exclude(pk=officer.pk)
    typed = request.POST if request.method == "POST" else None
    form = ManyHandOverForm(typed, colleagues=colleagues)
    cases = _in_charge(request, officer)
    if typed is not None:
        chosen = _ticked(cases, typed.getlist("case"))
        if not chosen:
            form.add_error(None, _("Tick at least one row."))
        if form.is_valid():
            job = handing.start(chosen, by=request.user, **form.cleaned_data)
            return redirect("workflows:job", pk=job.pk)
    rows, keys = queue_rows(cases, sort="term", tab="all")
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = walk(rows, keys, **cursors)
    context = {
        "officer": officer,
        "form": form,
        "page": page,
        "rows": _once(queue_page.show_rows(page.rows, request.user)),
        "ticked": request.POST.getlist("case"),
        "soon_days": queue_page.SOON_DAYS,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workflows/workload_hand_over.html", context, status=status)


def _row(load: Load, most: int) -> dict[str, Any]:
    """Return a load with the places of its bars and the addresses of what it counts."""
    share = WIDTH / most if most else 0
    parts = {name: round(getattr(load, name) * share) for name in ("overdue", "soon", "later")}
    officer = str(load.officer.pk) if load.officer else queue_page.NOBODY
    return {
        "load": load,
        "bars": {
            "overdue": parts["overdue"],
            "soon": parts["soon"],
            "later": parts["later"],
            "soon_at": parts["overdue"],
            "later_at": parts["overdue"] + parts["soon"],
            "waiting": round(load.waiting * share),
        },
        "urls": {
            "open": _queue(officer),
            "overdue": _queue(officer, term="overdue"),
            "soon": _queue(officer, term="week"),
            "waiting": _queue(officer, asked=APPLICANT),
        },
    }


def _queue(officer: str, **filters: str) -> str:
    query = "&".join(f"{name}={value}" for name, value in filters.items())
    address = f"{reverse('workflows:queue')}?tab=all&officer={officer}"
    return f"{address}&{query}" if query else address


def _in_charge(request: HttpRequest, officer: User) -> Any:
    return queue(request.user, QueueFilters(tab="all", officer=officer.pk))


def _ticked(cases: Any, values: list[str]) -> list[int]:
    """Return the cases that were ticked and are still in the officer's charge, in order of filing."""
    chosen = Case.objects.filter(pk__in=ticked(values)).filter(pk__in=cases.values("pk"))
    return list(chosen.order_by("submitted_at", "pk").values_list("pk", flat=True))


def _once(rows: list[queue_page.QueueRow]) -> list[queue_page.QueueRow]:
    """Return each case once, also where two things are asked about it."""
    seen = {row.case: row for row in reversed(rows)}
    return [row for row in rows if seen.get(row.case) is row]
