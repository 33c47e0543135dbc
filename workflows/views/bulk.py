"""Deciding on many cases in one go: what waits for a signature, what would happen, doing it."""

import uuid
from collections.abc import Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from workflows import bulk, queue_page, substitute_page
from workflows.kinds import kinds
from workflows.models import Case
from workflows.paging import capped, walk
from workflows.queries import queue_rows, waiting_for_signature
from workflows.views.tasks import ticked

COUNT_CAP = 1000


@login_required
@permission_required("workflows.take_task", raise_exception=True)
@require_GET
def to_sign(request: HttpRequest) -> HttpResponse:
    """List every act that waits for the person's decision, in order of filing."""
    waiting = waiting_for_signature(request.user)
    rows, keys = queue_rows(waiting, sort="filed", tab="all")
    page = walk(
        rows,
        keys,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    count = capped(waiting, COUNT_CAP)
    context = {
        "rows": queue_page.show_rows(page.rows, request.user),
        "page": page,
        "count": count,
        "shown_count": f"{COUNT_CAP}+" if count > COUNT_CAP else str(count),
        "cap": COUNT_CAP,
        "soon_days": queue_page.SOON_DAYS,
        "asked_of_me": substitute_page.waiting_for(request.user).count(),
    }
    return render(request, "workflows/to_sign.html", context)


@login_required
@permission_required("workflows.take_task", raise_exception=True)
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Show what deciding on the ticked cases would do; a POST with `start` does it as a job."""
    if request.method == "POST":
        return _start(request) if "start" in request.POST else _to_forecast(request.POST)
    cases = _cases(request, request.GET.getlist("task"))
    if not cases:
        messages.warning(request, _("Tick at least one row."))
        return redirect("workflows:bulk")
    foreseen = bulk.foresee(cases, request.user)
    context = {
        "foreseen": foreseen,
        "doable": sum(row.act is not None for row in foreseen),
        "total": sum(row.amount for row in foreseen if row.amount),
        "key": uuid.uuid4(),
    }
    return render(request, "workflows/bulk_confirm.html", context)


def _to_forecast(typed: QueryDict) -> HttpResponse:
    """Lead from the ticks of a list to an address that can be reloaded."""
    query = QueryDict(mutable=True)
    query.setlist("task", [str(number) for number in ticked(typed.getlist("task"))])
    return redirect(f"{reverse('workflows:bulk_confirm')}?{query.urlencode()}")


def _start(request: HttpRequest) -> HttpResponse:
    rows = _rows(request.POST.getlist("row"))
    if not rows:
        messages.warning(request, _("There was nothing to decide among the rows you ticked."))
        return redirect("workflows:bulk")
    try:
        key = uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        key = None
    return redirect("workflows:job", pk=bulk.start_acts(rows, by=request.user, key=key).pk)


def _rows(values: Sequence[str]) -> list[bulk.Row]:
    """Return "case:act:version" as the page wrote it; anything else is dropped."""
    allowed = {name for kind in kinds() for name in kind.bulk_acts}
    rows = []
    for value in values[: bulk.MOST_ROWS]:
        case, _colon, rest = value.partition(":")
        act, _colon, version = rest.partition(":")
        numbers = ticked([case]), ticked([version])
        if act in allowed and all(numbers):
            rows.append(bulk.Row(numbers[0][0], act, numbers[1][0]))
    seen = set(Case.objects.filter(pk__in=[row.case for row in rows]).values_list("pk", flat=True))
    return [row for row in rows if row.case in seen]


def _cases(request: HttpRequest, values: list[str]) -> list[Case]:
    return list(
        waiting_for_signature(request.user)
        .filter(tasks__in=ticked(values))
        .order_by("submitted_at", "pk")
        .distinct()
    )
