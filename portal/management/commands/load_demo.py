"""Load the demonstration office: invented people and cases, dated back from today."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from calls.models import Call
from portal.demo import accounts
from portal.demo.loading import Demonstration
from workflows.jobs import daily_registers
from workflows.models import Case


class Command(BaseCommand):
    """Load the demonstration into an empty office; a second run changes nothing."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the day on which the office shall believe to be."""
        parser.add_argument(
            "--on",
            type=date.fromisoformat,
            help="count every date back from this day, today or before (YYYY-MM-DD)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, or say why not."""
        if accounts.is_loaded():
            self.stdout.write("The demonstration office is already there: nothing to do.")
            return
        if not settings.DEMO and Case.objects.exists():
            raise CommandError(
                "This database holds cases of a real office and SPORTELLO_DEMO is not set: "
                "the demonstration is not loaded."
            )
        if Call.objects.exists():
            raise CommandError(
                "This database already holds calls: the demonstration needs an empty office."
            )
        with transaction.atomic():
            Demonstration(self, options["on"] or timezone.localdate()).load()
            # The registers of all these days are printed once the worker runs.
            daily_registers.defer(timestamp=int(timezone.now().timestamp()))
        self.stdout.write(
            f"The demonstration office is there: {Case.objects.count()} cases. "
            "Its accounts: manage.py demo_accounts"
        )
