"""Look for whatever was changed in the database past the site, and name it."""

import json
import sys
from datetime import date

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from workflows.verification import CHAINS, Verification


class Command(BaseCommand):
    """Verify history, protocol and field history; exit with 1 where something is wrong."""

    help = __doc__

    def add_arguments(self, parser):
        """Take what to look at, and how to say it."""
        parser.add_argument(
            "--chain", choices=list(CHAINS), action="append", help="look at this alone (repeatable)"
        )
        parser.add_argument(
            "--since",
            type=date.fromisoformat,
            help="cases open, years running and blocks sealed on this day or later (YYYY-MM-DD)",
        )
        parser.add_argument("--json", action="store_true", help="one JSON object per line")

    def handle(self, *, chain, since, **options):
        """Print each finding as it is found, then the figures."""
        verification = Verification(chain or tuple(CHAINS), since, told=self._tell)
        for finding in verification.findings():
            text = json.dumps(finding.to_dict(), ensure_ascii=False) if options["json"] else None
            self.stdout.write(text or finding.sentence)
        self._conclude(verification, is_json=options["json"])
        if verification.found:
            sys.exit(1)

    def _conclude(self, verification, *, is_json):
        figures = {
            "found": verification.found,
            "rows": verification.seen,
            "seconds": round(verification.seconds, 1),
        }
        if is_json:
            self.stdout.write(json.dumps(figures))
        else:
            words = _("{rows} rows looked at in {seconds} seconds. Wrong: {found}.")
            self.stderr.write("\n" * self.stderr.isatty() + words.format(**figures))

    def _tell(self, seen, total):
        # A line that writes over itself, for somebody who waits; a log would only grow.
        if self.stderr.isatty():
            self.stderr.write(f"\r{seen} / {total}", ending="")
            self.stderr.flush()
