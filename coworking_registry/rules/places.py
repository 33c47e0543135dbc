"""Where a space is: in a municipality of the province, at a point inside it (SPA-12)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from coworking_registry.rules.requirements import SOURCE
from workflows.rules import Outcome, judge

# Longitude and latitude, in degrees.
Point = tuple[Decimal, Decimal]


def in_municipality(name: str, known: Iterable[str]) -> Outcome:
    """SPA-12: the municipality is one of the province."""
    return judge(
        "SPA-12",
        name.casefold() in {other.casefold() for other in known},
        yes="Il comune è nella provincia.",
        no=f"“{name}” non è un comune della provincia.",
        inputs={"comune": name},
        source=SOURCE,
    )


def inside_province(point: Point | None, ring: Sequence[Point]) -> Outcome:
    """SPA-12: the point on the map, where one is given, lies inside the ring around the province."""
    longitude, latitude = point or (None, None)
    return judge(
        "SPA-12",
        point is None or is_inside(point, ring),
        yes="Il punto sulla mappa è nella provincia, o non è indicato.",
        no=f"Il punto sulla mappa ({latitude}, {longitude}) è fuori dalla provincia.",
        inputs={"latitudine": latitude or "", "longitudine": longitude or ""},
        source=SOURCE,
        remedy="Controlla che latitudine e longitudine non siano scambiate.",
    )


def is_inside(point: Point, ring: Sequence[Point]) -> bool:
    """Tell whether a point lies inside a ring: a ray from it crosses the border an odd number of times."""
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings % 2 == 1
