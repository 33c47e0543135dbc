"""Addresses of the committee's and the ranking's pages, and what they ask of the database."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.accounting.books import own_queries


def page(name: str, contest, *more) -> str:
    """Return the address of a page of the contest's call."""
    return reverse(f"evaluation:{name}", args=[contest.call.code, *more])


def sheet_of(case) -> str:
    """Return the address of a file to score."""
    return reverse("evaluation:sheet", args=[case.pk])


def typed(case, points: int = 80, **changes: str) -> dict[str, str]:
    """Return a sheet as a browser sends it, each criterion with a share of its weight."""
    said = {}
    for criterion in case.call_version.criteria.order_by("position"):
        said[f"points-{criterion.code}"] = str(criterion.weight * points / 100)
        said[f"reason-{criterion.code}"] = "Risponde al criterio."
    return said | changes


def asked(client, *urls: str) -> list[int]:
    """Return how many queries each page asks, besides those of the session."""
    counts = []
    for url in urls:
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200, url
        counts.append(len(own_queries(queries)))
    return counts
