"""How many submissions and decisions go through the web in a second."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from django.urls import reverse

from bench.database import ROW, pgbench_tps, rows_written
from bench.office import BenchOffice
from bench.report import Figure
from bench.server import Visitor, hidden_fields, web_server

CLIENTS = 8
EACH = 10


def measure_submissions(office: BenchOffice) -> list[Figure]:
    """Complete applications: the review page is opened and sent, eight people at a time."""
    drafts = [office.complete_draft() for _number in range(CLIENTS * EACH)]

    def send(visitor: Visitor, draft) -> None:
        review = reverse("grants:review", args=[draft.pk])
        page = visitor.get(review)
        action = reverse("grants:submit", args=[draft.pk])
        visitor.post(action, hidden_fields(page, f'action="{action}"'))

    people = [draft.opened_by for draft in drafts]
    return [_throughput("submit_per_s", "submissions/s", drafts, people, send)]


def measure_decisions(office: BenchOffice) -> list[Figure]:
    """Grants by eight directors: the act's page is opened and confirmed."""
    cases = [office.proposed() for _number in range(CLIENTS * EACH)]
    directors = office.directors(CLIENTS)

    def decide(visitor: Visitor, case) -> None:
        path = reverse("workflows:act", args=[case.pk, "grant"])
        page = visitor.get(path)
        visitor.post(path, hidden_fields(page, 'id="act-form"'))

    # Money goes in the order of filing, so each director takes the next case in line.
    people = [directors[number % CLIENTS] for number in range(len(cases))]
    return [_throughput("decision_per_s", "decisions/s", cases, people, decide)]


def _throughput(
    name: str, unit: str, things: Sequence, people: Sequence, act: Callable[[Visitor, object], None]
) -> Figure:
    with web_server() as port:
        visitors = [Visitor(port, person) for person in people]
        for visitor in visitors[:CLIENTS]:
            visitor.get(reverse("portal:legal"))
        before = written_rows()
        begun = time.perf_counter()
        with ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(act, visitors, things))
        seconds = time.perf_counter() - begun
    each = max(1, round((written_rows() - before) / len(things)))
    connection.close()
    tps = pgbench_tps(office_address(), ROW * each, clients=CLIENTS)
    print(f"# {name}: {each} rows written each")
    return Figure(name, len(things) / seconds, unit, tps)


def written_rows() -> int:
    """Return how many rows the database has written so far, once its statistics are in."""
    connection.ensure_connection()
    time_for_statistics = 1.5
    time.sleep(time_for_statistics)
    return rows_written(connection.connection)


def office_address() -> str:
    """Return the address of the database that is being measured."""
    import os  # noqa: PLC0415

    return os.environ["SPORTELLO_DATABASE_URL"]
