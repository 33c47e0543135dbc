"""Doing things at the very same moment, each on a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection

from workflows.engine import TransitionRefused

START_SECONDS = 60
# A crowd waits in a row for one lock: on a busy machine for longer than the site lets anybody wait.
PATIENCE = "SET lock_timeout = '5min'; SET statement_timeout = '5min'"


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """Run every act in a thread; returns what each gave back, or its `TransitionRefused`.

    Any other error is raised. The acts wait for one another before they begin.
    """
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            with connection.cursor() as cursor:
                cursor.execute(PATIENCE)
            barrier.wait(START_SECONDS)
            return act()
        except TransitionRefused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))
