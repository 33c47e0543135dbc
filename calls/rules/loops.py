"""Whether things that depend on one another go round in a circle."""

from collections.abc import Iterable, Mapping


def first_loop(depends_on: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the names of a circle in the order in which they lead back to the first, or nothing.

    `depends_on` gives for each name those it needs; names it does not know need nothing.
    """
    settled: set[str] = set()
    for start in depends_on:
        loop = _walk(start, depends_on, settled)
        if loop:
            return loop
    return []


def in_order(depends_on: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the names so that each comes after those it needs. Raises `ValueError` for a circle."""
    if loop := first_loop(depends_on):
        raise ValueError(" → ".join(loop))
    ordered: dict[str, None] = {}
    for start in depends_on:
        _settle(start, depends_on, ordered)
    return list(ordered)


def _walk(start: str, depends_on: Mapping[str, Iterable[str]], settled: set[str]) -> list[str]:
    path: list[str] = []
    waiting = [(start, False)]
    while waiting:
        name, is_left = waiting.pop()
        if is_left:
            path.pop()
            settled.add(name)
            continue
        if name in path:
            return path[path.index(name) :]
        if name in settled:
            continue
        path.append(name)
        waiting.append((name, True))
        waiting += [(need, False) for need in depends_on.get(name, ())]
    return []


def _settle(start: str, depends_on: Mapping[str, Iterable[str]], ordered: dict[str, None]) -> None:
    waiting = [(start, False)]
    while waiting:
        name, is_ready = waiting.pop()
        if is_ready:
            ordered[name] = None
        elif name not in ordered and name in depends_on:
            waiting.append((name, True))
            waiting += [(need, False) for need in depends_on[name]]
