"""Running what was queued, with the real worker."""

import asyncio
import threading

from asgiref.sync import sync_to_async
from django.db import connection, connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def run_jobs() -> dict[str, int]:
    """Work off every queued job, then stop; return how many jobs now stand in each state.

    The worker has connections of its own: it sees what is committed, so the test asks for a
    transactional database.
    """
    if connection.in_atomic_block:
        raise RuntimeError("the worker sees committed rows only: use django_db(transaction=True)")
    failures: list[BaseException] = []
    # A thread of its own, because a page test may leave an event loop in this one.
    thread = threading.Thread(target=_run, args=(failures,))
    thread.start()
    thread.join()
    for failure in failures:
        raise failure
    states = list(ProcrastinateJob.objects.order_by("pk").values_list("status", flat=True))
    return {state: states.count(state) for state in sorted(set(states))}


def forget_jobs() -> None:
    """Empty the queue: it is not among the tables that a test database flushes."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def _run(failures: list[BaseException]) -> None:
    database = connections.settings["default"]
    kept = database["CONN_MAX_AGE"]
    # The worker's threads end with it: their connections are closed after each task, not kept.
    database["CONN_MAX_AGE"] = 0
    try:
        asyncio.run(_work())
    except BaseException as failure:  # noqa: BLE001 (raised again in the test's own thread)
        failures.append(failure)
    finally:
        database["CONN_MAX_AGE"] = kept
        connections.close_all()


async def _work() -> None:
    worker_app = app.with_connector(app.connector.get_worker_connector())
    async with worker_app.open_async():
        await worker_app.run_worker_async(
            wait=False, install_signal_handlers=False, listen_notify=False
        )
    # What is due is also put into the queue through Django's own connection, in its thread.
    await sync_to_async(connections.close_all)()
