"""Amounts with their withholding, worked out by hand, read from `vectors.json`."""

import json
from pathlib import Path

VECTORS: dict[str, list[dict[str, str]]] = json.loads(
    Path(__file__).with_suffix(".json").read_text(encoding="utf-8"),
)
