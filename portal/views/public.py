"""What a visitor sees without signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coworking_registry import presentation
from coworking_registry.queries import directory
from portal import queries
from portal.countdown import call_row

ON_HOME = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say what Sportello is, which calls are open, how it works and which spaces there are."""
    now = timezone.now()
    spaces = directory(timezone.localtime(now), {})
    context = {
        "calls": [call_row(call, now) for call in queries.in_phase("open", now)[:ON_HOME]],
        "coming": [call_row(call, now) for call in queries.in_phase("future", now)[:ON_HOME]],
        "space_count": spaces.count(),
        "spaces": [
            presentation.entry(space, timezone.localtime(now))
            for space in spaces.order_by("name", "id")[:ON_HOME]
        ],
    }
    return render(request, "portal/home.html", context)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Show the notice on the processing of personal data."""
    return render(request, "portal/pages/privacy.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement."""
    return render(request, "portal/pages/accessibility.html")


@require_safe
def legal(request: HttpRequest) -> HttpResponse:
    """Show the legal notes."""
    return render(request, "portal/pages/legal.html")
