"""The figures of the measures: bars, tables, and the same as files."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from portal.statistics import figures, files
from portal.statistics.tables import Table

FIVE_MINUTES = 300
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Show what the calls have granted, to how many and where, and which spaces there are."""
    now = timezone.localtime()
    context = {
        "tables": figures.tables(now.date()),
        "endings": list(TYPES),
        "least": settings.STATISTICS_LEAST,
        "at": now,
    }
    return render(request, "portal/statistics.html", context)


@require_safe
@cache_control(public=True, max_age=FIVE_MINUTES)
def table_file(_request: HttpRequest, code: str, ending: str) -> HttpResponse:
    """Send one of the tables as a file."""
    if code not in figures.TABLES:
        raise Http404
    return sent(figures.TABLES[code](timezone.localdate()), ending)


def sent(table: Table, ending: str) -> HttpResponse:
    """Return a table as a file of one of `TYPES`; any other ending is not found."""
    if ending not in TYPES:
        raise Http404
    content = files.as_csv(table) if ending == "csv" else files.as_xlsx(table, timezone.localtime())
    response = HttpResponse(content, content_type=TYPES[ending])
    response["Content-Disposition"] = f'attachment; filename="{table.about.code}.{ending}"'
    return response
