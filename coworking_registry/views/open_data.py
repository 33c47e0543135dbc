"""The register as open data, at addresses that stay."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from coworking_registry import open_data, queries
from coworking_registry.forms.directory import DirectoryForm

FIVE_MINUTES = 300
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "geojson": "application/geo+json; charset=utf-8",
}


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """Say which data there are, in which formats, what each column says and under which licence."""
    context = {
        "columns": open_data.COLUMNS,
        "formats": list(TYPES),
        "licence": open_data.LICENCE,
        "licence_url": open_data.LICENCE_URL,
        "embedded_url": settings.SITE_URL + reverse("coworking_registry:embedded"),
    }
    return render(request, "coworking_registry/open_data.html", context)


@require_safe
@cache_control(public=True, max_age=FIVE_MINUTES)
def spaces(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Send the spaces listed now in one of the formats, narrowed by the filters of the directory."""
    if ending not in TYPES:
        raise Http404
    now = timezone.localtime()
    form = DirectoryForm(request.GET, day=now.date())
    found = open_data.rows(queries.directory(now, form.kept()), now.date())
    written = {
        "csv": lambda: open_data.as_csv(found),
        "json": lambda: open_data.as_json(found, now.date()),
        "geojson": lambda: open_data.as_geojson(found, now.date()),
    }[ending]
    return _answer(written, ending)


def _answer(written: Callable, ending: str) -> HttpResponseBase:
    response = StreamingHttpResponse(written(), content_type=TYPES[ending])
    response["Content-Disposition"] = f'inline; filename="spazi.{ending}"'
    response["Link"] = f'<{open_data.LICENCE_URL}>; rel="license"'
    # Other sites may read what everybody may read.
    response["Access-Control-Allow-Origin"] = "*"
    return response
