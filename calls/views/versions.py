"""Later versions of a published call: beginning one, seeing what it changes, bringing it out."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from calls import checks, kinds, services
from calls.engine import CallRefused
from calls.forms.calls import PublishVersionForm, VersionForm
from calls.models import Call, CallVersion
from calls.permissions import may_publish
from calls.rules.faults import Fault, blocking
from calls.services import copies, publishing
from calls.views.acts import seen_of
from calls.views.shown import (
    CONFLICT,
    UNPROCESSABLE,
    for_designers,
    for_office,
    refuse,
    shell,
    told,
    with_call,
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_designers
@with_call
def begin(request: HttpRequest, call: Call) -> HttpResponse:
    """Begin a later version, a copy of the present one, with the reason why."""
    form = VersionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            copies.begin_version(call, by=request.user, **form.cleaned_data)
        except CallRefused as refused:
            refuse(form, refused)
        else:
            messages.success(
                request, _("A new version has begun. Nobody sees it until it is published.")
            )
            return redirect("calls:setup", call.code)
    context = shell(request, call) | {"form": form, "filings": kinds.filings(call)}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "calls/begin_version.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_office
@with_call
def publish(request: HttpRequest, call: Call) -> HttpResponse:
    """Show what the version being set up changes and what stands against it, or bring it out."""
    if not may_publish(call, request.user):
        raise PermissionDenied
    version = call.draft_version if call.is_published else None
    if version is None:
        raise Http404
    is_post = request.method == "POST"
    form = PublishVersionForm(request.POST if is_post else None, call=call)
    if not is_post:
        return _show(request, call, version, form)
    if request.POST.get("seen") != seen_of(call):
        form.add_error(None, _("Somebody else has changed this meanwhile."))
        return _show(request, call, version, form, status=CONFLICT)
    if not form.is_valid():
        return _show(request, call, version, form, status=UNPROCESSABLE)
    try:
        services.publish_version(version, by=request.user, **form.cleaned_data)
    except CallRefused as refused:
        refuse(form, refused)
        return _show(request, call, version, form, status=UNPROCESSABLE)
    messages.success(request, _("The new version is public; those with drafts are being told."))
    return redirect("calls:setup", call.code)


@require_POST
@for_designers
@with_call
def discard(request: HttpRequest, call: Call) -> HttpResponse:
    """Give up the version being set up."""
    version = call.draft_version
    if version is None:
        raise Http404
    try:
        copies.discard(version, by=request.user)
    except CallRefused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("The version has been given up."))
    return redirect("calls:setup", call.code)


def _show(
    request: HttpRequest, call: Call, version: CallVersion, form: Any, *, status: int = 200
) -> HttpResponse:
    against = _against(call, version)
    removed = set(publishing.removed(call, version))
    context = shell(request, call) | {
        "form": form,
        "seen": seen_of(call),
        "changes": publishing.what_changes(call, version),
        "removed": [
            one.title for one in call.current_version.questions.all() if one.code in removed
        ],
        "against": told(blocking(against)),
        "advice": told([fault for fault in against if fault.is_advice]),
        "drafts": kinds.drafts(call),
        "filings": kinds.filings(call),
    }
    return render(request, "calls/publish_version.html", context, status=status)


def _against(call: Call, version: CallVersion) -> list[Fault]:
    """Return what stands against the version itself; a later closing is asked for in the form."""
    versions = publishing.version_faults(call, version)
    return [
        *(fault for fault in versions if fault.item != "closes_at"),
        *checks.faults_of(call, version),
    ]
