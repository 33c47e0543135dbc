"""One round: every check in turn, what it found, and the row that keeps it."""

import logging
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from workflows import language
from workflows.models import BackgroundJob, WatchRound
from workflows.services.jobs import note_progress
from workflows.watch.registry import Check, Severity, checks

logger = logging.getLogger(__name__)

JOB_KIND = "check_office"
MOST_LISTED = 100


@dataclass(frozen=True)
class Look:
    """What a round saw: findings and checks as `WatchRound` keeps them."""

    at: datetime
    seconds: float
    findings: list[dict[str, Any]]
    checks: list[dict[str, Any]]


def look(
    only: Collection[str] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Look:
    """Run every check, or those whose codes are in `only`, and change nothing.

    The sentences are in the language of the house. `progress` is told how many checks are done.
    Raises `LookupError` for a code that no check has.
    """
    chosen = [check for check in checks() if only is None or check.code in only]
    if unknown := set(only or ()) - {check.code for check in chosen}:
        raise LookupError(", ".join(sorted(unknown)))
    at, started = timezone.now(), time.monotonic()
    findings: list[dict[str, Any]] = []
    rows = []
    with language.of_the_house():
        for number, check in enumerate(chosen, 1):
            found, row = _run(check)
            findings += found
            rows.append(row)
            progress(number, len(chosen))
    return Look(at, time.monotonic() - started, findings, rows)


def watch(progress: Callable[[int, int], None] = lambda done, total: None) -> WatchRound:
    """Run every check and keep what was found."""
    return _keep(look(progress=progress))


def run_job(job: BackgroundJob) -> list[dict[str, str]]:
    """Make a round that somebody asked for on the board."""
    round_ = watch(lambda done, total: note_progress(job, done, total))
    return [
        {"label": _("Open the checks"), "url": reverse("workflows:watch_round", args=[round_.pk])}
    ]


def run_daily(then: Callable[[WatchRound], None]) -> WatchRound | None:
    """Make the round of today unless there is one, and `then` hand its mails over, once.

    Returns None where today has its round already, or its hour has not come.
    """
    now = timezone.localtime()
    if now.hour < settings.WATCH_HOUR or WatchRound.objects.filter(day=now.date()).exists():
        return None
    seen = look()
    with transaction.atomic():
        round_ = _keep(seen, day=now.date())
        then(round_)
    return round_


def _keep(seen: Look, **more: Any) -> WatchRound:
    return WatchRound.objects.create(
        at=seen.at, seconds=seen.seconds, findings=seen.findings, checks=seen.checks, **more
    )


def _run(check: Check) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    started, found, listed = time.monotonic(), 0, []
    try:
        with _snapshot():
            for finding in check.run():
                found += 1
                if found <= MOST_LISTED:
                    listed.append(_plain(check, finding.sentence, finding.url, finding.severity))
    except Exception as error:
        logger.exception("check %s broke", check.code)
        found += 1
        listed.append(_plain(check, _broken(check, error), "", Severity.URGENT))
    else:
        if found > MOST_LISTED:
            more = _("There are {number} more of this kind.").format(number=found - MOST_LISTED)
            listed.append(_plain(check, more, "", Severity(listed[-1]["severity"])))
    return listed, {
        "code": check.code,
        "label": str(check.label),
        "group": check.group.value,
        "advice": str(check.advice),
        "seconds": round(time.monotonic() - started, 3),
        "found": found,
    }


def _broken(check: Check, error: Exception) -> str:
    return _(
        "The check “{label}” broke, so that nobody knows whether all is well there: {error}. "
        "Tell whoever maintains the site."
    ).format(label=check.label, error=f"{type(error).__name__}: {error}".strip()[:300])


def _plain(check: Check, sentence: str, url: str, severity: Severity) -> dict[str, Any]:
    return {
        "check": check.code,
        "sentence": sentence,
        "url": url,
        "severity": severity.value,
    }


@contextmanager
def _snapshot() -> Iterator[None]:
    """Let all that one check reads be of the same instant, and let it write nothing."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
