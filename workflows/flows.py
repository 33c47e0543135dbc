"""What every flow shares: our own tables, a real lock, no side doors."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow.workflow import lock
from viewflow.workflow.base import Flow, Node
from viewflow.workflow.nodes import View

from workflows.models import CaseProcess, CaseTask


class Ask(View):
    """Somebody is asked for one of several acts. The flow offers; the model allows.

    `audience` is "office" or "applicant". Its pages are ours (`workflows/views`), so the node
    carries no view: viewflow's own undo, cancel and revive pages do not exist.
    """

    def __init__(self, *, offers: tuple[Callable[..., Any], ...], audience: str = "office"):
        super().__init__(view=None)
        self.offers = offers
        self.audience = audience

    @property
    def offered(self) -> tuple[str, ...]:
        """The names of the acts."""
        return tuple(service.__name__ for service in self.offers)

    def can_execute(self, user, task) -> bool:
        """Whoever holds the task may do it; rights are asked again by the engine."""
        return task.owner_id == user.pk


class CaseFlow(Flow):
    """A flow about one case. It reads `status` and stores nothing of its own."""

    process_class = CaseProcess
    task_class = CaseTask
    # Waiting for the row is kinder than viewflow's sleeping retries; PostgreSQL's lock_timeout ends it.
    lock_impl = lock.SelectForUpdateLock(nowait=False, attempts=1)

    def adopt(self, activation, case):
        """Begin: tie the process to its case."""
        activation.process.case = case
        return activation.process


def status_is(*statuses: str) -> Callable[[Any], bool]:
    """Make a gate's condition: the case stands in one of `statuses`."""

    def condition(activation) -> bool:
        return activation.process.case.status in statuses

    return condition


def title_of(task: CaseTask) -> str:
    """Return what is asked, in the reader's language."""
    node = task.flow_task
    return str(node.task_title) if node is not None else str(_("A step that no longer exists"))


def offers_of(node: Node) -> tuple[str, ...]:
    """Return the names of the acts a node offers; none for gates."""
    return node.offered if isinstance(node, Ask) else ()
