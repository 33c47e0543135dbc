"""How a figure is printed, and how times become one number."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value with the baseline it is read against."""

    name: str
    value: float
    unit: str
    baseline: float

    def __str__(self) -> str:
        ratio = self.value / self.baseline if self.baseline else 0
        return (
            f"BENCH name={self.name} value={self.value:.2f} unit={self.unit} "
            f"baseline={self.baseline:.2f} ratio={ratio:.3f}"
        )


def show(figures: Iterable[Figure]) -> None:
    """Print the figures as they come."""
    for figure in figures:
        print(figure, flush=True)


def p95(seconds: list[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))] * 1000
