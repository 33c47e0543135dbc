"""Which nodes each version of each flow has had: kept in the repository, compared when the site starts.

A task is stored under the name of its node. A name that vanishes leaves open cases stranded, so
every version's names stand in `flow_nodes.json` of the room, and a name that is gone must have a
successor in `renamed`. `manage.py pin_flows` writes the file.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps

from workflows.flows import Ask, CaseFlow, TermTimer

FILE = "flow_nodes.json"
Pins = dict[str, dict[str, list[str]]]


class AlreadyPinned(Exception):
    """This version of the flow is pinned with other nodes; the sentence says what to do."""


def file_of(flow: type[CaseFlow]) -> Path:
    """Return the file in which the room of a flow keeps its pins."""
    label = flow.__module__.partition(".")[0]
    return Path(apps.get_app_config(label).path) / FILE


def nodes_of(flow: type[CaseFlow]) -> list[str]:
    """Return the names under which a task of the flow can wait: whoever is asked, and timers."""
    return sorted(node.name for node in flow.instance.nodes() if isinstance(node, Ask | TermTimer))


def read(path: Path) -> Pins:
    """Return what a file of pins says: flow by name, version by number, names of nodes."""
    return json.loads(path.read_text()) if path.exists() else {}


def pin(flow: type[CaseFlow], *, again: bool = False) -> bool:
    """Write down the nodes of the flow's present version; return whether that changed anything.

    Raises `AlreadyPinned` where the version is pinned otherwise, unless `again`: that is for a
    version under which no case has been filed yet.
    """
    path, version, nodes = file_of(flow), str(flow.version), nodes_of(flow)
    pins = read(path)
    versions = pins.setdefault(flow.__name__, {})
    if versions.get(version) == nodes:
        return False
    if version in versions and not again:
        raise AlreadyPinned(
            f"{flow.__name__}: version {version} is pinned with other nodes. Give the flow a new "
            f"version, or say --again if no case has been filed under this one."
        )
    versions[version] = nodes
    path.write_text(json.dumps(pins, indent=2, sort_keys=True) + "\n")
    return True


def faults(flow: type[CaseFlow]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a flow's pins: the kind of fault and a sentence."""
    versions = read(file_of(flow)).get(flow.__name__, {})
    present, version = nodes_of(flow), str(flow.version)
    if version not in versions:
        yield "unpinned", f"{flow.__name__}: the nodes of version {version} are not pinned."
    elif versions[version] != present:
        changed = sorted(set(versions[version]) ^ set(present))
        yield (
            "changed",
            f"{flow.__name__}: nodes have changed without a new version: {', '.join(changed)}.",
        )
    for old, new in flow.renamed.items():
        if new not in present or old in present:
            yield "renamed", f"{flow.__name__}: “{old}” cannot stand for “{new}” (renamed)."
    for node, since in _gone(versions, present, flow.renamed).items():
        yield (
            "gone",
            f"{flow.__name__}: the node “{node}” of version {since} is gone and has no successor.",
        )


def _gone(versions: dict[str, list[str]], present: list[str], renamed: Any) -> dict[str, str]:
    """Return names of earlier versions that nothing stands for, with the last version that had them."""
    return {
        node: version
        for version, nodes in sorted(versions.items(), key=lambda pinned: int(pinned[0]))
        for node in nodes
        if node not in present and node not in renamed
    }
