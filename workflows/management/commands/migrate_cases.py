"""Move open cases to the newer version of their call or of their flow."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from calls.models import Call, CallVersion
from parties.models import User
from workflows import migrating


class Command(BaseCommand):
    """Say for every open case what a newer version would change, or move the cases to it."""

    help = __doc__

    def add_arguments(self, parser):
        """Take which cases, to which version, and whether to do it."""
        parser.add_argument("--call", metavar="CODE", help="only the cases of this call")
        parser.add_argument("--to", type=int, metavar="VERSION", help="this version of the call")
        parser.add_argument("--dry-run", action="store_true", help="say what would change, only")
        parser.add_argument("--by", metavar="EMAIL", help="account that answers for it")

    def handle(self, *, to, dry_run, **options):
        """Say or do it, case by case."""
        call, by = _call(options["call"]), _person(options["by"])
        if to is not None and call is None:
            raise CommandError("--to needs --call: each call counts its own versions")
        try:
            moved, left = self._walk(call, to, by=by, dry_run=dry_run)
        except CallVersion.DoesNotExist as error:
            raise CommandError(f"{call.code} has no published version {to}") from error
        summary = (
            _("{moved} cases could move, {left} could not.")
            if dry_run
            else _("{moved} cases moved, {left} were left as they are.")
        )
        self.stdout.write(summary.format(moved=moved, left=left))

    def _walk(self, call, to, *, by, dry_run):
        moved = left = 0
        wanted = CallVersion.objects.get(call=call, number=to) if to else None
        for plan in migrating.plans(call, to):
            done = plan if dry_run else migrating.move_safely(plan.case, wanted, by=by)
            if done is None:
                continue
            obstacles = done.why if isinstance(done, migrating.Left) else done.obstacles
            self._say(plan, obstacles)
            left += bool(obstacles)
            moved += not obstacles
        return moved, left

    def _say(self, plan, obstacles):
        words = _("{case} ({status}) – {what}")
        self.stdout.write(
            words.format(
                case=plan.case,
                status=plan.case.get_status_display(),
                what=_("cannot move") if obstacles else plan.reason,
            )
        )
        for sentence in obstacles:
            self.stdout.write(f"  ✗ {sentence}")
        for sentence in plan.changes:
            self.stdout.write(f"  · {sentence}")


def _call(code):
    if code is None:
        return None
    try:
        return Call.objects.get(code=code)
    except Call.DoesNotExist as error:
        raise CommandError(f"no call has the code {code}") from error


def _person(email):
    if email is None:
        return None
    try:
        return User.objects.get(email=email.lower(), is_active=True)
    except User.DoesNotExist as error:
        raise CommandError(f"no active account has the address {email}") from error
