"""Acting on all that a list holds: choosing, starting what was foreseen, taking it back."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workflows import bulk, queue_page
from workflows.bulk.form import BulkForm
from workflows.models import BackgroundJob
from workflows.queries import jobs_of
from workflows.views.jobs import job_page

UNPROCESSABLE = 422


@login_required
@permission_required("workflows.take_task", raise_exception=True)
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Ask what to do to all that a list holds; a POST starts the dry run.

    A POST without a form comes from the ticks of a list: it leads to an address for them.
    """
    if request.method != "POST":
        return _ask(request, bulk.Selection.of_page(request.GET))
    if "count" not in request.POST:
        return _to_ticks(request.POST)
    query = QueryDict(request.POST.get("query", "")[:6000])
    form = BulkForm(request.POST, actions=bulk.actions_for(request.user, _of(query)))
    if not form.is_valid():
        return _ask(request, bulk.Selection.of_page(query), form)
    typed = form.cleaned_data
    job = bulk.start_dry_run(
        bulk.find(typed["action"]),
        bulk.Selection(typed["query"], typed["at"]),
        by=request.user,
        count=typed["count"],
        key=typed["key"],
        **form.chosen(),
    )
    return redirect("workflows:job", pk=job.pk)


@login_required
@permission_required("workflows.take_task", raise_exception=True)
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what a dry run foresaw; from many rows on their number must be typed."""
    dry_run = _own(request, pk, bulk.DRY_RUN)
    possible = dry_run.rows.filter(outcome="foreseen").count()
    typed = request.POST.get("number", "").strip()
    if possible >= settings.BULK_TYPED_FROM and typed != str(possible):
        wrong = _("Type {number} to confirm.").format(number=possible)
        return job_page(request, dry_run, status=UNPROCESSABLE, typed_number=typed, wrong=wrong)
    try:
        job = bulk.start_execution(dry_run, by=request.user)
    except bulk.NotStarted as refused:
        messages.error(request, str(refused))
        return redirect("workflows:job", pk=pk)
    return redirect("workflows:job", pk=job.pk)


@login_required
@permission_required("workflows.take_task", raise_exception=True)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was done, while that is possible."""
    done = _own(request, pk, bulk.EXECUTION, bulk.TAKE)
    try:
        job = bulk.start_undo(done, by=request.user)
    except bulk.NotStarted as refused:
        messages.error(request, str(refused))
        return redirect("workflows:job", pk=pk)
    return redirect("workflows:job", pk=job.pk)


def _own(request: HttpRequest, pk: int, *kinds: str) -> BackgroundJob:
    return get_object_or_404(jobs_of(request.user).filter(kind__in=kinds), pk=pk)


def _to_ticks(typed: QueryDict) -> HttpResponse:
    query = QueryDict(mutable=True)
    other = bulk.lists.find(typed.get("elenco", ""))
    tick = other.tick if other is not None else "task"
    if other is not None:
        query["elenco"], query["action"] = other.code, typed.get("action", "")
    query.setlist(tick, typed.getlist(tick)[: bulk.MOST_ROWS])
    return redirect(f"{reverse('workflows:bulk_choose')}?{query.urlencode()}")


def _ask(
    request: HttpRequest, selection: bulk.Selection, form: BulkForm | None = None
) -> HttpResponse:
    count = selection.count(request.user)
    if not count:
        messages.warning(request, _("There is no row to act on."))
        return redirect(_list_of(selection))
    status = 200 if form is None else UNPROCESSABLE
    form = form or BulkForm(
        initial={
            "query": selection.query,
            "at": selection.at.isoformat(),
            "count": count,
            "key": uuid.uuid4(),
            "action": request.GET.get("action", ""),
        },
        actions=bulk.actions_for(request.user, _of(selection.values)),
    )
    other = selection.other
    context: dict[str, Any] = {
        "form": form,
        "count": count,
        "filters": _filters(selection),
        "is_to_sign": selection.values.get("elenco") == bulk.TO_SIGN,
        "is_ticked": bool(selection.ticks),
        "title": other.title if other is not None else _("Act on many cases"),
        "words": other.words if other is not None else "",
        "tab": queue_page.TAB_LABELS.get(selection.values.get("tab", ""), ""),
        "at": timezone.now(),
        "back_url": _list_of(selection),
    }
    return render(request, "workflows/bulk_choose.html", context, status=status)


def _of(query: QueryDict) -> str:
    """Return the code of the list of something else that a query names; empty for cases."""
    other = bulk.lists.find(query.get("elenco", ""))
    return other.code if other is not None else ""


def _filters(selection: bulk.Selection) -> list[dict[str, str]]:
    if selection.other is not None:
        return selection.other.chips(selection.values)
    return queue_page.chips(queue_page.read_form(selection.values))


def _list_of(selection: bulk.Selection) -> str:
    if selection.values.get("elenco") == bulk.TO_SIGN:
        return reverse("workflows:bulk")
    query = selection.values.copy()
    if selection.other is not None:
        for name in ("elenco", selection.other.tick):
            query.pop(name, None)
        return f"{reverse(selection.other.page)}?{query.urlencode()}"
    query.pop("task", None)
    return f"{reverse('workflows:queue')}?{query.urlencode()}"
