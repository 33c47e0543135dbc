"""How fast the queue is under saved views, which may filter by several things at once."""

import time

from django.urls import reverse

from bench.office import BenchOffice
from bench.report import Figure, p95
from bench.server import Visitor, web_server

WARM, VISITS = 3, 40


def measure_queue_views(office: BenchOffice) -> list[Figure]:
    """Open ten saved views over 100,000 cases and 300,000 tasks; the figure is the slowest view's.

    The baseline is the plainest page of the site, from the same server.
    """
    from workflows.models import SavedView  # noqa: PLC0415 (Django must be set up)

    office.fill_queue()
    views = [
        SavedView.objects.create(owner=office.officer, name=name, query=query)
        for name, query in _views(office).items()
    ]
    queue = reverse("workflows:queue")
    with web_server() as port:
        visitor = Visitor(port, office.officer)
        bare = _p95(visitor, reverse("portal:legal"))
        slowest = 0.0
        for view in views:
            found = _p95(visitor, f"{queue}?{view.query}")
            print(f"# queue_filter_p95_ms: {found:.0f} ms {view.name} ({view.query})")
            slowest = max(slowest, found)
    return [Figure("queue_filter_p95_ms", slowest, "ms", bare)]


def _views(office: BenchOffice) -> dict[str, str]:
    """Return ten views by name: each filter alone or with others, wide and narrow ones."""
    colleague, label = office.colleagues[0].pk, office.labels[0].pk
    call = office.office.call.code
    return {
        "Mine, late": "tab=mine&term=overdue",
        "Free, of one call": f"tab=nobody&call={call}&sort=filed",
        "A colleague's examinations": f"tab=all&status=under_examination&officer={colleague}",
        "To examine this week, large first": "tab=all&asked=rent_contribution.examine&term=week"
        "&sort=-amount",
        "One name in ten": "tab=all&q=nome4",
        "Large amounts": "tab=all&amount_from=1000&amount_to=1200&sort=-amount",
        "With a label": f"tab=all&label={label}&sort=filed",
        "Closed, of one call, small": f"tab=closed&call={call}&amount_to=400&sort=amount",
        "Applicant asked, soon due, one name in ten": f"tab=all&call={call}&asked=applicant"
        "&term=month&q=cognome1",
        "In nobody's charge, with a label, late": f"tab=nobody&officer=none&label={label}"
        "&term=overdue&amount_from=300",
    }


def _p95(visitor: Visitor, path: str) -> float:
    for _visit in range(WARM):
        visitor.get(path)
    return p95([_time(visitor, path) for _visit in range(VISITS)])


def _time(visitor: Visitor, path: str) -> float:
    begun = time.perf_counter()
    visitor.get(path)
    return time.perf_counter() - begun
