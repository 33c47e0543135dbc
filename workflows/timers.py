"""What terms bring about by themselves: reminders, their end, and what follows from silence.

The worker calls `fire_due` every minute. All it knows stands in the database: rounds that were
missed are made up for in the order in which things fell due, whichever case they belong to, and a
round too many does nothing. Who is concerned is told by `workflows.notices`, queued in the
transaction that fires.
"""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from viewflow.workflow.status import STATUS

from parties import moment
from workflows import notices, tasks
from workflows.engine import Refusal, TransitionRefused
from workflows.models import CaseProcess, CaseTask, CaseTerm, TermEvent
from workflows.services import clock

logger = logging.getLogger(__name__)

Outcome = TermEvent.Outcome


def fire_due() -> int:
    """Fire every timer that is due, the earliest first; return how many events came of it.

    A timer whose consequence breaks is left for the next round and does not hold up the others.
    """
    events = 0
    broken: set[int] = set()
    while (due := next_due(except_for=broken)) is not None:
        try:
            events += fire(due[0])
        except TransitionRefused:
            # Its case was closed between the look and the lock: nothing is left to fire.
            broken.add(due[0])
        except Exception:
            logger.exception("timer %s broke", due[0])
            broken.add(due[0])
    return events


def next_due(except_for: frozenset[int] | set[int] = frozenset()) -> tuple[int, datetime] | None:
    """Return the timer that is due first, by its key, and since when; None where none is."""
    return (
        CaseTask.objects.filter(status=STATUS.SCHEDULED, scheduled__lte=moment.now())
        .exclude(pk__in=except_for)
        .order_by("scheduled", "pk")
        .values_list("pk", "scheduled")
        .first()
    )


@transaction.atomic
def fire(timer_id: int) -> int:
    """Let a timer bring about the next thing that is due; return how many events came of it.

    None come where it is not due, or somebody else has fired it. Raises `TransitionRefused` for a
    timer that was taken down, as those of a closed case are; then nothing has changed.
    """
    timer = CaseTask.objects.select_related("process").get(pk=timer_id)
    # The same order of locks as an act: process, then case.
    CaseProcess.objects.select_for_update(of=("self",)).get(pk=timer.process_id)
    timer = CaseTask.objects.select_related("process__case", "term").get(pk=timer_id)
    if timer.status == STATUS.CANCELED:
        raise TransitionRefused(Refusal.STATUS, _why_nothing(timer))
    if timer.status != STATUS.SCHEDULED or timer.scheduled is None or timer.term is None:
        return 0
    return _bring_about(timer, timer.term) if timer.scheduled <= moment.now() else 0


def _bring_about(timer: CaseTask, term: CaseTerm) -> int:
    """Bring about the first thing that is due, and set the timer to the next."""
    now, waiting = moment.now(), clock.pending(term)
    if not waiting or waiting[0][1] > now:
        clock.set_timer(term)
        return 0
    (name, due_at), later = waiting[0], waiting[1:]
    event = TermEvent(term=term, name=name, due_on=term.due_on, due_at=due_at)
    if timer.process.case.closed_at is not None or term.ended_at is not None:
        _finish(timer)
        event.outcome, event.sentence = Outcome.LEFT, _why_nothing(timer)
    elif name == clock.EXPIRED:
        _finish(timer)
        event.outcome, event.sentence = _draw_consequence(timer)
    elif name == clock.RESUMED:
        clock.reckon_again(term)
        event.outcome = Outcome.DONE
    elif later[0][1] <= now:
        over = later[0][0] == clock.EXPIRED
        event.outcome = Outcome.LATE
        event.sentence = _("The term was over by then.") if over else _("A later one was due.")
    else:
        event.outcome = Outcome.DONE
    event.fired_at = now
    event.save(force_insert=True)
    clock.set_timer(term)
    notices.queue(event, timer)
    return 1


def _draw_consequence(timer: CaseTask) -> tuple[str, str]:
    """Do what follows from the end of the term, where something does."""
    act = timer.flow_task.act
    if act is None:
        return Outcome.DONE, ""
    try:
        with transaction.atomic():
            tasks.perform(timer.process.case, act.__name__, by=None)
    except TransitionRefused as refused:
        return Outcome.LEFT, refused.sentence
    return Outcome.DONE, ""


def _why_nothing(timer: CaseTask) -> str:
    if timer.process.case.closed_at is not None:
        return _("The case is closed: nothing follows from this term.")
    return _("This term has ended: nothing follows from it.")


def _finish(timer: CaseTask) -> None:
    activation = timer.flow_task.activation_class(timer)
    activation.start()
    activation.execute()
