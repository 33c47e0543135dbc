"""The grants that the law wants published: a list for each year, and the same as files."""

from django.db.models import BigIntegerField, Count, DateTimeField, Sum
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from calls.models import Call
from coworking_registry.open_data import LICENCE, LICENCE_URL
from grants import publication
from portal import publishing
from workflows.paging import Key, walk

FIVE_MINUTES = 300
PAGE_SIZE = 50
KEYS = (Key("decided_at", DateTimeField()), Key("pk", BigIntegerField()))


@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    """Lead to the latest list, or say that there is none yet."""
    years = publication.years()
    if years:
        return redirect("portal:transparency_year", year=years[0])
    return _unindexed(render(request, "portal/transparency.html", {"years": []}))


@require_safe
def of_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show the list of a year, of all calls or of one, page by page."""
    years = publication.years()
    if year not in years:
        raise Http404
    everything = publication.of_year(year)
    calls = Call.objects.filter(pk__in=everything.order_by().values("call")).order_by("code")
    chosen = calls.filter(code=request.GET.get("bando", "")).first()
    found = publication.of_year(year, chosen)
    page = walk(
        found.select_related("call__manager", "call__procedure_owner", "applicant"),
        KEYS,
        descending=True,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=PAGE_SIZE,
    )
    context = {
        "year": year,
        "years": years,
        "calls": calls,
        "chosen": chosen,
        "lines": publication.lines_of(page.rows),
        "sums": found.aggregate(count=Count("pk"), granted=Sum("granted")),
        "paid": publication.paid_by_ledger(found),
        "endings": list(publishing.TYPES),
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "previous_cursor": page.previous,
        "next_cursor": page.next,
    }
    return _unindexed(render(request, "portal/transparency.html", context))


@require_safe
@cache_control(public=True, max_age=FIVE_MINUTES)
def list_file(_request: HttpRequest, year: int, ending: str) -> HttpResponseBase:
    """Send the whole list of a year as a file of one of the formats."""
    if ending not in publishing.TYPES or year not in publication.years():
        raise Http404
    found = publication.lines(publication.of_year(year))
    response = StreamingHttpResponse(
        publishing.written(ending, year, found, timezone.localdate()),
        content_type=publishing.TYPES[ending],
    )
    response["Content-Disposition"] = f'attachment; filename="concessioni-{year}.{ending}"'
    response["Link"] = f'<{LICENCE_URL}>; rel="license"'
    return _unindexed(response)


def _unindexed(response: HttpResponseBase) -> HttpResponseBase:
    """Keep lists in which persons stand out of search engines (TRA-14)."""
    response["X-Robots-Tag"] = "noindex"
    return response
