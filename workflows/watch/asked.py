"""Tasks that nobody can do: no move left, no node any more, nobody with the right."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, Count, Min, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from viewflow.workflow.fields import get_task_ref
from viewflow.workflow.status import STATUS

from parties.backends import RoleBackend
from parties.models import RoleAssignment, User
from parties.moment import today
from parties.roles import Role
from workflows.flows import Ask
from workflows.kinds import Kind, kinds
from workflows.models import CaseTask
from workflows.queries import OPEN
from workflows.watch.registry import Finding, Severity, register_check
from workflows.watch.standing import BATCH, page_of

# The reference as it is stored: reading the field itself would make a node of it.
REFERENCE = Cast("flow_task", CharField())


def references() -> dict[str, tuple[Kind, Any]]:
    """Return every node on which a task may stand by the reference its row carries.

    Names of an earlier version of a flow are among them, with the node they now stand for.
    """
    found = {}
    for kind in kinds():
        flow = kind.flow.instance
        for node in flow.nodes():
            found[get_task_ref(node)] = (kind, node)
        for old, new in flow.renamed.items():
            here = flow.node(new)
            found[get_task_ref(here).removesuffix(new) + old] = (kind, here)
    return found


def waiting_without_node() -> dict[str, int]:
    """Count the open tasks and timers whose node the flow no longer has, by reference."""
    waiting = CaseTask.objects.filter(status__in=[*OPEN, STATUS.SCHEDULED]).order_by()
    counted = dict(waiting.values_list(REFERENCE).annotate(number=Count("pk")))
    return {ref: counted[ref] for ref in sorted(counted.keys() - references().keys())}


def without_node() -> Iterator[Finding]:
    """Yield open tasks and timers whose node the flow no longer has."""
    gone = list(waiting_without_node())
    waiting = CaseTask.objects.filter(status__in=[*OPEN, STATUS.SCHEDULED], flow_task__in=gone)
    for _pk, ref, case_id, number in _rows(waiting) if gone else ():
        yield Finding(
            _(
                "Case {number} waits for the step “{step}”, which its procedure no longer has."
            ).format(number=number or case_id, step=ref.rpartition(".")[2]),
            page_of(case_id),
            Severity.URGENT,
        )


def under_an_old_name() -> Iterator[Finding]:
    """Yield names of earlier versions under which tasks are still stored."""
    renamed = {
        ref: node for ref, (_kind, node) in references().items() if ref != get_task_ref(node)
    }
    waiting = CaseTask.objects.filter(
        status__in=[*OPEN, STATUS.SCHEDULED], flow_task__in=renamed.keys()
    )
    counted = waiting.order_by().values_list(REFERENCE).annotate(number=Count("pk"))
    for ref, number in sorted(counted):
        yield Finding(
            _(
                "{count} tasks stand under the old name “{old}” of the step “{new}”: they can be "
                "done, but filters of the queue do not find them."
            ).format(count=number, old=ref.rpartition(".")[2], new=renamed[ref].name),
            severity=Severity.NOTE,
        )


def without_move() -> Iterator[Finding]:
    """Yield open tasks none of whose acts anybody could do in the status of their case."""
    known, sources = references(), {kind.code: _sources(kind) for kind in kinds()}
    waiting = CaseTask.objects.filter(status__in=OPEN, case__closed_at__isnull=True)
    groups = waiting.order_by().values_list(REFERENCE, "case__kind", "case__status").distinct()
    stuck = Q()
    for ref, kind, status in groups:
        if ref in known and not _has_move(known[ref][1], sources.get(kind, {}), status):
            stuck |= Q(flow_task=ref, case__status=status)
    for _pk, ref, case_id, number in _rows(waiting.filter(stuck)) if stuck else ():
        yield Finding(
            _(
                "Case {number} waits for “{step}”, but in its status none of the acts of this step "
                "can be done by anybody."
            ).format(number=number or case_id, step=_title(known[ref][1])),
            page_of(case_id),
            Severity.URGENT,
        )


def without_hands() -> Iterator[Finding]:
    """Yield tasks for which nobody has the right, or whose holder has lost it."""
    asked = CaseTask.objects.filter(status__in=OPEN, owner_permission__isnull=False)
    asked = asked.exclude(owner_permission="").order_by()
    counted = asked.values_list("owner_permission").annotate(n=Count("pk"), first=Min("pk"))
    for permission, number, _first in sorted(counted):
        holders = _holders(permission)
        if not holders:
            yield Finding(
                _(
                    "{count} tasks wait for somebody who may do them ({roles}), and nobody in the "
                    "office has this role today."
                ).format(count=number, roles=_roles(permission)),
                f"{reverse('workflows:queue')}?tab=all",
                Severity.URGENT,
            )
            continue
        yield from _lost(asked.filter(owner_permission=permission), holders)


def _lost(asked: QuerySet[CaseTask], holders: set[int]) -> Iterator[Finding]:
    """Yield holders of tasks who are not among those with the right, with how many they hold."""
    lost = asked.filter(status=STATUS.ASSIGNED).exclude(owner_id__in=holders)
    counted = list(lost.values_list("owner_id").annotate(n=Count("pk"), first=Min("case__number")))
    people = User.objects.in_bulk([owner for owner, _n, _first in counted])
    for owner, number, first in sorted(counted):
        yield Finding(
            _(
                "{person} holds {count} tasks and no longer has the right to do them (the first "
                "is of case {number})."
            ).format(person=people[owner], count=number, number=first),
            f"{reverse('workflows:queue')}?tab=all",
        )


def _holders(permission: str) -> set[int]:
    roles = RoleBackend.table().get(permission, frozenset())
    held = RoleAssignment.objects.filter(
        role__in=roles, user__is_active=True, valid_from__lte=today()
    ).exclude(valid_to__lt=today())
    return set(held.order_by().values_list("user_id", flat=True))


def _roles(permission: str) -> str:
    roles = RoleBackend.table().get(permission, frozenset())
    return ", ".join(str(role.label).lower() for role in Role if role in roles)


def _sources(kind: Kind) -> dict[str, set[str]]:
    """Return from which statuses each move of a kind of case starts."""
    sources: dict[str, set[str]] = defaultdict(set)
    for step in kind.model().get_all_status_transitions():
        sources[step.name].add(step.source)
    return sources


def _has_move(node: Any, sources: dict[str, set[str]], status: str) -> bool:
    if not isinstance(node, Ask):
        return False
    return any({"*", status} & sources.get(name, set()) for name in node.offered)


def _title(node: Any) -> str:
    return str(node.task_title or node.name)


def _rows(tasks: QuerySet[CaseTask]) -> Iterator[tuple[int, str, int, str]]:
    rows = tasks.order_by("pk").values_list("pk", REFERENCE, "case_id", "case__number")
    return iter(rows.iterator(BATCH))


def register() -> None:
    """Make these checks known."""
    register_check(
        "task_without_node",
        gettext_lazy("Tasks whose step no longer exists"),
        without_node,
        advice=gettext_lazy(
            "The site was updated and the step had no successor. Tell whoever maintains the site: "
            "the new version must say what became of this step, or bring it back."
        ),
    )
    register_check(
        "task_under_old_name",
        gettext_lazy("Tasks stored under the old name of their step"),
        under_an_old_name,
        advice=gettext_lazy(
            "Run “manage.py migrate_cases” on the server: it writes the new names."
        ),
    )
    register_check(
        "task_without_move",
        gettext_lazy("Tasks none of whose acts is possible"),
        without_move,
        advice=gettext_lazy(
            "Nobody can mend this from a page: write the number of the case to whoever maintains "
            "the site, and tell the officer in charge that the case stands still."
        ),
    )
    register_check(
        "task_without_hands",
        gettext_lazy("Tasks that nobody has the right to do"),
        without_hands,
        advice=gettext_lazy(
            "Give somebody the role that is missing, or ask the procedure owner to hand the tasks "
            "over to a colleague."
        ),
    )
