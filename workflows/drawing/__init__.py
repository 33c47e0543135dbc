"""Drawings of state machines and flows, made from the code that runs."""

from workflows.drawing.graphs import Graph, flow_graph, machine_graph
from workflows.drawing.svg import draw

__all__ = ["Graph", "draw", "flow_graph", "machine_graph"]
