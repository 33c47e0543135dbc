"""What is counted when a trial is over: nothing lost, nothing doubled, nothing half-done."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Sum
from procrastinate.contrib.django.models import ProcrastinateJob

from accounting.models import Budget
from grants.models import RentContribution
from letters.models import Delivery, Letter
from parties.models import User
from tests.grants.walking import money
from tests.trials.sink import NO_IDENTITY
from tests.workflows.soundness import findings_of_watch, flaws_of_case, flaws_of_office
from workflows import bulk
from workflows.models import BackgroundJob, HistoryEntry, JobRow

# Which letter each move sends; the others send none.
LETTER_OF = {"submit": "receipt", "grant": "grant", "request_integration": "integration_request"}


def flaws_after(
    expected: Mapping[tuple[str, ...], Iterable[RentContribution]],
    answered: Iterable[tuple[str, int]],
    taken: Counter[str],
    kills: int,
) -> list[str]:
    """Return what is wrong: `expected` gives the moves that each case must have made, once each.

    `taken` counts the messages that left, by identity; the worker was killed `kills` times.
    """
    return [
        *(flaw for moves, cases in expected.items() for flaw in _cases(moves, cases)),
        *_answers(answered),
        *flaws_of_queue(),
        *_jobs(),
        *flaws_of_mails(taken, kills),
        *_money(),
        *flaws_of_office(),
        *findings_of_watch(),
    ]


def _cases(moves: tuple[str, ...], cases: Iterable[RentContribution]) -> Iterator[str]:
    people = list(User.objects.all())
    for known in cases:
        case = RentContribution.objects.get(pk=known.pk)
        history = HistoryEntry.objects.filter(case_id=case.pk).order_by("position")
        made = tuple(history.values_list("name", flat=True))
        if made != moves:
            yield f"{case} made the moves {made}"
        letters = sorted(case.letters.values_list("kind", flat=True))
        wanted = sorted(LETTER_OF[move] for move in moves if move in LETTER_OF)
        if letters != wanted:
            yield f"{case} has the letters {letters}"
        yield from flaws_of_case(case, people, money(case))


def _answers(answered: Iterable[tuple[str, int]]) -> Iterator[str]:
    for act, pk in answered:
        if not HistoryEntry.objects.filter(case_id=pk, name=act).exists():
            yield f"{act} of case {pk} was answered as done, and is not there"


def flaws_of_queue() -> Iterator[str]:
    """Tell of what the worker has not finished, and of deliveries queued more or less than once."""
    for job in ProcrastinateJob.objects.exclude(queue_name="upkeep").exclude(status="succeeded"):
        yield f"job {job.pk} {job.task_name} is {job.status}"
    sendings = ProcrastinateJob.objects.filter(task_name="letters.send_delivery")
    number = Counter(sendings.values_list("args__delivery_id", flat=True))
    if number != Counter(Delivery.objects.values_list("pk", flat=True)):
        yield f"deliveries and sendings differ: {number}"


def _jobs() -> Iterator[str]:
    for job in BackgroundJob.objects.order_by("pk"):
        outcomes = set(job.rows.values_list("outcome", flat=True))
        wanted = JobRow.Outcome.FORESEEN if job.kind == bulk.DRY_RUN else JobRow.Outcome.DONE
        counts = (job.done, job.rows.count())
        if (job.state, outcomes, *counts) != ("done", {wanted}, job.total, job.total):
            yield f"{job.kind} {job.pk} is {job.state}: {job.done} of {job.total}, {outcomes}"


def flaws_of_mails(taken: Counter[str], kills: int) -> Iterator[str]:
    """Tell of letters that did not leave once.

    Each left; it left twice only where an attempt was cut short, and bears that count.
    Notices of terms and digests leave no trace but the message: they may be doubled by a kill.
    """
    known = dict[str, Any]()
    for letter in Letter.objects.select_related("document", "case__call__manager"):
        known[f"<{letter.deliveries.get().message_id}>"] = letter
        if letter.state != Letter.State.SENT:
            yield f"letter {letter.pk} is {letter.state}"
        if not letter.document.file.storage.exists(letter.document.file.name):
            yield f"letter {letter.pk} has no file"
    for identity, letter in known.items():
        attempts = letter.deliveries.get().attempts
        if not 1 <= taken[identity] <= attempts:
            yield f"letter {letter.pk} left {taken[identity]} times in {attempts} attempts"
    for identity in set(taken) - set(known):
        if identity == NO_IDENTITY or taken[identity] > 1 + kills:
            yield f"message {identity} left {taken[identity]} times"


def _money() -> Iterator[str]:
    granted = RentContribution.objects.aggregate(total=Sum("granted"))["total"]
    if (budget := Budget.objects.get()).granted != granted:
        yield f"the ledger holds {budget.granted} granted, the cases say {granted}"
