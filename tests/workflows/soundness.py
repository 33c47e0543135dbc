"""What must hold of a case and of the office at every moment, read from the tables alone.

Each function returns sentences; none means that all is well. Trials ask after every step.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Sum
from viewflow.workflow.status import PROCESS, STATUS

from accounting.models import Budget, LedgerEntry, Pot
from accounting.services.ledger import held_for
from parties.models import User
from workflows import seals, watch
from workflows.flows import Ask, TermTimer, offers_of
from workflows.kinds import kind_of
from workflows.models import (
    Case,
    CaseProcess,
    CaseTask,
    CaseTerm,
    HistoryEntry,
    ProtocolCounter,
    ProtocolEntry,
)
from workflows.services import clock

OPEN = (STATUS.NEW, STATUS.ASSIGNED)
# Checks of the machine and of the worker, which a trial does without or keeps from working.
NOT_WATCHED = frozenset(
    {
        "disk_space",
        "files",
        "job_stalled",
        "letter_waiting",
        "mail_backend",
        "register_not_printed",
        "round_missing",
        "sealing_key",
        "worker_silent",
    }
)
POTS = tuple(pot for pot in Pot if pot is not Pot.OUTSIDE)


def flaws_of_case(case: Case, people: Iterable[User], money: dict[str, Decimal]) -> list[str]:
    """Return what is wrong with a filed case; `money` is what it should hold, by pot, in EUR."""
    case = kind_of(case).model.objects.get(pk=case.pk)
    processes = list(CaseProcess.objects.filter(case_id=case.pk).order_by("pk"))
    tasks = list(
        CaseTask.objects.filter(case_id=case.pk).select_related("process", "owner").order_by("pk")
    )
    found = [*_history(case), *_money(case, money), *_terms(case, tasks)]
    found += _closed(processes, tasks) if case.closed_at else _open(case, processes, tasks, people)
    return [f"{case} ({case.status}): {flaw}" for flaw in found]


def flaws_of_office() -> list[str]:
    """Return what is wrong with the register and the money of every call."""
    found: list[str] = []
    for counter in ProtocolCounter.objects.order_by("pk"):
        entries = ProtocolEntry.objects.filter(body_id=counter.body_id, year=counter.year)
        found += _register(counter, list(entries.order_by("number")))
    for budget in Budget.objects.order_by("pk"):
        found += _budget(budget)
    return found


def findings_of_watch() -> list[str]:
    """Return what the office's own checks find, once the worker has made its rounds."""
    codes = {check.code for check in watch.checks()} - NOT_WATCHED
    return [f"{found['check']}: {found['sentence']}" for found in watch.look(codes).findings]


def _open(
    case: Case, processes: list[CaseProcess], tasks: list[CaseTask], people: Iterable[User]
) -> Iterator[str]:
    if len([process for process in processes if process.finished is None]) != 1:
        yield "an open case has one open process"
    asked = [task for task in tasks if task.status in OPEN and isinstance(task.flow_task, Ask)]
    if not asked and not any(_waits(task) for task in tasks):
        yield "nobody is asked and nothing is waited for: the case is stranded"
    stray = [task.pk for task in tasks if task.status in OPEN and task not in asked]
    if stray or any(task.process.finished for task in asked):
        yield f"a task is open that nobody can do: {stray}"
    people = list(people)
    for task in asked:
        if not _somebody_may(case, offers_of(task.flow_task), people):
            yield f"nobody may do anything about {task.flow_task.name}"
        if task.status == STATUS.ASSIGNED and task.owner_id is None:
            yield f"{task.flow_task.name} is in hand, but in nobody's"
        if task.status == STATUS.NEW and task.owner_id is not None:
            yield f"{task.flow_task.name} is free, but somebody holds it"


def _waits(task: CaseTask) -> bool:
    node = task.flow_task
    return task.status == STATUS.SCHEDULED and isinstance(node, TermTimer) and node.act is not None


def _somebody_may(case: Case, names: Iterable[str], people: list[User]) -> bool:
    """Tell whether the status lets somebody do one of the acts; the rules may still say no."""
    steps = [
        step
        for step in case.get_all_status_transitions()
        if step.name in names and step.source in ("*", case.status)
    ]
    return any(step.has_perm(case, person) for step in steps for person in people)


def _closed(processes: list[CaseProcess], tasks: list[CaseTask]) -> Iterator[str]:
    waiting = (*OPEN, STATUS.SCHEDULED)
    for task in tasks:
        if task.status in waiting:
            yield f"the case is closed, but {task.flow_task.name} is {task.status}"
    for process in processes:
        if process.finished is None or process.status not in (PROCESS.DONE, PROCESS.CANCELED):
            yield f"the case is closed, but process {process.pk} is {process.status}"


