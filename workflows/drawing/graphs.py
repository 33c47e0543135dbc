"""Reads a state machine or a flow into nodes and edges."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from viewflow.workflow.nodes import End, StartHandle

from workflows.flows import Ask, TermTimer
from workflows.kinds import kind_of
from workflows.models import Case

# A move that starts from more statuses than this is drawn once and told in words.
MANY = 4


@dataclass
class Graph:
    """What is drawn: `nodes` maps an id to (label, shape), `edges` are (from, to, label).

    `clocks` maps a node to the terms whose end does one of its acts.
    """

    title: str
    nodes: dict[str, tuple[str, str]] = field(default_factory=dict)
    edges: list[tuple[str, str, str]] = field(default_factory=list)
    clocks: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def machine_graph(model: type[Case]) -> Graph:
    """Return the state machine of a kind of case: statuses and named moves."""
    case = model()
    graph = Graph(f"{model.__name__}: statuses and moves")
    steps = sorted(case.get_all_status_transitions(), key=lambda step: (step.source, step.name))
    order = _statuses(model)
    for status in order:
        leaves = any(step.source == status for step in steps)
        graph.nodes[status] = (_status_label(model, status), "state" if leaves else "final")
    by_name = defaultdict(list)
    for step in steps:
        by_name[step.name, step.target].append(step.source)
    for (name, target), sources in by_name.items():
        if len(sources) > MANY:
            known = [_status_label(model, status) for status in order if status in sources]
            graph.notes.append(f"{name} leads to {target} from: {', '.join(known)}.")
        drawn = sources[:1] if len(sources) > MANY else sources
        graph.edges += [(source, target, name) for source in drawn]
    graph.edges.sort(key=lambda edge: (order.index(edge[0]), order.index(edge[1]), edge[2]))
    return graph


def flow_graph(flow_class: Any) -> Graph:
    """Return who is asked what, in which order."""
    graph = Graph(f"{flow_class.__name__}: who is asked next")
    for node in sorted(flow_class.instance.nodes(), key=lambda n: not isinstance(n, StartHandle)):
        if isinstance(node, TermTimer):
            graph.notes.append(_told(node))
            for asked in _done_by(node, flow_class):
                graph.clocks.setdefault(asked.name, []).append(node.term)
            continue
        graph.nodes[node.name] = (_node_label(node), _shape(node))
        for edge in node._outgoing():  # noqa: SLF001 (viewflow's own chart reads it, too)
            graph.edges.append((edge.src.name, edge.dst.name, ""))
    return graph


def _done_by(timer: TermTimer, flow_class: Any) -> list[Ask]:
    """Return the questions that the clock answers when nobody else does."""
    nodes = (node for node in flow_class.instance.nodes() if isinstance(node, Ask))
    return [node for node in nodes if timer.act in node.offers]


def _told(node: TermTimer) -> str:
    """A timer is told in words, too: a clock in the drawing does not say what follows."""
    follows = node.act.__name__ if node.act else "reminders, and no change of status"
    return f"Term “{node.term}” ends: {follows}."


def _statuses(model: type[Case]) -> list[str]:
    """The statuses in the order in which the kind declares them."""
    named: list[str] = []
    for step in model().get_all_status_transitions():
        named += [step.source, step.target]
    choices = _choices(model)
    return [status for status in choices if status in named] if choices else sorted(set(named))


def _choices(model: type[Case]) -> dict[str, str]:
    return {value: str(label) for value, label in kind_of(model()).statuses.items()}


def _status_label(model: type[Case], status: str) -> str:
    return _choices(model).get(status, status)


def _node_label(node: Any) -> str:
    if isinstance(node, Ask):
        who = "applicant" if node.audience == "applicant" else str(node._owner_permission)  # noqa: SLF001
        return f"{node.task_title}\n[{who}]"
    return "" if _shape(node) in {"start", "final-dot", "gate"} else node.name


def _shape(node: Any) -> str:
    if isinstance(node, StartHandle):
        return "start"
    if isinstance(node, End):
        return "final-dot"
    if isinstance(node, Ask):
        return "asks-applicant" if node.audience == "applicant" else "asks-office"
    return "gate"
