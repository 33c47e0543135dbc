"""Look at the whole office: what is stranded, late, failed or does not add up."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from workflows import watch
from workflows.models import WatchRound


class Command(BaseCommand):
    """Make a round of checks and keep it; exit with 1 where something was found."""

    help = __doc__

    def add_arguments(self, parser):
        """Take the form of the answer and, for a look that is not kept, which checks."""
        parser.add_argument("--json", action="store_true", help="answer with JSON")
        parser.add_argument(
            "--only",
            action="append",
            metavar="CODE",
            help="make only this check (may be given again); the round is not kept",
        )

    def handle(self, *, only, **options):
        """Look, say what was found, and keep the round where it is a whole one."""
        try:
            round_ = _unkept(watch.look(only)) if only else watch.watch()
        except LookupError as error:
            known = ", ".join(check.code for check in watch.checks())
            raise CommandError(f"no such check: {error}. There are: {known}") from error
        self.stdout.write(_as_json(round_) if options["json"] else "\n".join(_lines(round_)))
        if round_.found:
            sys.exit(1)


def _unkept(seen: watch.Look) -> WatchRound:
    return WatchRound(at=seen.at, seconds=seen.seconds, findings=seen.findings, checks=seen.checks)


def _as_json(round_: WatchRound) -> str:
    said = {
        "at": round_.at.isoformat(),
        "seconds": round(round_.seconds, 3),
        "found": round_.found,
        "findings": round_.findings,
        "checks": round_.checks,
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _lines(round_: WatchRound):
    for check in round_.checks:
        if not check["found"]:
            continue
        yield f"{check['label']} ({check['code']}): {check['found']}"
        for finding in round_.findings:
            if finding["check"] == check["code"]:
                yield f"  - {finding['sentence']}"
        if check["advice"]:
            yield f"  → {check['advice']}"
    if round_.found:
        yield _("{found} findings in {checks} checks, {seconds:.1f} s.").format(
            found=round_.found, checks=len(round_.checks), seconds=round_.seconds
        )
    else:
        yield _("All is well: {checks} checks, {seconds:.1f} s.").format(
            checks=len(round_.checks), seconds=round_.seconds
        )
