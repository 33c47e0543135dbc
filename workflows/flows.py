"""What every flow shares: our own tables, a real lock, no side doors."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow.workflow import lock
from viewflow.workflow.base import Flow, Node
from viewflow.workflow.nodes import Timer, View

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


class TermTimer(Timer):
    """Waits for the end of a term of the case, whatever is asked meanwhile.

    `term` is the kind of term; `act` the service that draws the consequence of silence, or None
    where time alone changes nothing (PROC-T11). Armed and set by `workflows.services.clock`, fired
    by the worker (`workflows.timers`).
    """

    def __init__(self, term: str, *, act: Callable[..., Any] | None = None):
        super().__init__(delay=None)
        self.term = term
        self.act = act

    def _outgoing(self):
        return iter(())


class CaseFlow(Flow):
    """A flow about one case. It reads `status` and stores nothing of its own.

    `version` grows when nodes are renamed or removed; `renamed` then tells where a task that an
    older version asked now stands, old name to new.
    """

    version = 1
    renamed: dict[str, str] = {}

    process_class = CaseProcess
    task_class = CaseTask
    # Waiting for the row is kinder than viewflow's sleeping retries; PostgreSQL's lock_timeout ends it.
    lock_impl = lock.SelectForUpdateLock(nowait=False, attempts=1)

    def adopt(self, activation, case):
        """Begin: tie the process to its case."""
        activation.process.case = case
        activation.process.flow_version = self.version
        return activation.process

    @classmethod
    def timer_of(cls, term: str) -> TermTimer | None:
        """Return the node that waits for the end of a kind of term, if the flow has one."""
        nodes = (node for node in cls.instance.nodes() if isinstance(node, TermTimer))
        return next((node for node in nodes if node.term == term), None)


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
