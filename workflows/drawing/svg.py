"""Draws a graph as SVG, layered from top to bottom; the same graph gives the same drawing."""

from collections import defaultdict
from html import escape
from itertools import pairwise
from math import inf
from textwrap import wrap

import igraph

from workflows.drawing.graphs import Graph

WIDTH, HEIGHT, MARGIN, ACROSS, DOWN = 190, 62, 40, 245, 150
Point = tuple[float, float]
OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
    'role="img" aria-labelledby="t d">'
)
ARROW = (
    '<defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" '
    'markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="#5b6f82"/></marker></defs>'
)
STYLE = """
  text{font:13px 'Titillium Web',sans-serif;fill:#17324d}
  .title{font-size:18px;font-weight:600}
  .label{font-size:11.5px;fill:#3d4f5f;paint-order:stroke;stroke:#fff;stroke-width:5px}
  .edge{fill:none;stroke:#5b6f82;stroke-width:1.4}
  .state,.asks-office{fill:#e6f0fa;stroke:#0066cc}
  .final{fill:#e0f5ea;stroke:#008055}
  .asks-applicant{fill:#fff6e0;stroke:#995c00}
  .gate{fill:#fff;stroke:#5b6f82}
  .start{fill:#fff;stroke:#008055;stroke-width:2}
  .clock{fill:#fff;stroke:#995c00;stroke-width:1.6;stroke-linecap:round}
  .final-dot{fill:#17324d;stroke:#17324d}
"""


def draw(graph: Graph) -> str:
    """Return the drawing as an SVG document with a title and a description in words."""
    edges = _together(graph)
    places, routes = _layout(graph, list(edges))
    points = [*places.values(), *(point for route in routes for point in route)]
    width = round(max(x for x, _y in points) + WIDTH / 2 + MARGIN)
    height = round(max(y for _x, y in places.values()) + HEIGHT / 2 + MARGIN)
    notes = graph.notes
    parts = [
        OPENING.format(width=width, height=height + 20 * len(notes)),
        f'<title id="t">{escape(graph.title)}</title>',
        f'<desc id="d">{escape(_in_words(graph))}</desc>',
        f"<style>{STYLE}</style>",
        ARROW,
        f'<rect width="{width}" height="{height + 20 * len(notes)}" fill="#fff"/>',
        f'<text class="title" x="{MARGIN}" y="30">{escape(graph.title)}</text>',
    ]
    parts += [_path(route) for route in routes]
    parts += [_node(places[name], *graph.nodes[name]) for name in graph.nodes]
    parts += [_clock(places[name], terms) for name, terms in sorted(graph.clocks.items())]
    parts += [_labels(route, labels) for route, labels in zip(routes, edges.values(), strict=True)]
    parts += [
        f'<text x="{MARGIN}" y="{height + 20 * line}">{escape(note)}</text>'
        for line, note in enumerate(notes)
    ]
    return "\n".join([*(part for part in parts if part), "</svg>", ""])


def _together(graph: Graph) -> dict[tuple[str, str], list[str]]:
    """Gather the labels of all moves between the same two nodes."""
    edges = defaultdict(list)
    for source, target, label in graph.edges:
        edges[source, target].append(label)
    return edges


def _layout(
    graph: Graph, edges: list[tuple[str, str]]
) -> tuple[dict[str, Point], list[list[Point]]]:
    """Place nodes and bend edges round them (Sugiyama's layers)."""
    names = list(graph.nodes)
    plain = igraph.Graph(
        len(names), [(names.index(a), names.index(b)) for a, b in edges], directed=True
    )
    layout = plain.layout_sugiyama(layers=_depths(plain), hgap=ACROSS, vgap=DOWN, maxiter=500)
    left = min(x for x, _y in layout.coords)
    bends = [bend for route in layout.edge_routing for bend in route]
    left = min([left, *(x for x, _y in bends)])

    def shift(point: list[float]) -> Point:
        return point[0] - left + MARGIN + WIDTH / 2, point[1] + MARGIN + HEIGHT / 2 + 30

    places = {name: shift(layout.coords[index]) for index, name in enumerate(names)}
    routes = []
    for (source, target), route in zip(edges, layout.edge_routing, strict=True):
        middle = [shift(bend) for bend in route]
        # A move that leads back up is routed as if it led down.
        if middle and abs(middle[0][1] - places[source][1]) > abs(
            middle[-1][1] - places[source][1]
        ):
            middle.reverse()
        routes.append(_joined(places[source], middle, places[target]))
    return places, routes


