"""Read programmes and calls from a JSON file."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from calls.services import DATA, CallFileError, load_calls
from parties.models import Body


class Command(BaseCommand):
    """Write the programmes and calls of a file; those that exist stay as they are."""

    help = __doc__

    def add_arguments(self, parser):
        """Take the file and the two bodies."""
        parser.add_argument("file", nargs="?", type=Path, default=DATA / "calls.json")
        parser.add_argument("--owner", required=True, help="code of the body that owns the calls")
        parser.add_argument("--manager", required=True, help="code of the body that manages them")

    def handle(self, *, file, owner, manager, **options):
        """Read, check and write, or say what is wrong."""
        try:
            bodies = [Body.objects.get(code=code) for code in (owner, manager)]
            added = load_calls(json.loads(file.read_text()), owner=bodies[0], manager=bodies[1])
        except (OSError, json.JSONDecodeError, CallFileError, Body.DoesNotExist) as error:
            raise CommandError(f"{file}: {error}") from error
        self.stdout.write(f"{len(added)} calls added: {', '.join(call.code for call in added)}")
