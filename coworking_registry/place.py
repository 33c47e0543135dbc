"""The province as a file tells it: its municipalities, and a ring around it."""

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from coworking_registry.rules.places import Point

FILE = Path(__file__).parent / "data" / "province.json"


@dataclass(frozen=True)
class Province:
    """Two letters, the names of its municipalities, and a ring of points with room to spare."""

    code: str
    municipalities: tuple[str, ...]
    ring: tuple[Point, ...]


@cache
def province() -> Province:
    """Return the province that the register is of."""
    read = json.loads(FILE.read_text())
    return Province(
        read["province"],
        tuple(read["municipalities"]),
        tuple((Decimal(longitude), Decimal(latitude)) for longitude, latitude in read["ring"]),
    )
