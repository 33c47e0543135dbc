"""Starting, suspending and ending the terms of a case; every reckoning is kept (TERM-13)."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from viewflow.workflow.status import STATUS

from calls.models import Parameter
from parties import moment
from workflows.kinds import kind_of
from workflows.models import Case, CaseProcess, CaseTask, CaseTerm
from workflows.terms import Rule, Suspension, Term, TermError, compute_term


def start_term(case: Case, kind: str, rule: Rule, *, starts_on: date | None = None) -> CaseTerm:
    """Start a term of a kind on a case; the kind must not be running already."""
    start = starts_on or moment.today()
    reckoned = compute_term(start, rule)
    term = CaseTerm.objects.create(
        case_id=case.pk,
        kind=kind,
        rule=rule.rule_id,
        starts_on=start,
        due_on=reckoned.due,
        reckoning=reckoned.to_dict(),
    )
    _arm(case, term)
    return term


def end_term(case: Case, kind: str) -> CaseTerm | None:
    """Stop the running term of a kind: what it asked for has happened."""
    term = running_term(case, kind)
    if term is not None:
        term.ended_at = moment.now()
        term.save(update_fields=["ended_at"])
        _disarm(CaseTask.objects.filter(term=term))
    return term


def end_all(case: Case) -> None:
    """Stop every term of a case that is over."""
    CaseTerm.objects.filter(case_id=case.pk, ended_at__isnull=True).update(ended_at=moment.now())
    _disarm(CaseTask.objects.filter(term__case_id=case.pk))


def running_term(case: Case, kind: str) -> CaseTerm | None:
    """Return the running term of a kind, or None."""
    return CaseTerm.objects.filter(case_id=case.pk, kind=kind, ended_at__isnull=True).first()


def suspend(case: Case, kind: str, suspension: Suspension) -> CaseTerm:
    """Reckon a running term again with one more suspension, or with the same one now closed."""
    term = running_term(case, kind)
    if term is None:
        raise LookupError(f"no running term {kind!r} on case {case.pk}")
    stored = Term.from_dict(term.reckoning)
    kept = [
        counted.as_suspension()
        for counted in stored.suspensions
        if (counted.kind, counted.start) != (suspension.kind, suspension.start)
    ]
    try:
        reckoned = compute_term(
            stored.start, stored.rule, [*kept, suspension], today=moment.today()
        )
    except TermError as error:
        # The term is over already: what is asked late no longer stops it, and the act is late.
        if error.code != "after_expiry":
            raise
        return term
    term.due_on, term.reckoning = reckoned.due, reckoned.to_dict()
    term.save(update_fields=["due_on", "reckoning"])
    _set(term)
    return term


def resume(case: Case, kind: str, suspended_by: str, *, on: date) -> CaseTerm:
    """Close the open suspension of a kind on the day `on`: the clock runs again after it."""
    term = running_term(case, kind)
    if term is None:
        raise LookupError(f"no running term {kind!r} on case {case.pk}")
    for counted in Term.from_dict(term.reckoning).suspensions:
        if counted.kind == suspended_by and counted.end is None:
            given = counted.as_suspension()
            return suspend(case, kind, replace(given, end=max(on, given.start)))
    return term


def ends_at(due_on: date) -> datetime:
    """Return the instant at which a term is over: the first of the day after its last."""
    return timezone.make_aware(datetime.combine(due_on + timedelta(days=1), time.min))


def alarms(term: CaseTerm) -> list[tuple[str, datetime]]:
    """Return what a term is to bring about and when, in order, whether it already has or not.

    Reminders are sent at eight in the morning. A term that stands still brings nothing about.
    """
    if Term.from_dict(term.reckoning).is_provisional:
        return []
    days_before = Parameter.objects.value("term_reminders", term.starts_on).get(term.kind, [])
    reminders = [(f"reminder_{days}", _morning(term, days)) for days in days_before]
    return [*sorted(reminders, key=lambda alarm: alarm[1]), ("expired", ends_at(term.due_on))]


def next_alarm(term: CaseTerm) -> tuple[str, datetime] | None:
    """Return the first thing that a term has not brought about yet, or None."""
    fired = set(term.events.filter(due_on=term.due_on).values_list("name", flat=True))
    return next((alarm for alarm in alarms(term) if alarm[0] not in fired), None)


def _morning(term: CaseTerm, days: int) -> datetime:
    day = max(term.due_on - timedelta(days=days), term.starts_on)
    return timezone.make_aware(datetime.combine(day, time(8)))


def _arm(case: Case, term: CaseTerm) -> None:
    """Start the timer of a term; the worker fires it."""
    node = kind_of(case).flow.timer_of(term.kind)
    process = CaseProcess.objects.filter(case_id=case.pk, finished__isnull=True).first()
    if node is None or process is None:
        return
    alarm = alarms(term)
    CaseTask.objects.create(
        process=process,
        flow_task=node,
        flow_task_type=node.task_type,
        status=STATUS.SCHEDULED,
        scheduled=alarm[0][1] if alarm else None,
        term=term,
    )


def _set(term: CaseTerm) -> None:
    """Move the timer of a term to where the term now stands; a term that stands still has none."""
    alarm = next_alarm(term)
    CaseTask.objects.filter(term=term, status=STATUS.SCHEDULED).update(
        scheduled=alarm[1] if alarm else None
    )


def _disarm(timers: QuerySet[CaseTask]) -> None:
    timers.filter(status=STATUS.SCHEDULED).update(
        status=STATUS.CANCELED, scheduled=None, finished=moment.now()
    )
