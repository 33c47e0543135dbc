"""How fast the pages are that officers live in, through the real web server."""

import time
from collections.abc import Iterator
from itertools import repeat

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.office import BenchOffice
from bench.report import Figure, p95
from bench.server import BACKEND, Visitor, web_server

VISITS = 120
WARM_UP = 6
QUEUE_LIMIT = 12


def measure_case_page(office: BenchOffice) -> list[Figure]:
    """Open an officer's case page; the baseline is a page that asks the database for nothing more."""
    case = office.rich_case()
    path = reverse("workflows:office_case", args=[case.pk])
    plain = office.examined()
    slow, bare = _times(office.officer, path)
    return [
        Figure("case_page_p95_ms", p95(slow), "ms", p95(bare)),
        Figure(
            "case_page_queries",
            _queries(office.officer, path),
            "queries",
            _queries(office.officer, reverse("workflows:office_case", args=[plain.pk])),
        ),
    ]


def measure_queue_page(office: BenchOffice) -> list[Figure]:
    """Open the queue's tabs over 100,000 cases; queries are counted for 1 and for 50 rows."""
    office.fill_queue()
    path = reverse("workflows:queue")
    one = f"{path}?tab=all&q={office.single_number()}"
    slow, bare = _times(office.officer, f"{path}?tab=all")
    few, many = _queries(office.officer, one), _queries(office.officer, f"{path}?tab=all")
    if few != many or many > QUEUE_LIMIT:
        raise RuntimeError(f"queue: {few} queries for one row, {many} for fifty")
    return [
        Figure("queue_page_p95_ms", p95(slow), "ms", p95(bare)),
        Figure("queue_page_queries", many, "queries", QUEUE_LIMIT),
    ]


def _times(user, path: str) -> tuple[list[float], list[float]]:
    """Return the seconds of visits to `path`, and of visits to the plainest page of the site."""
    return visits(user, repeat(path))


def visits(user, paths: Iterator[str]) -> tuple[list[float], list[float]]:
    """As for one path: each visit takes the next of `paths`, which never end."""
    plain = reverse("portal:legal")
    with web_server() as port:
        visitor = Visitor(port, user)
        for _warm in range(WARM_UP):
            visitor.get(next(paths))
            visitor.get(plain)
        return [_time(visitor, next(paths)) for _visit in range(VISITS)], [
            _time(visitor, plain) for _visit in range(VISITS)
        ]


def _time(visitor: Visitor, path: str) -> float:
    begun = time.perf_counter()
    visitor.get(path)
    return time.perf_counter() - begun


def _queries(user, path: str) -> int:
    client = Client()
    client.force_login(user, backend=BACKEND)
    session = client.session
    session["second_factor_known"] = True
    session.save()
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"GET {path}: {response.status_code}")
    return len(captured)
