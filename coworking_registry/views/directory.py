"""The public directory of coworking spaces, on our pages and within those of others."""

from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from coworking_registry import presentation, queries
from coworking_registry.dependants import dependants_of
from coworking_registry.forms.directory import DirectoryForm
from coworking_registry.models import SpaceClass, SpaceInterest
from coworking_registry.permissions import may_apply
from workflows.paging import walk

PAGE_SIZE = 24
TO_COME = (SpaceClass.DEVELOPING, SpaceClass.INTERESTED)


@require_safe
def space_list(request: HttpRequest) -> HttpResponse:
    """List the spaces of the register, narrowed by the filters in the address."""
    now = timezone.localtime()
    form = DirectoryForm(request.GET, day=now.date())
    kept = form.kept()
    classed = kept.get("classed", "")
    spaces = queries.directory(now, kept)
    if classed in TO_COME:
        spaces = spaces.none()
    page = walk(
        spaces,
        queries.DIRECTORY_KEYS,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    context = {
        "form": form,
        "active_filters": form.chips(),
        "clear_url": request.path,
        "total": spaces.count(),
        "previous_cursor": page.previous,
        "next_cursor": page.next,
        "entries": [presentation.entry(space, now) for space in page.rows],
        "map": presentation.map_of(form.kept()),
        "to_come": _to_come(kept, classed),
        "may_wish": not request.user.is_authenticated or may_apply(request.user),
    }
    return render(request, "coworking_registry/space_list.html", context)


def _to_come(kept: dict[str, Any], classed: str) -> list[SpaceInterest]:
    """Return what may become a space, where nothing else than its class is asked for."""
    if kept.keys() - {"classed"} or classed == SpaceClass.QUALIFIED:
        return []
    return list(queries.to_come(classed)[:PAGE_SIZE])


@require_safe
@xframe_options_exempt
@csp_update({"frame-ancestors": settings.EMBED_SITES})
def embedded(request: HttpRequest) -> HttpResponse:
    """List the spaces for a frame of somebody else's page: no cookie, no form, nobody signed in.

    It takes the filters of the directory, and leads to it in a window of its own.
    """
    now = timezone.localtime()
    kept = DirectoryForm(request.GET, day=now.date()).kept()
    spaces = queries.directory(now, kept).order_by("name", "id")
    context = {
        "total": spaces.count(),
        "entries": [presentation.entry(space, now) for space in spaces[:PAGE_SIZE]],
        "map": presentation.map_of(kept),
        "query": request.GET.urlencode(),
    }
    # Drawn without the request, so that no page of ours gives a visitor of theirs a cookie.
    return HttpResponse(render_to_string("coworking_registry/embedded.html", context))


@require_safe
def space_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one space; its whole history in the register is for the office."""
    now = timezone.localtime()
    space = get_object_or_404(queries.known_to(request.user), slug=slug)
    shows_history = request.user.has_perm("coworking_registry.view_history")
    shows_dependants = request.user.has_perm("workflows.view_all_cases")
    context = {
        "space": space,
        "standing": presentation.standing_on(space, now.date()),
        "opening": presentation.opening_at(space, now),
        "prices": presentation.price_rows(presentation.prices_on(space, now.date())),
        "week": presentation.week(space),
        "photos": list(space.photos.all()),
        "may_keep_photos": request.user.has_perm("coworking_registry.keep_photos"),
        "history": list(space.qualifications.all()) if shows_history else [],
        "shows_history": shows_history,
        "dependants": dependants_of(space, now.date(), request.user) if shows_dependants else [],
        "shows_dependants": shows_dependants,
    }
    return render(request, "coworking_registry/space_page.html", context)
