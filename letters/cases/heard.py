"""What went before an act against somebody, where the notice left by a letter of its own."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heard:
    """Protocol of the notice, and what was said to it with the answer."""

    notice: str = ""
    said: str = ""
