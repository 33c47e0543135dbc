"""Amounts, days and codes worked out by hand or by other programs, read from `vectors.json`."""

import json
from pathlib import Path
from typing import Any

VECTORS: dict[str, Any] = json.loads(
    Path(__file__).with_suffix(".json").read_text(encoding="utf-8"),
)
