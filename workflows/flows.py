"""What every flow shares: our own tables, a real lock, no side doors."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow.workflow import lock
from viewflow.workflow.base import Flow, Node
from viewflow.workflow.nodes import Timer, View
from viewflow.workflow.nodes.view import ViewActivation

from parties.models import User
from ui.formats import short_date
from workflows import language
from workflows.engine import amend, change_officer
from workflows.models import Absence, CaseProcess, CaseTask, CoveredTask
from workflows.permissions import is_own_case
from workflows.services import absences


class AskActivation(ViewActivation):
    """A task that goes to somebody who is away goes to whoever covers for them."""

    @classmethod
    def create(cls, flow_task, prev_activation, token, data=None, seed=None):
        """Write the new task down, in the hands of its owner or of their cover."""
        activation = super().create(flow_task, prev_activation, token, data=data, seed=seed)
        task = activation.task
        absence = absences.running(task.owner) if task.owner_id is not None else None
        if absence is not None and may_cover(task, absence.cover):
            activation.reassign(absence.cover)
            CoveredTask.objects.create(absence=absence, task=task)
            follow(task, absence.cover, by=None, reason=covering(absence))
        return activation


class Ask(View):
    """Somebody is asked for one of several acts. The flow offers; the model allows.

    `audience` is "office" or "applicant". Its pages are ours (`workflows/views`), so the node
    carries no view: viewflow's own undo, cancel and revive pages do not exist.
    """

    activation_class = AskActivation

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

    def node(self, name: str, no_obsolete: bool = False) -> Node | None:  # noqa: FBT002 (viewflow's)
        """Return a node by its name, or by one it had in an earlier version."""
        return super().node(self.renamed.get(name, name), no_obsolete)

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


def follow(task: CaseTask, to: User, *, by: User | None, reason: str = "") -> None:
    """Let a case follow its task into other hands, and say so in its history.

    Whoever gets a task of the officer in charge is in charge; a decision changes no officer, and
    leaves a line only where there is a reason to tell.
    """
    case = task.process.case
    if _is_officers(task.flow_task) and case.officer_id is not None:
        task.process.case = change_officer(case, to, by=by, reason=reason)
    elif reason:
        task.process.case = amend(case, "hand_over", by=by, reason=reason)


def makes_officer(node: Node) -> bool:
    """Tell whether whoever takes a task of this node is in charge of its case from then on."""
    return _is_officers(node) or "start_examination" in offers_of(node)


def rights_in_charge(flow: type[CaseFlow]) -> set[str]:
    """Return the rights that whoever is in charge of a case of this flow needs."""
    nodes = [node for node in flow.instance.nodes() if isinstance(node, Ask)]
    return {
        node._owner_permission  # noqa: SLF001 (viewflow has no reader for it)
        for node in nodes
        if _is_officers(node) and node._owner_permission  # noqa: SLF001 (the same)
    }


def _is_officers(node: Node) -> bool:
    return getattr(node, "_owner", None) is not None


def may_cover(task: CaseTask, cover: User) -> bool:
    """Tell whether a colleague may do the task: by right, and no party to the case (ORG-08)."""
    return cover.has_perm(task.owner_permission or "") and not is_own_case(task.process.case, cover)


def covering(absence: Absence) -> str:
    """Return why a case changes hands, in words for its history."""
    with language.of_the_house():
        return str(_("{cover} covers for {person} until {day}.")).format(
            cover=absence.cover, person=absence.user, day=short_date(absence.ends_on)
        )


def title_of(task: CaseTask) -> str:
    """Return what is asked, in the reader's language."""
    node = task.flow_task
    return str(node.task_title) if node is not None else str(_("A step that no longer exists"))


def offers_of(node: Node) -> tuple[str, ...]:
    """Return the names of the acts a node offers; none for gates."""
    return node.offered if isinstance(node, Ask) else ()
