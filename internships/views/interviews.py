"""The office's calendar of interviews of a call."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from calls.kinds import office_pages
from calls.models import Call, CallKind
from internships import permissions, queries
from internships.forms.interviews import SlotForm
from internships.models import Candidacy, CandidacyStatus, Interview, Slot
from internships.services import candidates as services
from internships.views.refusing import words_of
from workflows.engine import TransitionRefused
from workflows.paging import walk
from workflows.written.access import signed_in

UNPROCESSABLE = 422


@require_safe
@signed_in
def selections(request: HttpRequest) -> HttpResponse:
    """List the calls whose candidates are interviewed and paired, with what each waits for."""
    if not permissions.may_select(request.user):
        raise PermissionDenied
    page = walk(
        queries.calls_in_selection(),
        queries.CALL_KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "rows": page.rows,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "internships/office/selections.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def interviews(request: HttpRequest, code: str) -> HttpResponse:
    """Show the times of a call with who is called to each, and add one."""
    call = office_call(request, code)
    form = SlotForm(request.POST if request.method == "POST" else None, call=call)
    if request.method == "POST" and form.is_valid():
        try:
            services.add_slot(call, by=request.user, **form.inputs())
        except TransitionRefused as refused:
            form.add_error(None, words_of(refused))
        else:
            messages.success(request, _("The time has been added."))
            return redirect("internships:interviews", call.code)
    waiting = Candidacy.objects.filter(call=call, status=CandidacyStatus.ADMITTED)
    page = walk(
        queries.slots_of(call),
        queries.SLOT_KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "call": call,
        "form": form,
        "slots": [_slot(one) for one in page.rows],
        "waiting": waiting.count(),
        "pages": office_pages(call, request.user),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return render(request, "internships/office/interviews.html", context, status=status)


@require_POST
@signed_in
def remove_slot(request: HttpRequest, code: str, slot: int) -> HttpResponse:
    """Take away a time to which nobody was called."""
    call = office_call(request, code)
    found = get_object_or_404(Slot, pk=slot, call=call)
    try:
        services.remove_slot(found, by=request.user)
    except TransitionRefused as refused:
        messages.error(request, words_of(refused))
    else:
        messages.success(request, _("The time has been removed."))
    return redirect("internships:interviews", call.code)


def office_call(request: HttpRequest, code: str) -> Call:
    """Return a published call for internships, for whoever examines or decides."""
    if not permissions.may_select(request.user):
        raise PermissionDenied
    return get_object_or_404(
        Call.objects.select_related("version", "manager"),
        code=code,
        kind=CallKind.INTERNSHIP,
        published_at__isnull=False,
    )


def _slot(slot: Slot) -> dict[str, Any]:
    left = {Interview.State.MOVED, Interview.State.CANCELLED}
    interviews = list(slot.interviews.all())
    return {
        "slot": slot,
        "interview": next((one for one in interviews if one.state not in left), None),
        "can_go": not interviews,
    }
