"""Write down which nodes the present version of each flow has."""

from django.core.management.base import BaseCommand, CommandError

from workflows import pins
from workflows.kinds import kinds


class Command(BaseCommand):
    """Pin the nodes of every flow, so that none can vanish unseen."""

    help = __doc__
    # The check that asks for this command must not hold it up.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        """Take whether a version may be pinned once more."""
        parser.add_argument(
            "--again",
            action="store_true",
            help="pin the present version anew: only where no case was ever filed under it",
        )

    def handle(self, *, again, **options):
        """Write the files, or say which flow needs a new version."""
        for kind in kinds():
            try:
                changed = pins.pin(kind.flow, again=again)
            except pins.AlreadyPinned as error:
                raise CommandError(str(error)) from error
            words = "pinned" if changed else "unchanged"
            self.stdout.write(f"{kind.flow.__name__} {kind.flow.version}: {words}")
        for kind in kinds():
            for _fault, sentence in pins.faults(kind.flow):
                self.stderr.write(sentence)
