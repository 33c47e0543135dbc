"""Quotas that an act of the Region raises: the list, and those of one unit (R-NUM-10)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from internships import permissions, queries
from internships.forms.raises import DropForm, RaiseForm
from internships.models import QuotaRaise, Unit
from internships.services.raises import add_raise, drop_raise
from internships.views.refusing import status_of, words_of
from parties import moment
from workflows.engine import TransitionRefused
from workflows.paging import walk
from workflows.written.access import signed_in

UNPROCESSABLE = 422


@require_safe
@signed_in
def raises(request: HttpRequest) -> HttpResponse:
    """List raised quotas, those that last longest first."""
    if not permissions.may_select(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    page = walk(
        QuotaRaise.objects.select_related("unit__host"),
        queries.BAN_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "rows": page.rows,
        "today": moment.today(),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "internships/office/raises.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the acts that raise the quota of a unit; an officer writes one more down."""
    found = _unit(request, pk)
    form = RaiseForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, found, form)
    user: Any = request.user
    if not permissions.may_raise(found, user):
        raise PermissionDenied
    if not form.is_valid():
        return _page(request, found, form, status=UNPROCESSABLE)
    try:
        add_raise(found, by=user, **form.cleaned_data)
    except TransitionRefused as refused:
        form.add_error(None, words_of(refused))
        return _page(request, found, form, status=status_of(refused))
    messages.success(request, _("The quota of the unit is raised until the day of the act."))
    return redirect("internships:unit", pk)


@require_POST
@signed_in
def drop(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a raise back before its last day."""
    found = _unit(request, pk)
    row = get_object_or_404(QuotaRaise.objects.select_related("unit__host"), pk=number, unit=found)
    if not permissions.may_raise(found, request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    form = DropForm(request.POST)
    if not form.is_valid():
        return _page(request, found, RaiseForm(), dropping=form, status=UNPROCESSABLE)
    user: Any = request.user
    try:
        drop_raise(row, by=user, reason=form.cleaned_data["drop_reason"])
    except TransitionRefused as refused:
        form.add_error(None, words_of(refused))
        return _page(request, found, RaiseForm(), dropping=form, status=status_of(refused))
    messages.success(request, _("The places have been taken back."))
    return redirect("internships:unit", pk)


def _unit(request: HttpRequest, pk: int) -> Unit:
    if not permissions.may_select(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    return get_object_or_404(Unit.objects.select_related("host"), pk=pk)


def _page(
    request: HttpRequest,
    found: Unit,
    form: RaiseForm,
    *,
    dropping: DropForm | None = None,
    status: int = 200,
) -> HttpResponse:
    user: Any = request.user
    rows = list(found.raises.select_related("added_by", "dropped_by"))
    context = {
        "unit": found,
        "rows": rows,
        "current": next((one for one in rows if one.dropped_at is None), None),
        "today": moment.today(),
        "form": form,
        "dropping": dropping or DropForm(),
        "refused": dropping,
        "may_raise": permissions.may_raise(found, user),
    }
    return render(request, "internships/office/unit.html", context, status=status)
