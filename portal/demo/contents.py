"""The invented words of the demonstration, read from `data/`."""

import json
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@cache
def read(name: str) -> Any:
    """Return the content of a data file by its bare name."""
    return json.loads((DATA / f"{name}.json").read_text())
