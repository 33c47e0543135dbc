"""What Django's own checks ask of the flows: no node vanishes under a running case."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import DatabaseError, transaction

from workflows import pins
from workflows.kinds import kinds
from workflows.watch.asked import waiting_without_node

IDS = {
    "unpinned": "sportello.E010",
    "changed": "sportello.E011",
    "renamed": "sportello.E012",
    "gone": "sportello.E013",
}
HINTS = {
    "unpinned": "Run “manage.py pin_flows” and commit the file.",
    "changed": "Raise the flow's version and run “manage.py pin_flows”. Where no case was ever filed "
    "under the version (before a release), “manage.py pin_flows --again” is enough.",
    "renamed": "The left side is a name that is gone, the right side one that the flow has.",
    "gone": "Say in the flow's “renamed” which node stands for it, or bring it back.",
}


def pinned_flows(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 (Django's signature)
    **kwargs: Any,  # noqa: ARG001 (the same)
) -> list[checks.CheckMessage]:
    """Refuse a flow whose nodes changed without a version, or vanished without a successor."""
    return [
        checks.Error(sentence, hint=HINTS[fault], obj=kind.flow, id=IDS[fault])
        for kind in kinds()
        for fault, sentence in pins.faults(kind.flow)
    ]


def tasks_have_nodes(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 (Django's signature)
    databases: Sequence[str] | None = None,
    **kwargs: Any,  # noqa: ARG001 (the same)
) -> list[checks.CheckMessage]:
    """Warn before a migration that open tasks stand on nodes that the flows no longer have."""
    if "default" not in (databases or ()):
        return []
    try:
        with transaction.atomic():
            gone = waiting_without_node()
    except DatabaseError:
        # The tables are not there yet: nobody waits.
        return []
    return [
        checks.Error(
            f"{number} open tasks stand on “{reference}”, which no flow has.",
            hint=HINTS["gone"],
            id="sportello.E014",
        )
        for reference, number in gone.items()
    ]


def register() -> None:
    """Make these checks known; called once when the site starts."""
    checks.register(pinned_flows, "flows")
    checks.register(tasks_have_nodes, checks.Tags.database)
