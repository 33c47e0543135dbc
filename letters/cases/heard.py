"""What went before an act against somebody, where the notice left by a letter of its own."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Heard:
    """Protocol of the notice, the day on which it arrived, and what was said to it with the answer."""

    notice: str = ""
    said: str = ""
    received_on: date | None = None
