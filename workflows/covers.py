"""Work of people who are away: it goes to their cover, and comes back by itself.

The worker calls `run_due`; all it knows stands in the database: rounds that were missed are made up
for in order, and a round too many does nothing. What a person records today begins at once.
"""

import logging
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _
from viewflow.workflow.status import PROCESS, STATUS

from parties import moment
from parties.models import User
from workflows import language, tasks
from workflows.engine import TransitionRefused, change_officer
from workflows.flows import covering
from workflows.models import Absence, Case, CaseProcess, CaseTask, CoveredTask
from workflows.services import absences

logger = logging.getLogger(__name__)


def record(**said: Any) -> Absence:
    """Record an absence (`absences.record`); where it already runs, the work goes at once."""
    absence = absences.record(**said)
    if absence.starts_on <= moment.today():
        begin(absence.pk)
    return absence


def change(absence: Absence, **said: Any) -> Absence:
    """Change an absence (`absences.change`); with another cover, what was covered goes to them."""
    before = absence.cover
    absence = absences.change(absence, **said)
    if absence.begun_at is None and absence.starts_on <= moment.today():
        begin(absence.pk)
    elif absence.cover_id != before.pk:
        for case_id in _covered_cases(absence.pk):
            _pass_on(absence.pk, case_id, source=before, target=absence.cover)
    return absence


def cancel(absence: Absence, *, by: User) -> None:
    """Take an absence back (`absences.cancel`); what was covered comes back at once."""
    kept = absences.cancel(absence, by=by)
    if kept is not None:
        end(kept.pk)


def run_due() -> int:
    """Begin and end every absence whose day has come, in order of days; return how many moved.

    One that breaks is left for the next round and does not hold up the others.
    """
    done = 0
    broken: set[int] = set()
    while (due := next(_due(broken), None)) is not None:
        _day, is_begin, absence_id = due
        try:
            begin(absence_id) if is_begin else end(absence_id)
        except Exception:
            logger.exception("absence %s broke", absence_id)
            broken.add(absence_id)
        else:
            done += 1
    return done


def begin(absence_id: int) -> None:
    """Hand what is in the absent person's hands to the cover, unless the absence has passed.

    What the cover may not do, or is a party to, stays where it is.
    """
    absence = Absence.objects.get(pk=absence_id)
    if absence.ends_on >= moment.today():
        in_hand = CaseTask.objects.filter(owner=absence.user_id, status=STATUS.ASSIGNED)
        for task_id in list(in_hand.order_by("pk").values_list("pk", flat=True)):
            _to_cover(absence_id, task_id)
    Absence.objects.filter(pk=absence_id, begun_at__isnull=True).update(begun_at=moment.now())


def end(absence_id: int) -> None:
    """Bring back what is still open and still with the cover.

    A proposal that awaits its decision stays with whoever made it (ORG-09).
    """
    absence = Absence.objects.select_related("user", "cover").get(pk=absence_id)
    for case_id in _covered_cases(absence_id):
        _pass_on(absence_id, case_id, source=absence.cover, target=absence.user)
    Absence.objects.filter(pk=absence_id, over_at__isnull=True).update(
        begun_at=absence.begun_at or moment.now(), over_at=moment.now()
    )


def left_in_hand(people: Collection[int]) -> dict[int, int]:
    """Return how many tasks stayed in the hands of each of the people (keys) who are away."""
    in_hand = CaseTask.objects.filter(owner__in=people, status=STATUS.ASSIGNED)
    counted = in_hand.order_by("owner").values_list("owner").annotate(Count("pk"))
    return dict(counted)


@transaction.atomic
def _to_cover(absence_id: int, task_id: int) -> None:
    absence = _lock(absence_id)
    if absence.over_at is not None:
        return
    task = CaseTask.objects.get(pk=task_id)
    try:
        tasks.hand_over(
            task, by=None, to=absence.cover, reason=covering(absence), held_by=absence.user
        )
    except TransitionRefused as refused:
        logger.warning("task %s stays with its owner: %s", task_id, refused.sentence)
        return
    CoveredTask.objects.get_or_create(absence=absence, task=task)


@transaction.atomic
def _pass_on(absence_id: int, case_id: int, *, source: User, target: User) -> None:
    """Move what is left of a covered case from one pair of hands to the other."""
    absence = _lock(absence_id)
    if absence.over_at is not None:
        return
    # The same order of locks as an act: what the applicant answers meanwhile waits, or is seen.
    running = CaseProcess.objects.filter(case_id=case_id, status=PROCESS.NEW)
    list(running.select_for_update(of=("self",)).order_by("pk"))
    is_back = target.pk == absence.user_id
    reason = _back(absence) if is_back else covering(absence)
    case = Case.objects.get(pk=case_id)
    found = tasks.open_tasks(case)
    for task in found:
        if task.owner_id == source.pk:
            _hand(task, source, target, reason)
    if tasks.waits_for_applicant(found) and case.officer_id == source.pk:
        change_officer(case, target, by=None, reason=reason)
    if is_back:
        came_back = CoveredTask.objects.filter(absence=absence, returned_at__isnull=True)
        came_back.filter(task__case=case, task__owner=target).update(returned_at=moment.now())


def _hand(task: CaseTask, source: User, target: User, reason: str) -> None:
    try:
        tasks.hand_over(task, by=None, to=target, reason=reason, held_by=source)
    except TransitionRefused as refused:
        logger.warning("task %s stays with its cover: %s", task.pk, refused.sentence)


def _covered_cases(absence_id: int) -> list[int]:
    covered = CoveredTask.objects.filter(absence=absence_id, returned_at__isnull=True)
    return sorted(set(covered.values_list("task__case_id", flat=True)))


def _lock(absence_id: int) -> Absence:
    # Not the key: a task that comes about meanwhile may still say that this absence covers it.
    return (
        Absence.objects.select_for_update(of=("self",), no_key=True)
        .select_related("user", "cover")
        .get(pk=absence_id)
    )


def _back(absence: Absence) -> str:
    with language.of_the_house():
        words = _("{person} is back: {cover} no longer covers.")
    return words.format(person=absence.user, cover=absence.cover)


def _due(broken: set[int]) -> Iterator[tuple[date, bool, int]]:
    """Yield the day, whether it begins, and the absence: ends come before beginnings of a day."""
    today = moment.today()
    open_ones = Absence.objects.filter(over_at__isnull=True).exclude(pk__in=broken)
    begins = open_ones.filter(begun_at__isnull=True, starts_on__lte=today)
    ends = open_ones.filter(begun_at__isnull=False, ends_on__lt=today)
    yield from sorted(
        [(day, True, pk) for pk, day in begins.order_by("pk").values_list("pk", "starts_on")]
        + [
            (day + timedelta(days=1), False, pk)
            for pk, day in ends.order_by("pk").values_list("pk", "ends_on")
        ]
    )
