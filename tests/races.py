"""Doing things at the very same moment, each on a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection

from workflows.engine import TransitionRefused

START_SECONDS = 60


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """Run every act in a thread; returns what each gave back, or its `TransitionRefused`.

    Any other error is raised. The acts wait for one another before they begin.
    """
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            barrier.wait(START_SECONDS)
            return act()
        except TransitionRefused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))
