"""Cases that nobody can take further, and cases that go on after their end."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from viewflow.workflow.fields import get_task_ref
from viewflow.workflow.status import PROCESS, STATUS

from parties.models import RoleAssignment, User
from parties.moment import today
from workflows.flows import TermTimer
from workflows.kinds import kinds
from workflows.models import Case, CaseProcess, CaseTask, CaseTerm
from workflows.queries import OPEN
from workflows.watch.registry import Finding, Group, Severity, register_check

BATCH = 2000


def page_of(case_id: int) -> str:
    """Return the office's page of a case."""
    return reverse("workflows:office_case", args=[case_id])


def without_process() -> Iterator[Finding]:
    """Yield open cases for which no procedure runs: nobody is ever asked anything again."""
    running = CaseProcess.objects.filter(case=OuterRef("pk"), finished__isnull=True)
    for case in _numbers(_open_cases().filter(~Exists(running))):
        yield Finding(
            _("Case {number} is open, but no procedure runs for it.").format(number=case["number"]),
            page_of(case["pk"]),
            Severity.URGENT,
        )


def without_task() -> Iterator[Finding]:
    """Yield open procedures in which nobody is asked for anything, and that no timer takes on."""
    of_process = CaseTask.objects.filter(process=OuterRef("pk"))
    timer = of_process.filter(status=STATUS.SCHEDULED, flow_task__in=_acting_timers())
    stuck = CaseProcess.objects.filter(
        ~Exists(of_process.filter(status__in=OPEN)),
        ~Exists(timer),
        finished__isnull=True,
        status=PROCESS.NEW,
    )
    stuck = stuck.filter(case__closed_at__isnull=True).order_by("pk")
    rows = stuck.values_list("case_id", "case__number").iterator(BATCH)
    for case_id, number in rows:
        yield Finding(
            _("Case {number} is open, but nobody is asked for the next step.").format(
                number=number or case_id
            ),
            page_of(case_id),
            Severity.URGENT,
        )


def running_after_the_end() -> Iterator[Finding]:
    """Yield closed cases with an open procedure, an open task or a running term."""
    processes = CaseProcess.objects.filter(case=OuterRef("pk"))
    tasks = CaseTask.objects.filter(case=OuterRef("pk"), status__in=OPEN)
    terms = CaseTerm.objects.filter(case=OuterRef("pk"), ended_at__isnull=True)
    # From the few that still run to their cases: most cases of an office are closed.
    suspects = (
        (processes.filter(finished__isnull=True), _("its procedure still runs")),
        (tasks, _("somebody is still asked for a step")),
        (terms, _("a term still runs")),
    )
    closed = Case.objects.filter(closed_at__isnull=False)
    for still, words in suspects:
        for case in _numbers(closed.filter(Exists(still))):
            yield Finding(
                _("Case {number} is closed, but {what}.").format(number=case["number"], what=words),
                page_of(case["pk"]),
            )


def half_finished() -> Iterator[Finding]:
    """Yield procedures whose end and whose state do not agree."""
    odd = CaseProcess.objects.filter(finished__isnull=True).exclude(status=PROCESS.NEW)
    odd |= CaseProcess.objects.filter(finished__isnull=False, status=PROCESS.NEW)
    for case_id, number in (
        odd.order_by("pk").values_list("case_id", "case__number").iterator(BATCH)
    ):
        yield Finding(
            _("The procedure of case {number} is neither running nor finished.").format(
                number=number or case_id
            ),
            page_of(case_id),
            Severity.URGENT,
        )


def in_charge_of_nobody() -> Iterator[Finding]:
    """Yield people who no longer work in the office and are still in charge of open cases."""
    working = RoleAssignment.objects.filter(user=OuterRef("officer"), valid_from__lte=today())
    working = working.exclude(valid_to__lt=today()).filter(user__is_active=True)
    left = (
        _open_cases()
        .filter(~Exists(working), officer__isnull=False)
        .values("officer")
        .annotate(count=Count("pk"), first=Min("number"))
        .order_by("officer")
    )
    names = User.objects.in_bulk([row["officer"] for row in left])
    for row in left:
        yield Finding(
            _(
                "{person} no longer works in the office, but is in charge of {count} open cases "
                "(the first is {number})."
            ).format(person=names[row["officer"]], count=row["count"], number=row["first"]),
            f"{reverse('workflows:queue')}?tab=all&officer={row['officer']}",
        )


def _acting_timers() -> list[str]:
    """Return the timers that do something to their case when nobody else does."""
    return [
        get_task_ref(node)
        for kind in kinds()
        for node in kind.flow.instance.nodes()
        if isinstance(node, TermTimer) and node.act is not None
    ]


def _open_cases() -> QuerySet[Case]:
    return Case.objects.filter(submitted_at__isnull=False, closed_at__isnull=True)


def _numbers(cases: QuerySet[Case]) -> Iterator[Any]:
    return iter(cases.order_by("pk").values("pk", "number").iterator(BATCH))


def register() -> None:
    """Make these checks known."""
    call_help = gettext_lazy(
        "Nobody can mend this from a page: write the number of the case to whoever maintains the "
        "site, and tell the officer in charge that the case stands still."
    )
    register_check(
        "case_without_process",
        gettext_lazy("Open cases without a procedure"),
        without_process,
        advice=call_help,
    )
    register_check(
        "case_without_task",
        gettext_lazy("Open cases in which nobody is asked for anything"),
        without_task,
        advice=call_help,
    )
    register_check(
        "closed_but_running",
        gettext_lazy("Closed cases that still run"),
        running_after_the_end,
        advice=gettext_lazy(
            "Let nobody act on what is still asked: the decision stands. Write the number of the "
            "case to whoever maintains the site."
        ),
    )
    register_check(
        "half_finished",
        gettext_lazy("Procedures that are neither running nor finished"),
        half_finished,
        advice=call_help,
    )
    register_check(
        "officer_gone",
        gettext_lazy("Open cases in the charge of somebody who has left"),
        in_charge_of_nobody,
        group=Group.CASES,
        advice=gettext_lazy(
            "Ask the procedure owner to hand these cases over: in the queue, filter by the officer."
        ),
    )
