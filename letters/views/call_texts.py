"""The text of a call: in the office while it is being set up, for everybody once it is public."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from calls import queries
from calls.models import Call, CallVersion
from calls.permissions import VIEW
from letters import pdf
from letters.call_text import call_text
from letters.twin import twin_of


@require_safe
@login_required
@permission_required(VIEW, raise_exception=True)
def text(request: HttpRequest, code: str) -> HttpResponse:
    """Show the text of the version that the designer shows."""
    call = get_object_or_404(queries.with_everything(code))
    version = _shown(call)
    context = {"call": call, "version": version, "twin": twin_of(call_text(call, version), level=1)}
    return render(request, "letters/call_text.html", context)


@require_safe
@login_required
@permission_required(VIEW, raise_exception=True)
def text_file(_request: HttpRequest, code: str) -> HttpResponse:
    """Send the same text as a file."""
    call = get_object_or_404(queries.with_everything(code))
    return _file(call, _shown(call))


@require_safe
def public_file(_request: HttpRequest, code: str) -> HttpResponse:
    """Send the text of the version that is public, to anybody."""
    call = get_object_or_404(queries.with_everything(code), published_at__isnull=False)
    if call.version is None or call.version.frozen_at is None:
        raise Http404
    return _file(call, call.version)


def _shown(call: Call) -> CallVersion:
    return call.draft_version or call.current_version


def _file(call: Call, version: CallVersion) -> HttpResponse:
    name = f"bando-{call.code}-v{version.number}.pdf"
    return HttpResponse(
        pdf.render(call_text(call, version)),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )
