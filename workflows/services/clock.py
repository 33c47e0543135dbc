"""Starting, suspending and ending the terms of a case; every reckoning is kept (TERM-13).

What the engine of terms cannot reckon is refused with its sentence, and nothing has changed.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from viewflow.workflow.status import STATUS

from calls.models import Parameter
from parties import moment
from workflows import language
from workflows.engine import Refusal, TransitionRefused, amend
from workflows.kinds import kind_of
from workflows.models import Case, CaseProcess, CaseTask, CaseTerm
from workflows.terms import Rule, Suspension, Term, TermError, compute_term, on_the_day

REMINDER, RESUMED, EXPIRED = "reminder_", "resumed", "expired"
BEFORE_THE_LETTER = "calcolo provvisorio: il termine decorre dal ricevimento della lettera"
SENDING, DELIVERY = "sending", "delivery"
LIMIT_REACHED = gettext_lazy("The suspension has reached its limit: the term runs again.")
Alarm = tuple[str, datetime]


@dataclass(frozen=True)
class Stops:
    """What stands still with a term that begins with a letter.

    `term` is the kind of the term that stands, `suspension` and `rule_id` say why, `at` from when:
    the day on which the letter leaves (`SENDING`), or arrives (`DELIVERY`).
    """

    term: str
    suspension: str
    rule_id: str
    at: str = SENDING


def start_term(
    case: Case,
    kind: str,
    rule: Rule,
    *,
    starts_on: date | None = None,
    awaits_letter: bool = False,
    stops: Stops | None = None,
) -> CaseTerm:
    """Start a term of a kind on a case; `TransitionRefused` where the kind is running already.

    One that begins with a letter brings nothing about before the letter has left; what it `stops`
    stands still from then on (`workflows.services.anchoring`).
    """
    if running_term(case, kind) is not None:
        raise TransitionRefused(Refusal.STATUS, _("This term is running already."))
    start = starts_on or moment.today()
    with sentences():
        reckoned = compute_term(start, rule, event=BEFORE_THE_LETTER if awaits_letter else "")
    term = CaseTerm.objects.create(
        case_id=case.pk,
        kind=kind,
        rule=rule.rule_id,
        starts_on=start,
        due_on=reckoned.due,
        reckoning=reckoned.to_dict(),
        awaits=CaseTerm.Awaits.LETTER if awaits_letter else CaseTerm.Awaits.NOTHING,
        stops=asdict(stops) if stops else {},
    )
    _arm(case, term)
    return term


def end_term(case: Case, kind: str) -> CaseTerm | None:
    """Stop the running term of a kind: what it asked for has happened.

    Whoever answers a letter before its receipt has come has it: the term begins today at the latest.
    """
    from workflows.services import anchoring  # noqa: PLC0415 (it reckons with this module)

    term = running_term(case, kind)
    if term is not None:
        anchoring.note_answer(term)
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
    """Reckon a running term again with one more suspension.

    A term that is over already stays as it is: what is asked late no longer stops it. A clock that
    still stands until a known day, as after observations (PRE-03), is stopped from that day on.
    Raises `TransitionRefused` where no such term runs, or the engine refuses the suspension.
    """
    term = _running(case, kind)
    counted = Term.from_dict(term.reckoning).suspensions
    standing = [one.resumes for one in counted if one.end and one.stands_on(suspension.start)]
    begins = max([suspension.start, *(day for day in standing if day is not None)])
    given = [one.as_suspension() for one in counted]
    return _reckon(term, [*given, replace(suspension, start=begins)])


def resume(case: Case, kind: str, suspended_by: str, *, on: date) -> CaseTerm:
    """Close the open suspension of a kind on the day `on`: the clock runs again after it.

    One that has not begun yet is dropped. Raises `TransitionRefused` where no such term runs, or
    the suspension began after `on`.
    """
    term = _running(case, kind)
    counted = Term.from_dict(term.reckoning).suspensions
    still_open = [one for one in counted if one.kind == suspended_by and one.end is None]
    if not still_open:
        return term
    given = [one.as_suspension() for one in counted if one is not still_open[0]]
    if still_open[0].start <= max(on, moment.today()):
        with sentences():
            given.append(replace(still_open[0].as_suspension(), end=on))
    return _reckon(term, given)


def _reckon(term: CaseTerm, suspensions: list[Suspension]) -> CaseTerm:
    stored = Term.from_dict(term.reckoning)
    with sentences():
        try:
            reckoned = compute_term(
                stored.start, stored.rule, suspensions, today=moment.today(), event=stored.event
            )
        except TermError as error:
            if error.code != "after_expiry":
                raise
            return term
    return keep(term, reckoned)


def reckon_again(term: CaseTerm) -> CaseTerm:
    """Reckon a term as it stands today: an open suspension that reached its cap moves it no more.

    A case that shows this term's last day shows the new one from now on (PROC-T4).
    """
    before = term.due_on
    keep(term, on_the_day(Term.from_dict(term.reckoning), moment.today()))
    show_new_day(term, before, "reckon_again", LIMIT_REACHED)
    return term


def show_new_day(term: CaseTerm, before: date, name: str, reason: Any) -> None:
    """Let a case that showed the last day of a term before it was moved show the new one."""
    case = Case.objects.get(pk=term.case_id)
    others = case.terms.filter(ended_at__isnull=True, due_on=before).exclude(pk=term.pk)
    if case.due_on == before != term.due_on and not others.exists():
        with language.of_the_house():
            amend(case, name, by=None, reason=str(reason), due_on=term.due_on)


def ends_at(due_on: date) -> datetime:
    """Return the instant at which a term is over: the first of the day after its last."""
    return _midnight(due_on + timedelta(days=1))


def alarms(term: CaseTerm) -> list[Alarm]:
    """Return what a term is to bring about and when, in order, whether it already has or not.

    Reminders are sent at eight in the morning. A term that has not begun brings nothing about, nor
    does one that stands still, save that it runs again on the day on which its suspension reaches
    a cap.
    """
    return planned([term])[term.pk]


def planned(terms: Iterable[CaseTerm]) -> dict[int, list[Alarm]]:
    """Return the alarms of many terms by their keys, with one query for all."""
    table = list(Parameter.objects.filter(code="term_reminders").order_by("valid_from"))
    return {term.pk: _alarms(term, _days_before(table, term)) for term in terms}


def pending(term: CaseTerm) -> list[Alarm]:
    """Return what a term has not brought about yet, in order."""
    fired = set(term.events.filter(due_on=term.due_on).values_list("name", flat=True))
    return [alarm for alarm in alarms(term) if alarm[0] not in fired]


def next_alarm(term: CaseTerm) -> Alarm | None:
    """Return the first thing that a term has not brought about yet, or None."""
    return next(iter(pending(term)), None)


def keep(term: CaseTerm, reckoned: Term) -> CaseTerm:
    """Keep a new reckoning of a term, and move its timer."""
    term.starts_on, term.due_on = reckoned.start, reckoned.due
    term.reckoning = reckoned.to_dict()
    term.save(update_fields=["starts_on", "due_on", "reckoning", "awaits"])
    set_timer(term)
    return term


@contextmanager
def sentences() -> Iterator[None]:
    """Refuse with the engine's own sentence what it cannot reckon."""
    try:
        yield
    except TermError as error:
        raise TransitionRefused(Refusal.RULE, error.sentence) from error


def _running(case: Case, kind: str) -> CaseTerm:
    term = running_term(case, kind)
    if term is None:
        sentence = _("The term “{term}” is not running.")
        raise TransitionRefused(Refusal.STATUS, sentence.format(term=CaseTerm.Kind(kind).label))
    return term


def _alarms(term: CaseTerm, days_before: list[int]) -> list[Alarm]:
    if term.awaits:
        return []
    reckoned = Term.from_dict(term.reckoning)
    if reckoned.is_provisional:
        caps = [one.resumes for one in reckoned.suspensions if one.is_provisional]
        return [(RESUMED, _midnight(day)) for day in caps if day is not None]
    days = sorted(term.due_on - timedelta(days=days) for days in days_before)
    reminders = [
        (f"{REMINDER}{(term.due_on - day).days}", _morning(day))
        for day in days
        # A term that has just begun needs no reminder: its letter is fresh.
        if day > term.starts_on
    ]
    return [*reminders, (EXPIRED, ends_at(term.due_on))]


def _days_before(table: list[Parameter], term: CaseTerm) -> list[int]:
    for row in table:
        if row.valid_from <= term.starts_on and term.starts_on <= (row.valid_to or date.max):
            return row.value.get(term.kind, [])
    raise Parameter.DoesNotExist(f"no term_reminders on {term.starts_on}")


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(8)))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


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


def set_timer(term: CaseTerm) -> None:
    """Move the timer of a term to where the term now stands; a term that stands still has none."""
    alarm = next_alarm(term)
    CaseTask.objects.filter(term=term, status=STATUS.SCHEDULED).update(
        scheduled=alarm[1] if alarm else None
    )


def _disarm(timers: QuerySet[CaseTask]) -> None:
    timers.filter(status=STATUS.SCHEDULED).update(
        status=STATUS.CANCELED, scheduled=None, finished=moment.now()
    )
