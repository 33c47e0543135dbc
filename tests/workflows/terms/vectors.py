"""The worked examples of the law, as computed apart from the engine."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

VECTORS: dict[str, Any] = json.loads(
    Path(__file__).with_name("vectors.json").read_text(encoding="utf-8")
)


def local(text: str) -> datetime:
    """A time on the office clock, without a zone."""
    return datetime.fromisoformat(text)


def day(text: str) -> date:
    return date.fromisoformat(text)
