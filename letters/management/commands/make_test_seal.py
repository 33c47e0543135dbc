"""Make a seal for a demonstration; its certificate says that it is worth nothing in law."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from letters.demo_seal import PASSWORD_FILE, SEAL_FILE, make_test_seal


class Command(BaseCommand):
    """Write a test authority and a sealed key of it into a folder; a second run changes nothing."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder."""
        parser.add_argument("--out", type=Path, required=True, help="folder of the files")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, or say that it is there."""
        folder: Path = options["out"]
        is_new = make_test_seal(folder)
        self.stdout.write(
            f"A test seal {'was made' if is_new else 'is there already'}. Never for production.\n"
            f"SPORTELLO_SEAL_PKCS12={folder / SEAL_FILE}\n"
            f"SPORTELLO_SEAL_PASSWORD stands in {folder / PASSWORD_FILE}"
        )
