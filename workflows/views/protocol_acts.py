"""Writing into the protocol by hand: registering a document, annulling an entry (PRT-02, PRT-04)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workflows.engine import Refusal, TransitionRefused
from workflows.models import ProtocolEntry
from workflows.protocol_forms import AnnulmentForm, RegistrationForm
from workflows.protocol_search import keeping_bodies
from workflows.services.annulment import annul_entry, why_not_annulled
from workflows.services.registering import directions_for, register_by_hand
from workflows.uploads import Refused, show_refused_uploads
from workflows.views.protocol import entry_context, find, to_all_of

CONFLICT, UNPROCESSABLE = 409, 422


@login_required
@require_http_methods(["GET", "POST"])
def new_entry(request: HttpRequest) -> HttpResponse:
    """Register a document that came by another way, or an internal one."""
    directions = directions_for(request.user)
    if not directions:
        raise PermissionDenied
    settings = {"by": request.user, "directions": directions, "bodies": keeping_bodies()}
    if request.method == "GET":
        return _registration(request, RegistrationForm(**settings))
    form = RegistrationForm(request.POST, request.FILES, **settings)
    show_refused_uploads(form, request)
    if not form.is_valid():
        return _registration(request, form, UNPROCESSABLE)
    try:
        made = register_by_hand(form.cleaned_data["files"], by=request.user, **form.inputs())
    except Refused as refused:
        form.add_error("files", refused.as_validation_error())
        return _registration(request, form, UNPROCESSABLE)
    except TransitionRefused as refusal:
        form.add_error(None, refusal.sentence)
        return _registration(request, form, UNPROCESSABLE)
    messages.success(request, _("Registered with no. {mark}.").format(mark=made.mark))
    return redirect(made.get_absolute_url())


@login_required
@permission_required("workflows.annul_protocol", raise_exception=True)
@require_http_methods(["GET", "POST"])
def annul(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """Ask why and by which act an entry is annulled, and annul it once."""
    found = find(request, year, number)
    if found is None:
        return to_all_of(year, number)
    if request.method == "GET":
        return _annulment(request, found, AnnulmentForm())
    form = AnnulmentForm(request.POST)
    if not form.is_valid():
        return _annulment(request, found, form, UNPROCESSABLE)
    try:
        made = annul_entry(found, by=request.user, **form.cleaned_data)
    except TransitionRefused as refusal:
        form.add_error(None, refusal.sentence)
        status = UNPROCESSABLE if refusal.why is Refusal.RULE else CONFLICT
        found = find(request, year, number) or found
        return _annulment(request, found, form, status)
    messages.success(
        request, _("Annulled by entry no. {mark}. Both stay readable.").format(mark=made.mark)
    )
    return redirect(found.get_absolute_url())


def _registration(request: HttpRequest, form: RegistrationForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "typed": form.is_bound}
    return render(request, "workflows/protocol/new.html", context, status=status)


def _annulment(
    request: HttpRequest, found: ProtocolEntry, form: AnnulmentForm, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = entry_context(found, request.user)
    context |= {"form": form, "why_not": why_not_annulled(found, by=request.user)}
    return render(request, "workflows/protocol/annul.html", context, status=status)
