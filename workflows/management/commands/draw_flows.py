"""Draw every state machine and every flow into docs/flows."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from workflows.drawing import draw, flow_graph, machine_graph
from workflows.kinds import kinds


def drawings() -> dict[str, str]:
    """Return file names with their drawings, in the language of the code."""
    made = {}
    with translation.override("en"):
        for kind in kinds():
            made[f"{kind.code}-statuses.svg"] = draw(machine_graph(kind.model))
            made[f"{kind.code}-flow.svg"] = draw(flow_graph(kind.flow))
    return made


class Command(BaseCommand):
    """Write one SVG for the statuses and one for the flow of every kind of case."""

    help = __doc__

    def add_arguments(self, parser):
        """Take the folder to write into."""
        parser.add_argument("--out", type=Path, default=settings.BASE_DIR / "docs" / "flows")

    def handle(self, *, out, **options):
        """Write the drawings."""
        out.mkdir(parents=True, exist_ok=True)
        for name, drawing in drawings().items():
            (out / name).write_text(drawing)
            self.stdout.write(f"{out / name}")
