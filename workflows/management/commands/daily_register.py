"""Print the registers of the days that have ended and have none yet, oldest first (PRT-06)."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from workflows.printing import SealFailed
from workflows.services.daily_register import make_registers


class Command(BaseCommand):
    """Make what is missing; a register that is there stays as it is."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the last day to print."""
        parser.add_argument(
            "--day",
            type=date.fromisoformat,
            help="go no further than this day, which must have ended (YYYY-MM-DD)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print and list, or say why not."""
        try:
            made = make_registers(until=options["day"])
        except SealFailed as failed:
            raise CommandError(f"{failed} The registers wait until it can be put.") from failed
        except ValueError as error:
            raise CommandError(f"{options['day']} has not ended: nothing was printed.") from error
        for register in made:
            sealed = "sealed" if register.is_sealed else "NOT SEALED"
            self.stdout.write(
                f"{register.body.code} {register.day}: {register.entries} entries, {sealed}, "
                f"SHA-256 {register.sha256}"
            )
        if not made:
            self.stdout.write("Every register that is due is there already.")
