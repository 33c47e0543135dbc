"""Failures that the administrator sees to on the board: what failed, and what can be done about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.services import upkeep
from workflows.watch.work import failed_jobs, failed_work

MOST_SHOWN = 50


@dataclass(frozen=True)
class Failure:
    """One thing that failed: `key` names it to the acts."""

    key: str
    label: str
    detail: str
    at: datetime | None


@dataclass(frozen=True)
class RepairAct:
    """What can be done about a failure: a service that takes its key as a number, and `by`."""

    name: str
    label: Any
    service: Callable[..., Any]
    tone: str = "primary"


@dataclass(frozen=True)
class Repair:
    """One kind of failures, newest first, with the acts that see to them.

    `page` names the address where more can be done about them, where there is one.
    """

    code: str
    label: Any
    failures: Callable[[], Iterator[Failure]]
    acts: tuple[RepairAct, ...]
    page: str = ""

    def act(self, name: str) -> RepairAct | None:
        """Return an act by its name, or None."""
        return next((act for act in self.acts if act.name == name), None)

    def shown(self) -> list[Failure]:
        """Return the newest failures, one more than are shown where there are more."""
        return list(islice(self.failures(), MOST_SHOWN + 1))


_repairs: dict[str, Repair] = {}


def register_repair(repair: Repair) -> None:
    """Make a kind of failures known; each room does so once, when the site starts."""
    _repairs[repair.code] = repair


def repairs() -> tuple[Repair, ...]:
    """Return every kind of failures."""
    return tuple(_repairs.values())


def repair_of(code: str) -> Repair | None:
    """Return a kind of failures by its code, or None."""
    return _repairs.get(code)


def queued() -> Iterator[Failure]:
    """Yield failed jobs of the queue."""
    for job, failed_at in failed_jobs():
        detail = _("after {attempts} attempts, with {inputs}").format(
            attempts=job.attempts, inputs=job.args
        )
        yield Failure(str(job.pk), job.task_name, detail, failed_at)


def asked_for() -> Iterator[Failure]:
    """Yield failed work that a page asked for."""
    for job in failed_work():
        detail = _("asked for by {person}: {error}").format(person=job.by, error=job.error)
        yield Failure(str(job.pk), job.title, detail, job.finished_at)


def register() -> None:
    """Make the shared kinds of failures known."""
    settle = gettext_lazy("Settled otherwise")
    register_repair(
        Repair(
            "jobs",
            gettext_lazy("Jobs that failed"),
            queued,
            (
                RepairAct("retry", gettext_lazy("Try again"), upkeep.retry_queued),
                RepairAct("settle", settle, upkeep.settle_queued, "secondary"),
            ),
        )
    )
    register_repair(
        Repair(
            "work",
            gettext_lazy("Long work that failed"),
            asked_for,
            (
                RepairAct("retry", gettext_lazy("Go on from where it stopped"), upkeep.retry_work),
                RepairAct("settle", settle, upkeep.settle_work, "secondary"),
            ),
        )
    )
