"""The office's calendar of interviews of a call."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from calls.models import Call, CallKind
from internships import permissions, queries
from internships.forms.interviews import SlotForm
from internships.models import Candidacy, CandidacyStatus, Interview, Slot
from internships.services import candidates as services
from workflows.engine import TransitionRefused
from workflows.written.access import signed_in

UNPROCESSABLE = 422


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
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The time has been added."))
            return redirect("internships:interviews", call.code)
    waiting = Candidacy.objects.filter(call=call, status=CandidacyStatus.ADMITTED)
    context = {
        "call": call,
        "form": form,
        "slots": [_slot(one) for one in queries.slots_of(call)],
        "waiting": waiting.count(),
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
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("The time has been removed."))
    return redirect("internships:interviews", call.code)


def office_call(request: HttpRequest, code: str) -> Call:
    """Return a published call for internships, for whoever examines or decides."""
    user = request.user
    if not (user.has_perm(permissions.EXAMINE) or user.has_perm(permissions.DECIDE)):
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