def _terms(case: Case, tasks: list[CaseTask]) -> Iterator[str]:
    timers = {task.term_id: task for task in tasks if task.term_id}
    running = list(CaseTerm.objects.filter(case_id=case.pk, ended_at=None))
    if case.closed_at and running:
        yield f"the case is closed, but terms run: {[term.kind for term in running]}"
    for term in running:
        if kind_of(case).flow.timer_of(term.kind) is not None:
            yield from _timer(term, timers.get(term.pk))
    for term in CaseTerm.objects.filter(case_id=case.pk, ended_at__isnull=False):
        if (timer := timers.get(term.pk)) and timer.status == STATUS.SCHEDULED:
            yield f"term {term.kind} is over, but its timer is set"
    if not case.closed_at and case.due_on not in {None, *(term.due_on for term in running)}:
        yield f"due on {case.due_on}, but terms run until {[str(term.due_on) for term in running]}"


def _timer(term: CaseTerm, timer: CaseTask | None) -> Iterator[str]:
    if timer is None:
        yield f"term {term.kind} runs without a timer"
        return
    alarm = clock.next_alarm(term)
    expected = alarm[1] if alarm else None
    if timer.status == STATUS.SCHEDULED:
        if timer.scheduled != expected:
            yield f"timer of {term.kind} is set to {timer.scheduled}, not {expected}"
    elif not term.events.filter(name="expired").exists():
        yield f"timer of {term.kind} is {timer.status}, but the term has not expired"


def _history(case: Case) -> Iterator[str]:
    entries = list(HistoryEntry.objects.filter(case_id=case.pk).order_by("position"))
    if [entry.position for entry in entries] != list(range(1, len(entries) + 1)):
        yield f"positions of the history: {[entry.position for entry in entries]}"
    if case.history_length != len(entries) or case.version != len(entries) + 1:
        yield f"{len(entries)} entries, length {case.history_length}, version {case.version}"
    key = settings.HISTORY_KEY.encode()
    status, last = "draft", ""
    declared = _declared(case)
    for entry in entries:
        if entry.source != status:
            yield f"{entry.name} goes from {entry.source}, but the case stood in {status}"
        moved = entry.source != entry.target
        if moved and not declared(entry):
            yield f"{entry.name} moves no case from {entry.source} to {entry.target}"
        if not seals.same(entry.seal, seals.seal(key, last or seals.START, entry.sealed_values)):
            yield f"the seal of entry {entry.position} is not its own"
        status, last = entry.target, entry.seal
    if status != case.status:
        yield f"the history ends in {status}"
    head = seals.head(key, f"case {case.pk}", len(entries), last)
    if entries and (case.history_last != last or not seals.same(case.history_head, head)):
        yield "the end of the history is not sealed"


def _declared(case: Case) -> Any:
    steps = {
        (step.name, step.source, str(step.target)) for step in case.get_all_status_transitions()
    }
    return lambda entry: bool(
        {(entry.name, entry.source, entry.target), (entry.name, "*", entry.target)} & steps
    )


def _money(case: Case, expected: dict[str, Decimal]) -> Iterator[str]:
    held = {pot: amount for pot, amount in held_for(case).items() if pot is not Pot.OUTSIDE}
    # What a case has taken from what is available stands in its other pots.
    held.pop(Pot.AVAILABLE)
    wanted = {pot: expected.get(pot.value, Decimal(0)) for pot in held}
    if held != wanted:
        yield f"the ledger holds {_plain(held)}, the case says {_plain(wanted)}"


def _budget(budget: Budget) -> Iterator[str]:
    moves = LedgerEntry.objects.filter(budget=budget).order_by().values_list("source", "target")
    held = dict.fromkeys(Pot.values, Decimal(0))
    for source, target, amount in moves.annotate(total=Sum("amount")):
        held[source] -= amount
        held[target] += amount
    for pot in POTS:
        has = getattr(budget, pot.value)
        if has != held[pot.value] or has < 0:
            yield f"{budget}: {pot.value} is {has}, its entries say {held[pot.value]}"


def _register(counter: ProtocolCounter, entries: list[ProtocolEntry]) -> Iterator[str]:
    if [entry.number for entry in entries] != list(range(1, len(entries) + 1)):
        yield f"register {counter}: numbers with a gap"
    instants = [entry.registered_at for entry in entries]
    if instants != sorted(instants):
        yield f"register {counter}: numbers do not follow time"
    key, last = settings.HISTORY_KEY.encode(), ""
    for entry in entries:
        if not seals.same(entry.seal, seals.seal(key, last or seals.START, entry.sealed_values)):
            yield f"register {counter}: the seal of {entry} is not its own"
        last = entry.seal
    name = f"protocol {counter.body_id} {counter.year}"
    ends = (counter.last_number, counter.last_seal, counter.head)
    if entries and ends != (len(entries), last, seals.head(key, name, len(entries), last)):
        yield f"register {counter}: its end is not sealed"


def _plain(held: dict[Pot, Decimal]) -> dict[str, str]:
    return {pot.value: str(amount) for pot, amount in held.items() if amount}