def _depths(plain: igraph.Graph) -> list[int]:
    """Give each node the layer of its distance from the first one; no two linked ones share it.

    What only another beginning leads to hangs from that one, which stands above what it joins.
    """
    depths = plain.distances(0)[0]
    for root in plain.vs.select(_indegree=0).indices:
        own = plain.distances(root)[0]
        joined = [depths[n] - d for n, d in enumerate(own) if d == 1 and depths[n] < inf]
        above = max(0, min(joined, default=0))
        depths = [
            min(depth, above + d) if depth == inf else depth
            for depth, d in zip(depths, own, strict=True)
        ]
    depths = [int(depth) for depth in depths]
    for edge in plain.es:
        if depths[edge.source] == depths[edge.target]:
            depths[edge.target] += 1
    return depths


def _joined(start: Point, middle: list[Point], end: Point) -> list[Point]:
    """Let an edge begin and end on the rims of its boxes."""
    after, before = (middle or [end])[0], (middle or [start])[-1]
    side = 16 if start[1] > end[1] else 0
    return [_rim(start, after, side), *middle, _rim(end, before, side)]


def _rim(box: Point, towards: Point, side: int) -> Point:
    x, y = box
    if abs(towards[1] - y) < 1:
        return x + (WIDTH / 2 if towards[0] > x else -WIDTH / 2), y
    lean = max(-WIDTH / 3, min(WIDTH / 3, (towards[0] - x) / 4)) + side
    return x + lean, y + (HEIGHT / 2 if towards[1] > y else -HEIGHT / 2)


def _path(route: list[Point]) -> str:
    steps = [f"M{route[0][0]:.0f} {route[0][1]:.0f}"]
    for (x1, y1), (x2, y2) in pairwise(route):
        half = (y1 + y2) / 2
        steps.append(f"C{x1:.0f} {half:.0f} {x2:.0f} {half:.0f} {x2:.0f} {y2:.0f}")
    return f'<path class="edge" marker-end="url(#a)" d="{" ".join(steps)}"/>'


def _labels(route: list[Point], labels: list[str]) -> str:
    """Write the names of the moves near the beginning of the edge's longest stretch."""
    (x1, y1), (x2, y2) = max(pairwise(route), key=lambda pair: abs(pair[0][1] - pair[1][1]))
    x, y = (x1 + x2) / 2, (y1 + y2) / 2 + (12 if y1 > y2 else -8)
    return "".join(
        f'<text class="label" text-anchor="middle" x="{x:.0f}" y="{y + line * 14:.0f}">'
        f"{escape(label)}</text>"
        for line, label in enumerate(label for label in labels if label)
    )


def _node(place: Point, label: str, shape: str) -> str:
    x, y = place
    if shape in {"start", "final-dot"}:
        return f'<circle class="{shape}" cx="{x:.0f}" cy="{y:.0f}" r="16"/>'
    if shape == "gate":
        half = HEIGHT / 2
        return (
            f'<path class="gate" d="M{x:.0f} {y - half:.0f} {x + half:.0f} {y:.0f} '
            f'{x:.0f} {y + half:.0f} {x - half:.0f} {y:.0f}z"/>'
        )
    lines = [piece for part in label.split("\n") for piece in wrap(part, 27)]
    top = y - (len(lines) - 1) * 8 + 4
    texts = "".join(
        f'<text text-anchor="middle" x="{x:.0f}" y="{top + number * 16:.0f}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    return (
        f'<rect class="{shape}" x="{x - WIDTH / 2:.0f}" y="{y - HEIGHT / 2:.0f}" '
        f'width="{WIDTH}" height="{HEIGHT}" rx="6"/>{texts}'
    )


def _clock(place: Point, terms: list[str]) -> str:
    """Set a clock on the corner of a box: the end of the term does what is asked there."""
    x, y = place[0] + WIDTH / 2, place[1] - HEIGHT / 2
    return (
        f'<g class="clock" transform="translate({x:.0f} {y:.0f})">'
        f"<title>{escape(', '.join(terms))}</title>"
        '<circle r="11"/><path d="M0-6V0l4 3"/></g>'
    )


def _in_words(graph: Graph) -> str:
    name = {node: label.replace("\n", " ") or node for node, (label, _shape) in graph.nodes.items()}
    moves = [
        f"{name[source]} → {name[target]}" + (f" ({label})" if label else "")
        for source, target, label in graph.edges
    ]
    return "; ".join([*moves, *graph.notes])
