"""Saved views of the queue: keeping the filters of the moment, renaming, sharing, deleting."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workflows import queue_page, queue_views
from workflows.engine import InputRefused, TransitionRefused
from workflows.forms import SavedViewForm
from workflows.models import SavedView
from workflows.permissions import may_change_view
from workflows.services import saved_views
from workflows.views.queue import usual_columns

UNPROCESSABLE = 422


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_http_methods(["GET", "POST"])
def view_list(request: HttpRequest) -> HttpResponse:
    """List the views the person may open; a POST saves the filters it carries under a name."""
    query = queue_views.kept(
        QueryDict(request.POST.get("query", "")[:4000]), usual_columns(request)
    )
    form = SavedViewForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            view = saved_views.save_view(query=query, by=request.user, **form.inputs())
        except (InputRefused, TransitionRefused) as refused:
            _say(form, refused)
        else:
            words = _("The view “{view}” has been saved: it stands above the queue.")
            messages.success(request, words.format(view=view))
            return redirect(f"{reverse('workflows:queue')}?{view.query}")
    return _page(request, form if request.method == "POST" else None, query)


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_http_methods(["GET", "POST"])
def change_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a view another name, share it, or keep it to its owner."""
    view = _own(request, pk)
    initial = {"name": view.name, "is_shared": view.is_shared}
    form = SavedViewForm(request.POST or None, user=request.user, initial=initial)
    status = 200
    if request.method == "POST":
        if form.is_valid() and _changed(request, view, form):
            return redirect("workflows:views")
        status = UNPROCESSABLE
    return render(
        request, "workflows/view_change.html", {"view": view, "form": form}, status=status
    )


@login_required
@permission_required("workflows.view_queue", raise_exception=True)
@require_POST
def delete_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a view; the cases it showed stay as they are."""
    view = _own(request, pk)
    saved_views.delete_view(view, by=request.user)
    messages.success(request, _("The view “{view}” has been deleted.").format(view=view))
    return redirect("workflows:views")


def _changed(request: HttpRequest, view: SavedView, form: SavedViewForm) -> bool:
    try:
        saved_views.change_view(view, by=request.user, **form.inputs())
    except (InputRefused, TransitionRefused) as refused:
        _say(form, refused)
        return False
    messages.success(request, _("The view “{view}” has been changed.").format(view=view))
    return True


def _say(form: SavedViewForm, refused: InputRefused | TransitionRefused) -> None:
    form.add_error(None, refused.sentence if isinstance(refused, TransitionRefused) else refused)


def _own(request: HttpRequest, pk: int) -> SavedView:
    """Return a view that the person may change; anybody else's does not exist for them."""
    found = queue_views.views_of(request.user)
    changeable = [view.pk for view in found if may_change_view(view, request.user)]
    return get_object_or_404(found.filter(pk__in=changeable), pk=pk)


def _words(query: QueryDict, choices: queue_page.Choices) -> list[str]:
    """Return in words what a view shows: its part of the queue, then its filters."""
    part = queue_page.TAB_LABELS.get(query.get("tab", ""))
    on = queue_page.chips(queue_page.read_form(query, choices), query)
    return [*([str(part)] if part else []), *(chip["label"] for chip in on)]


def _page(request: HttpRequest, form: SavedViewForm | None, query: str) -> HttpResponse:
    choices = queue_page.filter_choices()
    context: dict[str, Any] = {
        "rows": [
            {
                "view": view,
                "url": f"{reverse('workflows:queue')}?{view.query}",
                "filters": _words(QueryDict(view.query), choices),
                "may_change": may_change_view(view, request.user),
            }
            for view in queue_views.views_of(request.user)
        ],
        "form": form,
        "query": query,
    }
    status = 200 if form is None else UNPROCESSABLE
    return render(request, "workflows/views.html", context, status=status)
