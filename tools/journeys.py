"""A pytest plugin: browser journeys use the Chromium of this machine, or are named as not run.

It also puts tests in the order in which several processes end together: the long ones first.
"""

import os
from collections.abc import Iterable
from typing import Any

import pytest

from tools import browser, chromium

BROWSER_FIXTURES = frozenset({"page", "context", "new_context", "browser", "browser_type"})
NOT_RUN = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Start with no journey left out."""
    config.stash[NOT_RUN] = []
    # The last one registered wins, and plugins of packages come after those of the command line.
    config.pluginmanager.register(chromium)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the journeys out where there is no Chromium; where `CI` is set they stay, and fail.

    Tests marked `long` begin, so that no process is left with them at the end. Journeys come last: Playwright leaves a running event loop in the process, and what starts one of
    its own, such as a signature, cannot do so after them.
    """
    journeys = [item for item in items if BROWSER_FIXTURES & set(_fixtures(item))]
    others = [item for item in items if item not in journeys]
    others.sort(key=lambda item: item.get_closest_marker("long") is None)
    if os.environ.get("CI") or browser.find():
        items[:] = others + journeys
        return
    config.stash[NOT_RUN] = [item.nodeid for item in journeys]
    if journeys:
        config.hook.pytest_deselected(items=journeys)
    items[:] = others


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the names over to the process that reports, when tests run in several."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["journeys_not_run"] = session.config.stash[NOT_RUN]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take the names from a process that ran tests; all of them collected the same."""
    names = getattr(node, "workeroutput", {}).get("journeys_not_run", [])
    node.config.stash[NOT_RUN] = names or node.config.stash[NOT_RUN]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Name every journey that could not run."""
    names = config.stash[NOT_RUN]
    if names:
        terminalreporter.section(f"{len(names)} journeys not run: no Chromium on this machine")
        for name in names:
            terminalreporter.line(name)


def _fixtures(item: pytest.Item) -> Iterable[str]:
    return getattr(item, "fixturenames", ())
