"""The fastest of some goes: what else the machine does only ever slows work down."""

import time
from collections.abc import Callable
from typing import Any

GOES = 3


def fastest(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds of the fastest of some goes, and what came of the last."""
    times = []
    for _go in range(GOES):
        begun = time.perf_counter()
        made = work()
        times.append(time.perf_counter() - begun)
    return min(times), made
