"""What terms bring about by themselves: reminders, their end, and what follows from silence.

The worker calls `fire_due` every minute. All it knows stands in the database: rounds that were
missed are made up for in order, and a round too many does nothing.
"""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from viewflow.workflow.status import STATUS

from parties import moment
from workflows import tasks
from workflows.engine import TransitionRefused
from workflows.flows import TermTimer
from workflows.models import CaseProcess, CaseTask, CaseTerm, TermEvent
from workflows.services import clock

logger = logging.getLogger(__name__)


def fire_due() -> int:
    """Fire every timer that is due, the earliest first; return how many events came of it.

    A timer whose consequence breaks is left for the next round and does not hold up the others.
    """
    events, broken = 0, set()
    while (due := _next_due(broken)) is not None:
        try:
            events += fire(due)
        except Exception:
            logger.exception("timer %s broke", due)
            broken.add(due)
    return events


@transaction.atomic
def fire(timer_id: int) -> int:
    """Fire one timer, if it is still due; return how many events came of it."""
    timer = CaseTask.objects.select_related("process").get(pk=timer_id)
    # The same order of locks as an act: process, then case.
    CaseProcess.objects.select_for_update(of=("self",)).get(pk=timer.process_id)
    timer = CaseTask.objects.select_related("process__case", "term").get(pk=timer_id)
    if timer.status != STATUS.SCHEDULED or timer.scheduled > moment.now():
        return 0
    return _bring_about(timer, timer.term)


def _bring_about(timer: CaseTask, term: CaseTerm) -> int:
    fired = 0
    while (alarm := clock.next_alarm(term)) is not None and alarm[1] <= moment.now():
        name, due_at = alarm
        if name == "expired":
            _finish(timer)
            outcome, sentence = _draw_consequence(timer, term)
        elif clock.ends_at(term.due_on) <= moment.now():
            outcome, sentence = TermEvent.Outcome.LATE, _("The term was over by then.")
        else:
            outcome, sentence = TermEvent.Outcome.DONE, ""
        _note(term, name, due_at, outcome, sentence)
        fired += 1
    if timer.status == STATUS.SCHEDULED:
        CaseTask.objects.filter(pk=timer.pk).update(scheduled=alarm[1] if alarm else None)
    return fired


def _draw_consequence(timer: CaseTask, term: CaseTerm) -> tuple[str, str]:
    """Do what follows from the end of the term, where something does."""
    node: TermTimer = timer.flow_task
    case = timer.process.case
    if case.closed_at is not None or term.ended_at is not None:
        return TermEvent.Outcome.LEFT, _("The case is closed: nothing follows from this term.")
    if node.act is None:
        return TermEvent.Outcome.DONE, ""
    try:
        with transaction.atomic():
            tasks.perform(case, node.act.__name__, by=None)
    except TransitionRefused as refused:
        return TermEvent.Outcome.LEFT, refused.sentence
    return TermEvent.Outcome.DONE, ""


def _finish(timer: CaseTask) -> None:
    activation = timer.flow_task.activation_class(timer)
    activation.start()
    activation.execute()


def _note(term: CaseTerm, name: str, due_at: datetime, outcome: str, sentence: str) -> None:
    TermEvent.objects.create(
        term=term,
        name=name,
        due_on=term.due_on,
        due_at=due_at,
        fired_at=moment.now(),
        outcome=outcome,
        sentence=sentence,
    )


def _next_due(broken: set[int]) -> int | None:
    return (
        CaseTask.objects.filter(status=STATUS.SCHEDULED, scheduled__lte=moment.now())
        .exclude(pk__in=broken)
        .order_by("scheduled", "pk")
        .values_list("pk", flat=True)
        .first()
    )
