"""Expressions of interest: sent by whoever wishes for a space, followed by the office."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coworking_registry import permissions
from coworking_registry.forms.interest import InterestForm
from coworking_registry.models import SpaceInterest
from coworking_registry.services import interests as services
from workflows.engine import TransitionRefused

PAGE_SIZE = 50


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def interest(request: HttpRequest) -> HttpResponse:
    """Take an expression of interest in; show those that the person has sent."""
    if not permissions.may_apply(request.user):
        raise PermissionDenied
    form = InterestForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                sent = services.send_interest(by=request.user, said=form.said())
            except TransitionRefused as refusal:
                form.add_error(None, refusal.sentence)
            else:
                words = _("Received, protocol no. {mark}. We write to you.")
                messages.success(request, words.format(mark=sent.protocol_in.mark))
                return redirect("coworking_registry:interest")
    mine = SpaceInterest.objects.filter(sent_by=request.user).select_related("protocol_in")
    context = {"form": form, "mine": list(mine[:PAGE_SIZE])}
    return render(request, "coworking_registry/interest.html", context, status=status)


@login_required
@permission_required(permissions.EXAMINE, raise_exception=True)
@require_safe
def interests(request: HttpRequest) -> HttpResponse:
    """List what has come in, the newest first."""
    rows = SpaceInterest.objects.select_related("sent_by", "protocol_in")
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("pagina"))
    return render(request, "coworking_registry/office/interests.html", {"page": page})


@login_required
@permission_required(permissions.EXAMINE, raise_exception=True)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Take note of one, accompany it, or end it."""
    found, act = get_object_or_404(SpaceInterest, pk=pk), request.POST.get("act", "")
    try:
        if act == "note":
            services.take_note(found, by=request.user, note=request.POST.get("note", "")[:2000])
        elif act == "follow":
            services.follow_interest(found, by=request.user)
        else:
            services.end_interest(found, by=request.user, outcome=act)
    except TransitionRefused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("Done: {name}.").format(name=found.name))
    return redirect("coworking_registry:interests")
