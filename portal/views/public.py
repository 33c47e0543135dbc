"""What a visitor sees without signing in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coworking_registry import presentation
from coworking_registry.queries import directory
from portal import helping, projects, queries
from portal.countdown import call_row
from workflows.paging import walk

ON_HOME = 3
PAGE_SIZE = 20


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
def project_list(request: HttpRequest) -> HttpResponse:
    """List the projects: those that go on, then those that are over, with what they granted."""
    now = timezone.now()
    page = walk(
        projects.projects(),
        projects.PROJECT_KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    shown = [projects.shown(programme, now) for programme in page.rows]
    context = {
        "going_on": [project for project in shown if not project.is_over],
        "over": [project for project in shown if project.is_over],
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return render(request, "portal/projects.html", context)


@require_safe
def help_index(request: HttpRequest) -> HttpResponse:
    """List the topics on which there is help, and how to reach a person."""
    return render(request, "portal/help/index.html", {"topics": helping.TOPICS})


@require_safe
def help_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the help on one topic."""
    if slug not in helping.BY_SLUG:
        raise Http404
    context = {
        "topic": helping.BY_SLUG[slug],
        "others": [topic for topic in helping.TOPICS if topic.slug != slug],
        "width": helping.PICTURE_WIDTH,
        "height": helping.PICTURE_HEIGHT,
    }
    return render(request, "portal/help/topic.html", context)


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
